"""How are all worthwhile pairs weighed on a Spark cluster?

The same rules with the same limits, the same levels, the same weights as on one
machine; Splink compares. Only this module loads Splink, which takes a while.
"""

# ruff: noqa: S608 - all SQL here is put together from our own words and numbers

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from shutil import which
from types import MappingProxyType
from typing import Any, Final

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator
from splink.internals.comparison_creator import ComparisonCreator
from splink.internals.splink_dataframe import SplinkDataFrame

from safeconduct.linkage.blocking import DIALECTS, blocks_sql, pairs_sql
from safeconduct.linkage.errors import EngineMissing
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.model import (
    APART,
    BY_FIELD,
    ELSE,
    Comparison,
    Level,
    Weights,
    gamma,
    rated,
    share_of,
)
from safeconduct.linkage.scoring import FLOOR, Task

# How each engine asks whether two lists share a member, and whether one holds a value.
OVERLAP = MappingProxyType({"duckdb": "list_has_any", "spark": "arrays_overlap"})
CONTAINS = MappingProxyType({"duckdb": "list_contains", "spark": "array_contains"})
# Parts of a table that are worked on at a time, where the cluster says nothing else.
PARTITIONS: Final = 8

# Splink advises on training that we do ourselves.
LOGGED: Final = logging.CRITICAL


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
        pairs = pairs_sql("blocks", linking=task.linking)
        compared = _kept_as(session, "candidates", pairs, into.parent)
        progress("pairs", 1, 2)
        linker = Linker(
            api.register("records"),
            settings(task.fields, "spark", task.weights),
            log_level=LOGGED,
        )
        register_shares(linker, task.fields, lambda sql: api.register(session.sql(sql)))
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


def _kept_as(session: Any, name: str, sql: str, folder: Path) -> int:
    """Write the answer to a query as Parquet, make a view of it, and count it."""
    target = str(folder / name)
    session.sql(sql).write.mode("overwrite").parquet(target)
    frame = session.read.parquet(target)
    frame.createOrReplaceTempView(name)
    return int(frame.count())


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


def settings(
    fields: tuple[str, ...], dialect: str, weights: Weights
) -> SettingsCreator:
    """Write the model for one engine.

    Args:
        fields: Those that both sides have.
        dialect: `duckdb` or `spark`.
        weights: Of every level.
    """
    return SettingsCreator(
        # One table with both sides in it: which pairs count is decided by blocking.py.
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[_comparison(BY_FIELD[f], dialect, weights) for f in fields],
        blocking_rules_to_generate_predictions=[],
        probability_two_random_records_match=weights.prior,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def _comparison(
    comparison: Comparison, dialect: str, weights: Weights
) -> ComparisonCreator:
    found: list[Any] = [cll.NullLevel(comparison.known)]
    for level in comparison.levels:
        made = _level(level, dialect)
        m, u = weights.levels[comparison.field][level.code]
        made.configure(m_probability=m, u_probability=u)
        found.append(made)
    return cl.CustomComparison(
        output_column_name=comparison.field, comparison_levels=found
    )


def _level(level: Level, dialect: str) -> Any:
    if level.sql == ELSE:
        return cll.ElseLevel()
    sql = level.sql.format(overlap=OVERLAP[dialect], contains=CONTAINS[dialect])
    made = cll.CustomLevel(sql, level.words)
    if level.frequency is not None:
        made.configure(
            tf_adjustment_column=share_of(level.frequency),
            disable_tf_exact_match_detection=True,
        )
    return made


def register_shares(
    linker: Linker, fields: Sequence[str], table: Callable[[str], SplinkDataFrame]
) -> None:
    """Give Splink the shares that stand in the records, instead of its own.

    Splink looks the frequency of a value up in a table. Here the value is the share,
    and so each share is looked up as itself.

    Args:
        linker: Of the table `records`, which holds a column of shares for each rated.
        fields: Those compared.
        table: Makes a table of Splink's from a query.
    """
    for column in map(share_of, rated(fields)):
        linker.table_management.register_term_frequency_lookup(
            table(f"select distinct {column}, {column} as tf_{column} from records"),
            column,
        )


def gamma_sql(field: str, weights: Weights) -> str:
    """Read the number of a level from its weight; -1 is not known, and weighs 0.

    The weights of a field are apart by `APART` at least: training.py sees to it.
    """
    cases = [
        f"when abs(mw_{field} - ({weights.bits(field, code)!r})) < {APART / 4} "
        f"then {gamma(field, code)}"
        for code in weights.levels[field]
    ]
    return f"case {' '.join(cases)} else -1 end"
