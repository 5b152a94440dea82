"""Lists of numbers of many texts at once, one behind the other in an array."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Numbers = NDArray[np.uint64]


class Lists(NamedTuple):
    """A list of numbers for each text.

    Attributes:
        values: Of all texts one after the other.
        of_each: How many each text has.
    """

    values: Numbers
    of_each: Places

    def owners(self) -> Places:
        """Tell whose each number is."""
        return np.repeat(np.arange(len(self.of_each)), self.of_each)

    def without(self, empty: NDArray[np.bool_]) -> Lists:
        """Empty the lists of some texts."""
        kept = ~np.repeat(empty, self.of_each)
        return Lists(self.values[kept], np.where(empty, 0, self.of_each))


def differs(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Mark what differs from the value before it."""
    return np.concatenate(
        [np.ones(min(1, len(values)), bool), values[1:] != values[:-1]]
    )


def places(owners: Places) -> Places:
    """Count from 0 within each run of equal owners."""
    at = np.arange(len(owners))
    begins = np.flatnonzero(differs(owners))
    return at - np.repeat(begins, np.diff(np.append(begins, len(owners))))


def listed(owners: Places, values: Numbers, count: int) -> Lists:
    """Make lists of values that stand in the order of their owners."""
    return Lists(values, np.bincount(owners, minlength=count))


def once(owners: Places, values: Numbers, count: int) -> Lists:
    """Keep each value of an owner once, owner by owner, in the order of the values."""
    order = np.lexsort((values, owners))
    owners, values = owners[order], values[order]
    kept = differs(owners) | differs(values)
    return listed(owners[kept], values[kept], count)


def first(
    owners: Places, values: Numbers, rank: NDArray[np.generic], most: int, count: int
) -> Lists:
    """Keep of each owner the values of the lowest ranks, each once, best first."""
    order = np.lexsort((rank, values, owners))
    owners, values, rank = owners[order], values[order], rank[order]
    kept = differs(owners) | differs(values)
    owners, values, rank = owners[kept], values[kept], rank[kept]
    order = np.lexsort((rank, owners))
    owners, values = owners[order], values[order]
    few = places(owners) < most
    return listed(owners[few], values[few], count)


class Table:
    """Lists of numbers of things that are met one after the other; it grows.

    The first value is nobody's, so that there is always one to look at.
    """

    def __init__(self) -> None:
        self.values = np.zeros(1, np.uint64)
        self.sizes = np.empty(0, np.int64)
        self.begins = np.empty(0, np.int64)

    def add(self, lists: list[tuple[int, ...]]) -> None:
        """Add the lists of further things."""
        sizes = np.fromiter(map(len, lists), np.int64, len(lists))
        values = np.fromiter(
            (value for each in lists for value in each), np.uint64, int(sizes.sum())
        )
        self.values = np.concatenate([self.values, values])
        self.sizes = np.concatenate([self.sizes, sizes])
        self.begins = 1 + self.sizes.cumsum() - self.sizes

    def spread(self, things: Places) -> tuple[Places, Numbers]:
        """Return the numbers of things, and in which place of `things` each stood."""
        sizes = self.sizes[things]
        row = np.repeat(np.arange(len(things)), sizes)
        step = np.arange(len(row)) - np.repeat(sizes.cumsum() - sizes, sizes)
        return row, self.values[self.begins[things][row] + step]
