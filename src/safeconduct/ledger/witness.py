"""When does a witness cosign, and what does it answer?

C2SP tlog-witness v1.0.0, the rules without the server. A log sends::

    POST <prefix>/add-checkpoint

    old 65536
    <base64>            consistency proof from 65536, up to 63 hashes, one a line
                        (empty)
    <checkpoint>        as it was published

and is answered

===  =====================================  ==========================================
200  cosignature lines                      consistent; stored before answering
400                                         malformed, or the old size is the larger
403                                         no key trusted for the origin signed
404                                         the origin is unknown
409  known size, type ``text/x.tlog.size``  the old size is not the latest cosigned
422                                         the proof fails; same size, another root;
                                            a proof from old size 0
===  =====================================  ==========================================

`decide` is a function of the request, the keys trusted for the origin, what was
cosigned last, and the time. It stores nothing: the caller must store `Answer.store`
*before* it sends the answer, and only if the latest size is still the one that was
passed in, both in one transaction; if it is not, the caller sends `conflict` instead.
Otherwise two requests that cross can make the witness sign a fork, or roll it back.

The latest cosigned checkpoint is served at `checkpoint_path` of its origin.

Checkpoints with extension lines are refused (400), as everywhere here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from safeconduct.ledger.checkpoint import Checkpoint, MalformedCheckpoint
from safeconduct.ledger.cosignature import CosignatureVerifier, Cosigner, cosigners
from safeconduct.ledger.merkle import HASH_SIZE, InvalidProof, verify_consistency
from safeconduct.ledger.note import (
    MAX_NOTE,
    MalformedNote,
    NoteError,
    NoteVerifier,
    Signature,
    open_note,
    parse_note,
)
from safeconduct.ledger.spelling import (
    MAX_NUMBER,
    decode_hash,
    decode_number,
    encode_base64,
)

PATH = "add-checkpoint"  # below the submission prefix
MAX_PROOF = 63  # hashes
MAX_REQUEST = MAX_NOTE + 3_000  # bytes: let the server read no more
SIZE_TYPE = "text/x.tlog.size"

_TEXT_TYPE = "text/plain; charset=utf-8"
_MAX_HEAD = 3_000  # bytes: 63 lines of 45, and the size


class MalformedRequest(ValueError):
    """The bytes are not a request, or the parts cannot be written as one."""


class RefusedCosignature(ValueError):
    """The answer of a witness holds no cosignature by the key we know."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a log asks of a witness.

    Attributes:
        old: Size of the tree that the witness is believed to have cosigned last.
        proof: Consistency from there, hashes of 32 bytes.
        note: The checkpoint with its signatures.
    """

    old: int
    proof: tuple[bytes, ...]
    note: bytes

    def __post_init__(self) -> None:
        if not 0 <= self.old <= MAX_NUMBER:
            raise MalformedRequest("the old size fits 63 bits")
        if len(self.proof) > MAX_PROOF or any(
            len(one) != HASH_SIZE for one in self.proof
        ):
            raise MalformedRequest("a proof is at most 63 hashes of 32 bytes")
        try:
            Checkpoint.parse(parse_note(self.note)[0])
        except (MalformedNote, MalformedCheckpoint) as error:
            raise MalformedRequest("the request does not hold a checkpoint") from error

    @classmethod
    def parse(cls, body: bytes) -> Self:
        """Read the body of a request.

        Raises:
            MalformedRequest: It is not written exactly as `body` writes it.
        """
        end = body.find(b"\n\n", 0, _MAX_HEAD)
        if end < 0:
            raise MalformedRequest("an empty line stands before the checkpoint")
        try:
            first, *lines = body[:end].decode("ascii").split("\n")
            old, proof = _read_old(first), tuple(map(decode_hash, lines))
        except ValueError as error:
            raise MalformedRequest(
                "a request is an old size and hashes, each in one spelling"
            ) from error
        return cls(old, proof, body[end + 2 :])

    @property
    def body(self) -> bytes:
        """The request as it is sent."""
        lines = [f"old {self.old}", *map(encode_base64, self.proof)]
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.note

    @property
    def checkpoint(self) -> Checkpoint:
        """The checkpoint, which nobody has verified."""
        return Checkpoint.parse(parse_note(self.note)[0])


@dataclass(frozen=True, slots=True)
class Cosigned:
    """What a witness remembers of a log: its latest checkpoint, and how to serve it."""

    checkpoint: Checkpoint
    note: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send, and what to store before.

    Attributes:
        status: Of HTTP.
        body: To be sent as it is.
        content_type: Of the body.
        store: What is the latest from now on; None when nothing changes.
    """

    status: int
    body: bytes
    content_type: str = _TEXT_TYPE
    store: Cosigned | None = None


