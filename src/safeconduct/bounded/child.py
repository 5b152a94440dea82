"""What does the process do that reads one document?

It bounds itself, does its job, says what came of it, and ends.
"""

import resource
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from gettext import gettext as _
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a job may take.

    Attributes:
        seconds: For a job, or for each item of one that yields.
        memory: Bytes, beyond what the process holds when it begins.
    """

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module, and what it is called with."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    yields: bool = False


class Said(Enum):
    """What a message of the process tells."""

    BEGUN = auto()
    ITEM = auto()
    DONE = auto()
    FAILED = auto()


def begin(line: Connection, bounds: Bounds) -> None:
    """Bound this process, and say that its time runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked answers Ctrl-C
    # Its effect is the kernel's: it ends what never comes back from C.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    with suppress(OSError, ValueError):
        most = _held() + bounds.memory
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # a reader writes no file
    line.send((Said.BEGUN, None))
    signal.setitimer(signal.ITIMER_REAL, bounds.seconds)


def _held() -> int:
    """Tell how many bytes of data this process has now; 0 where nothing tells."""
    try:
        lines = _STATUS.read_text("ascii").splitlines()
    except OSError:
        return 0
    found = (line.split()[1] for line in lines if line.startswith("VmData:"))
    return int(next(found, "0")) << 10


def do(job: Job, line: Connection, bounds: Bounds) -> None:
    """Do the job, and say what came of it; nobody may listen any longer."""
    with suppress(EOFError, OSError):
        try:
            made = job.function(*job.arguments, **job.named)
            if job.yields:
                _give(made, line, bounds)
                made = None
            line.send((Said.DONE, made))
        except Exception as error:  # noqa: BLE001 one document must not end the rest
            line.send((Said.FAILED, _why(error)))


def _why(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return _("Reading took more memory than is allowed; split it.")
    # The error's own text may quote the document.
    kind = type(error).__name__
    return _("Reading failed (%s); please report this, without the file.") % kind


def _give(items: Iterable[object], line: Connection, bounds: Bounds) -> None:
    """Hand over each item; its time does not run while the other side is slow."""
    for item in items:
        signal.setitimer(signal.ITIMER_REAL, 0)
        line.send((Said.ITEM, item))
        signal.setitimer(signal.ITIMER_REAL, bounds.seconds)
