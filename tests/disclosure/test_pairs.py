"""Two who are told of in one breath: each by his age, and both by what they share."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Exposure, Person, Register, scan
from tests.disclosure.test_few import CAMP

YOUNGER = Person(
    "Y", nationality="PRK", age=20, role="scout",
    capture_place="Martynovka, Kursk region", capture_month=(2025, 4),
)  # fmt: skip
ELDER = Person(
    "Z", nationality="PRK", age=27, role="scout",
    capture_place="Martynovka, Kursk region", capture_month=(2025, 4),
)  # fmt: skip
OTHERS = [
    Person(
        f"O{n}", nationality="PRK", age=18 + n, role="driver", capture_place="Bakhmut"
    )
    for n in range(16)
]
PEOPLE = Register([YOUNGER, ELDER, *OTHERS])
TOLD = {
    "en": "Two more, aged 20 and 27, belonged to the same reconnaissance team. They were pulled out of a ditch near Martynovka in April. The younger hopes to go to South Korea. On some days the elder asks to be sent home.",
    "uk": "Двох розвідників, 20 і 27 років, захопили разом біля Мартинівки у квітні. Молодший хоче поїхати до Південної Кореї. Старший просить відправити його додому.",
    "ru": "Ещё двое, 20 и 27 лет, служили в одной разведывательной группе. В апреле их взяли в плен возле Мартыновки. Младший хочет уехать в Южную Корею. Старший просит отправить его домой.",
    "ko": "20세와 27세 정찰병 두 명은 4월 마르티놉카 근처에서 함께 붙잡혔다. 나이 어린 쪽은 한국으로 가고 싶다고 했다. 다른 한 명은 집으로 돌아가고 싶다고 했다.",
}
SHARED = {"en": "April", "uk": "квітні", "ru": "апреле", "ko": "4월"}
WISHES = {
    "en": ("South Korea", "sent home"),
    "uk": ("Південної Кореї", "додому"),
    "ru": ("Южную Корею", "домой"),
    "ko": ("한국으로", "집으로"),
}


def said(text: str, found: Exposure, kind: str) -> str:
    """Return what of a kind gives somebody away, in one string."""
    return " | ".join(text[s.start : s.end] for s in found.spans if s.kind == kind)


@pytest.mark.parametrize("language", TOLD)
def test_both_are_found_and_each_wish_is_his_own(language: str) -> None:
    """What they share is told of both, what follows of the one whom it means."""
    text = CAMP[language] + TOLD[language] + "\n"
    younger, elder = scan(text, PEOPLE)
    assert (younger.person, elder.person) == ("Y", "Z")
    assert max(younger.k, elder.k) <= len((younger, elder))
    for each in (younger, elder):
        assert SHARED[language] in said(text, each, "quasi")
    his, the_others = WISHES[language]
    assert his in said(text, younger, "wish")
    assert his not in said(text, elder, "wish")
    assert the_others in said(text, elder, "wish")
    assert the_others not in said(text, younger, "wish")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Two scouts were taken near Martynovka. One is 20, the other 27. The elder is silent."),
        ("ko", "마르티놉카에서 잡힌 정찰병 두 명도 있다. 스무 살과 스물일곱 살인데 말이 없다."),
    ],
)  # fmt: skip
def test_ages_after_the_count(language: str, told: str) -> None:
    """Two who were counted first are the two whose ages come next."""
    found = scan(CAMP[language] + told + "\n", PEOPLE)
    assert [each.person for each in found] == ["Y", "Z"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Two more, aged 20 and 27, sold apples near Martynovka. The elder brother of a clerk asks for rain."),
        ("uk", "Старший сержант поліції говорив про бюджет. Молодший брат міністра мовчав."),
        ("ru", "Старший сержант полиции говорил о бюджете. Младший брат министра молчал."),
        ("ko", "나이 많은 쪽은 20세기의 역사를 연구한다."),
    ],
)  # fmt: skip
def test_other_elders_are_nobody(language: str, told: str) -> None:
    """Ages alone give nobody away, and a rank or a brother is no member of a pair."""
    assert not [e for e in scan(CAMP[language] + told + "\n", PEOPLE) if e.k < 2]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            "A 20-year-old scout has twin sons at home. He was taken near Martynovka.",
        ),
        ("uk", "Розвіднику 20 років, удома сини-близнюки. Його взяли біля Мартинівки."),
        ("ko", "정찰병은 스무 살이다. 쌍둥이 아들이 있다. 그는 마르티놉카에서 잡혔다."),
    ],
)
def test_somebodys_twins_are_no_pair(language: str, told: str) -> None:
    """What follows his children goes on with him."""
    text = CAMP[language] + told + "\n"
    (found,) = scan(text, PEOPLE)
    assert found.person == "Y"
    assert any(s.field == "capture_place" for s in found.spans)
