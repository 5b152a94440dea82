"""A half-typed name is ranges of keys."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import TooLong, key, ranges


def found(partial: str, key: str) -> bool:
    """Whether one of the ranges of a half-typed name holds a key."""
    return any(low <= key < high for low, high, _ in ranges(partial))


@pytest.mark.parametrize(
    "partial",
    [
        "ㅂ", "배", "백", "백ㅊ", "백처", "백철", "백철ㅅ", "백철수",
        "백 철ㅅ", "철수 백", "철수", "철ㅅ",
        "P", "Pa", "Paek", "Paek ", "Paek c", "Paek ch", "Paek chol", "Paek chol-s",
        "Paek chol-su", "paekch", "CHULSOO P", "Chol-su Pae", "Chol-s",
        "П", "Пэк", "Пэк Чх", "Пэк Чхоль", "Пэк Чхоль С", "Чхоль Су Пэ",
        "白哲",
    ],
)  # fmt: skip
def test_on_the_way_to_a_name(partial: str) -> None:
    """Every step of typing 백철수 keeps it within reach."""
    assert found(partial, "백철수")


@pytest.mark.parametrize("partial", ["ㄹ", "리", "리ㅇ", "이영", "Ri", "Lee y", "Ли Ё"])
def test_north_and_south(partial: str) -> None:
    """The keys of 리영호 are reached from both ways to write it."""
    assert found(partial, "이영호")


def test_a_coda_that_moves_on() -> None:
    """After 백철 the next vowel may take ㄹ along: 백처리."""
    assert found("백철", key("백처리"))
    assert found("백철", "백철수")


def test_another_name() -> None:
    """A half-typed name does not hold what it cannot become."""
    assert not found("백ㅊ", "백영호")
    assert not found("Paek ch", "박영호")


@pytest.mark.parametrize("partial", ["", "  ", "-", "12", "😀"])
def test_nothing_typed(partial: str) -> None:
    """No letters, no ranges."""
    assert ranges(partial) == ()


def test_too_long() -> None:
    """A text of more than 200 characters is refused."""
    with pytest.raises(TooLong):
        ranges("ㄱ" * 201)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text(text: str) -> None:
    """Whatever the text: proper ranges, best first, at most as many as asked."""
    given_ranges = ranges(text, 8)

    assert len(given_ranges) <= 8
    assert all(low < high for low, high, _ in given_ranges)
    logs = [each.logp for each in given_ranges]
    assert logs == sorted(logs, reverse=True)
