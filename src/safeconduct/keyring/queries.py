"""Getting at the key of a subject."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.conf import settings

from safeconduct.keyring.errors import KeyDestroyed, NoKey, SealBroken
from safeconduct.keyring.keys import Key, unseal
from safeconduct.keyring.models import SubjectKey

# Acts that concern no person, and reports that concern several, use this subject.
OFFICE = UUID("5afec0d0-0000-4000-8000-000000000001")
# The entries of the log that stand for nothing.
PADDING = UUID("5afec0d0-0000-4000-8000-000000000002")


def key(subject: UUID) -> Key:
    """Unwrap the subject's key.

    Raises:
        NoKey: None was ever made.
        KeyDestroyed: The subject was erased.
        SealBroken: The master key is another one, or the row was altered.
    """
    row = SubjectKey.objects.filter(subject=subject).first()
    if row is None:
        raise NoKey(subject)
    if row.wrapped is None:
        raise KeyDestroyed(subject, row.destroyed)
    return Key(subject, unwrap(subject, bytes(row.wrapped)))


def keys(subjects: Collection[UUID]) -> dict[UUID, Key]:
    """Unwrap the keys that live, of several subjects.

    Raises:
        SealBroken: The master key is another one, or a row was altered.
    """
    rows = SubjectKey.objects.filter(subject__in=subjects, destroyed=None)
    return {
        row.subject: Key(row.subject, unwrap(row.subject, bytes(row.wrapped)))
        for row in rows
        if row.wrapped is not None
    }


def unwrap(subject: UUID, wrapped: bytes) -> bytes:
    """Take a subject's 32 bytes out of the master key's seal.

    Raises:
        SealBroken: The master key is another one, or the bytes were altered.
    """
    return unseal(settings.MASTER_KEY, wrapped, place=f"keyring/{subject}")


def opens(row: SubjectKey) -> bool:
    """Say whether a row's key can be unwrapped; false of a destroyed one."""
    try:
        return row.wrapped is not None and bool(unwrap(row.subject, bytes(row.wrapped)))
    except SealBroken:
        return False


def has_key(subject: UUID) -> bool:
    """Say whether the subject's key lives."""
    return SubjectKey.objects.filter(subject=subject, destroyed=None).exists()


def demand_not_destroyed(subject: UUID) -> None:
    """Refuse to go on with a subject that was erased.

    Raises:
        KeyDestroyed: It was, and when.
    """
    for at in destroyed([subject]).values():
        raise KeyDestroyed(subject, at)


def destroyed(subjects: Collection[UUID]) -> dict[UUID, datetime]:
    """Find which of the subjects were erased, and when."""
    rows = SubjectKey.objects.filter(subject__in=subjects, destroyed__isnull=False)
    return {row.subject: row.destroyed for row in rows if row.destroyed is not None}


def count() -> tuple[int, int]:
    """Count the subjects whose keys live, and those that were erased."""
    living = SubjectKey.objects.filter(destroyed=None).count()
    return living, SubjectKey.objects.exclude(destroyed=None).count()
