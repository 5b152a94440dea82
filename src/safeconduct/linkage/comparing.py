"""How do millions of pairs compare, field by field, on one machine?

The levels are those of model.py, where they stand in SQL for Splink. Here the same
questions are asked of numbers, a hundred thousand pairs at a time: texts and keys are
numbered once, so a pair costs a look into a few short arrays. A test holds that Splink
gives every pair the same levels and the same weight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Any, Final, TypeVar

import numpy as np
import polars as pl
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cpdist

from safeconduct.linkage.model import (
    AGE,
    BY_FIELD,
    LUNAR,
    Weights,
    gamma,
    rated,
    share_of,
)
from safeconduct.linkage.rarity import NONE, Floats, Ints, shares, shares_among

Levels = NDArray[np.int8]
Truths = NDArray[np.bool_]
Found = TypeVar("Found")

AT_ONCE: Final = 100_000  # pairs whose arrays stay near the processor
THREADS: Final = 2
NOTHING: Final = -2  # the same, on the other side of a pair of lists
NOT_KNOWN: Final = -1  # the level of a field that one of both lacks
NAME: Final = "name"  # of all fields the dearest to compare
ROUNDED: Final = 1e-6  # bits
WIDTHS: Final = (1, 2, 4, 8)  # lists up to so long are compared by themselves


class Columns:
    """The columns of a register as numbers, by the place of the record.

    Args:
        records: What the model compares, in the order of their ids from 0.
        fields: Those to be compared.
    """

    def __init__(self, records: pl.DataFrame, fields: Sequence[str]) -> None:
        self.fields = tuple(fields)
        self._count = records.height
        self._values: dict[str, Any] = {}
        with ThreadPoolExecutor(THREADS) as pool:
            works = [
                pool.submit(work, self._values, records, field)
                for field in self.fields
                for work in _FILLED.get(field, _PLAINLY)
            ]
            for done in works:
                done.result()
            borne = rated(self.fields)
            self.shares = dict(zip(borne, pool.map(self._shares, borne), strict=True))

    def __len__(self) -> int:
        return self._count

    def _shares(self, column: str) -> Floats:
        """Tell how often strangers bear each record's value of a column."""
        values = self._values[column]
        if column == f"{NAME}_key" or NAME not in self.fields:
            return shares(values)
        return shares_among(values, self._values[f"{NAME}_parts"])

    def beside(self, records: pl.DataFrame) -> pl.DataFrame:
        """Put beside the records, for other engines, how often values are borne."""
        return records.with_columns(
            pl.Series(share_of(column), borne) for column, borne in self.shares.items()
        )

    def levels(
        self,
        left: NDArray[Any],
        right: NDArray[Any],
        fields: Sequence[str] | None = None,
    ) -> dict[str, Levels]:
        """Compare pairs: for each field the number of the level, -1: not known."""
        pairs = Pairs(self._values, left, right)
        asked = self.fields if fields is None else fields
        return {field: self._field(pairs, field) for field in asked}

    def _field(self, pairs: Pairs, field: str) -> Levels:
        column = BY_FIELD[field].known
        known = pairs.known(column)
        found = np.full(len(known), NOT_KNOWN, np.int8)
        some = known.nonzero()[0]
        if len(some):
            found[some] = _COMPARED[field](pairs.at(some), field)
        return found


