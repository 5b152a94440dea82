"""Months, by their words."""

import re

import pytest

from safeconduct.months import MONTH, month_number


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("January", 1),
        ("Sept.", 9),
        ("листопада", 11),
        ("травні", 5),
        ("мая", 5),
        ("Маем", 5),
        ("декабрь", 12),
        ("month", None),
        ("", None),
    ],
)
def test_month_number(word: str, month: int | None) -> None:
    """Slavic months in whatever case; other words name none."""
    assert month_number(word) == month


def test_a_month_is_a_whole_word() -> None:
    """`May` is one, the beginning of `Mayor` and `марш` none."""
    text = "in May the Mayor, в марте марш"
    assert re.findall(MONTH, text, re.IGNORECASE) == ["May", "марте"]
