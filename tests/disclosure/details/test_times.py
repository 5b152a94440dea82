"""Which months do seasons, parts of years and feasts name?"""

import pytest

from safeconduct.disclosure.details import Field, ruled
from safeconduct.disclosure.details.times import times


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("in the winter of 2025", {12, 1, 2}),
        ("2024년 말", {10, 11, 12}),
        ("the week before Christmas", {12, 1}),
        ("перед самым Рождеством", {12, 1}),
        ("під Новий рік", {12, 1}),
        ("на Великдень", {3, 4, 5}),
        ("추석 무렵", {9, 10}),
    ],
)
def test_months_of_a_time(text: str, months: set[int]) -> None:
    """A feast by either calendar."""
    (found,) = times(text)
    assert found.months == months


@pytest.mark.parametrize(
    "text",
    [
        "He walked into Ukrainian lines near Huliaipole at New Year.",
        "Он сдался у Гуляйполя под Новый год.",
    ],
)
def test_a_feast_is_no_place(text: str) -> None:
    """ "At New Year" tells when he was captured, and not where."""
    places = [d for d in ruled(text) if d.field is Field.CAPTURE_PLACE]
    assert [text[d.start : d.end][:7] for d in places] in (["Huliaip"], ["Гуляйпо"])


def test_a_village_is_no_feast() -> None:
    """Рождествено is one in Kursk region."""
    assert not list(times("Его взяли у Рождествено."))