class Pairs:
    """Pairs of records, of which columns are looked up as they are asked for."""

    def __init__(
        self, values: Mapping[str, Any], left: NDArray[Any], right: NDArray[Any]
    ) -> None:
        self._values, self._left, self._right = values, left, right

    def __len__(self) -> int:
        return len(self._left)

    def at(self, places: NDArray[Any]) -> Pairs:
        """Take some of the pairs."""
        return Pairs(self._values, self._left[places], self._right[places])

    def both(self, column: str) -> tuple[Any, Any]:
        """Look a column up on both sides."""
        values = self._values[column]
        return values.take(self._left, 0), values.take(self._right, 0)

    def table(self, name: str) -> Any:
        """Give what is known of every key rather than of every record."""
        return self._values[name]

    def texts(self, column: str) -> tuple[list[str], list[str]]:
        """Look the texts of a column up on both sides."""
        values = self._values[column]
        return [values[i] for i in self._left], [values[i] for i in self._right]

    def known(self, *columns: str) -> Truths:
        """Tell whether both sides know some columns."""
        found = np.ones(len(self), bool)
        for column in columns:
            left, right = self.both(column)
            found &= (left != NONE) & (right != NONE)
        return found

    def same(self, column: str) -> Truths:
        """Tell whether both sides know a column and agree."""
        left, right = self.both(column)
        same: Truths = (left == right) & (left != NONE)
        return same

    def apart(self, column: str) -> Ints:
        """Tell how far apart the numbers of a column are; far, if one is unknown."""
        left, right = self.both(column)
        far = np.abs(left - right)
        far[(left == NONE) | (right == NONE)] = _FAR
        return np.asarray(far, np.int32)

    def lists(self, column: str) -> Iterator[tuple[NDArray[Any], Ints, Ints]]:
        """Look lists up on both sides, those of about one length at a time.

        Yields:
            Which pairs, and their lists: a row a place, a column a pair. What is not
            there is `NONE` on the left and `NOTHING` on the right, so that it never
            agrees.
        """
        rows, sizes = self._values[column], self._values[f"{column}_sizes"]
        longest = np.maximum(sizes.take(self._left), sizes.take(self._right))
        for shorter, width in pairwise((0, *WIDTHS, len(rows))):
            at = ((longest > shorter) & (longest <= width)).nonzero()[0]
            if len(at):
                left, right = (
                    rows[:width].take(side[at], 1) for side in (self._left, self._right)
                )
                right[right == NONE] = NOTHING
                yield at, left, right

    def shared(self, column: str) -> Truths:
        """Tell whether two lists share a member."""
        found = np.zeros(len(self), bool)
        for at, left, right in self.lists(column):
            some = np.zeros(len(at), bool)
            for mine in left:
                some |= _has(right, mine)
            found[at] = some
        return found

    def rarest(self, column: str) -> tuple[Levels, Levels]:
        """Say how rare the rarest shared member of two lists is; -1: none is shared.

        Returns:
            Of any member; of those that are the best of either list.
        """
        borne = self.table(f"{column}_borne")
        share, best = np.full((2, len(self)), -1, np.int8)
        for at, left, right in self.lists(column):
            for place, mine in enumerate(left):
                _raise(share, at, borne, mine, _has(right, mine))
                if place == 0:
                    best[at] = share[at]
            _raise(best, at, borne, right[0], _has(left, right[0]))
        return share, best


def _raise(
    found: Levels, at: NDArray[Any], borne: Levels, members: Ints, which: Truths
) -> None:
    """Note how rare the members are that two lists share."""
    some = which.nonzero()[0]
    found[at[some]] = np.maximum(found[at[some]], borne[members[some]])


_FAR: Final = np.int32(2**30)


def _has(lists: Ints, members: Ints) -> Truths:
    """Tell of each pair whether its list, a column, holds its member."""
    found: Truths = lists[0] == members
    same = np.empty_like(found)
    for row in lists[1:]:
        np.equal(row, members, out=same)
        np.logical_or(found, same, out=found)
    return found


# How records become numbers.


def _numbered(column: pl.Series) -> Ints:
    """Number the values of a column; equal ones have one number."""
    if column.dtype.is_integer():
        return column.cast(pl.Int32).fill_null(NONE).to_numpy()
    # Categories of its own: those of the process would keep papers beyond the run.
    own = pl.Categorical(pl.Categories.random())
    return column.cast(own).to_physical().cast(pl.Int32).fill_null(NONE).to_numpy()


def _fill_plain(values: dict[str, Any], records: pl.DataFrame, field: str) -> None:
    for column in _PLAIN[field]:
        values[column] = _numbered(records[column])


def _fill_papers(values: dict[str, Any], records: pl.DataFrame, field: str) -> None:
    values[field] = _numbered(records[field])
    values["paper_text"] = records[field].to_list()


def _fill_places(values: dict[str, Any], records: pl.DataFrame, field: str) -> None:
    for ending in ("", "_stem", "_script"):
        values[f"{field}{ending}"] = _numbered(records[f"{field}{ending}"])


def _fill_names(values: dict[str, Any], records: pl.DataFrame, field: str) -> None:
    lists = ["any_keys"] if field == "name" else []
    rows = pl.concat(
        [records[c].explode() for c in (f"{field}_keys", *lists)]
    ).drop_nulls()
    order = rows.unique().sort()
    for column in (f"{field}_keys", *lists):
        _fill_lists(values, records[column], order)
    values[f"{field}_key"] = values[f"{field}_keys"][0]
    values[f"{field}_keys_borne"] = _borne(records, f"{field}_keys", order)
    values[f"{field}_known"] = _numbered(records[f"{field}_known"])


def _fill_parts(values: dict[str, Any], records: pl.DataFrame, field: str) -> None:
    for column in (f"{field}_parts", *(["name_marks"] if field == "name" else [])):
        members = records[column].explode().drop_nulls().unique().sort()
        _fill_lists(values, records[column], members)
        if column == "name_marks":
            values["name_marks_borne"] = _borne(records, column, members)


