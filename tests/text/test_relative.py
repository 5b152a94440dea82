"""Times told from the day of the text."""

from datetime import date

import pytest

from safeconduct.text.periods import times

DAY = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("last month", date(2025, 2, 1), date(2025, 2, 28)),
        ("since last year", date(2024, 1, 1), None),
        ("this month", date(2025, 3, 1), date(2025, 3, 31)),
        ("last week", date(2025, 3, 3), date(2025, 3, 9)),
        ("yesterday", date(2025, 3, 13), date(2025, 3, 13)),
        ("on 9 January", date(2025, 1, 9), date(2025, 1, 9)),
        ("in December", date(2024, 12, 1), date(2024, 12, 31)),
        ("in January and February", date(2025, 1, 1), date(2025, 2, 28)),
        ("between May and July 2024", date(2024, 5, 1), date(2024, 7, 31)),
        ("by mid-January", None, date(2025, 1, 31)),
        ("in spring 2024", date(2024, 3, 1), date(2024, 5, 31)),
        ("минулого місяця", date(2025, 2, 1), date(2025, 2, 28)),
        ("торік", date(2024, 1, 1), date(2024, 12, 31)),
        ("у січні", date(2025, 1, 1), date(2025, 1, 31)),
        ("із січня по березень", date(2025, 1, 1), date(2025, 3, 31)),
        ("в прошлом году", date(2024, 1, 1), date(2024, 12, 31)),
        ("6 февраля", date(2025, 2, 6), date(2025, 2, 6)),
        ("지난달", date(2025, 2, 1), date(2025, 2, 28)),
        ("지난달 9일", date(2025, 2, 9), date(2025, 2, 9)),
        ("지난해 10월부터", date(2024, 10, 1), None),
        ("올해 1월", date(2025, 1, 1), date(2025, 1, 31)),
        ("올해 1~2월", date(2025, 1, 1), date(2025, 2, 28)),
        ("지난 20일", date(2025, 2, 20), date(2025, 2, 20)),
        ("작년", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_time_seen_from_the_text(
    text: str, start: date | None, end: date | None
) -> None:
    """A relative time is resolved from the day of publication."""
    (found,) = times(text, published=DAY)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("20 died since the start of the year", date(2025, 1, 1), None),
        ("с начала года погибли 20", date(2025, 1, 1), None),
        ("20 men died on Sunday", date(2025, 3, 9), date(2025, 3, 9)),
        ("у неділю повернули 20", date(2025, 3, 9), date(2025, 3, 9)),
        ("since the war began in October 2024", date(2024, 10, 1), None),
        ("з 1 по 9 лютого 2025 року", date(2025, 2, 1), date(2025, 2, 9)),
        ("2025년 1월 9일 쿠르스크에서", date(2025, 1, 9), date(2025, 1, 9)),
        ("станом на 10 лютого", None, date(2025, 2, 10)),
        ("지난해 1만 명이 파병됐다", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_time_in_a_sentence(text: str, start: date | None, end: date | None) -> None:
    """What began at a time goes on; "5 to 9 January" begins with the fifth."""
    (found,) = times(text, published=DAY)
    assert found.period is not None
    assert (found.period.start, found.period.end) == (start, end)


@pytest.mark.parametrize("text", ["on Sunday 20 men will be freed", "20 men died"])
def test_sentence_without_a_time(text: str) -> None:
    """A day that is still to come is not that of last week."""
    assert list(times(text, published=DAY)) == []


@pytest.mark.parametrize("text", ["last month", "минулого місяця", "지난달", "30일"])
def test_time_of_an_undated_text(text: str) -> None:
    """Without a date the words are found, and stay open."""
    (found,) = times(text)
    assert found.period is None
    assert found.text == text


@pytest.mark.parametrize(
    "text",
    [
        "The minister said on 3 May 2025 that 20 men died.",
        "KYIV, April 2 — 20 men died.",
        "국정원은 30일 20명이 사망했다고 밝혔다.",
        "2 квітня генерал повідомив, що загинули 20 солдатів.",
    ],
)
def test_day_of_the_saying(text: str) -> None:
    """The day on which something was said or written is no day of the event."""
    assert list(times(text, published=DAY)) == []


def test_day_that_is_none() -> None:
    """A day that no calendar has is no time."""
    assert [time.period for time in times("32일, 31 июня", published=DAY)] == [None]
