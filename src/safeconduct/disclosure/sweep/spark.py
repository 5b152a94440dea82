"""How does a cluster sweep: one task for each archive, the register in memory alone.

The persons are broadcast, and each worker builds the register from them once. Spark
writes broadcast values to its local folder; with `spark.io.encryption.enabled` it sends
them encrypted with a key of this session that is kept in memory, and PySpark hands them
over a socket instead of a file. Finished blocks come back to the driver, which writes
them as the local engine does, so that both give the same result and either can finish
what the other began.

The archives must be at the same place on every worker, and Safeconduct installed there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from safeconduct.disclosure.sweep.blocks import Block, Done, Lane, walk, write_block
from safeconduct.disclosure.sweep.errors import BrokenSweep, NoSpark
from safeconduct.disclosure.sweep.local import MakeLook, Progress
from safeconduct.disclosure.sweep.looking import Look
from safeconduct.disclosure.sweep.plan import Account, Plan

_looks: dict[str, Look] = {}


def sweep_on_spark(plan: Plan, make: MakeLook, master: str, progress: Progress) -> None:
    """Look at all blocks that are not finished, a task for each archive.

    Args:
        plan: Begun.
        make: Builds the register; pickled, it holds the persons and not the automaton.
        master: URL of the cluster, such as local[2] or spark://host:7077.
        progress: Told after each block that came back.

    Raises:
        NoSpark: PySpark or Java is missing.
    """
    done = plan.done()
    tasks = [
        (lane, done.get(lane.archive, Done()))
        for lane in plan.lanes(1)
        if done.get(lane.archive, Done()).start(lane) is not None
    ]
    if not tasks:
        return
    account = Account(plan.folder)
    with TemporaryDirectory() as folder, _session(master, Path(folder)) as session:
        context = session.sparkContext
        shared, register = context.broadcast(make), plan.register
        walked = context.parallelize(tasks, len(tasks)).flatMap(
            lambda task: _walked(task[0], task[1], shared, register)
        )
        with _told():
            for block in walked.toLocalIterator(prefetchPartitions=True):
                write_block(block, plan.folder)
                progress(account.read())
        shared.destroy()


def _walked(lane: Lane, done: Done, shared: Any, register: str) -> Iterator[Block]:
    """Run on a worker; its register is built once and kept between tasks."""
    if register not in _looks:
        _looks.clear()
        _looks[register] = shared.value()
    return walk(lane, done, _looks[register])


@contextmanager
def _told() -> Iterator[None]:
    """Turn what Java says of a failed task into a sentence; it quotes what it read."""
    failed = import_module("py4j.protocol").Py4JError
    try:
        yield
    except failed as error:
        raise BrokenSweep from error


@contextmanager
def _session(master: str, folder: Path) -> Iterator[Any]:
    if which("java") is None and "JAVA_HOME" not in os.environ:
        raise NoSpark
    try:
        builder = import_module("pyspark.sql").SparkSession.builder
    except ImportError as error:
        raise NoSpark from error
    options: dict[str, str] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.io.encryption.enabled": "true",
        "spark.local.dir": str(folder / "local"),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.log.level": "ERROR",
    }
    if master.startswith("local"):
        # Spark's workers are begun by name; here they must be this Python.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.master(master).appName("safeconduct sweep").getOrCreate()
    try:
        yield session
    finally:
        session.stop()