def _borne(records: pl.DataFrame, column: str, order: pl.Series) -> Levels:
    """Say of each number whether it is rare (2), no common one (1) or common (0)."""
    found = np.zeros(len(order) + 1, np.int8)  # the last stands for none
    for ending in ("some", "rare"):
        members = records[f"{column}_{ending}"].explode().drop_nulls().unique()
        found[order.search_sorted(members).to_numpy()] += 1
    return found


def _fill_lists(values: dict[str, Any], lists: pl.Series, order: pl.Series) -> None:
    """Write lists as columns of numbers, short ones filled up with `NONE`.

    A row a place: pairs are looked up place by place, in rows that stay near the
    processor.
    """
    lengths = lists.list.len().fill_null(0).to_numpy().astype(np.int64)
    width = max(int(lengths.max(initial=0)), 1)
    found = np.full((width, len(lists)), NONE, np.int32)
    members = lists.filter(lists.list.len() > 0).explode()
    places = order.rename("member").to_frame().with_row_index("place")
    numbers = (
        members.rename("member")
        .to_frame()
        .join(places, on="member", how="left", maintain_order="left")["place"]
        .to_numpy()
    )
    owners = np.repeat(np.arange(len(lists)), lengths)
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    found[np.arange(len(owners)) - starts, owners] = numbers
    values[lists.name] = found
    values[f"{lists.name}_sizes"] = lengths.astype(np.int16)


_PLAIN: Final = {
    "birth": (
        *("birth_year", "birth", "birth_swapped", "birth_month_day"),
        *("birth_month", "birth_day", "birth_number"),
    ),
    "unit": ("unit", "unit_number"),
    "capture_month": ("capture_month",),
    "rank": ("rank",),
    "sex": ("sex",),
}
_Work = Callable[[dict[str, Any], pl.DataFrame, str], None]
_PLAINLY: Final[tuple[_Work, ...]] = (_fill_plain,)
_FILLED: Final[Mapping[str, tuple[_Work, ...]]] = {
    "name": (_fill_names, _fill_parts),
    "father": (_fill_names, _fill_parts),
    "paper": (_fill_papers,),
    "province": (_fill_places,),
    "capture_place": (_fill_places,),
}


# How fields are compared. Both sides know the field.


def _first(field: str, fits: Iterable[tuple[str, Truths]], count: int) -> Levels:
    """Give each pair the first level that fits, else the last: number 0."""
    found = np.zeros(count, np.int8)
    for code, fit in reversed(list(fits)):
        found[fit] = gamma(field, code)
    return found


def _names(pairs: Pairs, field: str) -> Levels:
    found = np.full(len(pairs), gamma(field, "same"), np.int8)
    other = (~pairs.same(f"{field}_key")).nonzero()[0]
    if len(other):
        found[other] = _readings(pairs.at(other), field)
    return found


def _readings(pairs: Pairs, field: str) -> Levels:
    """Compare names whose best keys differ."""
    share, best = pairs.rarest(f"{field}_keys")
    found = np.zeros(len(pairs), np.int8)
    rest = (share < 0).nonzero()[0]
    found[rest] = _unread(pairs.at(rest), field)
    for rarity, code in enumerate(("common", "some", "rare")):
        found[share == rarity] = gamma(field, code)
    for rarity, code in enumerate(("best, common", "best", "best, rare")):
        found[best == rarity] = gamma(field, code)
    return found


def _unread(pairs: Pairs, field: str) -> Levels:
    """Compare names that share no reading."""
    fits = [("part", pairs.shared(f"{field}_parts"))]
    if field == "name":
        rarity, _ = pairs.rarest("name_marks")
        marked = [
            (code, rarity >= least)
            for least, code in (
                (2, "initials, rare"),
                (1, "initials, some"),
                (0, "initials"),
            )
        ]
        fits = [("other name", pairs.shared("any_keys")), *marked, *fits]
    return _first(field, fits, len(pairs))


def _births(pairs: Pairs, field: str) -> Levels:
    year = pairs.same("birth_year")
    years, days = pairs.apart("birth_year"), pairs.apart("birth_number")
    alone = ~pairs.known("birth")
    left, right = pairs.both("birth")[0], pairs.both("birth_swapped")[1]
    part = pairs.same("birth_month") | pairs.same("birth_day")
    fits = (
        ("same", pairs.same("birth")),
        ("exchanged", (left == right) & (left != NONE)),
        ("age", pairs.same("birth_month_day") & (years <= AGE)),
        ("two parts", part & year),
        ("lunar", (days >= LUNAR[0]) & (days <= LUNAR[1])),
        ("year", alone & year),
        ("near", alone & (years <= AGE)),
        ("other year", year),
    )
    return _first(field, fits, len(pairs))


def _units(pairs: Pairs, field: str) -> Levels:
    fits = (("same", pairs.same("unit")), ("number", pairs.same("unit_number")))
    return _first(field, fits, len(pairs))


