"""Which pairs of records are worth comparing?

A rule puts records into blocks; two records are compared when some block holds both.
Each rule is looked at before any pair is made: how many blocks of which size. Blocks
that are larger than a rule can afford are left to narrower rules, and that is said.
Nothing is lost silently, and no common name brings the machine down.

The SQL is that of DuckDB and, with `Dialect`'s few words changed, that of Spark.
"""

# ruff: noqa: S608 - all SQL here is put together from our own words and numbers

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray

# The pairs a rule may cost, for each record.
AFFORDED: Final = 2.0
# No block holds more records than this, whatever the rule could afford.
LARGEST: Final = 400
# The same, of rules that say little: most of their larger blocks are of strangers.
LARGEST_OF_LOOSE: Final = 20
# An id is smaller than 2^31, so that two of them are one number.
ID_BITS: Final = 31


@dataclass(frozen=True, slots=True)
class Dialect:
    """The few words in which the engines differ."""

    hashed: str
    unnested: str


DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {"duckdb": Dialect("hash", "unnest"), "spark": Dialect("xxhash64", "explode")}
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to put records into blocks.

    Attributes:
        name: What it is called in reports.
        columns: All must be known, and equal.
        keys: A list of which one member must be shared, if any.
        loose: It says little, so that only its small blocks are looked into.
    """

    name: str
    columns: tuple[str, ...]
    keys: str | None = None
    loose: bool = False

    def within(self, other: Rule) -> bool:
        """Whether each pair of this rule is one of the other, its blocks all taken."""
        return self.keys == other.keys and {*other.columns} <= {*self.columns}


RULES: tuple[Rule, ...] = (
    Rule("paper", ("paper",)),
    Rule("any reading", (), "any_keys"),
    Rule("any reading, father", ("father_key",), "any_keys"),
    Rule("near reading, year of birth", ("birth_year",), "near_keys"),
    Rule("near reading, day and month", ("birth_month_day",), "near_keys"),
    Rule("near reading, unit", ("unit",), "near_keys"),
    Rule("near reading, province", ("province",), "near_keys", loose=True),
    Rule("near reading, year, unit", ("birth_year", "unit"), "near_keys"),
    Rule("near reading, year, province", ("birth_year", "province"), "near_keys"),
    Rule("near reading, unit, province", ("unit", "province"), "near_keys"),
    Rule("near reading, year, capture", ("birth_year", "capture_month"), "near_keys"),
    Rule("near reading, unit, capture", ("unit", "capture_month"), "near_keys"),
    Rule("surname and initial, father", ("father_key",), "name_marks", loose=True),
    Rule(
        "surname and initial, year of birth",
        ("birth_year",),
        "name_marks",
        loose=True,
    ),
    Rule("surname and initial, unit", ("unit",), "name_marks", loose=True),
    Rule("day of birth, unit", ("birth", "unit")),
    Rule("day of birth, province", ("birth", "province")),
    Rule("day of birth, unit, province", ("birth", "unit", "province")),
    Rule("part of the name, day of birth", ("birth",), "name_parts"),
    Rule(
        "part of the name, year, unit, province",
        ("birth_year", "unit", "province"),
        "name_parts",
    ),
)


COLUMNS: Final = frozenset(
    column for rule in RULES for column in (*rule.columns, *filter(None, [rule.keys]))
)


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a rule goes.

    Attributes:
        rule: Which.
        most: The largest block it makes pairs of, in records.
        pairs: The pairs it makes, before those that other rules make too are dropped.
        left_blocks, left_records: What it leaves to narrower rules.
    """

    rule: Rule
    most: int
    pairs: int
    left_blocks: int
    left_records: int

    def __str__(self) -> str:
        said = f"{self.rule.name}: {self.pairs:,} pairs"
        if self.left_blocks:
            said += (
                f"; {self.left_blocks:,} blocks of more than {self.most} records are "
                f"left to narrower rules ({self.left_records:,} places in them)"
            )
        return said


def rows_sql(rule: Rule, dialect: Dialect, records: str) -> str:
    """Select `id`, `side`, `block` of every record in every block of a rule."""
    known = [f"{column} is not null" for column in rule.columns]
    if rule.keys is None:
        block = f"{dialect.hashed}({', '.join(rule.columns)})"
        return (
            f"select id, side, {block} as block from {records} "
            f"where {' and '.join(known)}"
        )
    where = " and ".join([f"{rule.keys} is not null", *known])
    inner = ", ".join(
        ["id", "side", *rule.columns, f"{dialect.unnested}({rule.keys}) as member"]
    )
    block = f"{dialect.hashed}({', '.join(['member', *rule.columns])})"
    return (
        f"select id, side, {block} as block from "
        f"(select {inner} from {records} where {where}) as exploded"
    )


