"""Slips of the fingers and of the ear."""

import pytest

from benchmarks.registers.hangul import is_hangul
from benchmarks.registers.slips import misheard, misheard_letter, misread, mistyped

TWISTS = range(0, 3000, 7)


@pytest.mark.parametrize("text", ["Paek Chol-su", "Пэк Чхоль Су", "Пек Чхольсу"])
def test_a_slip_of_the_finger(text: str) -> None:
    """It changes one place, and stays in the script."""
    for twist in TWISTS:
        slipped = mistyped(text, twist)
        assert abs(len(slipped) - len(text)) <= 1
        assert text.isascii() == slipped.isascii()

    assert len({mistyped(text, twist) for twist in TWISTS}) > len(text)


def test_a_slip_in_hangul() -> None:
    """One syllable differs at most, and it is still a syllable."""
    for twist in TWISTS:
        slipped = mistyped("백철수", twist)
        differing = [a for a, b in zip("백철수", slipped, strict=True) if a != b]
        assert len(differing) <= 1
        assert all(is_hangul(syllable) for syllable in slipped)


def test_a_syllable_half_heard() -> None:
    """Exactly one is taken for another."""
    for twist in TWISTS:
        heard = misheard("백철수", twist)
        assert sum(a != b for a, b in zip("백철수", heard, strict=True)) == 1


def test_a_letter_half_heard() -> None:
    """The first one is heard well."""
    assert {misheard_letter("попов", twist)[0] for twist in TWISTS} == {"п"}
    assert all(misheard_letter("попов", twist) != "попов" for twist in TWISTS)


def test_a_number_misread() -> None:
    """One digit differs; a text without digits stays as it is."""
    for twist in TWISTS:
        read = misread("93-я бригада", twist)
        assert sum(a != b for a, b in zip("93-я бригада", read, strict=True)) == 1

    assert misread("бригада", 5) == "бригада"
