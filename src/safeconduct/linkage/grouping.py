"""Which records are one person, when all pairs of a group are heard together?

Two groups are joined while the mean of the bits of all pairs between them reaches a
bound; the best join comes first. So a record that two others vouch for comes in
although the third hardly speaks for it, and one doubtful pair alone never joins two
groups of strangers, as it would if groups were whatever pairs connect.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

# A pair that blocking did not bring together, or that was not kept, in bits.
ABSENT: Final = -5.0
# One pair alone carries no group further than this, in bits.
MOST: Final = 15.0
# A pair heard together with others may weigh so much less than one heard alone.
# Chosen on registers of the generator, seed 11.
LENIENT: Final = 1.5

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


def odds(probability: Any) -> Floats:
    """Turn probabilities into bits, none larger than `MOST`."""
    inside = np.clip(np.asarray(probability, np.float64), 1e-9, 1 - 1e-9)
    found: Floats = np.clip(np.log2(inside / (1 - inside)), -MOST, MOST)
    return found


def grouped(pairs: pl.DataFrame, threshold: float) -> pl.DataFrame:
    """Join records into groups.

    Args:
        pairs: `id_l`, `id_r`, `probability`.
        threshold: A probability; a group's pairs reach it on the average, less
            `LENIENT` bits.

    Returns:
        `id`, `group` of each record in a group of two or more; a group is called by
        its lowest id.
    """
    bound = float(odds(threshold)) - LENIENT
    left, right, bits = _promising(pairs, bound)
    ids, place = _placed(left, right)
    member = _joined(place[left], place[right], bits, len(ids), bound)
    frame = pl.DataFrame({"id": ids, "member": member}).cast(pl.Int64)
    lowest = frame.with_columns(
        pl.col("id").min().over("member").alias("group"),
        pl.len().over("member").alias("size"),
    )
    return lowest.filter(pl.col("size") > 1).select("id", "group").sort("group", "id")


def _promising(pairs: pl.DataFrame, bound: float) -> tuple[Places, Places, Floats]:
    """Take the pairs of records that some pair above the bound holds."""
    bits = odds(pairs["probability"].to_numpy())
    left, right = (pairs[c].to_numpy().astype(np.int64) for c in ("id_l", "id_r"))
    above = bits >= bound
    good = np.zeros(int(max(left.max(initial=0), right.max(initial=0))) + 1, bool)
    good[left[above]] = good[right[above]] = True
    kept = good[left] & good[right]
    return left[kept], right[kept], bits[kept]


def _placed(left: Places, right: Places) -> tuple[Places, Places]:
    """Return the ids there are, in order, and by id its place among them."""
    there = np.zeros(int(max(left.max(initial=-1), right.max(initial=-1))) + 1, bool)
    there[left] = there[right] = True
    return there.nonzero()[0], there.cumsum() - 1


def _joined(
    left: Places, right: Places, bits: Floats, count: int, bound: float
) -> Places:
    """Join groups that are each other's best, all at once, until none is left.

    The best joins of a round do not disturb each other, so this gives what joining one
    by one, the best first, would give.
    """
    member = np.arange(count)
    size = np.ones(count)
    heard = np.ones(len(left))
    while True:
        all_pairs = size[left] * size[right]
        mean = (bits + ABSENT * (all_pairs - heard)) / all_pairs
        chosen = _best_of_both(left, right, mean, bound, count)
        if not len(chosen):
            return member
        into = np.arange(count)
        into[right[chosen]] = left[chosen]
        size[left[chosen]] += size[right[chosen]]
        member = into[member]
        left, right, bits, heard = _merged(into[left], into[right], bits, heard)


def _best_of_both(
    left: Places, right: Places, mean: Floats, bound: float, count: int
) -> Places:
    """Find the pairs of groups of which each is the other's best."""
    able = (mean >= bound).nonzero()[0]
    # The best is written last and so stays; ties go by the groups' numbers.
    rising = able[np.lexsort((-right[able], -left[able], mean[able]))]
    best = np.full(count, -1)
    both = np.stack([left[rising], right[rising]], axis=1).ravel()
    best[both] = np.repeat(rising, 2)
    mutual = (best[left[rising]] == rising) & (best[right[rising]] == rising)
    found: Places = rising[mutual]
    return found


def _merged(
    left: Places, right: Places, bits: Floats, heard: Floats
) -> tuple[Places, Places, Floats, Floats]:
    """Add up what is now between the same two groups."""
    apart = left != right
    low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    frame = (
        pl.DataFrame({"l": low, "r": high, "bits": bits[apart], "heard": heard[apart]})
        .group_by("l", "r", maintain_order=True)
        .sum()
    )
    return (
        frame["l"].to_numpy(),
        frame["r"].to_numpy(),
        frame["bits"].to_numpy(),
        frame["heard"].to_numpy(),
    )
