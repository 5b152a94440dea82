"""Whom a name, initials or a clause after them mean."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Person, Register, scan
from tests.disclosure.test_few import CAMP
from tests.disclosure.test_pairs import said

GUNNER = Person(
    "G", names=("Муса Оспанов", "Musa Ospanov"), nationality="KAZ", age=36,
    role="tank gunner", home="Aktobe", capture_place="Lyman, Donetsk region",
)  # fmt: skip
INITIALS = Person(
    "I", names=("Соколюк Тарас", "Taras Sokoliuk"), nationality="RUS", age=41,
    role="sapper", home="Perm", injury="lost left eye",
)  # fmt: skip
CONSUL = Person(
    "C", names=("Daniel Okoth",), nationality="KEN", age=24, role="rifleman"
)
OTHERS = [
    Person(f"O{n}", names=(f"Пётр Лаврентьев{n}",), nationality="RUS", age=18 + n, role="driver")
    for n in range(30)
]  # fmt: skip
PEOPLE = Register([GUNNER, INITIALS, CONSUL, *OTHERS])
AFTER_HIS_NAME = {
    "en": "Musa Ospanov agreed to be named. The thirty-six-year-old tank gunner from Aktobe gave himself up near Lyman.",
    "uk": "Назвати себе погодився Муса Оспанов. Тридцятишестирічний навідник танка з Актобе здався біля Лимана.",
    "ru": "Назвать себя разрешил Муса Оспанов. Тридцатишестилетний наводчик танка из Актобе сдался под Лиманом.",
}
POST = {"en": "tank gunner", "uk": "навідник танка", "ru": "наводчик танка"}


@pytest.mark.parametrize("language", AFTER_HIS_NAME)
def test_a_description_right_after_a_name_is_his(language: str) -> None:
    """A sentence that goes on without the name still tells of him."""
    text = CAMP[language] + AFTER_HIS_NAME[language] + "\n"
    (found,) = scan(text, PEOPLE)
    assert found.person == "G"
    assert POST[language] in said(text, found, "quasi")


BY_INITIALS = {
    "en": "T. S., a Russian sapper of 41, lost his left eye near Lyman. He hopes never to see his regiment again.",
    "uk": "Ще один назвав лише ініціали — Т. С. Йому сорок один, на фронті він був сапером і втратив ліве око. Про повернення він і чути не хоче.",
    "ru": "Т. С., 41-летний сапёр, потерял левый глаз под Лиманом. Возвращаться он не хочет.",
}


@pytest.mark.parametrize("language", BY_INITIALS)
def test_who_goes_by_initials_is_one_person(language: str) -> None:
    """The letters are a name: what follows is told of whom they stand for."""
    text = CAMP[language] + BY_INITIALS[language] + "\n"
    (found,) = scan(text, PEOPLE)
    assert found.person == "I"
    letters = "T. S." if language == "en" else "Т. С."
    assert letters in said(text, found, "direct")
    assert said(text, found, "wish")


@pytest.mark.parametrize(
    "told",
    [
        "Daniel Okoth, Kenya's consul in Warsaw, who is 57, met the prisoners.",
        "Daniel Okoth, who is 57, runs a bakery.",
        "U. S. officials of 41 spoke with the prisoners.",
    ],
)
def test_an_age_in_a_clause_is_his_who_was_named(told: str) -> None:
    """A namesake of another age is nobody of the register, and no office has initials."""
    assert not scan(CAMP["en"] + told + "\n", PEOPLE)


BROUGHT_IN = {
    "en": "There is also a prisoner who interprets. He is a sapper of 41 from Perm. Before they left he asked to stay in Ukraine.",
    "ko": "통역을 맡겠다는 포로도 있다. 페름에서 온 공병으로, 마흔한 살이다. 그는 이곳에 남고 싶다고 했다.",
    "ru": "Полковой сапёр, которому в мае исполнилось сорок один, родом из Перми. Он просит оставить его здесь.",
    "uk": "Є й полонений, який перекладає. Це сапер, йому сорок один рік, родом він із Пермі. Він просить залишити його тут.",
}


@pytest.mark.parametrize("language", BROUGHT_IN)
def test_somebody_without_a_name_is_somebody_new(language: str) -> None:
    """Who is brought in without a name is none of those spoken of before."""
    before = {
        "en": "Musa Ospanov, 36, was a tank gunner.",
        "uk": "Муса Оспанов, 36 років, був навідником танка.",
        "ru": "Муса Оспанов, 36 лет, был наводчиком танка.",
        "ko": "무사 오스파노프(Musa Ospanov, 36)는 전차 포수였다.",
    }
    text = f"{CAMP[language]}{before[language]}\n\n{BROUGHT_IN[language]}\n"
    found = {e.person: e for e in scan(text, PEOPLE)}
    assert set(found) == {"G", "I"}
    assert said(text, found["I"], "wish")
    assert not said(text, found["G"], "wish")


def test_one_of_those_of_another_paragraph_is_somebody_new() -> None:
    """Six were counted, and nothing told of him of whom the text spoke before."""
    text = (
        CAMP["en"] + "Musa Ospanov gave himself up near Lyman.\n\n"
        "The camp holds six Russian prisoners of war, the commandant said.\n\n"
        "One of them, a sapper of 41 from Perm, lost his left eye.\n"
    )
    found = {each.person: each for each in scan(text, PEOPLE)}
    assert set(found) == {"G", "I"}
    assert "sapper" in said(text, found["I"], "quasi")
    assert "left eye" not in said(text, found["G"], "quasi")


def test_two_words_of_three_are_a_surname() -> None:
    """His twin bears them as well, and is named nowhere wholly."""
    twins = [
        Person(
            "T1", names=("Bikash Thapa Magar",), nationality="NPL", age=26,
            role="rifleman", home="Butwal", injury="lost two fingers",
        ),
        Person(
            "T2", names=("Prakash Thapa Magar",), nationality="NPL",
            role="rifleman", home="Butwal", injury="lost left hand",
        ),
    ]  # fmt: skip
    text = (
        CAMP["en"] + "Bikash Thapa Magar, a 26-year-old rifleman from Butwal, lost two"
        ' fingers.\n\n"Do not give me to Russia," Thapa Magar said.\n'
    )
    found = scan(text, Register([*twins, *OTHERS]))
    assert [each.person for each in found] == ["T1"]
