"""Do two intervals of numbers meet, and what follows from them?

Ends are `Decimal`; None is unbounded. An open end is not part of the interval.
Every operation widens rather than narrows: what it returns holds every value that
the stated intervals allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from safeconduct.text.figure import Figure

ZERO, ONE = Decimal(0), Decimal(1)
TOLERANCE = Decimal("0.1")
"""By how much "about" widens a value, as a share of it (REPORTS.md, section 3)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a statement allows."""

    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, figure: Figure) -> Interval:
        """Take a figure's interval as the text states it."""
        return cls(figure.low, figure.high, figure.low_open, figure.high_open)

    @classmethod
    def at(cls, value: Decimal | int) -> Interval:
        """Make the interval of one value."""
        return cls(Decimal(value), Decimal(value))

    @property
    def is_empty(self) -> bool:
        """Whether no value is left."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return self.low_open or self.high_open
        return self.low > self.high

    @property
    def is_exact(self) -> bool:
        """Whether it is one value."""
        return self.low is not None and self.low == self.high

    @property
    def is_open(self) -> bool:
        """Whether a side is unbounded."""
        return self.low is None or self.high is None

    def __and__(self, other: Interval) -> Interval:
        """Keep the values that both allow."""
        low, low_open = _inner(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _inner(
            self.high, self.high_open, other.high, other.high_open, -1
        )
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Tell whether some value satisfies both."""
        return not (self & other).is_empty

    def within(self, other: Interval) -> bool:
        """Tell whether every value of this one is one of the other."""
        return self & other == self

    def __add__(self, other: Interval) -> Interval:
        """Add what two parts may be."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def share_of(self, whole: Interval) -> Interval:
        """Divide a part by its whole, both of counts; zero leaves the end unbounded."""
        return Interval(
            self.low / whole.high
            if self.low is not None and whole.high
            else (ZERO if self.low is not None else None),
            self.high / whole.low if self.high is not None and whole.low else None,
            self.low_open or whole.high_open,
            self.high_open or whole.low_open,
        )

    def times(self, share: Interval) -> Interval:
        """Take a share of a count; both are at least zero."""
        return Interval(
            None if self.low is None or share.low is None else self.low * share.low,
            None if self.high is None or share.high is None else self.high * share.high,
            self.low_open or share.low_open,
            self.high_open or share.high_open,
        )

    def widened(self, by: Decimal) -> Interval:
        """Widen each end by a share of its value."""
        return Interval(
            None if self.low is None else self.low - abs(self.low) * by,
            None if self.high is None else self.high + abs(self.high) * by,
            self.low_open and not by,
            self.high_open and not by,
        )

    def stated(self) -> Interval:
        """Read an open end as the value printed: "over 3,000" as 3,000."""
        end = self.low if self.high is None else self.high
        if not self.is_open or end is None:
            return Interval(self.low, self.high)
        return Interval(end, end)

    def above(self, other: Interval) -> bool:
        """Tell whether each value lies above every value of the other."""
        if self.low is None or other.high is None:
            return False
        if self.low == other.high:
            return self.low_open or other.high_open
        return self.low > other.high


ANY = Interval()


def _inner(
    mine: Decimal | None,
    mine_open: bool,  # noqa: FBT001 - an end is a value and whether it is open
    its: Decimal | None,
    its_open: bool,  # noqa: FBT001
    sign: int,
) -> tuple[Decimal | None, bool]:
    """Choose the tighter of two lower (sign 1) or two upper (sign -1) ends."""
    if mine is None:
        return its, its_open if its is not None else False
    if its is None:
        return mine, mine_open
    if mine == its:
        return mine, mine_open or its_open
    return (mine, mine_open) if (mine - its) * sign > 0 else (its, its_open)
