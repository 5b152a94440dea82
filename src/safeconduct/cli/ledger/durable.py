"""How is a small file put in place so that a crash leaves the old one or the new?"""

import os
import secrets
from pathlib import Path

OPEN_TO_ALL = 0o644
ITS_OWNERS = 0o600


def put(path: Path, content: bytes, *, mode: int = OPEN_TO_ALL) -> None:
    """Write a whole file: temporary name, fsync, rename, fsync of the folder.

    When it returns, the content survives a loss of power.

    Raises:
        OSError: It cannot be written; what stood there stands there still.
    """
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(_create(half, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    _sync(path.parent)


def create(path: Path, content: bytes, *, mode: int = OPEN_TO_ALL) -> None:
    """Write a file that is not there yet, durably.

    Raises:
        FileExistsError: It is there; it was not touched.
    """
    with os.fdopen(_create(path, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    _sync(path.parent)


def _create(path: Path, mode: int) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
