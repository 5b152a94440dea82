"""Syllables, and names between North and South."""

import pytest

from benchmarks.registers.hangul import FIRST, LAST, compose, southern, split


def test_every_syllable() -> None:
    """Taken apart and put together it is itself."""
    for code in range(ord(FIRST), ord(LAST) + 1):
        assert compose(split(chr(code))) == chr(code)


@pytest.mark.parametrize(
    ("north", "south"),
    [
        *[("리", "이"), ("류", "유"), ("로", "노"), ("림", "임"), ("량", "양")],
        *[("녀", "여"), ("나", "나"), ("김", "김"), ("성렬", "성렬"), ("선렬", "선열")],
        *[("기률", "기율"), ("학룡", "학룡")],
    ],
)
def test_a_northern_word_in_the_south(north: str, south: str) -> None:
    """The initial-sound law changes its head, and 렬 and 률 after a vowel or ㄴ."""
    assert southern(north) == south
