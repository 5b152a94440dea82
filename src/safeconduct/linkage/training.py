"""What do the records themselves teach about agreement?

u, how often records of two people agree, is counted over pairs drawn at random from the
whole register. m, how often records of one person do, is found by expectation
maximisation over pairs that agree on one telling field: in each such session the other
fields are learned. What is counted are patterns of levels, a few thousand, so the
maximisation itself takes milliseconds.

No answer by a person is needed, and none is used here.
"""

# ruff: noqa: S608 - all SQL here is put together from our own words and numbers

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import duckdb
import numpy as np
import polars as pl
from numpy.typing import NDArray

from safeconduct.linkage.comparing import Columns, in_parts
from safeconduct.linkage.errors import NothingToCompare
from safeconduct.linkage.model import BY_FIELD, Weights, apart, gamma

RANDOM_PAIRS: Final = 400_000
# Pairs that one session looks at; without a bound one common date takes hours.
SESSION_PAIRS: Final = 120_000
SESSION_LEAST: Final = 30  # with fewer pairs a session teaches nothing
ROUNDS: Final = 200
SETTLED: Final = 1e-5
# A level never seen is not impossible: so many sightings are added to each.
UNSEEN: Final = 0.5
# Records of one person agree in half of their fields so often, or are not of one.
AGREED: Final = 0.2
# Matches from which on a session is heard beside others that saw more.
ENOUGH: Final = 200
# Fields on which a session's pairs agree.
SESSIONS: Final = (("birth",), ("name",), ("paper",), ("father",))
# In a large register so few of the pairs that agree on one field are of one person that
# nothing can be learned from them; pairs that agree on two teach it.
LARGE: Final = 150_000  # records
LARGE_SESSIONS: Final = (
    *(("birth", "unit"), ("birth", "province"), ("name", "birth")),
    *(("name", "unit", "province"), ("paper",)),
)
COLUMNS: Final = {"name": "name_key", "father": "father_key"}

Floats = NDArray[np.float64]
# Records of one person, before anything was learned: nine in ten at the top level.
_START: Final = 0.9


@dataclass(frozen=True, slots=True)
class Session:
    """What one session learned.

    Attributes:
        fields: On which its pairs agree.
        matches: How many of the pairs it saw are of one person, by its own estimate.
        pairs: How many it saw.
        all_pairs: How many agree on the fields in the whole register.
        m: By field, an array over the levels as Splink numbers them.
    """

    fields: tuple[str, ...]
    matches: float
    pairs: int
    all_pairs: int
    m: Mapping[str, Floats]

    @property
    def is_of_persons(self) -> bool:
        """Whether what was found are records of one person, and not of one people.

        Where several peoples are in one register, namesakes of one agree on a province
        or a rank more often than two records drawn at random, and may be taken for
        matches; but records of one person agree on most of what both know.
        """
        return float(np.median([each[-1] for each in self.m.values()])) >= AGREED


@dataclass(frozen=True, slots=True)
class Training:
    """The learned model, and how it was learned."""

    weights: Weights
    sessions: tuple[Session, ...]


def training_columns() -> frozenset[str]:
    """Name the columns that pairs to learn from agree on."""
    agreed = {field for fields in (*SESSIONS, *LARGE_SESSIONS) for field in fields}
    return frozenset(COLUMNS.get(field, field) for field in agreed)


def train(
    database: duckdb.DuckDBPyConnection,
    columns: Columns,
    seed: int,
    *,
    linking: bool,
) -> Training:
    """Learn the weights of a register.

    Args:
        database: Holds `records`.
        columns: The same as numbers, of the fields to be compared.
        seed: For the pairs that are drawn.
        linking: Pairs are between two sides.

    Raises:
        NothingToCompare: There are too few records that agree on anything.
    """
    fields = columns.fields
    drawn = _random_pairs(database, seed, linking=linking)
    patterns = _patterns(columns, drawn, fields)
    u = {field: _shares(patterns, field) for field in fields}
    known = {field: _known(patterns, field) for field in fields}
    held = tuple(_sessions(database, columns, u, linking=linking))
    sessions = tuple(each for each in held if each.is_of_persons) or held
    if not sessions:
        raise NothingToCompare(
            "Too few records agree on a name, a day of birth, a paper or a father to "
            "learn from; give more records, or map more columns."
        )
    m = {field: _agreed(sessions, field) for field in fields}
    prior = _prior(sessions, m, known, _all_pairs(database, linking=linking))
    weights = Weights(
        prior, {field: _levels(field, m[field], u[field]) for field in fields}
    )
    return Training(weights, sessions)


