"""Entries that stand for nothing, so that numbers and hours tell nothing.

The log grows at fixed times by a fixed step, whatever happened: what is missing to the
step are dummies, mixed among the acts (LEDGER.md 5 and 12). A dummy is a true SC-1
commitment under a key of its own. Outsiders cannot tell it from an act; whoever may
have entries opened can be shown that it stands for nothing.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from safeconduct.keyring import actions as keyring_actions
from safeconduct.keyring import queries as keyring
from safeconduct.ledger import Commitment, commit

STEP = 64
_COPY = "COPY journal_padding (id, commitment) FROM STDIN (FORMAT BINARY)"
_CHANCE = secrets.SystemRandom()


def step(waiting: int) -> int:
    """Say by how much the log grows: 64, or the next power of two that holds all.

    A busy interval shows only the order of magnitude.
    """
    return max(STEP, 1 << (waiting - 1).bit_length()) if waiting else STEP


def order(acts: int, dummies: int) -> Iterator[bool]:
    """Mix dummies among acts by chance, each order as likely; `True` is an act.

    The acts keep their own order, so that of a person's acts none overtakes another.
    """
    # The fewer draw their places, again where one is taken: a byte for each entry, and
    # chance is asked for less than once for each, which is what takes the time.
    rare_is_act = acts <= dummies
    rare = bytearray(acts + dummies)
    missing = min(acts, dummies)
    while missing:
        place = _CHANCE.randrange(len(rare))
        missing -= not rare[place]
        rare[place] = True
    yield from (bool(taken) is rare_is_act for taken in rare)


def make(how_many: int, *, at: datetime) -> list[bytes]:
    """Make dummies, keep what opens them, and return their commitments."""
    if not keyring.has_key(keyring.PADDING):
        keyring_actions.create(keyring.PADDING, at=at)
    salt = keyring.key(keyring.PADDING).salt
    ids = [uuid4() for _ in range(how_many)]
    made = [_commitment(salt, row_id).entry for row_id in ids]
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.set_types(["uuid", "bytea"])
        for row in zip(ids, made, strict=True):
            copy.write_row(row)
    return made


def commitment(row_id: UUID) -> Commitment:
    """Make the commitment of a dummy again, to open it.

    Raises:
        KeyringError: The key of the dummies cannot be had.
    """
    return _commitment(keyring.key(keyring.PADDING).salt, row_id)


def _commitment(salt: bytes, row_id: UUID) -> Commitment:
    return commit(salt, row_id, [("act", "padding")])
