"""How does one file prove that an entry is in a witnessed log?

C2SP tlog-proof. A proof file (``.tlog-proof``) holds the place of an entry, the path
to the root, and the checkpoint with its signatures as it was published::

    c2sp.org/tlog-proof@v1
    extra <base64>                  optional, and signed by nobody
    index 52493
    sJ5496vGg14ACDPPlj4VLwDKveR178aTjttH4iUtH3g=      leaf to root, one a line;
    …                                                 none in a tree of one entry
                                    (empty)
    ledger.safeconduct.example/log1
    70000
    /PZd0MhmdOP3BttzPV3OSx0jnVS2e/16LVPTiknWF1Y=

    — ledger.safeconduct.example/log1 7JqjKEvDMBjB9lo4ndfq…
    — witness-1.example/w 0MvQ2QAAAABqbJFgTaJ2yECX…

It does not hold the entry: the reader has it. With a policy file that was archived
it is checked years later, without any network.

Parsing says nothing of the checkpoint, which is carried as it stands; `Proof.verify`
has the policy read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from safeconduct.ledger.merkle import HASH_SIZE, leaf_hash, verify_inclusion
from safeconduct.ledger.note import MAX_NOTE
from safeconduct.ledger.policy import Policy, Witnessed
from safeconduct.ledger.spelling import (
    MAX_NUMBER,
    decode_base64,
    decode_hash,
    decode_number,
    encode_base64,
)

MAX_PATH = 63  # hashes: a tree of 2**63 entries is no deeper
MAX_EXTRA = 65_535  # bytes

_HEADER = "c2sp.org/tlog-proof@v1"
# Where the empty line must have come: extra in base64, and 44 letters to a hash.
_MAX_HEAD = MAX_EXTRA * 4 // 3 + MAX_PATH * 45 + 100


class MalformedProof(ValueError):
    """The bytes are not a proof file, or the parts cannot be written as one."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof file taken apart, or to be written.

    Attributes:
        index: Place of the entry in the log, from 0.
        path: Hashes of 32 bytes, leaf to root.
        checkpoint: The signed note, not empty.
        extra: Up to 65,535 bytes for the reader, which nobody signed.
    """

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes
    extra: bytes | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.index <= MAX_NUMBER:
            raise MalformedProof("an index fits 63 bits")
        if len(self.path) > MAX_PATH or any(len(one) != HASH_SIZE for one in self.path):
            raise MalformedProof("a path is at most 63 hashes of 32 bytes")
        if not self.checkpoint or len(self.checkpoint) > MAX_NOTE:
            raise MalformedProof(f"a checkpoint has 1 to {MAX_NOTE} bytes")
        if self.extra is not None and not 0 < len(self.extra) <= MAX_EXTRA:
            raise MalformedProof(f"extra data has 1 to {MAX_EXTRA} bytes, or is left")

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """Read a proof file; whether it proves anything is another question.

        Raises:
            MalformedProof: It is not written exactly as `text` writes it.
        """
        end = content.find(b"\n\n", 0, _MAX_HEAD)
        if end < 0:
            raise MalformedProof("a proof has an empty line before its checkpoint")
        try:
            lines = iter(content[:end].decode("ascii").split("\n"))
            extra, index, path = _read_head(lines)
        except ValueError as error:
            raise MalformedProof(
                "a proof is its header, an index and hashes, each in one spelling"
            ) from error
        return cls(index, path, content[end + 2 :], extra)

    @property
    def text(self) -> bytes:
        """The proof as a file."""
        lines = [_HEADER]
        if self.extra is not None:
            lines.append(f"extra {encode_base64(self.extra)}")
        lines.append(f"index {self.index}")
        lines += map(encode_base64, self.path)
        return "".join(f"{line}\n" for line in lines).encode() + b"\n" + self.checkpoint

    def verify(self, entry: bytes, policy: Policy) -> Witnessed:
        """Check that an entry is in a log that the policy believes.

        Who knows only a log's key passes `Policy.trusting(verifier)`.

        Returns:
            The checkpoint, and who cosigned it when.

        Raises:
            InvalidProof: The entry is not at this index of the signed tree.
            ValueError: What `Policy.check` raises of the checkpoint.
        """
        witnessed = policy.check(self.checkpoint)
        state = witnessed.checkpoint
        leaf = leaf_hash(entry)
        verify_inclusion(self.index, state.size, leaf, self.path, state.root)
        return witnessed


def _read_head(lines: Iterator[str]) -> tuple[bytes | None, int, tuple[bytes, ...]]:
    if next(lines) != _HEADER:
        raise ValueError("another header")
    line = next(lines, "")
    extra = None
    if line.startswith("extra "):
        extra = decode_base64(line.removeprefix("extra "))
        line = next(lines, "")
    if not line.startswith("index "):
        raise ValueError("no index")
    index = decode_number(line.removeprefix("index "))
    return extra, index, tuple(map(decode_hash, lines))
