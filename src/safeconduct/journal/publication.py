"""Writing the log as files that any web server can serve and anybody can check.

A file is written whole: temporary name, fsync, rename. The checkpoint comes last,
so that no reader ever sees a tree head whose tiles are not there.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from safeconduct.journal import integrator, witnesses
from safeconduct.journal.errors import LogDiffers, RolledBack
from safeconduct.journal.models import Checkpoint, Leaf
from safeconduct.ledger import HashReader, Policy, RootMismatch, publish
from safeconduct.receipt import beside

CHECKPOINT = "checkpoint"
KEY = "log.vkey"


def published(folder: Path) -> bytes | None:
    """Read the checkpoint that outsiders see; `None` before the first."""
    return read(folder, CHECKPOINT)


def read(folder: Path, path: str) -> bytes | None:
    """Read one published file."""
    try:
        return (folder / path).read_bytes()
    except FileNotFoundError:
        return None


def check(folder: Path) -> None:
    """Compare folder, witnesses and tables in full, before this process signs anything.

    Reads every entry once. Afterwards `bring_up_to_date` needs no more than the
    two tree heads.

    Raises:
        RolledBack, LogDiffers: They are not the same log.
        TooFewWitnesses: Fewer answer than the policy asks for.
    """
    with _held(folder):
        for half in folder.rglob(".*.new"):
            half.unlink()  # left by one that was killed
    note = published(folder)
    if note is not None:
        integrator.check_published(note)
    witnesses.check()


def bring_up_to_date(folder: Path, *, at: datetime) -> int:
    """Publish what the tables hold and the folder does not, with its cosignatures.

    Args:
        folder: Where the files go; made if it is missing.
        at: When, timezone-aware; kept beside new cosignatures.

    Returns:
        The size that is published now.

    Raises:
        RolledBack, LogDiffers: Folder, witnesses and tables are not the same log.
        OSError: The folder cannot be written.
    """
    with _held(folder):
        old = _size(folder)
        newest = Checkpoint.objects.order_by("-size").first()
        known = newest.size if newest is not None else 0
        if known < old:
            raise RolledBack(old, known)
        if newest is None:
            return old
        _write_files(folder, old, newest)
        nodes = HashReader(lambda path: read(folder, path), known)
        witnesses.collect(newest, nodes, at=at)
        _write_head(folder, newest)
        return known


def rebuild(folder: Path) -> int:
    """Make every published file anew from the tables, step by step as they came.

    Args:
        folder: Where they go. What stands there must be this log, or nothing.

    Returns:
        The size that is published now.

    Raises:
        RolledBack, LogDiffers: What stands there is not this log.
        OSError: The folder cannot be written.
    """
    check(folder)
    with _held(folder):
        old, newest = 0, None
        for newest in Checkpoint.objects.order_by("size"):
            _write_files(folder, old, newest)
            old = newest.size
        if newest is not None:
            _write_head(folder, newest)
        return old


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold the folder, so that nobody puts an older checkpoint over our newer one.

    The lock goes with its process, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _size(folder: Path) -> int:
    note = published(folder)
    return integrator.head(note).size if note is not None else 0


def _write_files(folder: Path, old: int, newest: Checkpoint) -> None:
    """Write bundles and tiles of the entries from `old` to a checkpoint."""
    if newest.size == old:
        return
    files = publish(
        old,
        newest.size,
        entries=_entries,
        nodes=HashReader(lambda path: read(folder, path), old),
        root=integrator.head(newest.note.encode()).root,
    )
    try:
        for path, content in files:
            _write(folder / path, content)
    except RootMismatch as error:
        raise LogDiffers("The published tiles and the tables do not agree.") from error


def _write_head(folder: Path, newest: Checkpoint) -> None:
    """Write key, policy and what checks receipts, and the checkpoint last."""
    verifier = integrator.signer().verifier
    policy = witnesses.policy() or Policy.trusting(verifier)
    lying_beside = {KEY: f"{verifier.vkey}\n".encode(), **beside.files(policy)}
    for name, content in lying_beside.items():
        if read(folder, name) != content:
            _write(folder / name, content)
    lines = "".join(witnesses.lines(newest.size))
    _write(folder / CHECKPOINT, (newest.note + lines).encode())


def _entries(first: int, end: int) -> Iterator[bytes]:
    rows = Leaf.objects.filter(index__gte=first, index__lt=end).order_by("index")
    commitments = rows.values_list("commitment", flat=True)
    yield from (bytes(entry) for entry in commitments.iterator(integrator.BATCH))


def _write(path: Path, content: bytes) -> None:
    """Put a whole file in its place, durably."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.new")
    with half.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
