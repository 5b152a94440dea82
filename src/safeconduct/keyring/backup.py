"""All keys of the house in one file that expires: its bytes, and what they hold.

Three lines of text:

    safeconduct-keys/1
    expires 2026-04-01
    <base64 of the sealed rows>

The rows are sealed with AES-256-GCM under a key derived from the master key (HKDF-
SHA-256, RFC 5869), and the day belongs to what is authenticated: who writes another
day above them can open nothing. After that day `rows` refuses. That binds this
program alone: whoever has the file and the master key can read the keys with one of
his own, on any day. So a file that has expired is destroyed.

Destroyed keys are named as well, by the subject's number, so that a later backup
takes from an older database what was erased in between.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from safeconduct.keyring import queries
from safeconduct.keyring.errors import Expired, NoBackup, SealBroken
from safeconduct.keyring.keys import KEY_BYTES, seal, unseal
from safeconduct.keyring.models import SubjectKey

FORMAT = "safeconduct-keys/1"
_FILE = re.compile(
    rb"safeconduct-keys/1\nexpires ([0-9]{4}-[0-9]{2}-[0-9]{2})\n([A-Za-z0-9+/=]+)\n"
)


@dataclass(frozen=True)
class Kept:
    """One subject's key as the backup holds it; without `wrapped` it was destroyed."""

    subject: UUID
    wrapped: bytes | None
    created: datetime
    destroyed: datetime | None

    @classmethod
    def of(cls, row: SubjectKey) -> Self:
        """Copy a row."""
        wrapped = None if row.wrapped is None else bytes(row.wrapped)
        return cls(row.subject, wrapped, row.created, row.destroyed)

    @property
    def row(self) -> SubjectKey:
        """The row to be written."""
        return SubjectKey(
            subject=self.subject, wrapped=self.wrapped, created=self.created
        )

    @property
    def members(self) -> list[str]:
        """Four texts: subject, wrapped key, created, destroyed; empty for none."""
        return [
            str(self.subject),
            b64encode(self.wrapped or b"").decode(),
            self.created.isoformat(),
            self.destroyed.isoformat() if self.destroyed is not None else "",
        ]

    @classmethod
    def parse(cls, members: Any) -> Self:
        """Read what `members` wrote."""
        subject, wrapped, created, destroyed = members
        return cls(
            UUID(subject),
            b64decode(wrapped, validate=True) or None,
            datetime.fromisoformat(created),
            datetime.fromisoformat(destroyed) if destroyed else None,
        )


def everything() -> list[Kept]:
    """Copy the key of every subject, and the mark of every one that was destroyed.

    Raises:
        SealBroken: A key here does not open: a backup of it would be worth nothing.
    """
    rows = list(SubjectKey.objects.order_by("subject"))
    damaged = sum(row.wrapped is not None and not queries.opens(row) for row in rows)
    if damaged:
        raise SealBroken(
            f"{damaged} of the keys cannot be opened: the master key is another one, or"
            " they are damaged. No backup was made. Restore an earlier one first."
        )
    return [Kept.of(row) for row in rows]


def file(kept: Collection[Kept], *, last: date) -> bytes:
    """Seal keys into a file that may be restored until the end of a day, in UTC."""
    clear = json.dumps([one.members for one in kept]).encode()
    sealed = seal(_key(), clear, place=_place(f"{last}"))
    text = f"{FORMAT}\nexpires {last}\n{b64encode(sealed).decode()}\n"
    return text.encode()


def rows(content: bytes, *, today: date) -> list[Kept]:
    """Take the keys out of a file.

    Args:
        content: What `file` made.
        today: The day, in UTC.

    Raises:
        NoBackup: It is none, was altered, or is sealed under another master key.
        Expired: Its last day is before today.
    """
    day, sealed = _parts(content)
    try:
        clear = unseal(_key(), sealed, place=_place(day))
    except SealBroken:
        raise NoBackup(
            "This backup of keys was altered, or it was made under another master key."
            " Use the SAFECONDUCT_MASTER_KEY of the register it was made in."
        ) from None
    last = date.fromisoformat(day)
    if today > last:
        raise Expired(last)
    return [Kept.parse(members) for members in json.loads(clear)]


def _parts(content: bytes) -> tuple[str, bytes]:
    """Read the day and the sealed rows."""
    found = _FILE.fullmatch(content)
    try:
        if found is not None:
            return found[1].decode(), b64decode(found[2], validate=True)
    except ValueError:
        pass  # no base64
    raise NoBackup(
        "This file is no backup of keys. `safeconduct keys backup` makes one."
    )


def _place(day: str) -> str:
    return f"{FORMAT}/{day}"


def _key() -> bytes:
    """Derive the key of the backups: the master key itself seals single keys."""
    hkdf = HKDF(SHA256(), KEY_BYTES, salt=None, info=b"safeconduct/keys-backup")
    return hkdf.derive(settings.MASTER_KEY)
