"""Pseudonyms, and bound names that stand again."""

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.namings import again, named
from tests.disclosure.evaluating import fillers

SOL = Person(
    "S1", names=("설광수",), nationality="PRK", age=24, role="driver", unit="제93여단",
    capture_place="Kursk", capture_month=(2025, 1), injury="leg",
)  # fmt: skip
NAMESAKE = Person("S2", names=("민도철",), nationality="PRK", age=41, role="scout")


def test_a_pseudonym_is_nobody_of_the_register() -> None:
    """Whoever bears that name there, the details tell who is meant."""
    text = (
        "쿠르스크에서 생포된 북한군 포로가 입을 열었다. "
        "93여단 운전병 민도철(가명·24) 씨는 다리에 총상을 입었다."
    )
    register = Register((SOL, NAMESAKE, *fillers(3, 60)))
    assert [each.person for each in scan(text, register)] == ["S1"]
    (hit,) = named(text, register.names.find(text))
    assert hit.owners.tolist() == [-1]


def test_a_bound_name_stands_again() -> None:
    """Its parts, inflected, but not beside another name."""
    text = "Savchuk spoke. Later Petro Savchuk and Orest laughed at Orest Bilan."
    found = [text[a:b] for a, b in again(text, ["Orest Savchuk"], [])]
    assert found == ["Savchuk", "Orest"]


def test_a_hangul_name_in_parts() -> None:
    """The surname before a particle, and the given name."""
    text = "설은 웃었다. 광수라는 이름은 흔하다. 설명은 없었다."
    found = [text[a:b] for a, b in again(text, ["설광수"], [])]
    assert "설" in found
    assert text.count("설") > found.count("설")
