"""How are numbers, shares, money and days written in a reason?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from safeconduct.text.comparison.interval import Interval
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.periods import Period

HUNDRED, NEAR = Decimal(100), 2
_Writer = Callable[[Decimal], str]


def count(interval: Interval) -> str:
    """Write how many: "3,000", "10,000-12,000", "over 3,000"."""
    return _interval(interval, _number)


def share(interval: Interval) -> str:
    """Write a ratio in percent: "40 %", "25-30 %"."""
    return f"{_interval(interval, _percent)} %"


def near(interval: Interval) -> str:
    """Write a computed count to two digits: "7,500"."""
    return _interval(
        Interval(
            None if interval.low is None else rounded(interval.low, NEAR),
            None if interval.high is None else rounded(interval.high, NEAR),
        ),
        _number,
    )


def figure(stated: Figure) -> str:
    """Write a figure's value with its qualifiers."""
    interval = Interval.of(stated)
    if stated.kind is FigureKind.SHARE:
        words = share(interval)
    elif stated.kind is FigureKind.MONEY:
        words = f"{count(interval)} {stated.currency or ''}".strip()
    else:
        words = count(interval)
    return f"about {words}" if stated.approx else words


def period(stated: Period) -> str:
    """Write a period in ISO days: "2023-10-01 to 2023-12-31", "from 2024-01-01"."""
    if stated.start is None:
        return f"until {_day(stated.end)}"
    if stated.end is None:
        return f"from {_day(stated.start)}"
    if stated.start == stated.end:
        return _day(stated.start)
    return f"{_day(stated.start)} to {_day(stated.end)}"


def rounded(value: Decimal, digits: int) -> Decimal:
    """Round to so many significant digits, half up."""
    if not value:
        return value
    step = Decimal(10) ** (value.adjusted() - digits + 1)
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _interval(interval: Interval, write: _Writer) -> str:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        first, last = write(low), write(high)
        return first if first == last else f"{first}–{last}"
    if low is not None:
        return f"{'over' if interval.low_open else 'at least'} {write(low)}"
    if high is not None:
        return f"{'under' if interval.high_open else 'up to'} {write(high)}"
    return "any number"


def _number(value: Decimal) -> str:
    shown = (
        value.quantize(Decimal(1), ROUND_HALF_UP) if abs(value) >= HUNDRED else value
    )
    text = f"{shown:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent(value: Decimal) -> str:
    return _number((value * HUNDRED).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