def decide(
    request: Request,
    *,
    keys: Sequence[NoteVerifier],
    known: Checkpoint | None,
    cosigner: Cosigner,
    time: int,
) -> Answer:
    """Cosign a checkpoint, or say why not.

    Args:
        request: As `Request.parse` read it; answer 400 when it raises.
        keys: Trusted for the origin of the request's checkpoint; none when the origin
            is unknown.
        known: The checkpoint of this origin that was cosigned last; None if none was.
        cosigner: The key of the witness.
        time: Now, in seconds since 1970 UTC.
    """
    state = request.checkpoint
    if not keys:
        return _refuse(404, "this witness does not know the origin of the checkpoint")
    try:
        opened = open_note(request.note, keys)
    except NoteError:
        return _refuse(403, "no key trusted for this origin signed the checkpoint")
    if request.old > state.size:
        return _refuse(400, "the old size is larger than the checkpoint's")
    latest = known.size if known else 0
    if request.old != latest:
        return conflict(latest)
    if not _is_consistent(request, known):
        return _refuse(422, "the checkpoint is not shown to extend the one cosigned")
    line = cosigner.cosign(state, time)
    lines = "".join(one.line for one in (*opened.verified, line))
    note = state.text + b"\n" + lines.encode()
    return Answer(200, line.line.encode(), store=Cosigned(state, note))


def conflict(size: int) -> Answer:
    """Say which size was cosigned last, also when another request was faster."""
    return Answer(409, b"%d\n" % size, SIZE_TYPE)


def malformed(error: MalformedRequest) -> Answer:
    """Say that a request could not be read."""
    return _refuse(400, str(error))


def checkpoint_path(origin: str) -> str:
    """Give the path, below the prefix, where the latest cosigned checkpoint stands."""
    return f"{sha256(origin.encode()).hexdigest()}/checkpoint"


def read_size(body: bytes) -> int:
    """Read the size in a 409 answer, on the log's side.

    Raises:
        ValueError: It is not a decimal number and a newline.
    """
    text = body.decode("ascii")
    if not text.endswith("\n"):
        raise ValueError("a size ends in a newline")
    return decode_number(text.removesuffix("\n"))


def read_cosignature(
    checkpoint: Checkpoint, body: bytes, verifier: CosignatureVerifier
) -> Signature:
    """Read a 200 answer, on the log's side.

    Lines by other keys are ignored, as the protocol asks.

    Raises:
        RefusedCosignature: It holds no valid line by this witness for exactly this
            checkpoint.
    """
    try:
        _, lines = parse_note(checkpoint.text + b"\n" + body)
    except MalformedNote as error:
        raise RefusedCosignature("the answer is not signature lines") from error
    found = cosigners(checkpoint.text, lines, [verifier])
    if verifier not in found:
        raise RefusedCosignature("the witness did not cosign this checkpoint")
    return found[verifier]


def _read_old(line: str) -> int:
    if not line.startswith("old "):
        raise ValueError("no old size")
    return decode_number(line.removeprefix("old "))


def _is_consistent(request: Request, known: Checkpoint | None) -> bool:
    state = request.checkpoint
    if known is None or known.size == 0:
        return not request.proof
    try:
        verify_consistency(
            known.size, state.size, known.root, state.root, request.proof
        )
    except InvalidProof:
        return False
    return True


def _refuse(status: int, why: str) -> Answer:
    return Answer(status, f"{why}\n".encode())
