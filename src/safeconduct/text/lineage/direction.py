"""Which of two texts came first?

In this order: what one of them declares; the day of publication; which one is
contained in the other. Where none of it speaks, the order in which they were given
stands in, and the edge says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CLEAR = 0.1
"""Difference between two shares from which the greater one tells."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two is the child, the first (`forwards`) or the second, and why."""

    forwards: bool
    why: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one of two texts.

    `credits` says whether it declares the other as its source; `within` is the share
    of it that the other contains, 0 to 1; `given` is its place among the pages.
    """

    credits: bool
    published: date | None
    within: float
    given: int


def direction(one: Side, other: Side) -> Direction:
    """Decide which of two is the child."""
    for decide in (_by_credit, _by_time, _by_containment):
        found = decide(one, other)
        if found is not None:
            return found
    return Direction(
        forwards=one.given > other.given,
        why="The direction is not established: neither declares the other, no two days"
        " of publication are known, and each contains as much of the other; the one"
        " given first is taken for the source.",
        known=False,
    )


def _by_credit(one: Side, other: Side) -> Direction | None:
    if one.credits == other.credits:
        return None
    return Direction(one.credits, "It declares the other as its source.")


def _by_time(one: Side, other: Side) -> Direction | None:
    if one.published is None or other.published is None:
        return None
    if one.published == other.published:
        return None
    early, late = sorted((one.published, other.published))
    return Direction(
        one.published == late,
        f"It was published on {late.isoformat()}, the other on {early.isoformat()}.",
    )


def _by_containment(one: Side, other: Side) -> Direction | None:
    if abs(one.within - other.within) < CLEAR:
        return None
    most, least = sorted((one.within, other.within), reverse=True)
    return Direction(
        one.within > other.within,
        f"{most:.0%} of it stands in the other, and {least:.0%} of the other in it.",
    )
