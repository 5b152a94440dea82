"""How does a command read a document that may not end well?

It forks itself: what is loaded, such as the register it was given, is there without
being sent.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from safeconduct.bounded.child import Bounds, Job, begin, do
from safeconduct.bounded.reader import Reader, await_begin

MEMORY = 900 << 20
"""Bytes that a reading may take."""
SECONDS = 60
"""Seconds that one step of reading a document may take."""


class Worker(Reader):
    """Reads in forks of this process; for commands, which have one thread."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        super().__init__(Bounds(seconds, memory))

    @contextmanager
    def _begun(self, job: Job) -> Iterator[Connection]:
        line, end = Pipe()
        child = os.fork()
        if child == 0:
            _work(job, end, self._bounds)
        end.close()
        try:
            await_begin(line)
            yield line
        finally:
            line.close()
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _work(job: Job, line: Connection, bounds: Bounds) -> None:
    """Do the job in the fork, which never comes back from here."""
    try:
        begin(line, bounds)
        do(job, line, bounds)
    finally:
        os._exit(0)  # without what the command does at its end
