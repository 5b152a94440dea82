"""What is a figure?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from safeconduct.text.attribution import Certainty, Speaker
from safeconduct.text.periods import Period
from safeconduct.text.roles import Role

UNSTATED = "unstated"
"""The base of a share whose whole the text does not name; it is never guessed."""


class FigureKind(StrEnum):
    """By what a figure can be compared; ages never are."""

    QUANTITY = "quantity"
    SHARE = "share"
    MONEY = "money"
    DURATION = "duration"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as one text gives it.

    `start` and `end` are characters of the page's text, end exclusive. `low` and
    `high` bound the interval and None is unbounded; a share is a ratio, so 40 % is
    0.4, and money is in whole units of `currency`. `additional` is on top of
    something the text need not name. `corrected` marks a value that the text puts in
    the place of another: it is the value that stands, listed and compared like any
    other, and the one it replaces is no figure. `vague` marks an interval that holds by
    convention: "several" is two or more. `base` is the role of a share's whole, or
    its words, or `UNSTATED`. `attribution` runs from the outermost speaker inwards.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    role: Role
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    additional: bool = False
    corrected: bool = False
    restates: int | None = None
    vague: bool = False
    unit: str | None = None
    currency: str | None = None
    base: str | None = None
    period: Period | None = None
    undated: str | None = None
    place: str | None = None
    attribution: tuple[Speaker, ...] = ()
    certainty: Certainty = Certainty.ASSERTED

    @property
    def compare(self) -> bool:
        """Whether the figure may be compared between texts."""
        return self.kind is not FigureKind.AGE and self.role is not Role.OTHER
