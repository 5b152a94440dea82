"""What a sentence may tell of a prisoner, whatever words stand around it."""

import pytest

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.details.hints import hints


@pytest.mark.parametrize(
    ("text", "field", "word"),
    [
        ("Two men, 26 and 24, came to study.", Field.AGE, "24"),
        ("Двоє, 26 та 24 роки, приїхали вчитися.", Field.AGE, "24"),
        ("Вылечили и сварщика, ему тридцать три.", Field.AGE, "тридцать три"),
        ("서른여덟의 운전병이었다.", Field.AGE, "서른여덟"),
        ("He came from Chongjin.", Field.HOME, "Chongjin"),
        ("Хірурги відняли йому ногу нижче коліна.", Field.INJURY, "ногу"),
    ],
)
def test_hints(text: str, field: Field, word: str) -> None:
    found = {(d.field, text[d.start : d.end]) for d in hints(text)}
    assert (field, word) in found


@pytest.mark.parametrize(
    "text",
    [
        "A 20–29-year-old soldier.",
        "20–29-летний солдат.",
        "A thirty-something soldier.",
        "20대 병사.",
        "It rose by 38%.",
    ],
)
def test_a_range_or_a_share_is_no_age(text: str) -> None:
    assert [d for d in hints(text) if d.field is Field.AGE] == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Halyna Prots, a nurse, keeps the films.", "Halyna"),
        ("Петро Шевчук показав палату.", "Петро"),
    ],
)
def test_a_whole_name_is_no_town(text: str, town: str) -> None:
    """Unless a preposition puts somebody there."""
    placed = f"He was taken near {text}"
    for said, is_town in ((text, False), (placed, True)):
        found = [said[d.start : d.end] for d in hints(said) if d.field is Field.HOME]
        assert (town in found) is is_town


@pytest.mark.parametrize(
    "text",
    ["О Третьей Женевской конвенции напоминают.", "By the Geneva Convention of 1949."],
)
def test_the_town_of_a_treaty_is_nobodys(text: str) -> None:
    """It tells neither a home nor where somebody was captured."""
    assert not [d for d in hints(text) if d.field in {Field.HOME, Field.CAPTURE_PLACE}]
