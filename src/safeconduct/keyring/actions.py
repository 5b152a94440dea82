"""Making and destroying the key of a subject, and bringing back a lost one."""

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from safeconduct.keyring import queries
from safeconduct.keyring.backup import Kept
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
    living = SubjectKey.objects.filter(subject=subject, destroyed=None)
    if not living.update(wrapped=None, destroyed=at):
        # A row that was lost must not come back from a backup: a mark is left.
        gone = {"wrapped": None, "created": at, "destroyed": at}
        SubjectKey.objects.get_or_create(subject=subject, defaults=gone)


@dataclass(frozen=True)
class Restored:
    """How many keys came back, and how many were destroyed as they had been before."""

    brought_back: int
    destroyed: int


def restore(
    kept: Collection[Kept], *, gone: Callable[[], Collection[UUID]], at: datetime
) -> Restored:
    """Bring back lost and damaged keys; never one that was destroyed, by any record.

    A key is destroyed if this database says so, or the backup does, or `gone`. What
    lives here and opens is left as it is.

    Args:
        kept: What the backup holds.
        gone: Asks for the subjects that were erased, once nobody else writes keys.
        at: When, timezone-aware.
    """
    with connection.cursor() as cursor:
        # An erasure that commits at this moment comes wholly before or wholly after.
        cursor.execute("LOCK TABLE keyring_subjectkey IN SHARE ROW EXCLUSIVE MODE")
    dead = {one.subject for one in kept if one.wrapped is None} | set(gone())
    here = {row.subject: row for row in SubjectKey.objects.all()}
    unmarked = [s for s in dead if s not in here or here[s].wrapped is not None]
    for subject in unmarked:
        destroy(subject, at=at)
    lost = [
        one.row
        for one in kept
        if one.subject not in dead and _is_lost(here.get(one.subject))
    ]
    SubjectKey.objects.bulk_create(
        lost,
        batch_size=1_000,
        update_conflicts=True,
        unique_fields=["subject"],
        update_fields=["wrapped"],
    )
    return Restored(len(lost), len(unmarked))


def _is_lost(row: SubjectKey | None) -> bool:
    """Say whether a subject has no key that opens, though none was destroyed."""
    return row is None or (row.wrapped is not None and not queries.opens(row))
