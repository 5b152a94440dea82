"""Which of two texts came first?

In this order: what one of them declares; the day of publication; which one is
contained in the other. Where none of it speaks, the order in which they were given
stands in, and the edge says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from safeconduct.text.reason import Reason, gettext_noop, reason

DECLARED = gettext_noop("It declares the other as its source.")
LATER = gettext_noop("It was published on {late}, the other on {early}.")
CONTAINED = gettext_noop(
    "{most} of it stands in the other, and {least} of the other in it."
)
UNKNOWN = gettext_noop(
    "The direction is not established: neither declares the other, no two days of"
    " publication are known, and each contains as much of the other; the one given"
    " first is taken for the source."
)

CLEAR = 0.1
"""Difference between two shares from which the greater one tells."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which of two is the child, the first (`forwards`) or the second, and why."""

    forwards: bool
    why: Reason
    known: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one of two texts.

    `credits` says whether it names the other as one who told; `within` is the share
    of it that the other contains, 0 to 1; `given` is its place among the pages.
    `declares` says that it gives the other as its own source, and `seeks` that it gives
    one that no page at hand is called.
    """

    credits: bool
    published: date | None
    within: float
    given: int
    declares: bool = False
    seeks: bool = False


def direction(one: Side, other: Side) -> Direction:
    """Decide which of two is the child."""
    for decide in (_by_credit, _by_time, _by_containment):
        found = decide(one, other)
        if found is not None:
            return found
    return Direction(
        forwards=one.given > other.given,
        why=reason(UNKNOWN),
        known=False,
    )


def _by_credit(one: Side, other: Side) -> Direction | None:
    if one.credits == other.credits:
        return None
    return Direction(one.credits, reason(DECLARED))


def _by_time(one: Side, other: Side) -> Direction | None:
    if one.published is None or other.published is None:
        return None
    if one.published == other.published:
        return None
    early, late = sorted((one.published, other.published))
    return Direction(
        one.published == late,
        reason(LATER, late=late.isoformat(), early=early.isoformat()),
    )


def _by_containment(one: Side, other: Side) -> Direction | None:
    if abs(one.within - other.within) < CLEAR:
        return None
    most, least = sorted((one.within, other.within), reverse=True)
    return Direction(
        one.within > other.within,
        reason(CONTAINED, most=f"{most:.0%}", least=f"{least:.0%}"),
    )
