"""Days of birth in records."""

import numpy as np
import pytest

from benchmarks.registers.births import lunar, written
from benchmarks.registers.plan import NOTHING_WRONG


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2000-02-05", (1, 1, 0)),  # New Year
        ("1998-01-28", (1, 1, 0)),
        ("2003-02-01", (1, 1, 0)),
        ("1998-01-27", (12, 29, 1)),
        ("1999-09-24", (8, 15, 0)),  # Chuseok
        ("1995-09-09", (8, 15, 0)),
        ("2005-01-01", (11, 21, 1)),
    ],
)
def test_a_day_in_the_lunar_calendar(day: str, expected: tuple[int, int, int]) -> None:
    """Feasts fall on their day; early in the year it is still the year before."""
    found = lunar(np.array([day], dtype="datetime64[D]"))

    assert tuple(int(part[0]) for part in found) == expected


def test_nothing_goes_wrong() -> None:
    """The day is written as it is, to the day."""
    born = np.array(["1999-05-17", "2004-02-29"], dtype="datetime64[D]")
    captured = np.array(["2025-01", "2025-02"], dtype="datetime64[M]")
    chance = np.random.default_rng(0)
    texts, precision = written(
        born, captured, np.array([True, False]), NOTHING_WRONG, chance
    )

    assert texts.tolist() == ["1999-05-17", "2004-02-29"]
    assert precision.tolist() == ["day", "day"]
