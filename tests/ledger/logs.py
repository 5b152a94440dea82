"""Small logs for tests: published in steps, as a log grows."""

from collections.abc import Iterable
from hashlib import sha256

from safeconduct.ledger import (
    Checkpoint,
    HashReader,
    Signer,
    leaf_hash,
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


def without_history(files: Files, paths: Iterable[str]) -> Files:
    return {path: files[path] for path in (*paths, "checkpoint")}
