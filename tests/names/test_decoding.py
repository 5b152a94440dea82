"""Spellings of three scripts are read as Korean names."""

from math import exp, isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import TooLong, decode


@pytest.mark.parametrize(
    "text",
    [
        "Paek Ch'ŏl-su",
        "Paek Chol-su",
        "Baek Cheol-su",
        "Paik Chul Soo",
        "Chul-Soo Paik",
        "CHULSOO PAIK",
        "Paik Chulsoo",
        "PAIKCHULSOO",
        "Paik, Chul Soo",
        "Пэк Чхоль Су",
        "Пек Чол Су",
        "Бэк Чоль Су",
        "백철수",
        "白哲洙",
    ],
)
def test_one_name_in_many_spellings(text: str) -> None:
    """Every spelling of 백철수 reads as that name first."""
    assert decode(text, 1)[0].key == "백철수"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Тен Чер Хо", "정철호"),
        ("Цой Сон Чер", "최성철"),
        ("Choe Song-chol", "최성철"),
        ("Ri Yong-ho", "이영호"),
        ("Lee Young-ho", "이영호"),
        ("Ли Ён Хо", "이영호"),
        ("Лі Йон Хо", "이영호"),
        ("Baengni Kim", "김백니"),
        ("Namgung Chol-su", "남궁철수"),
        ("Hwangbo Chol-su", "황보철수"),
        ("Хванбо Чхоль Су", "황보철수"),
        ("Chegal Chol-su", "제갈철수"),
        ("리영호", "이영호"),
    ],
)
def test_habits_and_sound_changes(text: str, key: str) -> None:
    """Soviet Korean forms, old surnames, two-syllable surnames, assimilation."""
    assert key in [reading.key for reading in decode(text, 5)]


def test_the_readings_are_a_distribution() -> None:
    """Log posteriors fall, and sum to one over the whole list."""
    readings = decode("Kim Jong-un", 256)

    logs = [reading.logp for reading in readings]
    assert logs == sorted(logs, reverse=True)
    assert isclose(sum(map(exp, logs)), 1.0, abs_tol=1e-9)


def test_the_style_of_one_part_reads_the_other() -> None:
    """After Revised "Cheol", "jong" is no 정: that would be jeong."""
    revised = [reading.key for reading in decode("Paek Cheol-jong", 2)]

    assert revised[0] == "백철종"


@pytest.mark.parametrize("text", ["", " ", "Volodymyr Zelensky", "12", "محمد", "😀"])
def test_no_korean_name(text: str) -> None:
    """What cannot be Korean has no readings."""
    assert decode(text) == ()


@pytest.mark.parametrize(
    ("text", "key"), [("Lee", "이"), ("Рим", "임"), ("Tokko", "독고")]
)
def test_a_surname_alone(text: str, key: str) -> None:
    """A surname alone is read as one."""
    assert decode(text, 1)[0].key == key


def test_too_long() -> None:
    """A name of more than 200 characters is refused."""
    with pytest.raises(TooLong):
        decode("Kim " * 51)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    """Whatever the text: readings in Hangul, none better than the first."""
    for reading in decode(text):
        assert reading.logp <= 0
        assert all("가" <= letter <= "힣" for letter in reading.key)
