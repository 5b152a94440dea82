"""Two or three who are told of alike, in four languages."""

# ruff: noqa: E501  (an article is read whole)

import pytest

from safeconduct.disclosure import Person, Register, scan
from safeconduct.disclosure.details import details_in
from safeconduct.disclosure.few import ages_of_each, fews

TWINS = [
    Person(id="A", names=("Гребнев Илья",), nationality="RUS", age=26, role="sapper", home="Perm"),
    Person(id="B", names=("Гребнев Олег",), nationality="RUS", age=26, role="sapper", home="Perm"),
]  # fmt: skip
GUNNERS = [
    Person(id="C", names=("송만식",), nationality="PRK", age=21, role="machine gunner", home="Wonsan"),
    Person(id="D", names=("도경철",), nationality="PRK", age=21, role="machine gunner", home="Wonsan"),
]  # fmt: skip
KENYAN = Person(
    id="E", names=("Peter Mwangi",), nationality="KEN", age=31, role="driver"
)
CUBAN = Person(
    id="F", names=("Ariel Sotolongo",), nationality="CUB", age=44, role="sapper"
)
OTHERS = [
    Person(id=f"X{n}", names=(), nationality="PRK", age=30 + n, role="driver")
    for n in range(9)
]
PEOPLE = Register([*TWINS, *GUNNERS, KENYAN, CUBAN, *OTHERS])
CAMP = {
    "en": "The camp holds prisoners of war. They were captured. Prisoners wait.\n\n",
    "ru": "В лагере военнопленные. Пленных взяли на фронте. Пленные ждут.\n\n",
    "uk": "У таборі військовополонені. Полонених узяли на фронті. Полонені чекають.\n\n",
    "ko": "수용소에는 전쟁포로들이 있다. 포로들은 전선에서 붙잡혔다. 포로들은 기다린다.\n\n",
}
CAMP["en"] = CAMP["en"].replace("They", "The prisoners")


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("en", "Two sappers from Perm, both 26, share a cell.", "AB"),
        ("en", "The twins are from Perm. Both are 26 and both were sappers.", "AB"),
        ("en", "There is also a Kenyan. The Kenyan, 31, drove a truck.", "E"),
        ("en", "Next to him sleeps a Cuban of 44, a sapper from Camagüey.", "F"),
        ("en", "Two sappers were given a medal by the president.", ""),
        ("en", "The Kenyan embassy is silent on a driver's son of 31.", ""),
        ("ru", "Двое братьев из Перми, обоим по двадцать шесть, служили сапёрами.", "AB"),
        ("ru", "Близнецам из Перми по двадцать шесть. Оба сапёры.", "AB"),
        ("ru", "Кубинцу сорок четыре. Он был сапёром.", "F"),
        ("ru", "Двое водителей погибли в аварии под Киевом.", ""),
        ("uk", "Тут двоє саперів із Пермі, їм по двадцять шість.", "AB"),
        ("uk", "Кенієць водив вантажівку. Йому тридцять один, він був водієм.", "E"),
        ("ko", "스물한 살 동갑인 원산 출신 기관총수 두 명도 있다.", "CD"),
        ("ko", "원산에서 온 기관총수 2명은 모두 21세다.", "CD"),
        ("ko", "케냐인 운전병은 31세다.", "E"),
        ("ko", "한 군 관계자는 북한군 포로 문제를 설명했다.", ""),
    ],
)  # fmt: skip
def test_whom_a_few_words_give_away(language: str, said: str, found: str) -> None:
    """A few are found if they are no more than the text says; strangers are not."""
    exposures = scan(CAMP[language] + said + "\n", PEOPLE)
    assert "".join(each.person for each in exposures) == found
    assert all(each.k <= len(found) for each in exposures)


@pytest.mark.parametrize(
    ("text", "said", "size"),
    [
        ("In the ward lie two Ghanaians.", "two Ghanaians", 2),
        ("Там лежать троє зв’язківців.", "троє зв’язківців", 3),
        ("Привезли двух кубинцев.", "двух кубинцев", 2),
        ("스무 살 동갑내기 통신병 두 명이 있다.", "스무 살 동갑내기 통신병 두 명", 2),
    ],
)
def test_a_few(text: str, said: str, size: int) -> None:
    """A count and who is counted, with an age just before."""
    found = [(text[a:b], n) for a, b, n in fews(text, tuple(details_in(text)))]
    assert found == [(said, size)]


@pytest.mark.parametrize("text", ["Two Cuban doctors came.", "His two Cuban visas."])
def test_an_adjective_counts_nobody(text: str) -> None:
    """Doctors are counted, not Cubans."""
    assert not list(fews(text, tuple(details_in(text))))


def test_an_age_of_each() -> None:
    """It stands after a word for all of them."""
    for text in ("both are 22", "обоим по двадцать два", "둘 다 22세다"):
        assert [d.value for d in ages_of_each(text)] == [(22, 22)]
