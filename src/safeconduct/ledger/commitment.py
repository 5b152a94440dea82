"""How does a public entry bind an act without telling anything of it?

SC-1. An entry is 33 bytes: ``01`` and the root of a Merkle tree of 16 salted slots.
All slots are always hashed, so that an entry does not show how many fields it has.
``HMAC`` is HMAC-SHA-256, ``‖`` joins bytes, i is 0 to 15::

    k_entry = HMAC(k_person, "sc1/entry" ‖ entry UUID, 16 bytes)
    salt_i  = HMAC(k_entry, "sc1/slot" ‖ byte i)
    p_i     = salt_i ‖ JCS([name, value])        a used slot
    p_i     = salt_i                             an unused slot
    leaf_i  = SHA-256(00 ‖ p_i)
    entry   = 01 ‖ root of the 16 leaves         as in `merkle`
    opening = byte i ‖ 4 path hashes, leaf to root ‖ p_i

JCS is RFC 8785 with strings in NFC (`canonical`). Values are strings, integers,
booleans or None.

With the person key ``00 01 … 1f``, the entry UUID
``00112233-4455-6677-8899-aabbccddeeff`` and ``wish = undecided`` in slot 1::

    k_entry  8691c6b8eebe28d47d7f5b759991f124904793d4dfda61f5ba8e40f5c67a138d
    salt_1   e1914a78ccd35f4a9d2c75b800ff8077b667edbd1d4f9d6cb0f1348a75c71939
    JCS      ["wish","undecided"]
    leaf_1   b141160bac4035316ae9ba52677db087e34998a7845f49a3347730931cb2a27a

Every slot has a salt of its own: a wish has three values, and whoever holds the
salt finds it in three guesses. So an opening of one field says nothing of another,
and without the person's key nobody can test a guess: destroying the key erases.

Slots are secrets. Neither they nor values stand in a message or a repr.
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self
from uuid import UUID

from safeconduct.ledger import canonical
from safeconduct.ledger.canonical import Value
from safeconduct.ledger.merkle import (
    HASH_SIZE,
    InvalidProof,
    leaf_hash,
    node_hash,
    verify_inclusion,
)

SLOTS = 16
KEY_SIZE = 32
ENTRY_SIZE = 1 + HASH_SIZE

_VERSION = b"\x01"
_DEPTH = 4  # 2**4 = 16 slots
_SALT_AT = 1 + _DEPTH * HASH_SIZE  # where p_i begins in an opening

__all__ = [
    "ENTRY_SIZE",
    "KEY_SIZE",
    "SLOTS",
    "Commitment",
    "RefusedOpening",
    "Value",
    "commit",
    "verify_opening",
]


class RefusedOpening(ValueError):
    """The opening is not one of this entry: something was altered or exchanged."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """An entry with all that is needed to open it.

    Attributes:
        slots: p_0 to p_15, the exact bytes that were hashed. They are stored, not
            made again later, and are as secret as what they say.
        entry: The 33 public bytes.
    """

    slots: tuple[bytes, ...] = field(repr=False)
    entry: bytes = field(init=False)
    _levels: tuple[tuple[bytes, ...], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        levels = [tuple(leaf_hash(slot) for slot in self.slots)]
        while len(levels[-1]) > 1:
            pairs = iter(levels[-1])
            levels.append(tuple(node_hash(left, next(pairs)) for left in pairs))
        object.__setattr__(self, "_levels", tuple(levels))
        object.__setattr__(self, "entry", _VERSION + levels[-1][0])

    @classmethod
    def from_slots(cls, slots: Sequence[bytes]) -> Self:
        """Take up the slots that were stored, to open fields once more.

        Raises:
            ValueError: They are not 16 slots with a salt each.
        """
        if len(slots) != SLOTS or any(len(slot) < HASH_SIZE for slot in slots):
            raise ValueError("a commitment has 16 slots of at least 32 bytes")
        return cls(tuple(slots))

    def opening(self, i: int) -> bytes:
        """Open slot `i`, 0 to 15: 161 bytes and the JCS text.

        Raises:
            ValueError: There is no such slot.
        """
        if not 0 <= i < SLOTS:
            raise ValueError("slots are numbered 0 to 15")
        path = [self._levels[level][i >> level ^ 1] for level in range(_DEPTH)]
        return bytes([i]) + b"".join(path) + self.slots[i]


def commit(
    person_key: bytes, entry_id: UUID, fields: Sequence[tuple[str, Value]]
) -> Commitment:
    """Commit to up to 16 fields under the key of the person they concern.

    Args:
        person_key: 32 random bytes, one key for each person.
        entry_id: The entry's own UUID. Never use one twice with other fields: the
            salts would be the same.
        fields: Name and value, in slot order. The order carries no meaning.

    Raises:
        ValueError: More than 16 fields, a name that stands twice, or a value that
            is not a string, an integer, a boolean or None.
    """
    if len(person_key) != KEY_SIZE:
        raise ValueError("a person key has 32 bytes")
    if len(fields) > SLOTS:
        raise ValueError(f"an entry has {SLOTS} slots, and {len(fields)} fields came")
    named = [(canonical.normalise(name), value) for name, value in fields]
    if len({name for name, _ in named}) != len(named):
        raise ValueError("a field name stands twice")
    entry_key = _hmac(person_key, b"sc1/entry" + entry_id.bytes)
    contents = [_canonical(name, value) for name, value in named]
    contents += [b""] * (SLOTS - len(contents))
    return Commitment(
        tuple(
            _hmac(entry_key, b"sc1/slot" + bytes([i])) + content
            for i, content in enumerate(contents)
        )
    )


def verify_opening(entry: bytes, opening: bytes) -> tuple[str, Value] | None:
    """Check an opening against its entry, and read it.

    Returns:
        Name and value; None for a slot that was left unused.

    Raises:
        RefusedOpening: The entry does not commit to this slot.
    """
    if len(entry) != ENTRY_SIZE or not entry.startswith(_VERSION):
        raise RefusedOpening("an entry is 01 and 32 bytes")
    if len(opening) < _SALT_AT + HASH_SIZE or opening[0] >= SLOTS:
        raise RefusedOpening("an opening is a slot number, four hashes, and the slot")
    path = [opening[at : at + HASH_SIZE] for at in range(1, _SALT_AT, HASH_SIZE)]
    slot = opening[_SALT_AT:]
    try:
        verify_inclusion(opening[0], SLOTS, leaf_hash(slot), path, entry[1:])
    except InvalidProof as error:
        raise RefusedOpening("the entry does not commit to this slot") from error
    content = slot[HASH_SIZE:]
    return _read(content) if content else None


def _read(content: bytes) -> tuple[str, Value]:
    """Read JCS([name, value]); what we would not have written so is refused."""
    try:
        name, value = canonical.read(content)
    except ValueError:
        name = value = None
    if not isinstance(name, str):
        raise RefusedOpening("the slot does not hold one name and one value")
    return name, value


def _canonical(name: str, value: Value) -> bytes:
    return canonical.write([name, value], what=f"field {name!r}")


def _hmac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")
