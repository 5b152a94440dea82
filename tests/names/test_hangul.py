"""The parts of Hangul, and the canonical key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import hangul, key

SYLLABLES = st.characters(min_codepoint=hangul.FIRST, max_codepoint=hangul.LAST)


@settings(deadline=None)
@given(SYLLABLES)
def test_a_syllable_put_together_again(syllable: str) -> None:
    """Taking apart and joining give the same syllable."""
    assert hangul.join(*hangul.split(syllable)) == syllable


@settings(deadline=None)
@given(SYLLABLES)
def test_the_law_applied_twice(syllable: str) -> None:
    """A lawful syllable stays as it is."""
    once = hangul.lawful(syllable)

    assert hangul.lawful(once) == once


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("리", "이"),
        ("류", "유"),
        ("로", "노"),
        ("렬", "열"),
        ("녀", "여"),
        ("룡", "용"),
    ],
)
def test_north_and_south(north: str, south: str) -> None:
    """What the South writes for a northern syllable has the same key."""
    assert key(north) == south == key(south)


def test_a_northern_and_a_southern_record() -> None:
    """리영호 and 이영호 share a key."""
    assert key("리영호") == key("이영호") == "이영호"


def test_decomposed_and_spaced() -> None:
    """Decomposed jamo, spaces and other signs do not change a key."""
    assert key("리 영호") == key("\u1105\u1175영호!") == "이영호"


def test_nothing_korean() -> None:
    """A text without Hangul has an empty key."""
    assert key("Paek Chol-su") == ""
