"""Which texts share runs of words?

Winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003): every run of k words is hashed,
and of each window of w hashes the least is kept, so that a shared passage of at least
w + k - 1 words always leaves a fingerprint in both texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isqrt

from xxhash import xxh3_64_intdigest

from safeconduct.text.lineage.words import Words

WINDOW = 4
STOCK = 12
"""A run in more texts than this is a stock phrase, unless the collection is large."""

Prints = Mapping[int, int]
"""Fingerprints of a text, each with the number of the word at which it first starts."""


def fingerprints(words: Words, window: int = WINDOW) -> dict[int, int]:
    """Choose the fingerprints of a text."""
    run = words.run
    hashes = [
        xxh3_64_intdigest(" ".join(words.text[at : at + run]).encode())
        for at in range(len(words) - run + 1)
    ]
    chosen: dict[int, int] = {}
    for first in range(max(len(hashes) - window + 1, min(len(hashes), 1))):
        reach = range(first, min(first + window, len(hashes)))
        # Of equal hashes the rightmost: fewer are chosen in repetitive text.
        at = min(reach, key=lambda place: (hashes[place], -place))
        chosen.setdefault(hashes[at], at)
    return chosen


@dataclass(frozen=True, slots=True)
class Shared:
    """How many fingerprints two texts share; `rare` weighs one in k texts 1/(k-1)."""

    count: int
    rare: float


def shared(prints: Sequence[Prints]) -> dict[tuple[int, int], Shared]:
    """Count the fingerprints that texts share, pair by pair of indexes (i < j).

    What stands in too many texts is a stock phrase and is left out. The bound grows
    with the collection, as a report that thirty sites copied must not become one, and
    stays small enough that no phrase costs more pairs than there are texts.
    """
    most = max(STOCK, isqrt(len(prints)))
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(prints):
        for print_ in one:
            holders[print_].append(index)
    counts: Counter[tuple[int, int]] = Counter()
    rare: defaultdict[tuple[int, int], float] = defaultdict(float)
    for held in holders.values():
        if 1 < len(held) <= most:
            for pair in combinations(held, 2):
                counts[pair] += 1
                rare[pair] += 1 / (len(held) - 1)
    return {pair: Shared(count, rare[pair]) for pair, count in counts.items()}
