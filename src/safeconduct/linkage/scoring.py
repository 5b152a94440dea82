"""How are all worthwhile pairs weighed, on one machine or on a cluster?

DuckDB fills the blocks in every run. What is then heavy, making pairs and comparing
them, is done here or by Spark: the same rules with the same limits, the same levels,
the same weights. On Spark Splink compares; on one machine DuckDB makes the pairs and
comparing.py compares them, in a tenth of the time Splink takes, with its results.
"""

# ruff: noqa: S608 - all SQL here is put together from our own words and numbers

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from shutil import which
from typing import Any, Final

import duckdb
import polars as pl
from splink import Linker

from safeconduct.linkage.blocking import DIALECTS, Limit, blocks_sql, pairs_sql
from safeconduct.linkage.comparing import Columns, Scale, in_parts
from safeconduct.linkage.errors import EngineMissing
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.model import BY_FIELD, Weights, gamma_sql, settings

# Pairs below this weight, in bits, are not kept: fewer than one in 30 is a match.
FLOOR: Final = -5.0
# Pairs that are made and compared at a time.
AT_ONCE: Final = 8_000_000
# Parts of a table that Spark works on at a time, where the cluster says nothing else.
PARTITIONS: Final = 8

# Splink advises on training that we do ourselves.
LOGGED: Final = logging.CRITICAL


@dataclass(frozen=True, slots=True)
class Task:
    """What an engine needs to weigh the pairs of a register.

    Attributes:
        records: The Parquet file of records.
        fields: Those compared.
        weights: What was learned.
        limits: How far each blocking rule goes.
        linking: Pairs are between two sides.
    """

    records: Path
    fields: tuple[str, ...]
    weights: Weights
    limits: tuple[Limit, ...]
    linking: bool

    @property
    def chunks(self) -> int:
        """Into how many parts the pairs are cut."""
        return -(-sum(limit.pairs for limit in self.limits) // AT_ONCE) or 1


def by_duckdb(
    database: duckdb.DuckDBPyConnection,
    columns: Columns,
    task: Task,
    into: Path,
    progress: Progress,
) -> int:
    """Weigh the pairs of the table `blocks`.

    Args:
        database: Holds the table.
        columns: The records as numbers.
        task: What to do.
        into: A folder that gets Parquet files of pairs.
        progress: Is told how many parts are done.

    Returns:
        How many pairs were compared.
    """
    scale = Scale(columns, task.weights)
    compared = 0
    for chunk in range(task.chunks):
        sql = pairs_sql("blocks", linking=task.linking, chunk=chunk, chunks=task.chunks)
        found = database.sql(f"select join_key_l, join_key_r from ({sql})").fetchnumpy()
        left, right = found["join_key_l"], found["join_key_r"]
        compared += len(left)
        kept = list(in_parts(lambda a, b: scale.kept(a, b, FLOOR), left, right))
        if kept:
            pl.concat(kept).write_parquet(into / f"pairs-{chunk:05}.parquet")
        progress("pairs", chunk + 1, task.chunks)
    return compared


def _kept(table: str, task: Task) -> str:
    """Select what is kept of each pair, as small as it can be said."""
    columns = [
        "id_l",
        "id_r",
        "cast(match_weight as double) as weight",
        *(
            f"cast({gamma_sql(f, task.weights)} as tinyint) as gamma_{f}"
            for f in task.fields
        ),
        *(f"cast({_bits(f)} as float) as bits_{f}" for f in task.fields),
    ]
    return f"select {', '.join(columns)} from {table}"


def _bits(field: str) -> str:
    rare = any(level.frequency for level in BY_FIELD[field].levels)
    return f"mw_{field} + mw_tf_adj_{field}" if rare else f"mw_{field}"


def by_spark(task: Task, into: Path, master: str, progress: Progress) -> int:
    """Weigh the pairs on Spark, from the same file of records.

    Args:
        task: What to do; `records` and `into` must be readable from the workers.
        into: A folder that gets a folder of Parquet files.
        master: The cluster's address, or `local[*]`.
        progress: Is told how many parts are done.

    Returns:
        How many pairs were compared.

    Raises:
        EngineMissing: PySpark or Java is not installed.
    """
    with _session(master, into.parent / "spark") as session:
        # Both are there only where PySpark is.
        api = import_module("splink.backends.spark").SparkAPI(
            spark_session=session,
            break_lineage_method="parquet",
            register_udfs_automatically=False,
        )
        session.read.parquet(str(task.records)).createOrReplaceTempView("records")
        blocks = " union all ".join(
            f"select * from ({blocks_sql(limit, DIALECTS['spark'], 'records', linking=task.linking)})"  # noqa: E501
            for limit in task.limits
            if limit.pairs
        )
        # Written out, so that what comes after does not make the blocks once more.
        _kept_as(session, "blocks", blocks, into.parent)
        pairs = pairs_sql("blocks", linking=task.linking, chunk=0, chunks=1)
        compared = _kept_as(session, "candidates", pairs, into.parent)
        progress("pairs", 1, 2)
        linker = Linker(
            api.register("records"),
            settings(task.fields, "spark", task.weights),
            log_level=LOGGED,
        )
        linker.table_management.register_blocked_pairs_for_predict(
            api.register("candidates")
        )
        found = linker.inference.predict(
            threshold_match_weight=FLOOR, warning_mode="never"
        )
        session.sql(_kept(found.physical_name, task)).write.mode("overwrite").parquet(
            str(into / "pairs.spark")
        )
        progress("pairs", 2, 2)
    return compared


def _kept_as(session: Any, name: str, sql: str, folder: Path) -> int:
    """Write the answer to a query as Parquet, make a view of it, and count it."""
    target = str(folder / name)
    session.sql(sql).write.mode("overwrite").parquet(target)
    frame = session.read.parquet(target)
    frame.createOrReplaceTempView(name)
    return int(frame.count())


def require_spark() -> None:
    """Refuse early where Spark cannot run.

    Raises:
        EngineMissing: PySpark or Java is not installed.
    """
    try:
        import_module("pyspark")
    except ImportError as error:
        raise EngineMissing(
            "Spark is not part of this installation. Install it with "
            "pip install 'safeconduct[spark]', or use --engine duckdb."
        ) from error
    if which("java") is None:
        raise EngineMissing(
            "Spark needs a Java runtime, version 17 or newer, and none is found. "
            "Install one (on Debian: apt-get install default-jre-headless), or use "
            "--engine duckdb."
        )


@contextmanager
def _session(master: str, folder: Path) -> Iterator[Any]:
    require_spark()
    options: Mapping[str, str] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        # Splink reads this one; Spark itself joins small partitions as it goes.
        "spark.sql.shuffle.partitions": str(PARTITIONS),
        "spark.driver.memory": "4g",
        "spark.local.dir": str(folder / "local"),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.session.timeZone": "UTC",
        "spark.log.level": "ERROR",
    }
    builder = (
        import_module("pyspark.sql")
        .SparkSession.builder.master(master)
        .appName("safeconduct link")
    )
    for name, value in options.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        session.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
        yield session
    finally:
        session.stop()