def _random_pairs(
    database: duckdb.DuckDBPyConnection, seed: int, *, linking: bool
) -> pl.DataFrame:
    """Draw pairs with replacement; a record beside itself is left out."""
    counts = dict(
        database.sql("select side, count(*) from records group by side").fetchall()
    )
    chance = np.random.default_rng(seed)
    left, right = counts.get(0, 0), counts.get(1, 0)
    drawn = min(RANDOM_PAIRS, left * (right if linking else left) // 2)
    # Ids count through side 0 first.
    low = chance.integers(0, left, drawn)
    high = (
        left + chance.integers(0, right, drawn)
        if linking
        else chance.integers(0, left, drawn)
    )
    pairs = pl.DataFrame({"a": low, "b": high}).filter(pl.col("a") != pl.col("b"))
    return pairs.select(
        join_key_l=pl.min_horizontal("a", "b"), join_key_r=pl.max_horizontal("a", "b")
    )


def _patterns(
    columns: Columns, pairs: pl.DataFrame, fields: Sequence[str]
) -> pl.DataFrame:
    """Compare pairs, and count the patterns of levels: `n` of each."""
    left, right = (pairs[c].to_numpy() for c in ("join_key_l", "join_key_r"))
    names = [f"gamma_{field}" for field in fields]

    def count(one: NDArray[Any], other: NDArray[Any]) -> pl.DataFrame:
        levels = columns.levels(one, other)
        frame = pl.DataFrame({f"gamma_{field}": levels[field] for field in fields})
        return frame.group_by(names).len("n")

    counted = pl.concat(in_parts(count, left, right))
    # The order of a group-by is not fixed, and sums of floats depend on it.
    return counted.group_by(names).agg(pl.col("n").sum()).sort(names)


def _width(field: str) -> int:
    return len(BY_FIELD[field].levels)


def _counts(patterns: pl.DataFrame, field: str, weight: Floats) -> Floats:
    level = patterns[f"gamma_{field}"].to_numpy()
    seen = level >= 0
    counts = np.bincount(level[seen], weight[seen], minlength=_width(field))
    return counts.astype(np.float64)


def _shares(patterns: pl.DataFrame, field: str) -> Floats:
    counts = _counts(patterns, field, patterns["n"].to_numpy().astype(float))
    return _smoothed(counts)


def _smoothed(counts: Floats) -> Floats:
    found: Floats = (counts + UNSEEN) / (counts + UNSEEN).sum()
    return found


def _known(patterns: pl.DataFrame, field: str) -> float:
    """Tell in what share of pairs both records know a field."""
    n = patterns["n"].to_numpy()
    return float(n[patterns[f"gamma_{field}"].to_numpy() >= 0].sum() / n.sum())


def _sessions(
    database: duckdb.DuckDBPyConnection,
    columns: Columns,
    u: Mapping[str, Floats],
    *,
    linking: bool,
) -> Iterator[Session]:
    large = len(columns) >= LARGE and "unit" in columns.fields
    for agreed in LARGE_SESSIONS if large else SESSIONS:
        if not set(agreed) <= set(columns.fields):
            continue
        pairs, total = _agreeing(database, agreed, linking=linking)
        if len(pairs) < SESSION_LEAST:
            continue
        others = tuple(f for f in columns.fields if f not in agreed)
        patterns = _patterns(columns, pairs, others)
        m, share = maximised(patterns, others, u)
        yield Session(agreed, share * len(pairs), len(pairs), total, m)


def _agreeing(
    database: duckdb.DuckDBPyConnection, fields: Sequence[str], *, linking: bool
) -> tuple[pl.DataFrame, int]:
    """Take pairs that agree on fields, whole blocks at a time, and count all.

    Blocks are taken in the order of their hashes, which has nothing to do with what
    stands in them; a block that would fill the session alone is passed over.
    """
    made = "n0 * n1" if linking else "n * (n - 1) // 2"
    columns = [COLUMNS.get(field, field) for field in fields]
    known = " and ".join(f"{column} is not null" for column in columns)
    database.execute(
        f"create or replace temp table telling as select id, side, "
        f"hash({', '.join(columns)}) as k from records where {known}"
    )
    database.execute(
        "create or replace temp table agreed as select k, "
        "count(*) as n, count(*) filter (side = 0) as n0, "
        "count(*) filter (side = 1) as n1 from telling group by k having n > 1"
    )
    total = database.sql(f"select sum({made})::bigint from agreed").fetchall()[0][0]
    order = "l.side = 0 and r.side = 1" if linking else "l.id < r.id"
    pairs: pl.DataFrame = database.sql(
        f"with small as (from agreed where {made} between 1 and {SESSION_PAIRS // 10}),"
        f"run as (select k, sum({made}) over (order by k) as so_far "
        f"from small), taken as (select k from run where so_far <= {SESSION_PAIRS}) "
        "select l.id as join_key_l, r.id as join_key_r from telling as l "
        "semi join taken on l.k = taken.k "
        f"inner join telling as r on l.k = r.k and {order}"
    ).pl()
    return pairs.sort("join_key_l", "join_key_r"), int(total or 0)


def maximised(
    patterns: pl.DataFrame, fields: Sequence[str], u: Mapping[str, Floats]
) -> tuple[dict[str, Floats], float]:
    """Find m and the share of matches by expectation maximisation; u stays.

    Args:
        patterns: `gamma_` of each field (-1: not known) and `n`.
        fields: Those compared.
        u: By field, over its levels.

    Returns:
        m by field, and the share of pairs that are of one person.
    """
    n = patterns["n"].to_numpy().astype(float)
    levels = {f: patterns[f"gamma_{f}"].to_numpy() for f in fields}
    other = _likelihood(levels, u)
    m = {f: _start(_width(f)) for f in fields}
    share = 0.1
    for _ in range(ROUNDS):
        odds = _likelihood(levels, m) - other + np.log(share / (1 - share))
        same = n / (1 + np.exp(-np.clip(odds, -500, 500)))
        was, share = share, float(np.clip(same.sum() / n.sum(), 1e-9, 1 - 1e-9))
        m = {f: _smoothed(_counts(patterns, f, same)) for f in fields}
        if abs(share - was) < SETTLED * was:
            break
    return m, share


def _start(width: int) -> Floats:
    rest = (1 - _START) / (width - 1)
    found = np.full(width, rest)
    found[-1] = _START
    return found


def _likelihood(
    levels: Mapping[str, NDArray[Any]], shares: Mapping[str, Floats]
) -> Floats:
    """Add up the logarithms of each pattern's levels; the unknown adds nothing."""
    found: Floats = np.sum(
        [
            np.where(level >= 0, np.log(shares[field])[np.maximum(level, 0)], 0.0)
            for field, level in levels.items()
        ],
        axis=0,
    )
    return found


def _agreed(sessions: Sequence[Session], field: str) -> Floats:
    """Take the middle of what the sessions learned of a field.

    Not their mean: of several peoples one session may take namesakes for matches, and
    then it has seen the most.
    """
    taught = [s for s in sessions if field in s.m]
    if not taught:  # the one session agreed on this field
        return _start(_width(field))
    taught = [s for s in taught if s.matches >= ENOUGH] or taught
    middle = np.median([s.m[field] for s in taught], axis=0)
    shares: Floats = middle / middle.sum()
    return shares


def _prior(
    sessions: Sequence[Session],
    m: Mapping[str, Floats],
    known: Mapping[str, float],
    pairs: int,
) -> float:
    """Tell how likely two records drawn at random are one person.

    A session sees the matches that agree on its fields. Divided by the share of matches
    that do agree, that is all of them; the sessions' answers are averaged.
    """
    found = []
    for session in sessions:
        whole = session.matches * session.all_pairs / session.pairs
        agrees = float(np.prod([m[f][-1] * known[f] for f in session.fields]))
        found.append((whole / max(agrees, 1e-6), session.matches))
    counts, weight = np.array([c for c, _ in found]), np.array([w for _, w in found])
    matches = np.exp(np.average(np.log(np.maximum(counts, 1.0)), weights=weight))
    return float(np.clip(matches / pairs, 1e-12, 0.5))


def _all_pairs(database: duckdb.DuckDBPyConnection, *, linking: bool) -> int:
    made = (
        "count(*) filter (side = 0) * count(*) filter (side = 1)"
        if linking
        else "count(*) * (count(*) - 1) // 2"
    )
    return int(database.sql(f"select {made} from records").fetchall()[0][0])


def _levels(field: str, m: Floats, u: Floats) -> dict[str, tuple[float, float]]:
    return apart(
        {
            level.code: (
                float(m[gamma(field, level.code)]),
                float(u[gamma(field, level.code)]),
            )
            for level in BY_FIELD[field].levels
        }
    )
