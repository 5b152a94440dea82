"""Relatives, and the names that stand beside them."""

import pytest

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.details.kin import families, relatives


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("His mother, Orla Venn, sells apples.", "Orla Venn"),
        ("Дружина Олеся чекає.", "Олеся"),
        ("Жену зовут Тамара Ильина.", "Тамара Ильина"),
        ("그의 아내 명순애 씨는 교사다.", "명순애"),
    ],
)
def test_a_named_relative_is_direct(text: str, name: str) -> None:
    """The name alone, not the word for the relative."""
    (found,) = relatives(text)
    assert text[found.start : found.end] == name
    assert found.field is Field.RELATIVE
    assert found.field.kind == "direct"


@pytest.mark.parametrize(
    "text", ["His mother In Kyiv waits.", "The mother Russia of songs", "Мати чекає."]
)
def test_no_name(text: str) -> None:
    """A place or a word with a capital is no relative."""
    assert list(relatives(text)) == []


def test_what_a_relative_does() -> None:
    """The clause about the relative belongs to the span."""
    text = "His sister works in a cannery, he said."
    (found,) = families(text)
    assert text[found.start : found.end] == "His sister works in a cannery"
