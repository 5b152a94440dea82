"""What a text tells, against what the register knows."""

import pytest

from safeconduct.disclosure import Person
from safeconduct.disclosure.details import Field
from safeconduct.disclosure.details.words import place_value
from safeconduct.disclosure.fitting import (
    COULD,
    NEAR,
    NO,
    YES,
    injury_values,
    level,
    trait_of,
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [((26, 26), YES), ((25, 25), NEAR), ((23, 23), NO), ((20, 29), YES), (None, COULD)],
)
def test_ages(told: tuple[int, int] | None, expected: int) -> None:
    """A year off is near: a birthday may lie between record and report."""
    assert level(Field.AGE, told, (26, 26)) == expected


@pytest.mark.parametrize(
    ("told", "known", "expected"),
    [
        ("Kursk", "쿠르스크", YES), ("Курщині", "Kursk region", YES),
        ("Plekhovo", "Kursk", COULD), ("Bakhmut", "Kursk", NO),
        ("Zarichne", "Зарічне", YES), ("Zarichne", "Kursk", COULD),
    ],
)  # fmt: skip
def test_places(told: str, known: str, expected: int) -> None:
    """Places fit by region, by name in any script, or cannot be told apart."""
    assert level(Field.CAPTURE_PLACE, place_value(told), place_value(known)) == expected


def test_roles_of_the_register_are_read_in_any_language() -> None:
    """저격수 is a sniper; a driver is not; a rank is no post."""
    known = trait_of(Field.ROLE, Person("x", role="저격수"))
    assert level(Field.ROLE, ("post", "sniper"), known) == YES
    assert level(Field.ROLE, ("post", "driver"), known) == NO
    assert level(Field.ROLE, ("rank", "private"), known) == COULD


def test_unknown_fields_could_fit() -> None:
    """What the register does not know contradicts nothing."""
    assert trait_of(Field.INJURY, Person("x")) is None
    assert level(Field.INJURY, ("leg", "shot"), None) == COULD


def test_a_wound_of_no_part_fits_wherever_it_is() -> None:
    """Frostbite is on record beside a lost finger, and a text tells of frozen toes."""
    known = injury_values("lost two fingers of left hand; frostbite")
    assert level(Field.INJURY, ("foot", "frostbite"), known) == YES
    assert level(Field.INJURY, ("foot", "shot"), known) == NO


@pytest.mark.parametrize(
    ("told", "expected"), [("PRK", COULD), ("KOR", COULD), ("NPL", NO), ("RUS", NO)]
)
def test_a_korean_name_tells_the_nation(told: str, expected: int) -> None:
    """Where a record has none: whose name is written in Hangul is no Nepali."""
    named = trait_of(Field.NATIONALITY, Person("A", names=("정은철", "Jong Un-chol")))
    assert level(Field.NATIONALITY, told, named) == expected


def test_a_nation_on_record_outweighs_a_name() -> None:
    """And a name in letters that others write tells none."""
    kept = Person("A", names=("김니콜라이",), nationality="RUS")
    assert trait_of(Field.NATIONALITY, kept) == "RUS"
    assert trait_of(Field.NATIONALITY, Person("B", names=("Николай Рябов",))) is None


def test_a_leg_holds_the_thigh() -> None:
    """A report that says leg means the wound that a record has in the thigh."""
    known = injury_values("shrapnel in left thigh")
    assert level(Field.INJURY, ("leg", "wound"), known) == YES
    assert level(Field.INJURY, ("arm", "wound"), known) == NO
