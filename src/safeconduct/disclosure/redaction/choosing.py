"""Which least change makes a description fit enough people?

A description is a row of fields; each can be left, told less exactly, or taken out, at
a price. The cheapest combination that fits enough people is searched for, best first:
what is found is the least change and not merely a sufficient one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from heapq import heappop, heappush
from typing import Final

from safeconduct.disclosure.details.detail import Field


class Depth(IntEnum):
    """What is done with a field."""

    KEPT = 0
    GENERAL = 1
    MASKED = 2


# What a reader loses. A post or an age told in general still says something; a unit, a
# home or a place hardly does; the nation is what most reports are about.
PRICES: Final[Mapping[Field, tuple[int, int]]] = {
    Field.CAPTURE_MONTH: (2, 4),
    Field.AGE: (2, 5),
    Field.ROLE: (3, 6),
    Field.UNIT: (3, 4),
    Field.INJURY: (3, 4),
    Field.HOME: (3, 4),
    Field.CAPTURE_PLACE: (4, 5),
    Field.GROUP: (4, 5),
    Field.NATIONALITY: (9, 9),
}
OTHER: Final = (3, 4)
MOST_TRIALS: Final = 4_000
"""Combinations that are measured; beyond them everything is masked."""

Choice = Mapping[Field, Depth]
Fits = Callable[[Choice], int]


@dataclass(frozen=True, slots=True)
class Options:
    """How deep a field may be changed: some have no general form."""

    field: Field
    depths: tuple[Depth, ...]


def choose(
    options: Sequence[Options], fits: Fits, threshold: int
) -> dict[Field, Depth]:
    """Find the cheapest choice with which a description fits enough people.

    Args:
        options: The fields that tell something, each with its depths, rising.
        fits: Counts the people whom the description fits under a choice.
        threshold: How many they must be.

    Returns:
        A depth for each field; all at their deepest where nothing less suffices.
    """
    for trials, choice in enumerate(_by_price(options)):
        if fits(choice) >= threshold:
            return choice
        if trials >= MOST_TRIALS:
            break
    return {option.field: option.depths[-1] for option in options}


def price(field: Field, depth: Depth) -> int:
    """Tell what a change of a field costs the reader."""
    return 0 if depth is Depth.KEPT else PRICES.get(field, OTHER)[depth - 1]


def _by_price(options: Sequence[Options]) -> Iterator[dict[Field, Depth]]:
    """Yield choices, the cheapest first; each once."""
    begin = (0,) * len(options)
    waiting = [(0, begin)]
    known = {begin}
    while waiting:
        _, picked = heappop(waiting)
        yield {
            option.field: option.depths[at]
            for option, at in zip(options, picked, strict=True)
        }
        for place, option in enumerate(options):
            if picked[place] + 1 < len(option.depths):
                following = (*picked[:place], picked[place] + 1, *picked[place + 1 :])
                if following not in known:
                    known.add(following)
                    heappush(waiting, (_price_of(options, following), following))


def _price_of(options: Sequence[Options], picked: Sequence[int]) -> int:
    return sum(
        price(option.field, option.depths[at])
        for option, at in zip(options, picked, strict=True)
    )
