from datetime import UTC, date, datetime

import pytest

from safeconduct.law import LawError
from safeconduct.law.period import Period
from safeconduct.law.when import When

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("P7D", date(2026, 2, 25), date(2026, 3, 4)),
        ("P2W", date(2026, 3, 1), date(2026, 3, 15)),
        ("P3M", date(2026, 1, 15), date(2026, 4, 15)),
        ("P3M", date(2025, 11, 30), date(2026, 2, 28)),
        ("P1M", date(2028, 1, 31), date(2028, 2, 29)),
        ("P3Y", date(2024, 2, 29), date(2027, 2, 28)),
        ("P1M1D", date(2026, 1, 31), date(2026, 3, 1)),
        ("P6M", NOON, datetime(2026, 9, 1, 12, tzinfo=UTC)),
        ("PT72H", NOON, datetime(2026, 3, 4, 12, tzinfo=UTC)),
        ("PT72H", date(2026, 3, 1), datetime(2026, 3, 4, tzinfo=UTC)),
    ],
)
def test_the_end_of_a_period(period: str, start: When, end: When) -> None:
    """Months end on the same day or the last; hours of a day count from its start."""
    assert Period.read(period).after(start) == end


def test_hours_that_must_be_waited_count_from_the_end_of_the_day() -> None:
    """Where only the day is known, the stricter end counts."""
    waited = Period.read("PT72H").after(date(2026, 3, 1), waiting=True)

    assert waited == datetime(2026, 3, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P0D", "7 days", "P7", "-P7D", "P1.5D", "P99999Y", "PT5M"]
)
def test_no_period(text: str) -> None:
    """The refusal says how periods are written."""
    with pytest.raises(LawError, match="is no period: write P7D"):
        Period.read(text)
