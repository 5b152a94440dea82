"""How finely is a figure printed?

"2.4 million" may be anything from 2.35 to 2.45 million, 40 % anything from 39.5 to
40.5 %. A number printed to the last digit stands for itself, but a round one from a
thousand up may round a finer one to two digits: 3,000 and 3,012 agree, 4,300 and
4,700 do not.
"""

from __future__ import annotations

import re
from decimal import Decimal

from safeconduct.text.comparison.interval import TOLERANCE, Interval
from safeconduct.text.comparison.wording import rounded
from safeconduct.text.figure import Figure, FigureKind

SCALES = (
    (r"billion|bn\b|млрд|мільярд|миллиард", 9),
    (r"억", 8),
    (r"million|mn\b|m\b|млн|мільйон|миллион|백만", 6),
    (r"만", 4),
    (r"thousand|k\b|тис|тыс|천", 3),
)
PRINTED = re.compile(
    r"(?P<digits>\d[\d\u00a0\u202f, .]*\d|\d)\s*"
    "(?:" + "|".join(f"(?P<e{power}>{words})" for words, power in SCALES) + ")?",
    re.IGNORECASE,
)
FRACTION = re.compile(r"[.,](\d{1,2})$")
HALF, PERCENT, ROUND_FROM, KEPT = Decimal("0.5"), Decimal("0.01"), Decimal(1000), 2
COARSEST = Decimal("0.05")
"""Share of a value beyond which rounding is not assumed: "1만" is not 5,000."""


def printed_step(figure: Figure) -> Decimal:
    """Return half the unit of the last printed digit where a figure is rounded.

    Zero for what is printed in full, and for words.
    """
    printed = list(PRINTED.finditer(figure.text))
    if not printed:
        return Decimal(0)
    last = printed[-1]
    fraction = FRACTION.search(last["digits"].strip())
    unit = Decimal(1).scaleb(-len(fraction[1])) if fraction else Decimal(1)
    if figure.kind is FigureKind.SHARE:
        return unit * PERCENT * HALF
    power = next((power for _words, power in SCALES if last[f"e{power}"]), 0)
    value = figure.low if figure.low is not None else figure.high
    if not power or value is None:
        return Decimal(0)
    return min(unit.scaleb(power) * HALF, abs(value) * COARSEST)


def as_printed(figure: Figure, *, loosely: bool = True) -> Interval:
    """Give the values that the printed digits allow, an open end read as printed.

    `loosely`: "about" allows more than its digits, as where one may round the other.
    """
    step = printed_step(figure)
    stated = Interval.of(figure).stated()
    low = None if stated.low is None else stated.low - step
    high = None if stated.high is None else stated.high + step
    widened = Interval(low, high)
    return widened.widened(TOLERANCE) if figure.approx and loosely else widened


def rounds_to(fine: Interval, round_: Interval) -> bool:
    """Tell whether one exact count is the other, rounded to two digits."""
    if (
        not (fine.is_exact and round_.is_exact)
        or fine.low is None
        or round_.low is None
    ):
        return False
    if min(fine.low, round_.low) < ROUND_FROM:
        return False
    return any(
        rounded(one, KEPT) == two
        for one, two in ((fine.low, round_.low), (round_.low, fine.low))
    )
