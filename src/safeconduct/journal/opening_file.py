r"""How is an opened entry handed to somebody outside, so that he can check it alone?

A JSON file, UTF-8, with these members and no others::

    {
      "format": "safeconduct-opening/1",
      "origin": "ledger.safeconduct.example/log1",
      "index": 52493,                      place in the log, from 0
      "commitment": "0100f4d0fb91…",       the public entry, 33 bytes in hexadecimal
      "openings": ["AeGRSnjM…"],           one for each opened field, base64 of SC-1
      "proof": "c2sp.org/tlog-proof@v1\n…"  that the entry is in the log
    }

An opening (`ledger.commitment`) shows one field and says nothing of the others. The
proof (`ledger.proof`) carries the checkpoint with its cosignatures. So whoever keeps
the policy checks the file years later, without a network and without us.

This module is pure: the files are made in `openings` and checked by anybody.

OpeningError
├── MalformedOpening     the bytes are no such file
└── NotThisEntry         its parts do not belong together
"""

import json
from dataclasses import dataclass
from typing import Any, Self

from safeconduct.ledger import (
    Policy,
    Proof,
    RefusedOpening,
    Witnessed,
    verify_opening,
)
from safeconduct.ledger.canonical import Value
from safeconduct.ledger.commitment import ENTRY_SIZE, SLOTS
from safeconduct.ledger.spelling import decode_base64, encode_base64

FORMAT = "safeconduct-opening/1"
MAX_FILE = 2_000_000  # bytes


class OpeningError(ValueError):
    """Base of what can be wrong with such a file."""


class MalformedOpening(OpeningError):
    """The bytes are not such a file."""


class NotThisEntry(OpeningError):
    """Entry, openings and proof do not belong together."""


@dataclass(frozen=True)
class Opened:
    """What a file shows to whoever believes a policy.

    Attributes:
        index: Place of the entry in the log.
        fields: Name and value of each opened field.
        witnessed: The checkpoint, and who cosigned it when.
    """

    index: int
    fields: tuple[tuple[str, Value], ...]
    witnessed: Witnessed


@dataclass(frozen=True)
class OpeningFile:
    """An entry with some of its fields opened, and its place in the log."""

    origin: str
    entry: bytes
    openings: tuple[bytes, ...]
    proof: Proof

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read such a file; whether it proves anything is another question.

        Raises:
            MalformedOpening: It is not one.
        """
        if len(content) > MAX_FILE:
            raise MalformedOpening(f"such a file has at most {MAX_FILE} bytes")
        try:
            members = json.loads(content.decode(), object_pairs_hook=_once)
            return cls._of(members)
        except (ValueError, RecursionError) as error:
            raise MalformedOpening("the file holds no opened entry") from error

    @classmethod
    def _of(cls, members: Any) -> Self:
        match members:
            case {
                "format": "safeconduct-opening/1",
                "origin": str() as origin,
                "index": int() as index,
                "commitment": str() as commitment,
                "openings": list() as openings,
                "proof": str() as proof,
                **rest,
            } if not rest and type(index) is int:
                made = cls(
                    origin,
                    bytes.fromhex(commitment),
                    tuple(decode_base64(_text(opening)) for opening in openings),
                    Proof.parse(proof.encode()),
                )
            case _:
                raise MalformedOpening("other members")
        if made.members != members:  # one spelling of each thing
            raise MalformedOpening("another spelling")
        return made

    def __post_init__(self) -> None:
        if len(self.entry) != ENTRY_SIZE or not 1 <= len(self.openings) <= SLOTS:
            raise MalformedOpening("an entry of 33 bytes, and one to 16 openings")

    @property
    def members(self) -> dict[str, Any]:
        """The members of the JSON object."""
        return {
            "format": FORMAT,
            "origin": self.origin,
            "index": self.proof.index,
            "commitment": self.entry.hex(),
            "openings": [encode_base64(opening) for opening in self.openings],
            "proof": self.proof.text.decode(),
        }

    @property
    def text(self) -> bytes:
        """The file."""
        return json.dumps(self.members, ensure_ascii=False, indent=2).encode() + b"\n"

    def verify(self, policy: Policy) -> Opened:
        """Check every part against what the reader believes.

        Raises:
            NotThisEntry: An opening is not this entry's, or another log is named.
            ValueError: What `Proof.verify` raises: the entry is not in the log, or
                the checkpoint is not believed.
        """
        witnessed = self.proof.verify(self.entry, policy)
        if witnessed.checkpoint.origin != self.origin:
            raise NotThisEntry("the proof is that of another log")
        return Opened(self.proof.index, self._fields(), witnessed)

    def _fields(self) -> tuple[tuple[str, Value], ...]:
        found = []
        for opening in self.openings:
            try:
                field = verify_opening(self.entry, opening)
            except RefusedOpening as error:
                raise NotThisEntry(str(error)) from error
            if field is None:
                raise NotThisEntry("a slot without a field was opened")
            found.append(field)
        if len({name for name, _value in found}) != len(found):
            raise NotThisEntry("a field was opened twice")
        return tuple(found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that has a member twice: readers differ on which one counts."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedOpening("a member stands twice")
    return found


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise MalformedOpening("an opening is written in base64")
    return value
