"""A file that is written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(target: Path, mode: int = 0o666) -> Iterator[Path]:
    """Give a path to write to; what was written there then takes the target's place.

    If writing fails the target stays as it was, and nothing is left beside it.

    Args:
        target: The file; one that is there is replaced, a missing folder is made.
        mode: Who may read and write it, less what the umask takes away. It holds from
            the first byte: what the file tells is never open, not for a moment.

    Raises:
        OSError: it cannot be written; `filename` is the target.
    """
    unfinished = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode, exist_ok=False)
        yield unfinished
        unfinished.replace(target)
    except OSError as error:
        error.filename = str(target)
        raise
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
