from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from safeconduct.law import when

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SEOUL = timezone(timedelta(hours=9))


@pytest.mark.parametrize(
    ("one", "other", "earlier"),
    [
        (NOON, NOON + timedelta(seconds=1), True),
        (NOON, NOON, False),
        (date(2026, 3, 1), date(2026, 3, 2), True),
        (date(2026, 3, 1), NOON, False),
        (NOON, date(2026, 3, 1), False),
        (NOON, date(2026, 3, 2), True),
        (datetime(2026, 3, 2, 5, tzinfo=SEOUL), date(2026, 3, 2), True),
    ],
)
def test_which_comes_first(one: when.When, other: when.When, *, earlier: bool) -> None:
    """A moment and a day are compared by the day in UTC."""
    assert when.before(one, other) is earlier


@pytest.mark.parametrize("text", ["2026-03-01", "2026-03-01T12:00:00Z"])
def test_written_and_read(text: str) -> None:
    """What the dictionary keeps is read and written alike."""
    found = when.written(text)

    assert found is not None
    assert when.iso(found) == text


@pytest.mark.parametrize("value", [None, 3, "sent", "2026", True, ("2026-03-01",)])
def test_no_date(value: object) -> None:
    """A word, a number or a list is no date."""
    assert when.written(value) is None
