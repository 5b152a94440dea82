"""Whom a paragraph describes, whomever its mentions were taken for."""

from dataclasses import replace

import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.bearer import Paragraph
from safeconduct.disclosure.details import Field, details_in
from safeconduct.disclosure.passages import Grades, Passage
from tests.disclosure.protected import people

DRIVER = Person(
    id="D-1",
    names=("탁명길",),
    nationality="PRK",
    age=38,
    role="driver",
    capture_place="Oleshnya, Kursk region",
    capture_month=(2025, 4),
    injury="eye",
    home="Chongjin",
)
TWIN = Person(
    id="D-2",
    names=("차명길",),
    nationality="PRK",
    age=38,
    role="driver",
    capture_place="Guevo, Kursk region",
    capture_month=(2025, 7),
    home="Wonsan",
)
TOLD = {
    "en": (
        "The oldest man in the ward, a driver of 38 from Chongjin, lost his left eye"
        " in April, when his column was shelled at Oleshnya."
    ),
    "ko": (
        "병동에서 가장 나이 많은 사람은 서른여덟의 청진 사람으로, 운전병이었다."
        " 4월 올레시냐에서 왼쪽 눈을 잃었다."
    ),
    "uk": (
        "Найстарший у палаті, водій із Чхонджина, якому тридцять вісім, у квітні під"
        " Олешнею втратив ліве око."
    ),
    "ru": (
        "Старший в палате, водитель из Чхонджина, которому тридцать восемь, в апреле"
        " под Олешней потерял левый глаз."
    ),
}


def passage(text: str, *persons: Person) -> Passage:
    paragraph = Paragraph(0, len(text), list(details_in(text)), [(0, text)])
    register = Register([*persons, *people(200)])
    return Passage(register, paragraph, Grades(register.traits))


def described(found: Passage, register: Register) -> list[str]:
    return [register.persons[each.person].id for each in found.describes(())]


@pytest.mark.parametrize("language", TOLD)
def test_one_whom_all_of_it_fits_is_described(language: str) -> None:
    register = Register([DRIVER, TWIN, *people(200)])
    found = passage(TOLD[language], DRIVER, TWIN)

    assert described(found, register) == ["D-1"]


def test_what_is_told_is_his() -> None:
    (each,) = passage(TOLD["en"], DRIVER, TWIN).describes(())
    words = {TOLD["en"][d.start : d.end] for d in each.details}

    assert {"Chongjin", "April", "Oleshnya"} <= words
    assert {Field.AGE, Field.ROLE, Field.INJURY} <= {d.field for d in each.details}


def test_too_little_describes_nobody() -> None:
    text = "The driver, 38, did not say where he was from."
    assert list(passage(text, DRIVER, TWIN).describes(())) == []


def test_another_age_describes_nobody() -> None:
    text = TOLD["en"].replace("38", "52")
    assert list(passage(text, DRIVER).describes(())) == []


def test_who_was_found_is_not_found_again_in_another() -> None:
    """What fits the one found explains the paragraph: his like is not in it too."""
    alike = replace(DRIVER, id="D-3", injury=None, home=None)
    register = Register([DRIVER, alike, *people(200)])
    found = passage(TOLD["en"], DRIVER, alike)
    at = next(n for n, p in enumerate(register.persons) if p.id == "D-1")

    assert {each.person for each in found.describes([at])} == {at}


def test_two_who_are_told_of_together() -> None:
    text = (
        "Двоє африканців, 26 та 24 роки, воювали санітарами; їх узяли в полон в одному"
        " окопі під Куп’янськом у травні."
    )
    pair = [
        Person(
            id=f"P-{age}",
            names=(name,),
            nationality=nation,
            age=age,
            role="medic",
            capture_place="Kupiansk, Kharkiv region",
            capture_month=(2025, 5),
        )
        for age, name, nation in (
            (26, "Blaise Ngolo", "CMR"),
            (24, "Kelvin Muteti", "KEN"),
        )
    ]
    register = Register([*pair, *people(200)])

    assert set(described(passage(text, *pair), register)) == {"P-24", "P-26"}


def test_of_several_alike_the_nearest_is_kept() -> None:
    persons = Register([DRIVER, TWIN, *people(200)]).persons
    first, second = (
        next(n for n, p in enumerate(persons) if p.id == id_) for id_ in ("D-1", "D-2")
    )
    found = passage(TOLD["en"], DRIVER, TWIN)
    assert found.nearest([first, second]) == [first]


def test_a_whole_text_finds_him() -> None:
    text = (
        "Ukraine holds fourteen North Korean prisoners of war. The prisoners were"
        " captured at the front.\n\nTwo drone operators, aged 20 and 27, were captured"
        " in February near Makhnovka. The elder left his post before he was taken"
        f" prisoner.\n\n{TOLD['en']}\n"
    )
    found = scan(text, Register([DRIVER, TWIN, *people(200)]))
    assert "D-1" in {each.person for each in found}
    assert "D-2" not in {each.person for each in found}


NEPALI = Person(
    id="N-1",
    names=("Hari Prasad Rokaya",),
    nationality="NPL",
    age=33,
    role="machine gunner",
    capture_place="Velyka Novosilka",
    capture_month=(2024, 12),
    home="Surkhet",
)


def test_what_fits_few_says_more() -> None:
    """Of the nations that a paragraph names, a rare one speaks for its man."""
    text = "Ukraine holds Russians and a Nepali in one camp."
    register = Register([NEPALI, *people(200)])
    found = passage(text, NEPALI)
    at = next(n for n, p in enumerate(register.persons) if p.id == "N-1")
    assert found.nearest([at, *(n for n in range(20) if n != at)]) == [at]
