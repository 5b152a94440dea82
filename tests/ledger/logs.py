"""Small logs for tests: published in steps, as a log grows."""

from collections.abc import Iterable
from hashlib import sha256

from safeconduct.ledger import (
    Checkpoint,
    Cosigner,
    HashReader,
    Policy,
    Proof,
    Signer,
    cosign,
    inclusion_proof,
    leaf_hash,
    parse_note,
    publish,
    root,
    sign_checkpoint,
)

ORIGIN = "ledger.test.example/log1"
SIGNER = Signer(ORIGIN, bytes(range(32)))
Files = dict[str, bytes]


def entries(size: int) -> list[bytes]:
    """33 bytes each, as real entries are, and all different."""
    return [b"\x01" + sha256(b"test %d" % i).digest() for i in range(size)]


def grow(files: Files, old: int, new: int) -> Files:
    """Publish a log of `new` onto the files of a log of `old`."""
    content = entries(new)
    new_root = root(map(leaf_hash, content))
    written = publish(
        old,
        new,
        entries=lambda start, stop: content[start:stop],
        nodes=HashReader(files.get, old),
        root=new_root,
    )
    state = Checkpoint(ORIGIN, new, new_root)
    # The new files are read from the old ones: finish before replacing any.
    return {**files, **dict(written), "checkpoint": sign_checkpoint(state, SIGNER)}


def log(*sizes: int) -> Files:
    """A log published at each of the sizes, earlier partial tiles and all."""
    files: Files = {}
    for old, new in zip((0, *sizes), sizes, strict=False):
        files = grow(files, old, new)
    return files


def checkpoint_of(content: list[bytes]) -> bytes:
    """The signed checkpoint of a log of these entries."""
    state = Checkpoint(ORIGIN, len(content), root(map(leaf_hash, content)))
    return sign_checkpoint(state, SIGNER)


def without_history(files: Files, paths: Iterable[str]) -> Files:
    return {path: files[path] for path in (*paths, "checkpoint")}


WITNESSES = [Cosigner(f"witness-{i}.test.example", bytes([i]) * 32) for i in (1, 2, 3)]
TIME = 1_785_500_000


def policy(quorum: str = "group enough 2 w1 w2 w3\nquorum enough\n") -> Policy:
    """One log, three witnesses, two of whom are enough."""
    lines = [f"log {SIGNER.verifier.vkey}\n"]
    lines += [f"witness w{i} {w.verifier.vkey}\n" for i, w in enumerate(WITNESSES, 1)]
    return Policy.parse("".join([*lines, quorum]).encode())


def cosigned(note: bytes, *witnesses: Cosigner) -> bytes:
    """A checkpoint with more lines: the first at TIME, each other a second later."""
    state = Checkpoint.parse(parse_note(note)[0])
    for delay, witness in enumerate(witnesses):
        note = cosign(note, state, witness, TIME + delay)
    return note


def proof(index: int, size: int, *witnesses: Cosigner) -> Proof:
    """A proof of an entry of `entries(size)`."""
    files = log(size)
    path = inclusion_proof(index, size, HashReader(files.get, size))
    return Proof(index, tuple(path), cosigned(files["checkpoint"], *witnesses))
