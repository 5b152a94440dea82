"""The outlets that a page names."""

from dataclasses import replace

import pytest

from safeconduct.text import read
from safeconduct.text.lineage.outlets import (
    Credit,
    credits_in,
    is_by,
    outlet_key,
    same_outlet,
)

BODY = "The guards were changed at noon, and the visitors waited by the gate for hours."


def named(sentence: str) -> list[tuple[str, bool]]:
    text = f"Visit at the gate\n\n{BODY}\n\n{sentence}\n\n{BODY} It rained."
    return [(one.outlet, one.declared) for one in credits_in(read(text.encode()))]


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        (
            "The newspaper Morning Kite published a list of the visitors.",
            "Morning Kite",
        ),
        ("According to the Coast Herald, nobody was hurt in the camp.", "Coast Herald"),
        (
            "He told Radio Meridian that the door had been open all day.",
            "Radio Meridian",
        ),
        (
            "The men were moved at night, Ridge Tribune reported on Monday.",
            "Ridge Tribune",
        ),
        ("솔밭일보에 따르면 방문객은 모두 돌아갔다고 한다.", "솔밭일보"),
        ("새벽통신이 월요일 포로 명단을 보도했다.", "새벽통신"),
        ("Про це повідомляє видання «Тихий берег» у понеділок.", "Тихий берег"),
        ("За даними газети «Гірська луна», ніхто не постраждав.", "Гірська луна"),
        ("Об этом сообщает газета «Речной гудок» в понедельник.", "Речной гудок"),
        ("По данным агентства «Стрелка», никто не пострадал.", "Стрелка"),
    ],
)
def test_cited(sentence: str, outlet: str) -> None:
    """An outlet named in passing is cited."""
    assert [(outlet, False)] == named(sentence)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("Translated by our desk from the Coast Herald.", "Coast Herald"),
        ("This report was first published in Morning Kite.", "Morning Kite"),
        ("Based on a report by Ridge Tribune, shortened.", "Ridge Tribune"),
        ("За матеріалами видання «Тихий берег».", "Тихий берег"),
        ("Перевод: «Речной гудок».", "Речной гудок"),
        ("이 글은 솔밭일보 기사를 우리말로 옮긴 것이다.", "솔밭일보"),
    ],
)
def test_declared(sentence: str, outlet: str) -> None:
    """An outlet that the page gives as its source is declared."""
    assert (outlet, True) in named(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Cross reported that nobody was hurt in the camp.",
        "According to the ministry, nobody was hurt in the camp.",
        "Deputy Alma Verrin told parliament that the door had been open.",
        "За даними розвідки, ніхто не постраждав.",
        "Министр обороны сообщил, что никто не пострадал.",
        "국방부에 따르면 방문객은 모두 돌아갔다고 한다.",
    ],
)
def test_no_outlet(sentence: str) -> None:
    """Ministries, people and organisations are no outlets."""
    assert named(sentence) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("www.coastherald.example", "The Coast Herald"),
        ("Coast Herald", "https://coastherald.com/world/"),
        ("Речного гудка", "Речной гудок"),
        ("Vechirniy Visnyk", "Вечірній вісник"),
        ("노바 바르타", "Нова Варта"),
        ("Новой Варты", "Нова Варта"),
        ("한빛일보", "Hanbit Ilbo"),
        ("Ханбит ильбо", "한빛일보"),
        ("랜턴 워치", "Lantern Watch"),
        ("Поріг", "porih.example"),
        ("Голос Сходу", "holosskhodu.example"),
        ("Независимый голос", "nezavisimyi-golos.example"),
    ],
)
def test_aliases(one: str, other: str) -> None:
    """An outlet is one, however it is written."""
    assert same_outlet(outlet_key(one), outlet_key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coast Herald", "Ridge Herald"),
        ("서울신문", "한빛일보"),
        ("Вечерний причал", "Утренний причал"),
        ("Нова Варта", "Новости"),
        ("Поріг", "porto.example"),
        ("Вечірній Київ", "morning-kyiv.example"),
    ],
)
def test_no_alias(one: str, other: str) -> None:
    """Outlets that share a word are two."""
    assert not same_outlet(outlet_key(one), outlet_key(other))


def test_name_with_its_address() -> None:
    """A name that stands before its address or its original is either of them."""
    page = read(b"Tidings\n\nThe men came home.", name="a.txt")
    page = replace(page, publisher="novavarta.example")
    assert is_by(page, Credit("노바 바르타(novavarta.example)", 0, 1, declared=True))
