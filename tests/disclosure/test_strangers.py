"""Words that look like a prisoner, a post or a name, and are none."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.namings import named
from safeconduct.disclosure.strangers import strangers
from tests.disclosure.test_few import CAMP
from tests.disclosure.test_pairs import said

TAILOR = Person(
    "T", names=("Лушин Роман", "Roman Lushin"), nationality="RUS", age=33,
    role="rifleman", home="Tomsk", injury="facial burns",
)  # fmt: skip
MEDICS = [
    Person(f"M{n}", nationality="RUS", age=22 + n, role="medic", home="Tomsk")
    for n in range(2)
]
OTHERS = [
    Person(f"O{n}", nationality="RUS", age=18 + n, role="driver", home="Omsk")
    for n in range(30)
]
REPORTER = Person("R", names=("Чон Гымсон",), nationality="PRK", age=21, role="sniper")
ZA = Person("Z", names=("За Ильхо",), nationality="PRK", age=29, role="driver")
PEOPLE = Register([TAILOR, *MEDICS, REPORTER, ZA, *OTHERS])


def only(text: str) -> str:
    """Scan a text about prisoners; return whom it gives away, as one string."""
    return "".join(e.person for e in scan(CAMP["ru"] + text + "\n", PEOPLE))


def test_a_second_child_is_no_second_prisoner() -> None:
    """What an ordinal counts is a thing or a child: the story goes on with him."""
    text = CAMP["ru"] + (
        "Роман Лушин родом из Томска. Ему 33 года. Жена ждёт второго ребёнка. "
        "«Хочу домой», — говорит он.\n"
    )
    (found,) = scan(text, PEOPLE)
    assert found.person == "T"
    assert "домой" in said(text, found, "wish")


def test_a_medics_van_is_no_medic() -> None:
    """A post as an adjective tells what a thing is for."""
    text = "Роман Лушин, 33 года, вёл санитарный фургон. В Томске у него мать."
    assert only(text) == "T"


def test_to_whom_something_is_said_is_another() -> None:
    """A name is not that of the one spoken to."""
    text = CAMP["ru"] + (
        "Роман Лушин, 33 года, родом из Томска. «Боюсь вернуться», — сказал Лушин "
        "психологу. Домой ехать не хочет.\n"
    )
    (found,) = scan(text, PEOPLE)
    assert "Домой ехать не хочет" in said(text, found, "wish")


def test_the_correspondent_of_a_paper_is_no_prisoner() -> None:
    """A title and the name after it belong together, whatever the paper."""
    assert not only("Корреспондент сеульской газеты Чон Гымсон видел снайпера.")


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    """За is a preposition before a small letter, though it sounds like a surname."""
    text = "Скільки їх\nЗа оцінкою штабу, водіїв двадцять."
    assert not named(text, PEOPLE.names)
    text = "«Хочу додому», — каже водій За."
    assert named(text, PEOPLE.names)


@pytest.mark.parametrize(
    "said_", ["В соседнем бараке тихо.", "Выложили фотографию Лушина.", "У сусідній палаті тихо."]
)  # fmt: skip
def test_what_begins_like_a_title_is_none(said_: str) -> None:
    """The next barrack is no neighbour, and a picture no photographer."""
    assert not list(strangers(said_, ()))


def test_in_korean_he_spoke_to_an_activist() -> None:
    """The pronoun before a title is the prisoner, and not the activist's name."""
    text = "그는 활동가에게 물었다."
    ((start, end),) = strangers(text, ())
    assert text[start:end] == "활동가"


def test_children_who_are_twins_are_no_prisoners() -> None:
    """Twins beside a wife are his children."""
    text = CAMP["en"] + (
        "Roman Lushin, 33, is from Tomsk. He has a wife and first-grade twins there. "
        "He is afraid to go back.\n"
    )
    (found,) = scan(text, PEOPLE)
    assert found.person == "T"
    assert "afraid" in said(text, found, "wish")


TSOI = Person(
    "TS", names=("Цой Хён У", "Choe Hyon-u"), nationality="PRK", age=27, role="rifleman"
)


