"""How do the pages read a document that may not end well?

Each process of the web server keeps one nursery: an interpreter with an environment of
its own, started when the first document comes. It loads what reads documents and from
then on only forks, which takes some thousandths of a second. A fork of the web server
itself would inherit threads in the middle of what they do, connections to the database
and the keys; the nursery has never had them.
"""

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import cache
from gettext import gettext as _
from multiprocessing.connection import Connection

from safeconduct.bounded import cradle
from safeconduct.bounded.child import Bounds, Job
from safeconduct.bounded.reader import Busy, Reader, await_begin

SECONDS = 15
"""Seconds that an officer waits for one document."""
MEMORY = 600 << 20
"""Bytes that one document may take."""
AT_ONCE = 2
"""Documents read at the same time for one process of the web server."""

# What an interpreter needs to start where this one did; no key, no address.
_KEPT = frozenset({"PATH", "HOME", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH"})
_KEPT_KINDS = ("LC_", "PYTHON")

_RUN = f"from {cradle.__name__} import main; main()"


class Nursery(Reader):
    """Reads in forks of a process that knows nothing; for pages, with threads.

    What is called must be a function of a module that needs no settings, with
    arguments that can be sent. If the module has a function `warm`, the nursery calls
    it once, so that no fork does again what each would do first.
    """

    def __init__(
        self, *, seconds: float = SECONDS, memory: int = MEMORY, at_once: int = AT_ONCE
    ) -> None:
        super().__init__(Bounds(seconds, memory))
        self._free = threading.BoundedSemaphore(at_once)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._asked: socket.socket | None = None

    @contextmanager
    def _begun(self, job: Job) -> Iterator[Connection]:
        if not self._free.acquire(timeout=self._bounds.seconds):
            raise Busy(_("Other files are being read. Try again in a minute."))
        try:
            with self._forked(job.function.__module__) as line:
                await_begin(line)
                with suppress(OSError):  # it has ended: what comes next says so
                    line.send(job)
                yield line
        finally:
            self._free.release()

    def _forked(self, module: str) -> Connection:
        """Ask for a process that has loaded a module."""
        order = json.dumps({"module": module} | asdict(self._bounds)).encode()
        order = order.ljust(cradle.ORDER)
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                socket.send_fds(self._nursery(), [order], [theirs.fileno()])
            except OSError:  # it was killed from outside
                self._end()
                socket.send_fds(self._nursery(), [order], [theirs.fileno()])
        return Connection(ours.detach())

    def _nursery(self) -> socket.socket:
        if self._asked is not None:
            return self._asked
        self._asked, theirs = socket.socketpair()
        with theirs:
            number = str(theirs.fileno())
            self._process = subprocess.Popen(  # noqa: S603  our own module
                [sys.executable, "-P", "-c", _RUN, number],
                env={k: v for k, v in os.environ.items() if _is_kept(k)},
                pass_fds=[theirs.fileno()],
                # What a library prints may quote the document.
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        atexit.register(self._end)
        return self._asked

    def _end(self) -> None:
        """End the nursery; by itself it ends when nobody holds its line."""
        atexit.unregister(self._end)
        if self._asked is not None:
            self._asked.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._asked = self._process = None


def _is_kept(variable: str) -> bool:
    return variable in _KEPT or variable.startswith(_KEPT_KINDS)


@cache
def uploads() -> Nursery:
    """Give the nursery of this process, which all uploads share."""
    return Nursery()
