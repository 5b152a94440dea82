"""Making and destroying the key of a subject."""

import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings

from safeconduct.keyring.keys import KEY_BYTES, Key, seal
from safeconduct.keyring.models import SubjectKey


def create(subject: UUID, *, at: datetime) -> Key:
    """Make the subject's key, inside the transaction of the act that needs it."""
    secret = secrets.token_bytes(KEY_BYTES)
    wrapped = seal(settings.MASTER_KEY, secret, place=f"keyring/{subject}")
    SubjectKey.objects.create(subject=subject, wrapped=wrapped, created=at)
    return Key(subject, secret)


def destroy(subject: UUID, *, at: datetime) -> None:
    """Erase the subject: nothing sealed under the key can be read afterwards."""
    SubjectKey.objects.filter(subject=subject, destroyed=None).update(
        wrapped=None, destroyed=at
    )
