"""How does one ask a bounded process, and learn why it does not answer?"""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from gettext import gettext as _
from multiprocessing.connection import Connection
from typing import Any, NoReturn, ParamSpec, TypeVar, cast

from safeconduct.bounded.child import Bounds, Job, Said

STARTS = 60
"""Seconds until a process must have begun, on a machine that is busy."""
LATE = 5
"""Seconds after its bound until a process that does not end is given up."""

P = ParamSpec("P")
R = TypeVar("R")


class Stopped(Exception):
    """A reading took too much, or failed; the message is a whole sentence."""


class Busy(Stopped):
    """All readers were at work for as long as one may take."""


class Reader(ABC):
    """Does each job in a process of its own; what it makes must be able to be sent."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds

    def call(
        self, function: Callable[P, R], *arguments: P.args, **named: P.kwargs
    ) -> R:
        """Call a function.

        Raises:
            Stopped: it took too long, too much memory, crashed or failed.
        """
        with self._begun(Job(function, arguments, named)) as line:
            _said, made = self._heard(line)
        return cast("R", made)

    def each(
        self, function: Callable[P, Iterable[R]], *arguments: P.args, **named: P.kwargs
    ) -> Iterator[R]:
        """Yield what a function yields; time is bounded for each item.

        Raises:
            Stopped: as for `call`; what was yielded before is sound.
        """
        with self._begun(Job(function, arguments, named, yields=True)) as line:
            while True:
                said, made = self._heard(line)
                if said is Said.DONE:
                    return
                yield cast("R", made)

    @abstractmethod
    def _begun(self, job: Job) -> AbstractContextManager[Connection]:
        """Begin a job, and give the line on which its outcome will be said."""

    def _heard(self, line: Connection) -> tuple[Said, Any]:
        began = time.monotonic()
        seconds = self._bounds.seconds
        try:
            said, made = line.recv() if line.poll(seconds + LATE) else (None, None)
        except (EOFError, OSError) as error:
            # The process cannot say that its time is up: the kernel ends it.
            if time.monotonic() - began >= seconds:
                self._too_long()
            raise Stopped(
                _("Reading ended in a crash; the document is damaged or hostile.")
            ) from error
        if said is None:
            self._too_long()
        if said is Said.FAILED:
            raise Stopped(made)
        return said, made

    def _too_long(self) -> NoReturn:
        raise Stopped(
            _("Reading took more than %g seconds; split it or allow more.")
            % self._bounds.seconds
        )


def await_begin(line: Connection) -> None:
    """Wait until the process is there.

    Raises:
        Stopped: it never came.
    """
    try:
        came = line.poll(STARTS) and line.recv()[0] is Said.BEGUN
    except (EOFError, OSError):
        came = False
    if not came:
        raise Stopped(_("The reader could not be started. Try again in a minute."))
