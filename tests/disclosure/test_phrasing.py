"""A detail is shown with the words that make it a phrase."""

from itertools import pairwise

import pytest

from safeconduct.disclosure.exposure import Span
from safeconduct.disclosure.phrasing import phrases


def shown(text: str, *details: str, kind: str = "quasi") -> list[str]:
    """Show the phrases of details, by their words."""
    spans = [
        Span(text.index(each), text.index(each) + len(each), kind, "home")
        for each in details
    ]
    return [text[span.start : span.end].strip() for span in phrases(text, spans)]


@pytest.mark.parametrize(
    ("text", "details", "phrase"),
    [
        (
            "He was captured near Lyman in May.",
            ("Lyman", "May"),
            "He was captured near Lyman in May",
        ),
        (
            "Взяли его под Лиманом в мае.",
            ("Лиманом", "мае"),
            "Взяли его под Лиманом в мае",
        ),
        ("Родом він із Бійська.", ("Бійська",), "Родом він із Бійська"),
        ("그는 혜산 출신이다.", ("혜산",), "혜산 출신이다"),
        (
            "지난해 2월 구예보 인근에서 붙잡혔다.",
            ("2월", "구예보"),
            "2월 구예보 인근에서 붙잡혔다",
        ),
    ],
)
def test_what_stands_between_belongs_to_it(
    text: str, details: tuple[str, ...], phrase: str
) -> None:
    """Prepositions, particles and the words of a capture or an origin."""
    spans = phrases(
        text,
        [
            Span(text.index(each), text.index(each) + len(each), "quasi", "home")
            for each in details
        ],
    )
    assert text[spans[0].start : spans[-1].end] == phrase
    between = [text[a.end : b.start].strip() for a, b in pairwise(spans)]
    assert not any(between)


def test_no_other_word_does() -> None:
    """Nor a full stop, nor somebody's name."""
    assert shown("The driver laughed. Kyiv, Bohdan said, in May", "Kyiv", "May") == [
        "Kyiv",
        "in May",
    ]


def test_names_and_wishes_stay_as_they_are() -> None:
    """Of them every letter counts."""
    assert shown("He, as Kim Chol, spoke", "Kim Chol", kind="direct") == ["Kim Chol"]
    assert shown("and he wants home", "wants home", kind="wish") == ["wants home"]
