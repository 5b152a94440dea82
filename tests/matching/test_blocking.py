"""Which records meet, and which pairs come out."""

from uuid import UUID

import pytest

from safeconduct.matching import blocking
from safeconduct.register.cards import Claim


def who(number: int) -> UUID:
    return UUID(int=number)


def record(name: str, birth: str = "") -> list[Claim]:
    said = [Claim("name", "stated", name)]
    return [*said, Claim("birth", "stated", birth)] if birth else said


def test_a_name_in_two_scripts_meets() -> None:
    """Hangul and Cyrillic of one name share a reading; another name shares none."""
    records = {
        who(1): record("백철수", "2003"),
        who(2): record("Пэк Чхоль Су", "2003-05"),
        who(3): record("도하늘", "2003"),
    }

    assert list(blocking.candidates(records)) == [(who(1), who(2))]


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2003", "2003-05-17", True),
        ("2003", "2004", True),
        ("2004", "2003", True),
        ("2003", "2005", False),
        ("2003", "", True),
        ("", "", True),
    ],
)
def test_years_of_birth(one: str, other: str, *, meet: bool) -> None:
    """Neighbouring years meet, and an unknown one every other; distant ones do not."""
    records = {who(2): record("백철수", one), who(1): record("백철수", other)}

    found = list(blocking.candidates(records))

    assert found == ([(who(1), who(2))] if meet else [])


def test_a_name_that_too_many_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that is too large is left out, and counted."""
    monkeypatch.setattr(blocking, "MOST_IN_BLOCK", 2)
    records = {who(number): record("백철수") for number in range(1, 4)}

    assert list(blocking.candidates(records)) == []
    assert blocking.too_large(records) >= 1


def test_the_likeliest_come_first() -> None:
    """Pairs below the bound are left out."""
    records = {
        who(1): record("백철수", "2003-05-17"),
        who(2): record("Paek Chol-su", "2003-05-17"),
        who(3): record("Пэк Чхоль Су"),
    }
    pairs = list(blocking.candidates(records))

    found = blocking.find(records, pairs, among=50, at_least=0.01)

    assert len(pairs) == 3
    assert found[0].pair == (who(1), who(2))
    assert [one.probability for one in found] == sorted(
        (one.probability for one in found), reverse=True
    )
    assert blocking.find(records, pairs, among=10**9, at_least=0.99) == []
