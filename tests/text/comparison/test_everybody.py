"""What a text says of all, and denies of some."""

import pytest

from safeconduct.text import read
from safeconduct.text.comparison import Relation, compare
from safeconduct.text.comparison.finding import Aspect

TITLES = {"en": "Prisoners in the ward", "ru": "Пленные в палате", "ko": "포로 병동"}
DONE = "Every patient was X-rayed on the day he arrived."


def said(*texts: str, family: bool = False) -> list[tuple[Relation | None, set[str]]]:
    """Tell how pages contradict themselves, and in which sentences."""
    pages = [read(t.encode(), name=f"{n}.txt") for n, t in enumerate(texts)]
    found = compare(pages, families=[range(len(pages))] if family else None)
    return [
        (each.relation, {item.text for item in each.items})
        for each in found
        if each.aspect is Aspect.CONDUCT
    ]


@pytest.mark.parametrize(
    ("language", "every", "some"),
    [
        ("en", DONE, "Two of them had never been X-rayed."),
        ("en", "All the men were examined in May.", "Some of them were not examined."),
        ("ru", "Все пленные прошли осмотр в мае.", "Двое из них его не прошли."),
        ("ru", "Усі полонені пройшли огляд у травні.", "Троє з них його не пройшли."),
        ("ko", "포로들은 모두 검진을 받았다.", "이 가운데 두 명은 검진을 받지 못했다."),
    ],
)
def test_all_and_some_of_them(language: str, every: str, some: str) -> None:
    """Not both are true."""
    text = f"{TITLES[language]}\n\n{every} The ward is new. {some}\n"
    assert said(text) == [(Relation.DISJOINT, {every, some})]


@pytest.mark.parametrize(
    "some",
    [
        "Two of the North Koreans had never been X-rayed.",
        "Three visitors were not X-rayed.",
    ],
)
def test_some_who_may_be_others(some: str) -> None:
    """Nobody says that they are of the patients: a question, no alarm."""
    text = f"{TITLES['en']}\n\n{DONE} {some}\n"
    assert said(text) == [(Relation.SCOPE_UNKNOWN, {DONE, some})]


@pytest.mark.parametrize(
    "text",
    [
        "Every patient was X-rayed. Two of them had never been vaccinated.",
        "Every patient was X-rayed. Two of them were X-rayed twice.",
        "Every patient was X-rayed. Two of them were not X-rayed until March.",
        "Not all the men were examined. Some of them were not examined.",
        "Almost all the men were examined. Some of them were not examined.",
        "All the men but two were examined. Two of them were not examined.",
        "Most men were examined in May. Some of them were not examined.",
        "Не все пленные прошли осмотр. Двое из них его не прошли.",
        "Все пленные, кроме двоих, прошли осмотр. Двое из них его не прошли.",
        "Все пленные прошли осмотр. Двое из них не получили писем.",
        "포로들은 모두 검진을 받았다. 이 가운데 두 명은 편지를 받지 못했다.",
    ],
)
def test_what_is_no_contradiction(text: str) -> None:
    """Another deed, no denial, or some who were left out before."""
    assert said(f"{TITLES['en']}\n\n{text}\n") == []


def test_another_camp_is_another() -> None:
    """Of pages that do not come from one another nothing is asked."""
    one = f"{TITLES['en']}\n\n{DONE}\n"
    two = f"{TITLES['en']}\n\nTwo had never been X-rayed.\n"
    assert said(one, two) == []
    assert len(said(one, two, family=True)) == 1


@pytest.mark.parametrize(
    ("language", "every", "some"),
    [
        (
            "en",
            "Every man he met said he would not go home.",
            "Of those interviewed, two wish to return, the record says.",
        ),
        (
            "ru",
            "Все они отказались возвращаться домой.",
            "Двое из них, говорится в отчёте, хотят вернуться домой.",
        ),
        (
            "ru",
            "Усі полонені не хочуть повертатися додому, каже адвокат.",
            "Троє з них просять повернути їх на батьківщину.",
        ),
        (
            "ko",
            "면담한 사람은 한 명도 빠짐없이 돌아가지 않겠다고 밝혔다.",
            "응답자 가운데 3명이 귀환을 희망한다고 적혀 있다.",
        ),
        (
            "ko",
            "아무도 북한으로 돌아가기를 원하지 않는다고 밝혔다.",
            "이들 가운데 3명은 귀환을 희망한다.",
        ),
    ],
)
def test_all_refuse_what_some_wish(language: str, every: str, some: str) -> None:
    """Not all refuse a return that some of them are counted to wish for."""
    text = f"{TITLES[language]}\n\n{every} The ward is new. {some}\n"
    assert said(text) == [(Relation.DISJOINT, {every, some})]


@pytest.mark.parametrize(
    ("every", "some"),
    [
        (
            "All of them refused to return to Russia.",
            "Of those interviewed, two wish to go home.",
        ),
        (
            "All but two said they would not go home.",
            "Two of them wish to return home.",
        ),
        ("Nearly all refused to go home.", "Two of them wish to return home."),
        ("All who refused to go home are here.", "Two of them wish to return home."),
    ],
)
def test_refusals_that_leave_some_out(every: str, some: str) -> None:
    """Who will not be sent to the front may wish to go home, and not all are all."""
    assert said(f"{TITLES['en']}\n\n{every} The ward is new. {some}\n") == []