def blocks_sql(limit: Limit, dialect: Dialect, records: str, *, linking: bool) -> str:
    """Select the rows of the blocks that a rule makes pairs of."""
    rows = rows_sql(limit.rule, dialect, records)
    both = " and min(side) < max(side)" if linking else ""
    return (
        f"with placed as ({rows}), kept as (select block from placed group by block "
        f"having count(*) between 2 and {limit.most}{both}) "
        "select placed.id, placed.side, placed.block from placed "
        "inner join kept on placed.block = kept.block"
    )


def pairs_sql(blocks: str, *, linking: bool) -> str:
    """Select the distinct pairs of a table of blocks, in Splink's words."""
    return (
        "select join_key_l, join_key_r, '0' as match_key from "
        "(select distinct l.id as join_key_l, r.id as join_key_r "
        f"from {_joined(blocks, linking=linking)}) as made"
    )


def pairs(
    database: duckdb.DuckDBPyConnection, *, linking: bool, chunk: int, chunks: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the distinct pairs of the table `blocks`: the first ids, the others.

    A pair is one number until it is known to be distinct. A chunk holds the pairs whose
    first record has a certain remainder, so that the chunks are disjoint.
    """
    made = database.sql(
        f"select (l.id << {ID_BITS}) | r.id as pair "
        f"from {_joined('blocks', linking=linking)} where l.id % {chunks} = {chunk}"
    )
    found = pl.Series(made.fetchnumpy()["pair"]).unique().to_numpy()
    return found >> ID_BITS, found & ((1 << ID_BITS) - 1)


def _joined(blocks: str, *, linking: bool) -> str:
    order = "l.side = 0 and r.side = 1" if linking else "l.id < r.id"
    return f"{blocks} as l inner join {blocks} as r on l.block = r.block and {order}"


def usable(columns: Mapping[str, int]) -> tuple[Rule, ...]:
    """Choose the rules whose columns some record knows: `{column: records}`."""
    return tuple(
        rule
        for rule in RULES
        if all(columns.get(c, 0) for c in (*rule.columns, *filter(None, [rule.keys])))
    )


def fill(
    database: duckdb.DuckDBPyConnection,
    rules: Sequence[Rule],
    total: int,
    *,
    linking: bool,
) -> Iterator[Limit]:
    """Fill the table `blocks` from the table `records`, rule by rule.

    The sizes of a rule's blocks are looked at before any of them is taken. What is
    narrower than a rule that left nothing has no pair to add, and is passed over.

    Args:
        database: Holds `records`; gets `blocks`.
        rules: Those to be used.
        total: How many records there are.
        linking: Pairs are sought between two sides.

    Yields:
        How far each rule goes, once its blocks are in.
    """
    database.execute(
        "create or replace table blocks (id bigint, side tinyint, block ubigint)"
    )
    complete: list[Rule] = []
    for rule in rules:
        if any(map(rule.within, complete)):
            continue
        rows = rows_sql(rule, DIALECTS["duckdb"], "records")
        database.execute(f"create or replace temp table placed as {rows}")
        database.execute(
            "create or replace temp table sizes as select block, count(*) as n, "
            "count(*) filter (side = 0) as n0, count(*) filter (side = 1) as n1 "
            "from placed group by block having count(*) > 1"
            + (" and min(side) < max(side)" if linking else "")
        )
        limit = _limit(rule, _sizes(database, linking=linking), total)
        database.execute(
            "insert into blocks select placed.* from placed semi join "
            f"(from sizes where n <= {limit.most}) as kept "
            "on placed.block = kept.block"
        )
        if not limit.left_blocks:
            complete.append(rule)
        yield limit
    database.execute("drop table if exists placed")
    database.execute("drop table if exists sizes")


def _sizes(
    database: duckdb.DuckDBPyConnection, *, linking: bool
) -> list[tuple[int, int, int]]:
    """Count blocks by size: records in each, blocks, and the pairs of all of them."""
    pairs = "sum(n0 * n1)" if linking else "sum(n * (n - 1) // 2)"
    counted = database.sql(
        f"select n, count(*), {pairs}::bigint from sizes group by n order by n"
    )
    return counted.fetchall()


def _limit(rule: Rule, sizes: list[tuple[int, int, int]], total: int) -> Limit:
    """Take blocks from the smallest up for as long as they can be afforded."""
    most, pairs = 1, 0
    largest = LARGEST_OF_LOOSE if rule.loose else LARGEST
    left: list[tuple[int, int]] = []
    for size, blocks, made in sizes:
        if not left and size <= largest and pairs + made <= AFFORDED * total:
            most, pairs = size, pairs + made
        elif made:
            left.append((size, blocks))
    return Limit(
        rule,
        most,
        pairs,
        sum(blocks for _, blocks in left),
        sum(size * blocks for size, blocks in left),
    )
