"""Two spellings of one name weigh much, two names one syllable apart do not."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import TooLong, keys, weight


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lee Young-ho", "리영호"),
        ("Paik Chul Soo", "백철수"),
        ("Пек Чол Су", "백철수"),
        ("Тен Чер Хо", "정철호"),
        ("Choe Song-chol", "Цой Сон Чер"),
        ("Chul-Soo Paik", "Paek Chol-su"),
        ("CHULSOO PAIK", "Paek Chol-su"),
        ("Пэк Чхоль Су", "Paek Ch'ŏl-su"),
        ("리영호", "이영호"),
        ("白哲洙", "Пэк Чхоль Су"),
        ("Kim Jong-un", "Ким Чен Ын"),
    ],
)
def test_one_name(a: str, b: str) -> None:
    """Spellings of one name speak for it, both ways alike."""
    assert weight(a, b).nats > 5
    assert weight(a, b).nats == pytest.approx(weight(b, a).nats)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Paek Chol-su", "Paek Chol-ho"),
        ("백철수", "백철호"),
        ("Пэк Чхоль Су", "백철호"),
        ("Пэк Чхоль Су", "Paek Chol-ho"),
        ("백철수", "Ivan Petrov"),
        ("Paek Chol-su", "Ivan Petrov"),
    ],
)
def test_two_names(a: str, b: str) -> None:
    """One syllable apart is another name, however near the letters."""
    assert weight(a, b).nats < -1


def test_in_hangul_the_syllables_decide() -> None:
    """유라 and 유나 have one key and are two names; 리영호 and 이영호 are one."""
    assert weight("유라", "유나").nats < -5
    assert weight("백렬", "백열").nats > 5
    assert weight("로영호", "노영호").nats > 5


def test_a_name_in_two_languages() -> None:
    """Names of other peoples are weighed by their words."""
    assert weight("Володимир Зеленський", "Vladimir Zelensky").nats > 5


def test_rarity_is_inside() -> None:
    """A rare name says more than a common one."""
    assert weight("독고철수", "독고철수").nats > weight("김영호", "김영호").nats


def test_a_surname_alone() -> None:
    """A surname is compared with the surname, and says as much as that is rare."""
    assert weight("Kim", "김철수").readings == ("김",)
    assert 0 < weight("Kim", "김철수").nats < 3 < weight("Tokko", "독고철수").nats
    assert weight("Kim", "백철수").nats < -5
    assert weight("백", "백철수").nats > 2


def test_bits() -> None:
    """A bit is ln 2 nats."""
    found = weight("Paik Chul Soo", "백철수")

    assert found.bits == pytest.approx(found.nats / log(2))
    assert found.readings == ("백철수",)


@pytest.mark.parametrize("text", ["", "12", "😀"])
def test_no_name(text: str) -> None:
    """What is no name says nothing."""
    assert weight(text, "백철수").nats == 0


def test_keys_of_both_kinds() -> None:
    """Korean names have keys in Hangul, others in Latin letters, some both."""
    assert keys("Chul-Soo Paik")[0] == "백철수"
    assert "vladimir+zelenski" in keys("Volodymyr Zelensky")
    assert len(keys("Kim Ivan")) <= 16


def test_too_long() -> None:
    """A long text is refused by weight, and has no keys."""
    assert keys("a" * 201) == ()
    with pytest.raises(TooLong):
        weight("a" * 201, "b")


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts(a: str, b: str) -> None:
    """Whatever the texts, they have a finite weight and at most 16 keys."""
    assert -200 < weight(a, b).nats < 200
    assert len(keys(a)) <= 16
