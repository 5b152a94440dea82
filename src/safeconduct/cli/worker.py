"""How is a file read that was made to exhaust its reader?

In a process of its own with a bound on time and memory. What crashes, hangs or grows
there costs a sentence; the command goes on with the next document.
"""

import multiprocessing
import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from gettext import gettext as _
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, Self, TypeVar, cast

MEMORY = 900 << 20
"""Bytes that a reading may take."""
SECONDS = 60
"""Seconds that one step of reading a document may take."""

P = ParamSpec("P")
R = TypeVar("R")


class Stopped(Exception):
    """A step took too much, or failed; the message is a whole sentence."""


class Worker:
    """A process that does one thing after another, and is replaced if it fails.

    Use it as a context manager. What is called must be a function of a module, and
    its arguments and result must be able to cross between processes.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._end()

    def call(
        self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs
    ) -> R:
        """Call a function in the process.

        Raises:
            Stopped: it took too long, too much memory, crashed or failed.
        """
        line = self._started()
        try:
            line.send((function, arguments, named))
            in_time = line.poll(self._seconds)
            went_well, result = line.recv() if in_time else (False, None)
        except (EOFError, OSError) as error:
            self._end()
            raise Stopped(
                _("Reading ended in a crash; the document is damaged or hostile.")
            ) from error
        if not in_time:
            self._end()
            raise Stopped(
                _("Reading took more than %g seconds; split it or allow more.")
                % self._seconds
            )
        if not went_well:
            raise Stopped(result)
        return cast("R", result)

    def _started(self) -> Connection:
        if self._line is None:
            kinds = multiprocessing.get_all_start_methods()
            context: Any = multiprocessing.get_context(
                "fork" if "fork" in kinds else "spawn"
            )
            self._line, end = context.Pipe()
            self._process = context.Process(
                target=_work, args=(end, self._memory), daemon=True
            )
            self._process.start()
            end.close()
        return self._line

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _work(line: Connection, memory: int) -> None:
    """Do what is asked until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command itself answers Ctrl-C
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(EOFError, OSError):
        while True:
            function, arguments, named = line.recv()
            line.send(_answered(function, arguments, named))


def _answered(
    function: Callable[..., object], arguments: tuple[Any, ...], named: dict[str, Any]
) -> tuple[bool, object]:
    try:
        return True, function(*arguments, **named)
    except MemoryError:
        return False, _("Reading took more memory than is allowed; split it.")
    except Exception as error:  # noqa: BLE001 one document must not end the command
        # The error's own text may quote the document.
        kind = type(error).__name__
        return False, _(
            "Reading failed (%s); please report this, without the file."
        ) % kind
