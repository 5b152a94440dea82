"""How are all worthwhile pairs weighed on one machine?

DuckDB makes the pairs and comparing.py compares them, in a tenth of the time Splink
takes, with its results. On a cluster spark.py does both.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb
import polars as pl

from safeconduct.linkage.blocking import Limit, pairs
from safeconduct.linkage.comparing import Columns, Scale, in_parts
from safeconduct.linkage.keying import Progress
from safeconduct.linkage.model import Weights

# Pairs below this weight, in bits, are not kept: fewer than one in 30 is a match.
FLOOR: Final = -5.0
# Pairs that are made and compared at a time.
AT_ONCE: Final = 8_000_000


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
        left, right = pairs(
            database, linking=task.linking, chunk=chunk, chunks=task.chunks
        )
        compared += len(left)
        kept = list(in_parts(lambda a, b: scale.kept(a, b, FLOOR), left, right))
        if kept:
            pl.concat(kept).write_parquet(into / f"pairs-{chunk:05}.parquet")
        progress("pairs", chunk + 1, task.chunks)
    return compared
