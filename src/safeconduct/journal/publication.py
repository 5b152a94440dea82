"""Writing the log as files that any web server can serve and anybody can check.

A file is written whole: temporary name, fsync, rename. The checkpoint comes last,
so that no reader ever sees a tree head whose tiles are not there.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from safeconduct.journal import integrator
from safeconduct.journal.errors import LogDiffers, RolledBack
from safeconduct.journal.models import Checkpoint, Leaf
from safeconduct.ledger import HashReader, RootMismatch, publish

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
    """Compare folder and tables in full, before this process signs anything.

    Reads every entry once. Afterwards `bring_up_to_date` needs no more than the
    two tree heads.

    Raises:
        RolledBack, LogDiffers: Folder and tables are not the same log.
    """
    note = published(folder)
    if note is not None:
        integrator.check_published(note)


def bring_up_to_date(folder: Path) -> int:
    """Publish what the tables hold and the folder does not.

    Args:
        folder: Where the files go; made if it is missing.

    Returns:
        The size that is published now.

    Raises:
        RolledBack, LogDiffers: Folder and tables are not the same log.
        OSError: The folder cannot be written.
    """
    note = published(folder)
    old = integrator.head(note).size if note is not None else 0
    newest = Checkpoint.objects.order_by("-size").first()
    known = newest.size if newest is not None else 0
    if known < old:
        raise RolledBack(old, known)
    if newest is None or known == old:
        return old
    files = publish(
        old,
        known,
        entries=_entries,
        nodes=HashReader(lambda path: read(folder, path), old),
        root=integrator.head(newest.note.encode()).root,
    )
    try:
        for path, content in files:
            _write(folder / path, content)
    except RootMismatch as error:
        raise LogDiffers("The published tiles and the tables do not agree.") from error
    vkey = integrator.signer().verifier.vkey
    _write(folder / KEY, f"{vkey}\n".encode())
    _write(folder / CHECKPOINT, newest.note.encode())
    return known


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
