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

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Self

from safeconduct.ledger.merkle import EMPTY_ROOT, HASH_SIZE
from safeconduct.ledger.note import NoteVerifier, Signer, open_note, sign_note

_TEXT = re.compile(
    r"(?P<origin>[^\n]+)\n"
    r"(?P<size>0|[1-9][0-9]{0,18})\n"
    r"(?P<root>[A-Za-z0-9+/]{43}=)\n"
)
_MAX_SIZE = 2**63 - 1  # what a signed 64-bit integer holds, as in x/mod


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
        if not 0 <= self.size <= _MAX_SIZE or len(self.root) != HASH_SIZE:
            raise MalformedCheckpoint("a size fits 63 bits, a root has 32 bytes")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise MalformedCheckpoint("the root of an empty log is the hash of nothing")

    @property
    def text(self) -> bytes:
        """The three lines that are signed."""
        encoded = base64.b64encode(self.root).decode()
        return f"{self.origin}\n{self.size}\n{encoded}\n".encode()

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
            root = base64.b64decode(match["root"], validate=True)
        except binascii.Error as error:  # pragma: no cover  43 letters and = decode
            raise MalformedCheckpoint("a root is base64") from error
        checkpoint = cls(match["origin"], int(match["size"]), root)
        if checkpoint.text != text:  # the last letter of the root has two loose bits
            raise MalformedCheckpoint("a root has one spelling in base64")
        return checkpoint


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
