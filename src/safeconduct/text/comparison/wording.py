"""How are numbers, shares, money and days written in a reason?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from safeconduct.text.comparison.interval import Interval
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.periods import Period
from safeconduct.text.reason import Reason, gettext_noop, reason

OVER = gettext_noop("over {number}")
AT_LEAST = gettext_noop("at least {number}")
UNDER = gettext_noop("under {number}")
UP_TO = gettext_noop("up to {number}")
ABOUT = gettext_noop("about {number}")
ANY = gettext_noop("any number")
UNTIL = gettext_noop("until {day}")
FROM = gettext_noop("from {day}")
BETWEEN = gettext_noop("{first} to {last}")

HUNDRED, TENTH, NEAR = Decimal(100), Decimal("0.1"), 2
_Writer = Callable[[Decimal], str]


def count(interval: Interval) -> str | Reason:
    """Write how many: "3,000", "10,000–12,000", "over 3,000"."""
    return _interval(interval, _number)


def share(interval: Interval) -> str | Reason:
    """Write a ratio in percent: "40 %", "25–30 %"."""
    return _interval(interval, _percent, " %")


def near(interval: Interval) -> str | Reason:
    """Write a computed count to two digits: "7,500"."""
    return _interval(
        Interval(
            None if interval.low is None else rounded(interval.low, NEAR),
            None if interval.high is None else rounded(interval.high, NEAR),
        ),
        _number,
    )


def figure(stated: Figure) -> str | Reason:
    """Write a figure's value with its qualifiers."""
    interval = Interval.of(stated)
    if stated.kind is FigureKind.SHARE:
        words = share(interval)
    elif stated.kind is FigureKind.MONEY and stated.currency:
        words = _interval(interval, _number, f" {stated.currency}")
    else:
        words = count(interval)
    return reason(ABOUT, number=words) if stated.approx else words


def period(stated: Period) -> str | Reason:
    """Write a period in ISO days: "2023-10-01 to 2023-12-31", "from 2024-01-01"."""
    if stated.start is None:
        return reason(UNTIL, day=_day(stated.end))
    if stated.end is None:
        return reason(FROM, day=_day(stated.start))
    if stated.start == stated.end:
        return _day(stated.start)
    return reason(BETWEEN, first=_day(stated.start), last=_day(stated.end))


def rounded(value: Decimal, digits: int) -> Decimal:
    """Round to so many significant digits, half up."""
    if not value:
        return value
    step = Decimal(10) ** (value.adjusted() - digits + 1)
    return (value / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _interval(interval: Interval, write: _Writer, unit: str = "") -> str | Reason:
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        first, last = write(low), write(high)
        return (first if first == last else f"{first}–{last}") + unit
    if low is not None:
        said = OVER if interval.low_open else AT_LEAST
        return reason(said, number=write(low) + unit)
    if high is not None:
        said = UNDER if interval.high_open else UP_TO
        return reason(said, number=write(high) + unit)
    return reason(ANY)


def _number(value: Decimal) -> str:
    digits = Decimal(1) if abs(value) >= HUNDRED else TENTH
    shown = value.quantize(digits, ROUND_HALF_UP)
    text = f"{shown:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _percent(value: Decimal) -> str:
    return _number((value * HUNDRED).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
