"""Backups of keys: what they bring back, and what they never bring back."""

from datetime import timedelta

import pytest
from django.db import connection

from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.models import Officer
from safeconduct.erasure import backups
from safeconduct.erasure.models import Erasure
from safeconduct.journal import check, queries, staff
from safeconduct.journal.models import Entry
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.actions import Restored
from safeconduct.keyring.errors import Expired, KeyDestroyed, NoBackup
from safeconduct.keyring.models import SubjectKey
from safeconduct.register import queries as register
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
LATER = make.NOON + timedelta(days=1)


def root() -> Officer:
    """The administrator, whatever became of the keys."""
    return Officer.objects.get(username="root")


def backup(*, days: int = 30) -> bytes:
    return backups.back_up(days=days, officer=root(), at=make.NOON)


def restore(content: bytes) -> Restored:
    return backups.restore(content, officer=root(), at=LATER)


def bring_back_the_older_database(person: Person, key: bytes) -> None:
    """Put the rows back as a dump from before the erasure holds them."""
    row = SubjectKey.objects.filter(subject=person.pk)
    row.update(wrapped=key, destroyed=None)
    make.commit()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE erasure_erasure DISABLE TRIGGER USER")
    Erasure.objects.filter(person=person).update(done=None, second=None)


def wrapped(person: Person) -> bytes:
    return bytes(SubjectKey.objects.get(subject=person.pk).wrapped or b"")


def test_lost_keys_come_back() -> None:
    """With the table of keys gone, everything opens again, and the log is whole."""
    person = make.person()
    content = backup()
    whole = SubjectKey.objects.count()
    SubjectKey.objects.all().delete()

    done = restore(content)

    assert done == Restored(brought_back=whole, destroyed=0)
    assert register.statements(person.pk, at=LATER)
    assert list(check.differences()) == []


def test_what_lives_is_left_alone() -> None:
    """A restore where nothing is lost changes nothing."""
    make.person()
    content = backup()
    before = list(SubjectKey.objects.order_by("subject").values())

    assert restore(content) == Restored(brought_back=0, destroyed=0)
    assert list(SubjectKey.objects.order_by("subject").values()) == before


def test_an_older_backup_does_not_bring_him_back() -> None:
    """Erased after the backup was taken: he stays erased."""
    person = make.departed()
    content = backup()
    make.erased(person)

    assert restore(content) == Restored(brought_back=0, destroyed=0)
    with pytest.raises(KeyDestroyed):
        keyring.key(person.pk)


def test_the_record_of_erasures_counts_when_the_marks_are_lost() -> None:
    """The table of keys is gone, and with it the mark: the erasure on record holds."""
    person = make.departed()
    content = backup()
    make.erased(person)
    SubjectKey.objects.all().delete()

    done = restore(content)

    assert done.destroyed == 1
    with pytest.raises(KeyDestroyed):
        keyring.key(person.pk)


def test_a_newer_backup_erases_again_in_an_older_database() -> None:
    """A dump from before the erasure came back: the marks of the backup hold."""
    person = make.departed()
    key = wrapped(person)
    make.erased(person)
    content = backup()
    bring_back_the_older_database(person, key)
    assert keyring.has_key(person.pk)

    done = restore(content)

    assert done == Restored(brought_back=0, destroyed=1)
    with pytest.raises(KeyDestroyed):
        keyring.key(person.pk)


def test_an_older_database_without_its_keys() -> None:
    """A dump that left the keys out, and a newer backup: only the living come back."""
    person, other = make.departed(), make.person()
    make.erased(person)
    content = backup()
    bring_back_the_older_database(person, b"\0" * 60)
    SubjectKey.objects.all().delete()

    done = restore(content)

    assert done.destroyed == 1
    assert keyring.has_key(other.pk)
    assert not keyring.has_key(person.pk)


def test_expired() -> None:
    """After its last day nothing is taken from it, and nothing is recorded."""
    make.person()
    content = backup(days=1)
    admin = make.administrator()
    SubjectKey.objects.exclude(subject=keyring.OFFICE).delete()

    with pytest.raises(Expired):
        backups.restore(content, officer=admin, at=make.NOON + timedelta(days=2))
    assert not Entry.objects.filter(kind=backups.RESTORED).exists()
    backups.restore(content, officer=admin, at=make.NOON + timedelta(days=1))


def test_the_acts_hold_no_key() -> None:
    """Who, when, how many, until when: nothing that opens anything."""
    make.person()
    content = backup()
    restore(content)

    said = queries.opened(Entry.objects.get(kind=backups.BACKED_UP))
    assert said["expires"] == "2026-04-01"
    assert said["keys"] == SubjectKey.objects.count()
    for kind in (backups.BACKED_UP, backups.RESTORED):
        entry = Entry.objects.get(kind=kind)
        assert entry.subject == keyring.OFFICE
        sealed = content.splitlines()[2].decode()
        assert sealed[:40] not in str(queries.opened(entry))


def test_who_may_not() -> None:
    """Administrators alone; and a year is too long."""
    make.administrator()
    content = backup()
    other = make.officer("legal_officer")

    with pytest.raises(NotPermitted):
        backups.back_up(days=30, officer=other, at=make.NOON)
    with pytest.raises(NotPermitted):
        backups.restore(content, officer=other, at=make.NOON)
    with pytest.raises(ValueError, match="90 days"):
        backup(days=365)
    with pytest.raises(NoBackup):
        restore(b"something else")


def test_a_lost_key_of_the_office_is_not_made_anew() -> None:
    """A second foundation would put another key where the lost one belongs."""
    make.administrator()
    SubjectKey.objects.all().delete()

    with pytest.raises(RuntimeError, match="officers already"):
        staff.found(
            "Another", "UA", "second", "Second", password=make.PASSWORD, at=LATER
        )
