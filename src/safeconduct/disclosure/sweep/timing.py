"""How is a page that takes too long given up, so that the others come to their turn?"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


class TookTooLong(Exception):
    """A page was not read in its time."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TookTooLong` within the block after some seconds.

    By a signal, which only the main thread of a process may set; elsewhere, and where
    the system has no such timer, the block may take as long as it wants.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _raise)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _raise(*_: object) -> NoReturn:
    raise TookTooLong
