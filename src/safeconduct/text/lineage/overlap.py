"""Which passages do two texts share, and how much of each is it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from safeconduct.text.lineage.edge import Evidence
from safeconduct.text.lineage.words import Words

BRIDGE = 3
"""Changed words between two shared runs that still count as one passage."""

SHORTEST = 2
"""By how many words runs are shorter for measuring than for finding, so that a text
with three words in ten changed is still seen whole. Chance runs of three are rare
once two texts are known to share longer ones, and single ones are dropped."""

MOST_PLACES = 20
"""Places of one run that are tried; a text that repeats itself would have thousands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A shared passage: words `start` to `end`, end exclusive, and the other's."""

    start: int
    end: int
    other_start: int
    other_end: int

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def mirrored(self) -> Passage:
        """The same passage seen from the other text."""
        return Passage(self.other_start, self.other_end, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, seen from the first.

    `own` and `other` are shares of words (0 to 1); `gap` and `other_gap` the longest
    stretch without any, likewise. `quoted` is the share of the shared words that
    stand in quotation marks in the first, `spoken` in both: words of a third.
    """

    passages: tuple[Passage, ...]
    own: float
    other: float
    gap: float
    other_gap: float
    quoted: float
    other_quoted: float
    spoken: float

    @property
    def mirrored(self) -> Overlap:
        """The same overlap seen from the other text."""
        return replace(
            self,
            passages=tuple(sorted((p.mirrored for p in self.passages), key=_place)),
            own=self.other,
            other=self.own,
            gap=self.other_gap,
            other_gap=self.gap,
            quoted=self.other_quoted,
            other_quoted=self.quoted,
        )

    def words(self) -> set[int]:
        """Number the words of the first text that are shared."""
        return {at for passage in self.passages for at in range(*_ends(passage))}


def overlap(one: Words, other: Words) -> Overlap:
    """Measure what two texts share."""
    passages = tuple(_passages(one, other))
    pairs = [
        (passage.start + step, passage.other_start + step)
        for passage in passages
        for step in range(len(passage))
        if passage.other_start + step < passage.other_end
    ]
    mine = {at for p in passages for at in range(p.start, p.end)}
    theirs = {at for p in passages for at in range(p.other_start, p.other_end)}
    both = sum(one.quoted[a] and other.quoted[b] for a, b in pairs)
    return Overlap(
        passages=passages,
        own=len(mine) / max(len(one), 1),
        other=len(theirs) / max(len(other), 1),
        gap=_gap(mine, len(one)),
        other_gap=_gap(theirs, len(other)),
        quoted=sum(one.quoted[at] for at in mine) / max(len(mine), 1),
        other_quoted=sum(other.quoted[at] for at in theirs) / max(len(theirs), 1),
        spoken=both / max(len(pairs), 1),
    )


def evidence(
    passages: Sequence[Passage], one: Words, other: Words, most: int = 5
) -> tuple[Evidence, ...]:
    """Give the longest passages as characters, in the order of the first text."""
    longest = sorted(passages, key=len, reverse=True)[:most]
    return tuple(
        Evidence(
            one.starts[p.start],
            one.ends[p.end - 1],
            other.starts[p.other_start],
            other.ends[p.other_end - 1],
        )
        for p in sorted(longest, key=_place)
    )


def _passages(one: Words, other: Words) -> list[Passage]:
    """Find shared runs, lengthen them, and bridge small changes between them."""
    run = one.run - SHORTEST
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(other) - run + 1):
        if len(here := places[other.text[at : at + run]]) < MOST_PLACES:
            here.append(at)
    found: list[Passage] = []
    at = 0
    while at <= len(one) - run:
        held = places.get(one.text[at : at + run])
        if held is None:
            at += 1
            continue
        best = max((_lengthened(one, other, at, there) for there in held), key=len)
        found.append(best)
        at = best.end
    return [p for p in _bridged(found) if len(p) > run]


def _lengthened(one: Words, other: Words, at: int, there: int) -> Passage:
    length = 0
    while (
        at + length < len(one)
        and there + length < len(other)
        and one.text[at + length] == other.text[there + length]
    ):
        length += 1
    return Passage(at, at + length, there, there + length)


def _bridged(found: list[Passage]) -> list[Passage]:
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and passage.start - last.end <= BRIDGE
            and 0 <= passage.other_start - last.other_end <= BRIDGE
        ):
            joined[-1] = Passage(
                last.start, passage.end, last.other_start, passage.other_end
            )
        else:
            joined.append(passage)
    return joined


def _gap(covered: set[int], length: int) -> float:
    if not length:
        return 1.0
    places = [-1, *sorted(covered), length]
    widest = max(right - left - 1 for left, right in pairwise(places))
    return widest / length


def _place(passage: Passage) -> int:
    return passage.start


def _ends(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end
