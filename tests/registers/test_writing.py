"""Names as clerks write them."""

import re
from dataclasses import replace

import pytest

from benchmarks.registers.clerks import Clerk, clerks
from benchmarks.registers.names import Cyrillic, Korean
from benchmarks.registers.systems import KONTSEVICH_NAMES, MCCUNE_REISCHAUER
from benchmarks.registers.writing import GIVEN, SURNAME, father, misheard, name

PAEK = Korean("백", "철수", "영길")
RI = Korean("리", "영호", "성렬")
BOIKO = Cyrillic(
    *("бойко", "владимир", "николай"),
    *("бойко", "володимир", "микола"),
    woman=False,
    ukrainian=True,
)
ALL = [clerk for source in clerks(1).values() for clerk in source]
LETTERS = {
    "hangul": "[가-힣 ]+",
    "latin": "[A-Za-zŏŭŎŬ' -]+",
    "russian": "[А-Яа-яЁё -]+",
    "ukrainian": "[А-ЩЬЮЯҐЄІЇа-щьюяґєії' -]+",
}


@pytest.fixture
def clerk() -> Clerk:
    """A clerk who writes Latin by McCune and Reischauer."""
    found = next(c for c in ALL if c.script == "latin")
    return replace(
        found,
        system=MCCUNE_REISCHAUER,
        source="press",
        between="-",
        given_first=False,
        case="title",
        plain=False,
        southern=False,
        father_whole=True,
        spelled={},
    )


def test_the_clerk_follows_his_system(clerk: Clerk) -> None:
    """Only the parts and the order asked for differ."""
    assert name(PAEK, clerk) == "Paek Ch'ŏl-su"
    assert name(PAEK, clerk, turned=True) == "Ch'ŏl-su Paek"
    assert name(PAEK, clerk, parts=SURNAME) == "Paek"
    assert name(PAEK, clerk, parts=GIVEN) == "Ch'ŏl-su"
    assert father(PAEK, clerk) == "Paek Yŏng-gil"


def test_the_clerk_has_another_case(clerk: Clerk) -> None:
    """Breves and apostrophes are left out by who has none on the keys."""
    upper = replace(clerk, case="upper", plain=True, spelled={})
    family = replace(clerk, case="family", between=" ", plain=True, spelled={})

    assert name(PAEK, upper) == "PAEK CHOL-SU"
    assert name(PAEK, family) == "PAEK Chol Su"


def test_a_southern_clerk(clerk: Clerk) -> None:
    """In Hangul the names of the North lose their ㄹ at the head."""
    hangul = replace(clerk, script="hangul", southern=True, apart=False)

    assert name(RI, hangul) == "이영호"
    assert name(RI, replace(hangul, southern=False)) == "리영호"


def test_a_cyrillic_clerk(clerk: Clerk) -> None:
    """Kontsevich, joined."""
    found = replace(
        clerk, script="russian", system=KONTSEVICH_NAMES, between="", spelled={}
    )

    assert name(PAEK, found) == "Пэк Чхольсу"
    assert name(RI, found) == "Ли Ёнхо"


def test_a_ukrainian_name(clerk: Clerk) -> None:
    """It is written in the language of the clerk."""
    russian = replace(clerk, script_for_others="russian", patronymic="full")
    ukrainian = replace(russian, script_for_others="ukrainian")
    official = replace(
        russian, script_for_others="latin", base="own", way="kyiv", patronymic="none"
    )

    assert name(BOIKO, russian) == "Бойко Владимир Николаевич"
    assert name(BOIKO, ukrainian) == "Бойко Володимир Миколайович"
    assert name(BOIKO, official) == "Boiko Volodymyr"


@pytest.mark.parametrize("script", LETTERS)
def test_every_clerk_keeps_to_his_script(script: str) -> None:
    """No letter of another script slips into his spellings."""
    for clerk in ALL:
        if clerk.script == script:
            for of in (PAEK, RI, Korean("최", "학룡", "일영")):
                assert re.fullmatch(LETTERS[script], name(of, clerk)), clerk


def test_the_clerks_differ() -> None:
    """One name is written in many ways."""
    spellings = {name(PAEK, c).lower() for c in ALL if c.script == "latin"}

    assert len(spellings) > 20


def test_a_name_half_heard() -> None:
    """It is another name of the same kind."""
    for twist in range(0, 500, 7):
        assert misheard(PAEK, twist) != PAEK
        assert isinstance(misheard(BOIKO, twist), Cyrillic)
