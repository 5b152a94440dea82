from datetime import datetime

import pytest
from django.db import connection, transaction

from safeconduct.accounts.policy import Purpose
from safeconduct.journal import queries
from safeconduct.journal.acts import act
from safeconduct.journal.models import Entry, Intake
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.actions import destroy
from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.ledger import Commitment, verify_opening
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def test_act_and_entry() -> None:
    """An act leaves one entry that says who, when, what for, and its details."""
    clerk = make.officer()
    with act("test.done", officer=clerk, at=make.NOON) as deed:
        deed.on(keyring.OFFICE, Purpose.REGISTRATION)
        deed.say(count=3, names=["b", "a"], nothing=None)

    entry = Entry.objects.get(kind="test.done")
    said = queries.opened(entry)
    assert said["act"] == "test.done"
    assert said["at"] == "2026-03-02T12:00:00+00:00"
    assert said["actor"] == str(clerk.pk)
    assert (said["count"], said["names"], said["nothing"]) == (3, '["b","a"]', None)


def test_entry_is_a_commitment() -> None:
    """Each field of the entry opens by itself against the 33 public bytes."""
    make.person()
    entry = Entry.objects.filter(kind="register.registered").get()
    committed = Commitment.from_slots(queries.slots(entry))

    assert bytes(entry.commitment) == committed.entry
    opened = verify_opening(bytes(entry.commitment), committed.opening(0))
    assert opened == ("act", "register.registered")
    assert Intake.objects.filter(commitment=entry.commitment).count() == 1


def test_act_fails() -> None:
    """What fails inside leaves neither rows nor an entry."""
    entries = Entry.objects.count()
    clerk = make.officer()
    before = Entry.objects.count()
    with (
        pytest.raises(ZeroDivisionError),
        act("test.failed", officer=clerk, at=make.NOON) as deed,
    ):
        deed.on(keyring.OFFICE, Purpose.REGISTRATION)
        _ = 1 // 0

    assert entries < before == Entry.objects.count()
    assert not Person.objects.exists()


def test_nobody_named() -> None:
    """An act that does not say on whom is a mistake of ours, and commits nothing."""
    with (
        pytest.raises(RuntimeError, match=r"on whom"),
        act("test.empty", officer=make.officer(), at=make.NOON),
    ):
        pass


def test_no_time_zone() -> None:
    """A naive time would mean another hour in another place."""
    naive = datetime(2026, 3, 2, 12)  # noqa: DTZ001  the mistake under test
    with (
        pytest.raises(ValueError, match="time zone"),
        act("test.naive", officer=make.officer(), at=naive),
    ):
        pass


@pytest.mark.django_db(transaction=True)
def test_act_inside_a_transaction() -> None:
    """An act is a transaction of its own: nobody can roll it back from outside."""
    clerk = make.officer()
    with (
        transaction.atomic(),
        pytest.raises(RuntimeError, match="durable"),
        act("test.nested", officer=clerk, at=make.NOON),
    ):
        pass


def test_erased_person() -> None:
    """With the key destroyed the entry stays, and says nothing any more."""
    person = make.person()
    entry = Entry.objects.filter(subject=person.pk).earliest("at")
    destroy(person.pk, at=make.NOON)

    assert len(bytes(entry.commitment)) == 33
    with pytest.raises(KeyDestroyed):
        queries.opened(entry)


def _now(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_entry SET purpose = 'care'",
        "DELETE FROM journal_entry",
        "UPDATE journal_rowdigest SET digest = 'x'",
        "UPDATE register_person SET case_number = 'SC-0000-000'",
        "UPDATE hearing_hearing SET wish = 'return:KP'",
        "DELETE FROM hearing_hearing",
        "UPDATE register_fact SET value = '\"F\"'",
        (
            "INSERT INTO register_custodyevent (id, person_id, kind, day, entry_id)"
            " SELECT gen_random_uuid(), id, 'captured', '2026-01-01', entry_id"
            " FROM register_person"
        ),
    ],
)
def test_written_by_hand(sql: str) -> None:
    """The database refuses a change that no act makes, even from an open shell."""
    make.heard(make.person())
    _now("SELECT 1")
    with pytest.raises(Exception, match=r"append-only|without an act"):
        _now(sql)


def test_emptied_by_hand() -> None:
    """Emptying a table of the journal is refused as shipped."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE journal_entry ENABLE TRIGGER is_never_emptied")
        with pytest.raises(Exception, match="append-only"):
            cursor.execute("TRUNCATE journal_entry CASCADE")
