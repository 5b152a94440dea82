"""How finely a figure is printed."""

from decimal import Decimal

import pytest

from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.rounding import printed_step, rounds_to
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.roles import Role


def figure(text: str, value: str, kind: FigureKind = FigureKind.QUANTITY) -> Figure:
    return Figure(0, len(text), text, kind, Role.KILLED, Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("3,012", "3012", "0"),
        ("two", "2", "0"),
        ("2.4 million", "2400000", "50000"),
        ("12 тис.", "12000", "500"),
        ("4,7 тыс.", "4700", "50"),
        ("1만2천", "12000", "500"),
        # Half of 만 would be 5,000: too coarse to be meant.
        ("1만", "10000", "500"),
    ],
)
def test_step_of_a_count(text: str, value: str, step: str) -> None:
    """Half the unit of the last digit where a word scales it, else nothing."""
    assert printed_step(figure(text, value)) == Decimal(step)


def test_step_of_a_share() -> None:
    """40 % is half a point wide, 27.5 % a twentieth."""
    assert printed_step(figure("40%", "0.4", FigureKind.SHARE)) == Decimal("0.005")
    assert printed_step(figure("27.5 %", "0.275", FigureKind.SHARE)) == Decimal(
        "0.0005"
    )


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [(3012, 3000, True), (4300, 4700, False), (10000, 12000, False), (104, 100, False)],
)
def test_a_round_number_and_a_fine_one(one: int, two: int, *, agree: bool) -> None:
    """From a thousand up a number of two digits may round a finer one."""
    assert rounds_to(Interval.at(one), Interval.at(two)) is agree
    assert rounds_to(Interval.at(two), Interval.at(one)) is agree
