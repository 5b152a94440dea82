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


def test_k_is_never_larger_than_the_group_the_text_states() -> None:
    """Six fit in the register; the text speaks of two."""
    group = "Two North Korean soldiers were captured in Kursk region in January.\n"
    alike = [replace(HAN, id=f"B{n}", names=()) for n in range(6)]
    found = scan(group, Register(alike))
    assert {each.k for each in found} == {2}
    assert {each.k_without["group"] for each in found} == {6}


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
