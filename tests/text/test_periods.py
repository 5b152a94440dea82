"""Times that a sentence names with their ends."""

from datetime import date

import pytest

from safeconduct.text.periods import times

DAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from October 2024 to March 2025", date(2024, 10, 1), date(2025, 3, 31)),
        ("from May 2024 to the end of 2025", date(2024, 5, 1), date(2025, 12, 31)),
        ("від осені 2024 року", date(2024, 9, 1), None),
        ("з весни 2025-го", date(2025, 3, 1), None),
        ("від осені 2024-го до кінця 2025 року", date(2024, 9, 1), date(2025, 12, 31)),
        ("с осени 2024 года по май 2025 года", date(2024, 9, 1), date(2025, 5, 31)),
        ("с мая 2024 года до конца того же года", date(2024, 5, 1), date(2024, 12, 31)),
        ("до кінця 2025 року", None, date(2025, 12, 31)),
        ("к концу мая 2025 года", None, date(2025, 5, 31)),
        ("к концу прошлого года", None, date(2025, 12, 31)),
        ("by the end of last year", None, date(2025, 12, 31)),
        ("наприкінці 2024 року", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024년 가을부터", date(2024, 9, 1), None),
        ("2024년 9월부터 그해 말까지", date(2024, 9, 1), date(2024, 12, 31)),
        ("지난해 말까지", None, date(2025, 12, 31)),
        ("2025년 4월이라고", date(2025, 4, 1), date(2025, 4, 30)),
    ],
)
def test_ends_of_a_time(text: str, start: date | None, end: date | None) -> None:
    """Two times that are the ends of one are read as one; "by the end" is until."""
    (found,) = times(text, "", DAY)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)
