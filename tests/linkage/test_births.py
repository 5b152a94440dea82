"""Days of birth as four languages write them."""

import pytest

from safeconduct.linkage.births import Birth, read, read_column, read_month


@pytest.mark.parametrize(
    ("text", "birth"),
    [
        ("1999-03-12", (1999, 3, 12)),
        ("1999-03-12 00:00:00", (1999, 3, 12)),
        ("19990312", (1999, 3, 12)),
        ("1999.3.12", (1999, 3, 12)),
        ("1999년 3월 12일", (1999, 3, 12)),
        ("1999년 3월", (1999, 3, None)),
        ("1999년생", (1999, None, None)),
        ("주체88(1999)년 3월 12일", (1999, 3, 12)),
        ("Juche 88", (1999, None, None)),
        ("22.03.1999", (1999, 3, 22)),
        ("22.03.1999 г.", (1999, 3, 22)),
        ("22/3/99", (1999, 3, 22)),
        ("03/22/1999", (1999, 3, 22)),
        ("12 березня 1999", (1999, 3, 12)),
        ("12 марта 1999 г.", (1999, 3, 12)),
        ("March 12, 1999", (1999, 3, 12)),
        ("12 March 1999", (1999, 3, 12)),
        ("March 1999", (1999, 3, None)),
        ("03.1999", (1999, 3, None)),
        ("1999", (1999, None, None)),
        ("около 1999", (1999, None, None)),
        ("1999-00-00", (1999, None, None)),
    ],
)
def test_a_day_is_read(text: str, birth: tuple[int, int | None, int | None]) -> None:
    """Every usual way to write a day, a month or a year gives the same parts."""
    found = read(text)

    assert found is not None
    assert (found.year, found.month, found.day) == birth


@pytest.mark.parametrize("text", ["", "?", "1999-02-30", "31.04.1999", "1099", "두 살"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    """A day that does not exist is unknown, never the next best one."""
    assert read(text) is None


def test_the_column_decides_what_one_value_leaves_open() -> None:
    """Where no row can be day first, 03/04/2001 is the fourth of March."""
    found = read_column(["03/04/2001", "03/25/2001"])

    assert found.births["03/04/2001"] == Birth(2001, 3, 4, "either")
    assert not found.mixed


def test_a_column_that_mixes_both_orders_is_said() -> None:
    """The rows in the rarer order are named; those in doubt are taken day first."""
    found = read_column(["25/03/2001", "26/03/2001", "03/27/2001", "03/04/2001"])

    assert found.mixed == {"03/27/2001"}
    assert found.births["03/04/2001"] == Birth(2001, 4, 3, "either")


def test_a_month_of_capture_has_no_day() -> None:
    """Days are of no account, and a year alone is no month."""
    assert read_month("2025-01-14") == (2025, 1)
    assert read_month("2025") is None
