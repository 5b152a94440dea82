"""To which tree has a log bound itself?

C2SP tlog-checkpoint v1.0.0: a signed note (`note`) whose text has three lines::

    ledger.safeconduct.example/log1                      origin
    70000                                                size, decimal
    /PZd0MhmdOP3BttzPV3OSx0jnVS2e/16LVPTiknWF1Y=         root, base64

The origin is the log's URL without scheme and final slash. Our log's key has the
origin for its name. Extension lines are allowed by C2SP and refused here: nobody
can audit them.

Never sign two checkpoints without a consistency proof between them.
"""

import re
from dataclasses import dataclass
from typing import Self

from safeconduct.ledger.merkle import EMPTY_ROOT, HASH_SIZE
from safeconduct.ledger.note import NoteVerifier, Signer, open_note, sign_note
from safeconduct.ledger.spelling import (
    MAX_NUMBER,
    decode_hash,
    decode_number,
    encode_base64,
)

_TEXT = re.compile(
    r"(?P<origin>[^\n]+)\n"
    r"(?P<size>[^\n]+)\n"
    r"(?P<root>[^\n]+)\n"
)


class MalformedCheckpoint(ValueError):
    """The text is not origin, size and root, exactly as they must be written."""


class WrongOrigin(ValueError):
    """The checkpoint is another log's; `origin` is the one it names."""

    def __init__(self, origin: str) -> None:
        super().__init__(f"the checkpoint is that of {origin}")
        self.origin = origin


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One state of a log: `size` entries with this root of 32 bytes."""

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not self.origin or any(
            ord(character) < ord(" ") for character in self.origin
        ):
            raise MalformedCheckpoint("an origin is one line, and not empty")
        if not 0 <= self.size <= MAX_NUMBER or len(self.root) != HASH_SIZE:
            raise MalformedCheckpoint("a size fits 63 bits, a root has 32 bytes")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise MalformedCheckpoint("the root of an empty log is the hash of nothing")

    @property
    def text(self) -> bytes:
        """The three lines that are signed."""
        root = encode_base64(self.root)
        return f"{self.origin}\n{self.size}\n{root}\n".encode()

    @classmethod
    def parse(cls, text: bytes) -> Self:
        """Read the text of a checkpoint; whether it is signed is another question.

        Raises:
            MalformedCheckpoint: It is not written exactly as `text` writes it.
        """
        try:
            match = _TEXT.fullmatch(text.decode())
        except UnicodeDecodeError as error:
            raise MalformedCheckpoint("a checkpoint is UTF-8") from error
        if match is None:
            raise MalformedCheckpoint("a checkpoint is three lines: origin, size, root")
        try:
            size, root = decode_number(match["size"]), decode_hash(match["root"])
        except ValueError as error:
            raise MalformedCheckpoint(
                "a size is decimal, a root 32 bytes in base64, each in one spelling"
            ) from error
        return cls(match["origin"], size, root)


def sign_checkpoint(checkpoint: Checkpoint, signer: Signer) -> bytes:
    """Sign a checkpoint: the bytes to publish.

    Raises:
        WrongOrigin: The key is another log's: its name is not the origin.
    """
    if signer.name != checkpoint.origin:
        raise WrongOrigin(checkpoint.origin)
    return sign_note(checkpoint.text, signer)


def open_checkpoint(note: bytes, verifier: NoteVerifier, origin: str) -> Checkpoint:
    """Read a published checkpoint of a log whose key and origin we know.

    Raises:
        NoteError: It is not a note, or `verifier` did not sign it.
        MalformedCheckpoint: What was signed is no checkpoint.
        WrongOrigin: It is the checkpoint of another log.
    """
    checkpoint = Checkpoint.parse(open_note(note, [verifier]).text)
    if checkpoint.origin != origin:
        raise WrongOrigin(checkpoint.origin)
    return checkpoint
