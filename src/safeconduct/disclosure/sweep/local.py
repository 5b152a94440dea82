"""How does one machine sweep: with a process for each core, and what does each hold?

The register is in memory once: processes are forked and share what their parent built.
Where a system cannot fork, each builds its own from the persons, sent through a pipe.
Neither the register nor the automaton of its names is ever on disk.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final

from safeconduct.disclosure.sweep.blocks import Done, Lane, walk, write_block
from safeconduct.disclosure.sweep.errors import BrokenSweep
from safeconduct.disclosure.sweep.looking import Look
from safeconduct.disclosure.sweep.plan import Account, Plan, Tally

MakeLook = Callable[[], Look]
Progress = Callable[[Tally], None]
LOOK_AGAIN: Final = 1.0  # seconds between two looks at what is finished

_look: Look | None = None


def sweep_here(plan: Plan, make: MakeLook, workers: int, progress: Progress) -> None:
    """Look at all blocks that are not finished, and write each when it is.

    Args:
        plan: Begun.
        make: Builds the register; called once where processes are forked.
        workers: Processes; 1 works without another process.
        progress: Told every second.

    Raises:
        BrokenSweep: A process was killed; what is finished is kept.
    """
    done = plan.done()
    lanes = [
        (lane, done.get(lane.archive, Done()))
        for lane in plan.lanes(workers)
        if done.get(lane.archive, Done()).start(lane) is not None
    ]
    account = Account(plan.folder)
    if workers == 1 or len(lanes) <= 1:
        look = make()
        for lane, finished in lanes:
            for block in walk(lane, finished, look):
                write_block(block, plan.folder)
                progress(account.read())
        return
    with _processes(make, min(workers, len(lanes))) as pool:
        waiting = {pool.submit(_walk, *lane, plan.folder) for lane in lanes}
        try:
            _wait(waiting, account, progress)
        except BrokenProcessPool as error:
            raise BrokenSweep from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _processes(make: MakeLook, workers: int) -> ProcessPoolExecutor:
    if "fork" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("fork")
        _hold(make)  # before the fork, so that all share one
        return ProcessPoolExecutor(workers, mp_context=context)
    return ProcessPoolExecutor(workers, initializer=_hold, initargs=(make,))


def _hold(make: MakeLook) -> None:
    global _look  # noqa: PLW0603  what a process inherits has to be global
    _look = make()


def _walk(lane: Lane, done: Done, folder: Path) -> None:
    assert _look is not None  # noqa: S101  set before the process began
    for block in walk(lane, done, _look):
        write_block(block, folder)


def _wait(waiting: set[Future[None]], account: Account, progress: Progress) -> None:
    while waiting:
        ended, waiting = wait(waiting, LOOK_AGAIN, FIRST_COMPLETED)
        for future in ended:
            future.result()
        progress(account.read())
