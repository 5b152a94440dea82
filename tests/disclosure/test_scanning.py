"""Whom a text gives away: people, spans, and numbers."""

import random
from dataclasses import replace
from datetime import date

import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.text import read
from tests.disclosure.evaluating import articles, fillers, score

ENDINGS = ("1", "2", "3", "4", "5", "6")
SECOND_HAND = ("7", "8", "9", "10")
HAN = Person(
    "A1", names=("한영철",), nationality="PRK", age=27, role="sniper",
    capture_place="Kursk", capture_month=(2025, 1),
)  # fmt: skip
OH = Person(
    "A2", names=("오성길",), nationality="PRK", age=22, role="driver",
    capture_place="Kursk", capture_month=(2025, 1),
)  # fmt: skip
TEXT = (
    "Two North Korean soldiers were captured in Kursk region in January.\n\n"
    "Han, a 27-year-old sniper, said that he had never seen a drone. "
    "The other, a 22-year-old driver, wants to return home.\n"
)


def register(*persons: Person) -> Register:
    return Register((*persons, *fillers(1, 60)))


def test_two_prisoners_one_named() -> None:
    """Each is found with his own details; the second is never named."""
    first, second = scan(TEXT, register(HAN, OH))
    assert (first.person, second.person) == ("A1", "A2")
    said = {(TEXT[s.start : s.end], s.kind) for s in first.spans}
    assert {("Han", "direct"), ("27-year-old", "quasi"), ("sniper", "quasi")} <= said
    assert not {("22-year-old", "quasi")} & said
    assert "wish" in {span.kind for span in second.spans}
    assert first.k == second.k == 1


def test_a_group_gives_nobody_away_whom_too_many_are_like() -> None:
    """It names its members only where no more fit than it has."""
    group = "Two North Korean soldiers were captured in Kursk region in January.\n"
    alike = [replace(HAN, id=f"B{n}", names=()) for n in range(6)]
    assert scan(group, Register(alike)) == ()
    assert [each.k for each in scan(group, Register(alike[:2]))] == [2, 2]


def test_k_without_a_detail_tells_which_one_gives_away() -> None:
    """Without the age, two snipers fit; without the name still one."""
    twin = replace(HAN, id="A3", names=("한광수",), age=33)
    (found,) = scan(
        "Prisoner of war Han, a 27-year-old sniper, was captured in Kursk.\n",
        Register([HAN, twin]),
    )
    assert (found.person, found.k) == ("A1", 1)
    assert found.k_without["age"] == 2
    assert found.k_without["name"] == 1


def test_the_order_of_the_register_changes_nothing() -> None:
    """The same exposures come out of a shuffled register."""
    persons = [HAN, OH, *fillers(2, 200)]
    before = scan(TEXT, Register(persons))
    random.Random(5).shuffle(persons)
    assert scan(TEXT, Register(persons)) == before


@pytest.mark.parametrize(
    "text",
    [
        "Han, a 45-year-old sniper, was captured in Kursk.\n",  # contradicts
        "President Han Yong-chol spoke of the prisoners of war.\n",  # public
        "Journalist Han Yong-chol, 27, wrote about captured soldiers.\n",
        "Han Yong-chol, a 27-year-old sniper, won the cup.\n",  # nobody is captive
        "The captured soldiers came from Han province.\n",
    ],
)
def test_a_bare_name_is_only_a_candidate(text: str) -> None:
    """Namesakes, officials, authors and athletes are nobody's exposure."""
    assert scan(text, register(HAN, OH)) == ()


def test_an_empty_register_and_an_empty_text() -> None:
    """Nobody is found, and nothing fails."""
    assert scan(TEXT, Register([])) == ()
    assert scan("", register(HAN)) == ()


def test_html_and_plain_text_give_the_same_people() -> None:
    """A page's markup makes no difference."""
    html = "<html><body><article>" + "".join(
        f"<p>{line}</p>" for line in TEXT.split("\n\n")
    )
    page = read(html.encode(), name="x.html")
    assert {e.person for e in scan(page, register(HAN, OH))} == {"A1", "A2"}


def test_the_invented_articles() -> None:
    """The articles in four languages: everybody found, no stranger touched."""
    total = score(ENDINGS)
    assert sum(1 for _ in articles(ENDINGS)) >= 20
    assert total["person missed"] == total["person wrong"] == 0
    assert total["direct missed"] == total["wish missed"] == total["decoy touched"] == 0
    assert total["quasi found"] >= 0.95 * (total["quasi found"] + total["quasi missed"])


def test_articles_of_a_second_hand() -> None:
    """Harder ones: what was reached must hold; what is missing stands in the docs."""
    total = score(SECOND_HAND)

    def recall(kind: str) -> float:
        return total[f"{kind} found"] / (
            total[f"{kind} found"] + total[f"{kind} missed"]
        )

    assert total["person wrong"] <= 1
    assert total["decoy touched"] <= 1
    assert recall("person") >= 0.8
    assert recall("direct") >= 0.75
    assert recall("quasi") >= 0.75
    assert recall("wish") >= 0.75


def test_articles_of_many_prisoners() -> None:
    """Every one is found by a name alone, a false name, a pair of ages, or details."""
    total = score(("11", "12"))
    assert total["person missed"] == total["person wrong"] == 0
    assert total["direct missed"] == total["wish missed"] == total["decoy touched"] == 0
    assert total["quasi found"] >= 0.9 * (total["quasi found"] + total["quasi missed"])


