"""What a row looked like: its canonical bytes and their keyed digest."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import rfc8785
from django.db import models

from safeconduct.journal.models import RowDigest
from safeconduct.keyring.keys import Key
from safeconduct.ledger import Commitment

_SALT_BYTES = 32


def digest(row: models.Model, key: Key) -> bytes:
    """Fingerprint all stored columns of a row with its subject's key.

    Empty columns (NULL) are left out, so that a column added later, empty in the
    rows that are there, changes no fingerprint.
    """
    columns: dict[str, Any] = {
        str(field.column): _canonical(field.to_python(getattr(row, field.attname)))
        for field in row._meta.concrete_fields
        if getattr(row, field.attname) is not None
    }
    return key.digest(rfc8785.dumps(columns))


def _canonical(value: Any) -> Any:
    """Bring a stored value into the form that JSON has."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date() | UUID():
            return str(value)
        case bytes() | memoryview() | bytearray():
            return bytes(value).hex()
        case dict():
            return {str(name): _canonical(part) for name, part in value.items()}
        case list() | tuple():
            return [_canonical(part) for part in value]
        case _:
            return value


def summary(digests: Iterable[RowDigest]) -> str:
    """Name all rows of an act and their digests by one SHA-256, in hexadecimal."""
    lines = sorted(f"{d.table} {d.row} {bytes(d.digest).hex()}\n" for d in digests)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def pack(slots: Sequence[bytes]) -> bytes:
    """Join the 16 slots, each behind its length (uint16, big-endian)."""
    return b"".join(len(slot).to_bytes(2, "big") + slot for slot in slots)


def unpack(packed: bytes) -> list[bytes]:
    """Split what `pack` joined."""
    slots, rest = [], packed
    while rest:
        end = 2 + int.from_bytes(rest[:2], "big")
        slots.append(rest[2:end])
        rest = rest[end:]
    return slots


def fields(slots: Sequence[bytes]) -> dict[str, str | int | bool | None]:
    """Read name and value of every used slot."""
    pairs = (json.loads(slot[_SALT_BYTES:]) for slot in slots if slot[_SALT_BYTES:])
    return dict(pairs)


def commitment(slots: Sequence[bytes]) -> bytes:
    """Make the 33-byte entry again from the stored slots."""
    return Commitment.from_slots(slots).entry
