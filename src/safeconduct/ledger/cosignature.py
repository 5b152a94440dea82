"""Who else saw this tree, and when?

C2SP tlog-cosignature v1.0.1 with Ed25519, algorithm ``04``. A witness signs a
checkpoint after it has checked that it is consistent with the last one it saw. Its
line stands in the note below the log's; the signature has 72 bytes::

    time, seconds since 1970 UTC, uint64 big-endian ‖ Ed25519 signature

and the signed text begins with two lines that a checkpoint cannot begin with::

    cosignature/v1
    time 1785500000
    ledger.safeconduct.example/log1
    70000
    /PZd0MhmdOP3BttzPV3OSx0jnVS2e/16LVPTiknWF1Y=

With the seed of 32 bytes ``01`` and the name ``witness-1.example/w`` this gives the
line ``— witness-1.example/w 0MvQ2QAAAABqbJFgTaJ2yECX…`` and is verified by
``witness-1.example/w+d0cbd0d9+BIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c``.

The signed text does not name the witness: each witness needs a key of its own. A
cosignature says that, of all trees of this log the witness had seen by that time,
this was the largest, and that it contained all of them.

ML-DSA-44 (algorithm ``06``) is not verified; such a line is one of an unknown key.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from safeconduct.ledger.checkpoint import Checkpoint
from safeconduct.ledger.key import SIGNATURE_SIZE, PrivateKey, PublicKey
from safeconduct.ledger.note import Signature, add_signatures
from safeconduct.ledger.spelling import MAX_NUMBER

COSIGNATURE_SIZE = 8 + SIGNATURE_SIZE

_ED25519 = b"\x04"
_TIME_SIZE = 8


class MalformedCosignature(ValueError):
    """The bytes are not a time and a signature."""


@dataclass(frozen=True, slots=True)
class CosignatureVerifier(PublicKey):
    """The public key of a witness; a `note.NoteVerifier`."""

    algorithm: ClassVar[bytes] = _ED25519

    def verify(self, text: bytes, signature: bytes) -> bool:
        """Tell whether this witness cosigned the text, at whatever time."""
        try:
            time, signed = split_cosignature(signature)
        except MalformedCosignature:
            return False
        return self.verify_bytes(_message(text, time), signed)


@dataclass(frozen=True, slots=True)
class Cosigner(PrivateKey):
    """The private key of a witness."""

    algorithm: ClassVar[bytes] = _ED25519

    @property
    def verifier(self) -> CosignatureVerifier:
        """The public half."""
        return CosignatureVerifier(self.name, self.public_bytes)

    def cosign(self, checkpoint: Checkpoint, time: int) -> Signature:
        """Make the line that says: this is the largest tree I have seen.

        Store the checkpoint before the line leaves the house: whoever forgets what
        it cosigned can be made to cosign a fork.

        Args:
            checkpoint: One that is consistent with the last one cosigned.
            time: Seconds since 1970 UTC.

        Raises:
            ValueError: The time is negative, or 2**63 and more.
        """
        if not 0 <= time <= MAX_NUMBER:
            raise ValueError("the time of a cosignature fits 63 bits")
        signed = self.sign_bytes(_message(checkpoint.text, time))
        stamped = time.to_bytes(_TIME_SIZE, "big") + signed
        return Signature(self.name, self.key_id, stamped)


def cosign(note: bytes, checkpoint: Checkpoint, cosigner: Cosigner, time: int) -> bytes:
    """Put a cosignature below a checkpoint's note that has been verified.

    Raises:
        ValueError: The note is not that checkpoint's, or the time out of range.
    """
    if not note.startswith(checkpoint.text + b"\n"):
        raise ValueError("the note is another checkpoint's")
    return add_signatures(note, [cosigner.cosign(checkpoint, time)])


def split_cosignature(signature: bytes) -> tuple[int, bytes]:
    """Part the time, in seconds since 1970 UTC, from the Ed25519 signature.

    Raises:
        MalformedCosignature: It has not 72 bytes, or a time of 2**63 and more.
    """
    if len(signature) != COSIGNATURE_SIZE:
        raise MalformedCosignature("a cosignature has 72 bytes")
    time = int.from_bytes(signature[:_TIME_SIZE], "big")
    if time > MAX_NUMBER:
        raise MalformedCosignature("the time of a cosignature fits 63 bits")
    return time, signature[_TIME_SIZE:]


def cosigners(
    text: bytes,
    signatures: Iterable[Signature],
    verifiers: Iterable[CosignatureVerifier],
) -> dict[CosignatureVerifier, Signature]:
    """Find who of the known witnesses cosigned a checkpoint's text.

    A line that does not verify counts as absent: otherwise one witness, or anybody
    who adds a line, could make a checkpoint unreadable that enough others cosigned
    (sigsum-go holds the same). Of two lines by one witness the earlier time counts:
    since then it has known the tree.

    Returns:
        The line of each witness that cosigned, in the order of `verifiers`.
    """
    lines = list(signatures)
    found: dict[CosignatureVerifier, Signature] = {}
    for verifier in verifiers:
        valid = [
            line
            for line in lines
            if (line.name, line.key_id) == (verifier.name, verifier.key_id)
            and verifier.verify(text, line.signature)
        ]
        if valid:  # the time comes first in the bytes
            found[verifier] = min(valid, key=lambda line: line.signature)
    return found


def _message(text: bytes, time: int) -> bytes:
    return b"cosignature/v1\ntime %d\n" % time + text
