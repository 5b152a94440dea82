"""Getting at the key of a subject."""

from uuid import UUID

from django.conf import settings

from safeconduct.keyring.errors import KeyDestroyed, NoKey
from safeconduct.keyring.keys import Key, unseal
from safeconduct.keyring.models import SubjectKey

# Acts that concern no person, and reports that concern several, use this subject.
OFFICE = UUID("5afec0d0-0000-4000-8000-000000000001")


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
        raise KeyDestroyed(subject)
    place = f"keyring/{subject}"
    return Key(subject, unseal(settings.MASTER_KEY, bytes(row.wrapped), place=place))


def has_key(subject: UUID) -> bool:
    """Say whether the subject's key lives."""
    return SubjectKey.objects.filter(subject=subject, destroyed=None).exists()
