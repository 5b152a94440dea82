"""How are the processes of a running register kept alive, and stopped?

Each is a child with a lifeline (see `lifeline`), in a session of its own, so that
Ctrl-C reaches only us and we stop them in order. One that dies is started again after
a pause that doubles up to a minute.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from gettext import gettext as _
from types import FrameType
from typing import IO, Any

import click

from safeconduct.cli import lifeline

LOOK = 0.5  # seconds between two looks at the children
FIRST_PAUSE = 1.0  # seconds
LONGEST_PAUSE = 60.0  # seconds
SETTLED = 30.0  # seconds after which a child counts as well started

_Handler = Callable[[int, FrameType | None], Any] | int | signal.Handlers | None


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is.

    Args:
        name: for the person at the keyboard.
        arguments: for this Python.
        files: descriptors the child inherits.
        without: variables of the environment that are none of its business.
        patience: seconds it has to stop when asked.
        attempts: starts that may fail one after the other; None for no limit.
    """

    name: str
    arguments: Sequence[str]
    files: Sequence[int] = ()
    without: frozenset[str] = frozenset()
    patience: float = 30.0
    attempts: int | None = None


@dataclass
class Child:
    """A task and its process."""

    task: Task
    process: subprocess.Popen[bytes] | None = None
    _held: IO[bytes] | None = None
    _began: float = 0.0
    _failures: int = 0
    _next: float = field(default=0.0)

    def tend(self) -> bool:
        """Start the process when it is due; False if there is no hope for it."""
        now = time.monotonic()
        if self.process is not None:
            code = self.process.poll()
            if code is None:
                return True
            return self._bury(code, now)
        if now >= self._next:
            self._start(now)
        return True

    def _bury(self, code: int, now: float) -> bool:
        self._failures = 1 if now - self._began > SETTLED else self._failures + 1
        self._forget()
        if self.task.attempts is not None and self._failures >= self.task.attempts:
            return False
        pause = min(FIRST_PAUSE * 2 ** (self._failures - 1), LONGEST_PAUSE)
        self._next = now + pause
        click.echo(
            _("The %(task)s ended (status %(code)s); it starts again in %(pause)d s.")
            % {"task": self.task.name, "code": code, "pause": pause},
            err=True,
        )
        return True

    def _start(self, now: float) -> None:
        watched, held = os.pipe()
        self._held = os.fdopen(held, "wb")
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in self.task.without
        }
        try:
            self.process = subprocess.Popen(  # noqa: S603  our own modules
                [sys.executable, "-P", *self.task.arguments],
                stdin=subprocess.DEVNULL,
                pass_fds=[watched, *self.task.files],
                env={**environment, lifeline.VARIABLE: str(watched)},
                start_new_session=True,
            )
        finally:
            os.close(watched)
        self._began = now

    def stop(self) -> None:
        """Ask the process to end, and see to it."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(self.task.patience)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._forget()

    def _forget(self) -> None:
        self.process = None
        if self._held is not None:
            self._held.close()
            self._held = None


def supervise(tasks: Sequence[Task], *, sound: Callable[[], bool]) -> str | None:
    """Keep the tasks running until somebody asks to stop.

    Args:
        tasks: stopped in the reverse order.
        sound: whether what they all stand on, the database, is still there.

    Returns:
        None after a stop that was asked for; otherwise what went wrong.
    """
    with asked_to_stop() as asked, ExitStack() as stack:
        children = [Child(task) for task in tasks]
        for child in children:
            stack.callback(child.stop)
        while True:
            for child in children:
                if not child.tend():
                    return _("The %s does not start.") % child.task.name
            if asked.wait(LOOK):
                return None
            if not sound():
                return _("The database has ended.")


@contextmanager
def asked_to_stop() -> Iterator[threading.Event]:
    """Turn Ctrl-C and the signals to end into an event; a second one ends at once."""
    asked = threading.Event()
    former: dict[int, _Handler] = {}

    def note(number: int, frame: FrameType | None) -> None:
        del frame
        asked.set()
        signal.signal(number, former[number])

    for ask in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if ask == signal.SIGHUP and signal.getsignal(ask) is signal.SIG_IGN:
            continue  # nohup(1) wants it so
        former[ask] = signal.signal(ask, note)
    try:
        yield asked
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)