def _places(pairs: Pairs, field: str) -> Levels:
    left, right = pairs.both(f"{field}_script")
    fits = (
        ("same", pairs.same(field)),
        ("alike", pairs.same(f"{field}_stem")),
        ("other script", (left != right) & pairs.known(f"{field}_script")),
    )
    return _first(field, fits, len(pairs))


def _papers(pairs: Pairs, field: str) -> Levels:
    slips = cpdist(
        *pairs.texts("paper_text"),
        scorer=Levenshtein.distance,
        score_cutoff=1,
        dtype=np.uint8,
    )
    fits = (("same", pairs.same(field)), ("one digit", slips <= 1))
    return _first(field, fits, len(pairs))


def _months(pairs: Pairs, field: str) -> Levels:
    far = pairs.apart(field)
    return _first(field, (("same", far == 0), ("next", far == 1)), len(pairs))


def _plain(pairs: Pairs, field: str) -> Levels:
    return _first(field, (("same", pairs.same(field)),), len(pairs))


_COMPARED: Final[Mapping[str, Callable[[Pairs, str], Levels]]] = {
    "name": _names,
    "birth": _births,
    "father": _names,
    "unit": _units,
    "province": _places,
    "paper": _papers,
    "capture_place": _places,
    "capture_month": _months,
    "rank": _plain,
    "sex": _plain,
}


# What pairs weigh.


class Scale:
    """Weighs pairs as Splink does: the prior, each level's bits, and rarity."""

    def __init__(self, columns: Columns, weights: Weights) -> None:
        self._columns = columns
        self._prior = np.log2(weights.prior / (1 - weights.prior))
        # Number -1, not known and of no weight, is the last of each list.
        self._bits = {
            field: np.array(
                [
                    *reversed(
                        [
                            weights.bits(field, level.code)
                            for level in BY_FIELD[field].levels
                        ]
                    ),
                    0.0,
                ]
            )
            for field in columns.fields
        }
        self._rare = {
            field: (
                columns.shares[level.frequency],
                gamma(field, level.code),
                np.log2(weights.levels[field][level.code][1]),
            )
            for field in columns.fields
            for level in BY_FIELD[field].levels
            if level.frequency is not None
        }

    def bits(
        self, field: str, level: Levels, left: NDArray[Any], right: NDArray[Any]
    ) -> Floats:
        """Weigh one field of pairs."""
        found: Floats = self._bits[field][level]
        if field in self._rare:
            borne, top, usual = self._rare[field]
            same = (level == top).nonzero()[0]
            often = np.maximum(borne[left[same]], borne[right[same]])
            found[same] += usual - np.log2(often)
        return found

    def kept(
        self, left: NDArray[Any], right: NDArray[Any], floor: float
    ) -> pl.DataFrame:
        """Compare pairs and keep those that weigh `floor` bits or more.

        Names cost as much to compare as all the rest: they are compared where the rest
        leaves it open.
        """
        fields = self._columns.fields
        rest = [field for field in fields if field != NAME]
        levels = self._columns.levels(left, right, rest)
        bits = {f: self.bits(f, level, left, right) for f, level in levels.items()}
        if NAME in fields:
            open_ = self._prior + sum(bits.values()) + self._most(NAME) >= floor
            at = open_.nonzero()[0]
            left, right = left[at], right[at]
            levels = {f: each[at] for f, each in levels.items()}
            bits = {f: each[at] for f, each in bits.items()}
            levels |= self._columns.levels(left, right, [NAME])
            bits[NAME] = self.bits(NAME, levels[NAME], left, right)
        weight = self._prior + sum(bits[field] for field in fields)
        keep = (weight >= floor).nonzero()[0]
        return pl.DataFrame(
            {
                "id_l": left[keep],
                "id_r": right[keep],
                "weight": weight[keep],
                **{f"gamma_{f}": levels[f][keep] for f in fields},
                **{f"bits_{f}": bits[f][keep].astype(np.float32) for f in fields},
            }
        )

    def _most(self, field: str) -> float:
        """Say what a field may weigh at most, and a little more for rounding."""
        most = self._bits[field].max()
        if field in self._rare:
            borne, top, usual = self._rare[field]
            rarest = borne[borne > 0].min(initial=1.0)
            most = max(most, self._bits[field][top] + usual - np.log2(rarest))
        return float(most) + ROUNDED


def in_parts(
    work: Callable[[NDArray[Any], NDArray[Any]], Found],
    left: NDArray[Any],
    right: NDArray[Any],
) -> Iterator[Found]:
    """Do a work for a part of the pairs at a time, in order."""
    starts = range(0, len(left), AT_ONCE)
    with ThreadPoolExecutor(THREADS) as pool:
        yield from pool.map(
            lambda at: work(left[at : at + AT_ONCE], right[at : at + AT_ONCE]), starts
        )
