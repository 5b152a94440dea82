"""Pseudonyms, and bound names that stand again."""

import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.namings import again, initials, named
from safeconduct.disclosure.variants import full_names
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
    (hit,) = named(text, register.names)
    assert hit.owners.tolist() == [-1]


def test_whom_the_register_knows_by_his_pseudonym() -> None:
    """A false name there, printed as a pseudonym, is his, and nobody else's."""
    known = Person("S3", names=("주명철",), false_names=("박한결",), nationality="PRK")
    register = Register((known, NAMESAKE, Person("S4", names=("박한결",))))
    hits = named("박한결(가명)이 먼저 일어섰다. 박한결은 웃었다.", register.names)
    assert [hit.owners.tolist() for hit in hits] == [[1], [1]]


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


@pytest.mark.parametrize(
    ("text", "names", "told"),
    [
        ("R.T. came by way of Delhi.", ("Ramesh Tamang",), ["R.T."]),
        ("К. М., двадцатилетний срочник", ("Мишарин Кирилл Андреевич",), ["К. М."]),
        ("Таджикистанець Р. Б. мовчить.", ("Rustam Boboev",), ["Р. Б."]),
        ("The prisoner S. K. was silent.", ("설광수",), ["S. K."]),
        ("The prisoner S. K. was silent.", ("설 광수",), ["S. K."]),
        ("The prisoner S. K. was silent.", ("설", "남궁", "", " ", "—  —"), []),
        ("Сторінка Р. К. Ч. Сержантові двадцять.", ("Ryom Kwang-chol",), ["Р. К. Ч."]),
        ("The prisoner R. K. Ch. was silent.", ("Ryom Kwang-su",), []),
        ("The prisoner R. K. Ch. was silent.", ("렴광철",), ["R. K. Ch."]),
        ("The prisoner R. K. S. was silent.", ("렴광철",), []),
        ("R.T. Mishra, a lawyer, came.", ("Ramesh Tamang",), []),
        ("The U.N. and R.K. came.", ("Ramesh Tamang",), []),
    ],
)
def test_initials(text: str, names: tuple[str, ...], told: list[str]) -> None:
    """They stand for a whole name, in any script; before a surname they do not."""
    assert [text[a:b] for a, b in initials(text, names)] == told


def test_initials_of_one_who_was_found_are_his() -> None:
    text = (
        "S. K., a 24-year-old driver of the 93rd Brigade, was captured in Kursk in"
        " January 2025. He is a North Korean prisoner of war.\n\n"
        + "The weather was cold and nothing happened. " * 12
        + "S. K. also stands on a form of the museum.\n"
    )
    (found,) = scan(text, Register((SOL, *fillers(3, 60))))
    direct = [s.start for s in found.spans if s.kind == "direct"]
    assert direct == [0, text.rindex("S. K.")]  # the name of one who was found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Виктор Шестаков варил трубы. Доску Шестаков вырезал сам.", 2),
        ("Виктор Шестаков варил трубы. Рассказал Шестаков мало.", 2),
        ("Виктор Шестаков варил трубы. Ринат Шестаков его не знал.", 1),
    ],
)
def test_a_surname_behind_a_word_that_opens(text: str, said: int) -> None:
    """A word that is no given name in the nominative is none of the name."""
    bound = ["Виктор Шестаков"]
    taken = [(0, len(bound[0]))]
    assert len([*again(text, bound, taken)]) == said - 1


@pytest.mark.parametrize(
    "text", ["Сербові Міятовичу оголосили вирок.", "Доску Міятович вирізав сам."]
)
def test_a_surname_alone_behind_a_word_that_opens(text: str) -> None:
    serb = Register([Person("J", names=("Драган Міятович",), nationality="SRB")])
    (hit,) = serb.names.find(text)
    assert text[hit.start : hit.end].startswith("Міятович")


def test_a_surname_with_a_rank_is_his_whose_name_stood_before() -> None:
    """And not where it goes on as another word."""
    text = "렴 중사는 웃었다. 렴중사리에 갔다. 렴 포로에게 물었다."
    found = [text[a:b] for a, b in again(text, ["렴광철"], [])]
    assert found == ["렴", "렴"]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The surgeon saved Garmaev's foot.", "Solbon Garmaev", ["Garmaev"]),
        ("Ivan Garmaev's foot healed.", "Solbon Garmaev", []),
        ("Земляку Гармаева повезло.", "Солбон Гармаев", ["Гармаева"]),
        ("Заяву Тюріна передали.", "Денис Тюрін", ["Тюріна"]),
        ("Сергея Гармаева вернули.", "Солбон Гармаев", []),
        ("Долгор Гармаева молчит.", "Солбон Гармаев", []),
    ],
)
def test_a_surname_in_the_genitive(text: str, name: str, said: list[str]) -> None:
    """Behind a word that opens the sentence, and with an English ending."""
    assert [text[a:b] for a, b in again(text, [name], [])] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Артём Ковригин в плену. Артёмка писал через Красный Крест.", ["Артёмка"]),
        ("Воротар — Артем Ковригін. Потім Тёма потрапив у полон.", ["Тёма"]),
        ("Артём Ковригин в плену. Сашка и Димка ещё на фронте.", []),
        ("Артём Ковригин в плену. Тёма Мохов его ждёт.", []),
    ],
)
def test_a_short_name_is_his_whose_whole_name_stands_there(
    text: str, said: list[str]
) -> None:
    """Alone, and of nobody else who is named wholly."""
    register = Register([Person("K1", names=("Ковригин Артём",))])
    hits = named(text, register.names)
    assert [text[h.start : h.end] for h in hits[1:]] == said


@pytest.mark.parametrize(
    ("short", "whole"),
    [("Димка", "дмитрий"), ("Ваньку", "иван"), ("Лёшей", "алексей"), ("Сорока", None)],
)
def test_what_a_short_name_stands_for(short: str, whole: str | None) -> None:
    """Those made shorter still, and in any case."""
    assert full_names(short) == ((whole,) if whole else ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("안산에 사는 고모 곁으로 가고 싶다.", []),
        ("포로 고모 씨는 스물셋이다.", ["고모"]),
        ("If I'm sent back I'll be at the front again.", []),
    ],
)
def test_an_aunt_and_a_verb_are_no_names(text: str, said: list[str]) -> None:
    """고모 is one of a certain Ko where a title follows."""
    people = [Person("K1", names=("고영수",)), Person("K2", names=("Илья Перов",))]
    hits = named(text, Register(people).names)
    assert [text[h.start : h.end] for h in hits] == said
