"""Which records of a register, or of two, may be one person?

Reads, prepares, blocks, learns, weighs, sets thresholds, groups. What comes out are
proposals with reasons: nothing is merged here, and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray

from safeconduct.linkage import blocking
from safeconduct.linkage.blocking import Limit
from safeconduct.linkage.calibration import Calibration, calibrate
from safeconduct.linkage.comparing import Columns
from safeconduct.linkage.errors import EngineMissing, NothingToCompare
from safeconduct.linkage.grouping import grouped
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.labels import Labels, read_labels
from safeconduct.linkage.preparing import Prepared, prepare
from safeconduct.linkage.reading import Table
from safeconduct.linkage.scoring import Task, by_duckdb
from safeconduct.linkage.thresholds import Expected, chosen, expected, probability
from safeconduct.linkage.training import Training, train, training_columns

ENGINES: Final = ("duckdb", "spark")
LEAST: Final = 2  # records


@dataclass(frozen=True, slots=True)
class Order:
    """How to link.

    Attributes:
        engine: `duckdb` or `spark`.
        master: The address of a Spark cluster.
        threshold: A probability; `None` lets the run choose the one whose expected F1
            is highest.
        seed: For the pairs that are drawn to learn from.
        memory: What DuckDB may hold, as `2GB`; more goes to disk.
        workers: Processes that decode names.
    """

    engine: str = "duckdb"
    master: str = "local[*]"
    threshold: float | None = None
    seed: int = 1
    memory: str = "1500MB"
    workers: int = 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run proposes.

    Attributes:
        prepared: The records; identity stands in `prepared.raw` alone.
        training: The model.
        limits: How far each blocking rule went.
        compared: Pairs that were compared.
        pairs: `id_l`, `id_r`, `weight`, `probability`, and `gamma_` and `bits_` of each
            field; the likeliest first.
        groups: `id`, `group`: records that are one person, all pairs of a group heard.
        threshold: What is expected above the threshold.
        calibration: What people's decisions bear out, if they were given.
        linking: Two sides were linked, rather than one searched for duplicates.
    """

    prepared: Prepared
    training: Training
    limits: tuple[Limit, ...]
    compared: int
    pairs: pl.DataFrame
    groups: pl.DataFrame
    threshold: Expected
    calibration: Calibration | None
    linking: bool
    order: Order = field(default_factory=Order)


def link(
    left: Sequence[Table],
    right: Sequence[Table],
    order: Order,
    progress: Progress,
    decided: Table | None = None,
) -> Outcome:
    """Propose pairs within `left`, or, where `right` is given, between the two.

    Args:
        left: Tables as read.
        right: None, or tables to find them in.
        order: How.
        progress: Is told what is being done, and how much of it is done.
        decided: Pairs that people have decided, as `labels.py` describes them.

    Raises:
        LinkageError: An engine is missing, there is too little to compare, or the
            decided pairs do not fit the records.
    """
    if order.engine == "spark":
        from safeconduct.linkage.spark import require_spark  # noqa: PLC0415 - loads Splink

        require_spark()
    linking = bool(right)
    sides = [0] * len(left) + [1] * len(right)
    prepared = prepare([*left, *right], sides, order.workers, progress)
    if prepared.records.height < LEAST:
        raise NothingToCompare("There are fewer than two records to compare.")
    labels = None if decided is None else read_labels(decided, prepared.raw)
    with TemporaryDirectory() as folder, _database(Path(folder), order) as database:
        return _linked(
            prepared, Path(folder), database, order, progress, labels, linking=linking
        )


def _linked(
    prepared: Prepared,
    folder: Path,
    database: duckdb.DuckDBPyConnection,
    order: Order,
    progress: Progress,
    labels: Labels | None,
    *,
    linking: bool,
) -> Outcome:
    records = folder / "records.parquet"
    _register(database, prepared.records)
    limits = _blocked(database, prepared.records, progress, linking=linking)
    progress("training", 0, 1)
    columns = Columns(prepared.records, prepared.fields)
    training = train(database, columns, order.seed, linking=linking)
    database.execute("drop table records")  # blocks say all that is asked from here on
    progress("training", 1, 1)
    task = Task(records, prepared.fields, training.weights, limits, linking)
    into = folder / "pairs"
    into.mkdir()
    if order.engine == "spark":
        from safeconduct.linkage.spark import by_spark  # noqa: PLC0415 - loads Splink

        columns.beside(prepared.records).write_parquet(records)
        compared = by_spark(task, into, order.master, progress)
    else:
        compared = by_duckdb(database, columns, task, into, progress)
    del columns  # and the blocks: what is left to do needs the room
    database.execute("drop table blocks")
    pairs = pl.read_parquet(into / "**/*.parquet").sort(
        ["weight", "id_l", "id_r"], descending=[True, False, False]
    )
    found, calibration = _probabilities(pairs, labels)
    pairs = pairs.with_columns(pl.Series("probability", found))
    threshold = (
        chosen(found) if order.threshold is None else expected(found, order.threshold)
    )
    groups = grouped(pairs, threshold.probability)
    progress("groups", 1, 1)
    return Outcome(
        *(prepared, training, limits, compared, pairs, groups, threshold, calibration),
        linking=linking,
        order=order,
    )


def _register(database: duckdb.DuckDBPyConnection, records: pl.DataFrame) -> None:
    """Give the database the columns that blocks and sessions are made of."""
    wanted = {"id", "side", *blocking.COLUMNS, *training_columns()}
    known = [column for column in records.columns if column in wanted]
    database.register("records_frame", records.select(known).to_arrow())
    database.execute("create table records as from records_frame")
    database.unregister("records_frame")


@contextmanager
def _database(folder: Path, order: Order) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as database:
        try:
            database.execute("set memory_limit = $1", [order.memory])
        except duckdb.Error as error:
            raise EngineMissing(
                "The memory is not understood; write it as 2GB or 1500MB."
            ) from error
        database.execute("set temp_directory = $1", [str(folder / "spill")])
        database.execute("set enable_progress_bar = false")
        yield database


def _blocked(
    database: duckdb.DuckDBPyConnection,
    records: pl.DataFrame,
    progress: Progress,
    *,
    linking: bool,
) -> tuple[Limit, ...]:
    known = {c: records.height - records[c].null_count() for c in records.columns}
    rules = blocking.usable(known)
    limits = []
    for limit in blocking.fill(database, rules, records.height, linking=linking):
        limits.append(limit)
        progress("blocks", len(limits), len(rules))
    return tuple(limits)


def _probabilities(
    pairs: pl.DataFrame, labels: Labels | None
) -> tuple[NDArray[np.float64], Calibration | None]:
    weight = pairs["weight"].to_numpy()
    own: NDArray[np.float64] = probability(weight)
    if labels is None:
        return own, None
    decided = labels.beside(pairs)
    calibration = calibrate(
        decided["weight"].to_numpy(),
        decided["same"].to_numpy(),
        probability(decided["weight"].to_numpy()),
    )
    return calibration.curve(weight), calibration


def silent(_stage: str, _done: int, _total: int) -> None:
    """Show no progress."""


def shares(frame: pl.DataFrame) -> Mapping[str, float]:
    """Tell what share of the records knows each field."""
    return {
        c: round(1 - frame[c].null_count() / max(frame.height, 1), 4)
        for c in frame.columns
    }
