"""How does one entry name many persons, each of whom can prove his row and no other?

An exchange or a transfer has a list. Its rows are the leaves of a tree of 2**d leaves
(d at most 8), each row salted under the key of the person it concerns; `HMAC` is
HMAC-SHA-256, ``‖`` joins bytes::

    salt  = HMAC(HMAC(k_person, "sc1/manifest" ‖ manifest UUID, 16 bytes), "row")
    row   = salt ‖ JCS([value, …])           as in `canonical`
    row   = 32 random bytes                  a filler: how many rows are real is hidden
    leaf  = SHA-256(00 ‖ row)
    root  = root of the leaves               as in `merkle`
    field = ("manifest", "<d>:<hex of the root>")

The root is one field of an ordinary entry (`commitment`), so that a manifest does not
show in the log. The depth stands before it: who checks a row must know how long the
path is. An opening of row r, 317 bytes at 256 rows and 28 of JCS, is::

    byte r ‖ d path hashes, leaf to root ‖ row

With the person keys ``a1…a1``, ``a2…a2``, ``a3…a3``, the manifest UUID
``ffeeddcc-bbaa-9988-7766-554433221100``, the rows ``["P-000001","transfer","KR"]``,
``["P-000002","transfer","KR"]``, ``["P-000003","repatriation","KP"]`` and a filler of
32 bytes ``5c``, d is 2 and the root
``6f819b32368cab04d7e63f2bc80ec47c8bee2fe08894c41529878dc813fb3d5b``.

Destroying one person's key makes his row meaningless and leaves the others provable.
Rows are secrets. Neither they nor values stand in a message or a repr.
"""

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self
from uuid import UUID

from safeconduct.ledger import canonical
from safeconduct.ledger.canonical import Value
from safeconduct.ledger.commitment import KEY_SIZE, RefusedOpening
from safeconduct.ledger.merkle import (
    HASH_SIZE,
    InvalidProof,
    inclusion_proof,
    leaf_hash,
    nodes_of,
    root,
    verify_inclusion,
)

FIELD = "manifest"  # the name of the field that holds it
MAX_ROWS = 256  # a row number is one byte

_VALUE = re.compile(r"([0-8]):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest with all that is needed to open it.

    Attributes:
        rows: The exact bytes that were hashed, fillers and all: a power of two, at
            most 256. They are stored, not made again later.
    """

    rows: tuple[bytes, ...] = field(repr=False)

    @classmethod
    def from_rows(cls, rows: Sequence[bytes]) -> Self:
        """Take up the rows that were stored, to open some once more.

        Raises:
            ValueError: They are not a power of two of rows, with a salt each.
        """
        count = len(rows)
        if count.bit_count() != 1 or count > MAX_ROWS:
            raise ValueError(f"a manifest has 1, 2, 4, … or {MAX_ROWS} rows")
        if any(len(row) < HASH_SIZE for row in rows):
            raise ValueError("a row has at least 32 bytes")
        return cls(tuple(rows))

    @property
    def depth(self) -> int:
        """How many hashes lead from a row to the root, 0 to 8."""
        return len(self.rows).bit_length() - 1

    @property
    def entry_field(self) -> tuple[str, str]:
        """Name and value of the field that commits an entry to this manifest."""
        return FIELD, f"{self.depth}:{root(map(leaf_hash, self.rows)).hex()}"

    def opening(self, r: int) -> bytes:
        """Open row `r`, from 0.

        Raises:
            ValueError: There is no such row.
        """
        if not 0 <= r < len(self.rows):
            raise ValueError(f"rows are numbered 0 to {len(self.rows) - 1}")
        nodes = nodes_of([leaf_hash(row) for row in self.rows])
        path = inclusion_proof(r, len(self.rows), nodes)
        return bytes([r]) + b"".join(path) + self.rows[r]


def manifest(
    manifest_id: UUID,
    rows: Sequence[tuple[bytes, Sequence[Value]]],
    fillers: Sequence[bytes],
) -> Manifest:
    """Make a manifest of up to 256 rows.

    Args:
        manifest_id: The manifest's own UUID. Never use one twice.
        rows: The key of a person (32 bytes) and the values of his row, in order. A
            person has one row: two would have the same salt.
        fillers: 32 random bytes each, from the caller, to the next power of two or a
            larger one. Mix real rows and fillers by giving rows in random order.

    Raises:
        ValueError: Rows and fillers are not 1, 2, 4, … or 256, a key has not 32 bytes
            or comes twice, or a value cannot be written.
    """
    keys = [key for key, _ in rows]
    if any(len(key) != KEY_SIZE for key in keys):
        raise ValueError("a person key has 32 bytes")
    if len(set(keys)) != len(keys):
        raise ValueError("a person has one row in a manifest")
    if any(len(filler) != HASH_SIZE for filler in fillers):
        raise ValueError("a filler has 32 random bytes")
    salted = [
        _salt(key, manifest_id) + canonical.write(values, what=f"row {number}")
        for number, (key, values) in enumerate(rows)
    ]
    return Manifest.from_rows([*salted, *fillers])


def verify_row(value: str, opening: bytes) -> list[Value] | None:
    """Check the opening of a row against a manifest, and read it.

    Args:
        value: Of the field `manifest`, as `verify_opening` read it from the entry.
        opening: Of the row.

    Returns:
        The values of the row; None for a filler.

    Raises:
        RefusedOpening: The manifest does not hold this row.
    """
    match_ = _VALUE.fullmatch(value)
    if match_ is None:
        raise RefusedOpening("a manifest is its depth and its root")
    depth, digest = int(match_[1]), bytes.fromhex(match_[2])
    row_at = 1 + depth * HASH_SIZE
    if len(opening) < row_at + HASH_SIZE:
        raise RefusedOpening("an opening is a row number, the path, and the row")
    path = [opening[at : at + HASH_SIZE] for at in range(1, row_at, HASH_SIZE)]
    row = opening[row_at:]
    try:
        verify_inclusion(opening[0], 1 << depth, leaf_hash(row), path, digest)
    except InvalidProof as error:
        raise RefusedOpening("the manifest does not hold this row") from error
    return _read(row[HASH_SIZE:])


def _read(content: bytes) -> list[Value] | None:
    try:
        return canonical.read(content) if content else None
    except ValueError as error:
        raise RefusedOpening("the row does not hold a list of values") from error


def _salt(person_key: bytes, manifest_id: UUID) -> bytes:
    key = hmac.digest(person_key, b"sc1/manifest" + manifest_id.bytes, "sha256")
    return hmac.digest(key, b"row", "sha256")
