"""How is long work spread over the cores?"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
AHEAD = 4  # parts a core that are begun before they are asked for


def cores() -> int:
    """Count the cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows
        return os.cpu_count() or 1


def spread(work: Callable[[A], B], parts: Iterable[A]) -> Iterator[B]:
    """Do the parts in processes of their own; give the results in order.

    A single part, and everything on a single core, is done here. `work` and the parts
    must be picklable.
    """
    waiting = iter(parts)
    first = list(islice(waiting, 2))
    if len(first) < 2 or cores() == 1:  # noqa: PLR2004 - one part is not spread
        yield from map(work, first)
        yield from map(work, waiting)
        return
    with ProcessPoolExecutor(
        cores(), mp_context=_context(), initializer=_ignore_interrupts
    ) as executor:
        begun: deque[Future[B]] = deque(executor.submit(work, part) for part in first)
        try:
            while begun:
                for part in islice(waiting, max(0, AHEAD * cores() - len(begun))):
                    begun.append(executor.submit(work, part))
                yield begun.popleft().result()
        finally:
            executor.shutdown(cancel_futures=True)


def _context() -> multiprocessing.context.BaseContext:
    """Copy this process where that is possible: the models are loaded once."""
    ways = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in ways else None)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the process that was called; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