CAMP = (
    "The camp holds prisoners of war. Its prisoners were captured at the front. {} \n"
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Han Yong-chol did not wish to talk to us about prisoners.", True),
        ("Han Yong-chol, a 45-year-old economist, writes on prisoners.", False),
        ("Han Yong-chol, who chairs a charity, met the prisoners.", False),
        ("The lawyer Han Yong-chol met the prisoners.", False),
        ("Comrade Han, a sniper, kept apart from the prisoners.", True),
    ],
)
def test_a_full_name_among_prisoners(said: str, found: bool) -> None:  # noqa: FBT001
    """It is enough where one bears it, unless an age, office or trade is another's."""
    people = scan(CAMP.format(said), register(HAN, OH))
    assert bool(people) is found


def test_two_ages_in_one_breath_are_two_people() -> None:
    """What is told of both is told of each."""
    text = (
        "Two prisoners of war, 22 and 27, were captured in Kursk region on one night. "
        "Both were drone operators.\n"
    )
    pair = [replace(each, role="drone operator") for each in (HAN, OH)]
    first, second = scan(text, register(*pair))
    assert (first.person, second.person) == ("A1", "A2")
    for one, age in ((first, "27"), (second, "22")):
        said = {text[s.start : s.end] for s in one.spans}
        assert {age, "drone operators"} <= said


@pytest.mark.parametrize("others", [0, 1, 40])
def test_two_prisoners_are_protected_like_two_hundred_thousand(others: int) -> None:
    """A small register says little of how common a detail is, and hides nobody less."""
    him = Person(id="0", names=("맹일웅",), birth_date=date(2001, 5, 4), role="sniper")
    persons = [him, *fillers(1, others)]
    text = (
        "A soldier was taken prisoner near Sudzha. The 24-year-old sniper Maeng Il-ung "
        "told his guards that he wants to go to South Korea."
    )
    assert [one.person for one in scan(text, Register(persons))] == ["0"]


FELLOWS = (
    Person(
        "F1", names=("백도식",), nationality="PRK", age=24, role="sapper",
        capture_place="Sudzha, Kursk region", capture_month=(2025, 2),
    ),
    Person(
        "F2", names=("엄기수",), nationality="PRK", age=30, role="sapper",
        capture_place="Sudzha, Kursk region", capture_month=(2025, 2),
    ),
    Person(
        "F3", names=("탁정호",), nationality="PRK", age=24, role="sapper",
        capture_place="Guevo, Kursk region", capture_month=(2025, 5),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        (
            "There are two sappers among the North Korean prisoners of war. One is 24, "
            "the other is 30.\n"
        ),
        (
            "Серед північнокорейських військовополонених є двоє саперів. Одному "
            "двадцять чотири, другому тридцять.\n"
        ),
        (
            "Среди северокорейских военнопленных есть двое сапёров. Одному двадцать "
            "четыре, другому тридцать.\n"
        ),
        "북한군 포로 가운데 공병 두 명이 있다. 각각 스물네 살과 서른 살이다.\n",
    ],
)
def test_fellows_were_taken_together(told: str) -> None:
    """Of two whom an age fits, the one is meant whom his fellow was taken with."""
    about = {
        "o": "The prisoners of war were captured at the front. Prisoners wait.\n",
        "е": "Военнопленные солдаты в плену на войне. Пленные ждут. Пленных кормят.\n",
        "포": "북한군 포로들은 전쟁 포로다. 포로들이 기다린다. 포로들이 잔다.\n",
    }
    tail = next(text for letter, text in about.items() if letter in told)
    found = scan(f"{told}\n{tail}", Register((*FELLOWS, *fillers(1, 60))))
    assert "F3" not in {each.person for each in found}
    assert {"F1", "F2"} <= {each.person for each in found}


def test_a_compound_surname_is_not_cut() -> None:
    """A syllable of 남궁 is no surname of his."""
    man = replace(HAN, names=("남궁도",))
    text = "북한군 포로 남궁도(27)는 저격수다. 남궁 씨는 생포됐다. 남 씨는 요리사다.\n"
    (found,) = scan(text, register(man))
    said = {text[s.start : s.end] for s in found.spans if s.kind == "direct"}
    assert "남" not in said
    assert "남궁도" in said


def test_a_caption_among_menus_names_whom_the_article_tells_of() -> None:
    """A whole name, in another case, in a line that was taken for navigation."""
    page = (
        "Полонені\n\n"
        "Громадянин Куби Йоандрі Кастро Лейва, 41 рік, потрапив у полон під Покровськом"
        " у листопаді. Він був кухарем.\n\n"
        "Фото: скриншот\n"
        "З Йоандрі Кастро Лейвою під час запису розмови\n"
        "Підписуйтеся на наш канал\n"
        "© 2025 Часопис\n"
    )
    cuban = Person(
        "A1", names=("Yoandri Castro Leyva",), nationality="CUB", age=41, role="cook",
        capture_place="Pokrovsk",
    )  # fmt: skip
    (found,) = scan(page, register(cuban))
    named = [page[s.start : s.end] for s in found.spans if s.kind == "direct"]
    assert named == ["Йоандрі Кастро Лейва", "Йоандрі Кастро Лейвою"]
