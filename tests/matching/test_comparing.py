"""What two records say of being one person's: field by field, and together."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct import names
from safeconduct.matching.comparing import (
    Compared,
    Comparison,
    Says,
    compare,
    probability,
)
from safeconduct.register.cards import Claim
from safeconduct.register.vault.claims import clean


def claim(kind: str, text: str, **more: str) -> Claim:
    return clean(Claim(kind=kind, source="stated", text=text, **more))  # type: ignore[arg-type]


def one_field(kind: str, left: str, right: str, **more: str) -> Compared:
    found = compare([claim(kind, left, **more)], [claim(kind, right)])
    (field,) = found.fields
    return field


def test_a_name_in_two_scripts() -> None:
    """The weight is that of the names library, with the reading they share."""
    field = one_field("name", "백철수", "Paek Ch'ŏl-su")

    assert field.says is Says.AGREES
    assert field.weight == pytest.approx(names.weight("백철수", "Paek Ch'ŏl-su").nats)
    assert field.why == ("백철수",)


def test_who_has_many_names_does_not_match_more_easily() -> None:
    """Of several names each may be the one; a second one halves the evidence."""
    paper = claim("name", "Аюр Дондоков")
    alone = compare([claim("name", "백철수")], [claim("name", "Пэк Чхоль Су")])
    beside = compare([claim("name", "백철수"), paper], [claim("name", "Пэк Чхоль Су")])

    assert alone.weight - beside.weight == pytest.approx(log(2), abs=0.01)


def test_another_name_speaks_against() -> None:
    """Two names without a reading in common contradict."""
    field = one_field("name", "백철수", "도하늘")

    assert field.says is Says.CONTRADICTS
    assert field.weight < -2
    assert field.why == ()


@pytest.mark.parametrize(
    ("left", "right", "says", "why"),
    [
        ("2003-05-17", "2003-05-17", "agrees", "same_day"),
        ("2003-05-17", "2003-05", "agrees", "same_month"),
        ("2003", "2003-05-17", "agrees", "same_year"),
        ("2003-05-07", "2003-07-05", "near", "swapped"),
        ("2003-05-17", "2004-05-17", "near", "same_day_other_year"),
        ("2003", "2002-05-17", "near", "near_year"),
        ("2003", "1998", "contradicts", "another_birth"),
        ("2003-05-17", "2003-05-18", "contradicts", "another_birth"),
        ("2003-05", "2003-06", "contradicts", "another_birth"),
    ],
)
def test_births(left: str, right: str, says: str, why: str) -> None:
    """Compared as exactly as the less exact of the two is known."""
    field = one_field("birth", left, right)

    assert (field.says, field.why) == (says, (why,))
    assert (field.weight > 0) == (says != "contradicts" and why != "near_year")
    turned = one_field("birth", right, left)
    assert (turned.says, turned.weight) == (field.says, field.weight)


def test_days_of_two_calendars() -> None:
    """A lunar day cannot contradict a solar one of the same year."""
    field = one_field("birth", "2003-05-17", "2003-06-20", precision="lunar")

    assert (field.says, field.why) == (Says.AGREES, ("same_year",))


@pytest.mark.parametrize(
    ("kind", "left", "right", "says"),
    [
        ("unit", "810th Brigade", "810th brigade.", "agrees"),
        ("unit", "810th brigade", "810-я бригада", "agrees"),
        ("unit", "810th brigade", "155-я бригада", "contradicts"),
        ("home", "Hamhung", "함흥", "nothing"),
        ("home", "Hamhung", "Wonsan", "contradicts"),
        ("number", "АБ 123-456", "аб123456", "agrees"),
        ("paper", "military card 00-417", "military card 00417", "agrees"),
    ],
)
def test_what_is_no_name(kind: str, left: str, right: str, says: str) -> None:
    """Letters and figures count; in two scripts the figures alone."""
    field = one_field(kind, left, right)

    assert field.says == says
    assert (field.weight > 0) == (says == "agrees")


def test_an_agreement_beats_a_contradiction() -> None:
    """Claims compete: one of two dates that agrees is what is heard."""
    left = [claim("birth", "1998"), claim("birth", "2003-05-17")]
    field = compare(left, [claim("birth", "2003-05-17")]).fields[0]

    assert (field.says, len(field.left)) == (Says.AGREES, 2)


def test_what_one_side_does_not_say() -> None:
    """A field of one record alone is shown, and weighs nothing."""
    field = compare([claim("father", "Пётр")], []).fields[0]

    assert (field.says, field.weight, field.right) == (Says.NOTHING, 0.0, ())
    assert compare([], []) == Comparison(())


def test_probability() -> None:
    """As many records as nats of evidence: even odds; more records, less likely."""
    assert probability(log(999), among=1_000) == pytest.approx(0.5)
    assert probability(10, among=1_000_000) < probability(10, among=1_000)
    assert probability(5, among=1) > 0.9


@given(st.floats(-1e6, 1e6), st.integers(0, 10**9))
def test_a_probability_is_one(weight: float, among: int) -> None:
    """Whatever the weight, it lies between nought and one."""
    assert 0 <= probability(weight, among=among) <= 1
