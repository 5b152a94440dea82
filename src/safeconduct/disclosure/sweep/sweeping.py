"""How is a sweep run from beginning to end?"""

from __future__ import annotations

from typing import Final

from safeconduct.disclosure.sweep.local import MakeLook, Progress, sweep_here
from safeconduct.disclosure.sweep.plan import Plan, Tally
from safeconduct.disclosure.sweep.spark import sweep_on_spark

ENGINES: Final = ("local", "spark")


def sweep(
    plan: Plan,
    make: MakeLook,
    *,
    engine: str = "local",
    workers: int = 1,
    master: str = "local[*]",
    afresh: bool = False,
    progress: Progress = lambda _: None,
) -> Tally:
    """Look at every page of the archives and write who is given away, and where.

    Args:
        plan: Archives, register, threshold, and where the result goes.
        make: Builds the register in memory.
        engine: `local` or `spark`; either finishes what the other began.
        workers: Processes of the local engine.
        master: The Spark cluster.
        afresh: Throw away what an earlier sweep left.
        progress: Told now and then what is finished.

    Raises:
        SweepError: It cannot begin, or was broken off; it goes on when run again.
    """
    plan.begin(afresh=afresh)
    if engine == "spark":
        sweep_on_spark(plan, make, master, progress)
    else:
        sweep_here(plan, make, workers, progress)
    return plan.finish()