@pytest.mark.parametrize(
    ("told", "own"),
    [
        ("Переводчика зовут Артур Цой. Стрелку 27 лет, вспоминает Цой.", False),
        ("Второй, по фамилии Цой, стрелок, ему 27 лет. Автор: Артур Цой.", True),
        ("Цой Хён У, стрелок, 27 лет. Артур Цой переводил. Цой молчал.", True),
    ],
)
def test_a_surname_with_anothers_given_name_is_his(told: str, *, own: bool) -> None:
    """From there on, unless somebody protected is brought in by that surname."""
    found = scan(CAMP["ru"] + told + "\n", Register([TSOI, *MEDICS, *OTHERS]))
    names = [s for e in found for s in e.spans if s.kind == "direct"]
    assert bool(names) is own


def test_a_newspaper_is_no_courier() -> None:
    courier = Person("K", nationality="RUS", age=29, role="courier", home="Perm")
    text = CAMP["en"] + "Aged 29, he lives in Perm, The Dnipro Courier reported.\n"
    fields = {s.field for e in scan(text, Register([courier])) for s in e.spans}
    assert "role" not in fields


def test_whom_he_spoke_to_is_not_his_trade() -> None:
    """A name, a particle and then a reporter: two people."""
    text = "일어서기 전 오 씨는 기자의 수첩에 이름을 적어도 되느냐고 물었다."
    assert not any(
        "오" in text[a:b] or "씨" in text[a:b] for a, b in strangers(text, [])
    )


def test_the_dead_by_name_are_nobody() -> None:
    """A namesake who fell is not the one who was captured."""
    fallen = Person("J", names=("정혁",), nationality="PRK", age=27, role="sniper")
    text = (
        "북한군 포로 두 명이 우크라이나에 억류돼 있다. 포로들은 2월 생포됐다.\n\n"
        "앞서 쿠르스크에서 전사한 북한군 중사 정모(27) 씨의 일기가 공개됐다.\n"
    )
    assert scan(text, Register([fallen, *OTHERS])) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He feared being handed back to Russia, his lawyer said.", ["lawyer"]),
        ("Он боится вернуться в Россию, его адвокат подал жалобу.", ["адвокат"]),
        (
            "Anna Bondar, his lawyer, said so.",
            ["Anna Bondar, his lawyer", "Anna Bondar"],
        ),
    ],
)
def test_a_country_before_a_title_is_nobodys_name(text: str, told: list[str]) -> None:
    assert [text[a:b] for a, b in strangers(text, ())] == told


def test_whose_request_a_ministry_tells_of_is_none_of_it() -> None:
    """Only what stands in apposition carries the title before it."""
    text = CAMP["ru"] + (
        "Роман Лушин, 33 года, родом из Томска. "
        "В МИД Сербии агентству сообщили, что запрос Лушина получен.\n"
    )
    (found,) = scan(text, PEOPLE)
    assert "Лушина" in said(text, found, "direct")


def test_a_councillor_of_his_name_is_another() -> None:
    """The office and its chamber stand before the name."""
    text = (
        "Роман Лушин, 33 года, родом из Томска. "
        "— Списки составляем не мы, — сказал депутат краевого собрания Роман Лушин.\n"
    )
    (found,) = scan(CAMP["ru"] + text, PEOPLE)
    whole = CAMP["ru"] + text
    assert said(whole, found, "direct").count("Лушин") == 1


def test_what_he_used_to_do_is_no_title() -> None:
    """ "Who used to guard a car park": the guard is he himself."""
    text = CAMP["en"] + "Roman Lushin, who used to guard a car park in Tomsk, is 33.\n"
    (found,) = scan(text, PEOPLE)
    assert "Roman Lushin" in said(text, found, "direct")


def test_a_fallen_comrade_of_his_name_is_another() -> None:
    """A comrade whom a prisoner names is not the prisoner."""
    named = Register([Person("K", names=("김광혁",), nationality="PRK"), *OTHERS])
    text = (
        "포로가 된 북한군 병사는 같은 칸에 김광혁이라는 동무가 있었다고 했다. "
        "그 동무는 두 번째 전투에서 죽었다.\n"
    )
    assert not scan(text, named)
