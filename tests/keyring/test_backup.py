from datetime import date, timedelta
from uuid import uuid4

import pytest
from pytest_django import Settings

from safeconduct.keyring import actions, backup, queries
from safeconduct.keyring.backup import Kept
from safeconduct.keyring.errors import Expired, NoBackup, SealBroken
from safeconduct.keyring.models import SubjectKey
from tests.make import NOON

LAST = date(2026, 4, 1)
KEPT = [
    Kept(uuid4(), bytes(range(60)), NOON, None),
    Kept(uuid4(), None, NOON, NOON + timedelta(days=1)),
]


def test_what_was_sealed_is_read_until_its_last_day() -> None:
    """Rows come back as they were, on the last day as well, and not after it."""
    content = backup.file(KEPT, last=LAST)

    assert backup.rows(content, today=LAST) == KEPT
    with pytest.raises(Expired, match="expired on 2026-04-01"):
        backup.rows(content, today=LAST + timedelta(days=1))


def test_another_day_opens_nothing() -> None:
    """The day that a person reads is bound into what is sealed."""
    content = backup.file(KEPT, last=LAST).replace(b"2026-04-01", b"2036-04-01")

    with pytest.raises(NoBackup, match="altered"):
        backup.rows(content, today=LAST)


def test_another_master_key(settings: Settings) -> None:
    """A file of another register is refused, and no key of ours is shown by it."""
    content = backup.file(KEPT, last=LAST)
    settings.MASTER_KEY = bytes(32)

    with pytest.raises(NoBackup, match="another master key"):
        backup.rows(content, today=LAST)


def test_every_byte_counts() -> None:
    """Whatever byte is altered, lost or added, nothing is taken from the file."""
    content = backup.file(KEPT[:1], last=LAST)

    for at in range(len(content)):
        altered = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        for wrong in (altered, content[:at], content + content[at : at + 1]):
            with pytest.raises(NoBackup):
                backup.rows(wrong, today=LAST)


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"safeconduct-keys/1\nexpires soon\nAAAA\n"]
)
def test_something_else(content: bytes) -> None:
    """What is no such file is named as such."""
    with pytest.raises(NoBackup, match="no backup of keys"):
        backup.rows(content, today=LAST)


def test_two_backups_of_the_same_keys_differ() -> None:
    """Nobody sees from two files whether anything was erased in between."""
    assert backup.file(KEPT, last=LAST) != backup.file(KEPT, last=LAST)


@pytest.mark.django_db
def test_a_damaged_key_is_not_backed_up_but_mended() -> None:
    """A backup that could not help is not made; an earlier one brings the key back."""
    subject = uuid4()
    secret = actions.create(subject, at=NOON)
    earlier = backup.everything()
    SubjectKey.objects.filter(subject=subject).update(wrapped=bytes(60))

    with pytest.raises(SealBroken, match="1 of the keys"):
        backup.everything()
    done = actions.restore(earlier, gone=frozenset, at=NOON)

    assert (done.brought_back, done.destroyed) == (1, 0)
    assert queries.key(subject) == secret
    assert backup.everything() == earlier


@pytest.mark.django_db
def test_destroying_a_lost_key_leaves_a_mark() -> None:
    """So no backup brings it back afterwards."""
    subject = uuid4()
    actions.create(subject, at=NOON)
    earlier = backup.everything()
    SubjectKey.objects.filter(subject=subject).delete()

    actions.destroy(subject, at=NOON)
    done = actions.restore(earlier, gone=frozenset, at=NOON)

    assert (done.brought_back, done.destroyed) == (0, 0)
    assert queries.destroyed([subject]) == {subject: NOON}
