"""Which program holds a data folder?

The holder keeps an flock(2) on `postgres.lock`. The kernel drops it when the last
process of the program has ended, even by SIGKILL or power loss, so it is never stale.
The file's text says who holds it and where its server answers.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from safeconduct.cluster.errors import DataFolderInUse
from safeconduct.cluster.layout import Layout


class Lock:
    """A lock that this program holds."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def tell(self, url: str) -> None:
        """Tell other programs where the server answers."""
        text = json.dumps({"pid": os.getpid(), "url": url})
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, text.encode(), 0)


@contextmanager
def held(layout: Layout) -> Iterator[Lock]:
    """Hold the data folder while the block runs.

    Raises:
        DataFolderInUse: another program holds it.
        OSError: the lock file cannot be opened.
    """
    descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        _take(descriptor, layout)
        try:
            yield Lock(descriptor)
        finally:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def _take(descriptor: int, layout: Layout) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        pid, _ = _holder(layout.lock)
        raise DataFolderInUse(layout.data, pid) from None
    os.ftruncate(descriptor, 0)
    owner = layout.data.stat()
    if os.geteuid() == 0:
        # The folder's owner must be able to start here again without root.
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def running_url(data: Path) -> str | None:
    """Say where the server of the program that holds the folder answers.

    None when no program holds it, or its server is not ready yet. For a program that
    means to join a running service, such as `safeconduct manage`.
    """
    path = Layout(data.resolve()).lock
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        # Shared: two programs that ask at once must not take each other for the holder.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _holder(path)[1]
    else:
        return None
    finally:
        os.close(descriptor)


def _holder(path: Path) -> tuple[int | None, str | None]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(path.read_text())
        return int(told["pid"]), str(told["url"])
    return None, None
