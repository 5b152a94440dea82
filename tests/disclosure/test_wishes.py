"""Clauses that tell a wish, in four languages."""

import pytest

from safeconduct.disclosure.details import Field, details_in
from safeconduct.disclosure.details.wishes import wishes


@pytest.mark.parametrize(
    ("text", "clause", "code"),
    [
        (
            "He told visitors he wants to live in South Korea.",
            "he wants to live in South Korea",
            "asylum",
        ),
        ("He refuses to be exchanged, Orlo said.", "He refuses to be exchanged", None),
        ("Sol is still undecided.", "is still undecided", "undecided"),
        ("Він мріє жити в Сеулі, а мати чекає.", "Він мріє жити в Сеулі", "asylum"),
        (
            "Солдат ще не вирішив, чи повертатися додому.",
            "Солдат ще не вирішив, чи повертатися додому",
            "undecided",
        ),
        ("Он просит, чтобы его обменяли.", "Он просит, чтобы его обменяли", "return"),
        (
            "솔씨는 난민 신청을 해 한국으로 갈 생각이라고 했다.",
            "난민 신청을 해 한국으로 갈 생각",
            "asylum",
        ),
        ("그는 아직 결심하지 못했다.", "아직 결심하지 못했다", "undecided"),
    ],
)  # fmt: skip
def test_the_whole_clause(text: str, clause: str, code: str | None) -> None:
    """From its subject or verb to its end, without what leads to it."""
    found = {text[w.start : w.end]: w.value for w in wishes(text)}
    assert clause in found
    if code is not None:
        assert found[clause] == code


@pytest.mark.parametrize(
    "text",
    [
        "He asked for water.",
        "Those who want to return will be exchanged.",
        "원하면 전원 수용한다",
        "Він попросив води.",
    ],
)
def test_what_is_no_wish_of_a_prisoner(text: str) -> None:
    """A rule, a condition, or a want that tells nothing."""
    assert list(wishes(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "He said he would not agree to be returned to Havana.",
        "He no longer wants to return.",
        "He has no wish to go home.",
        "он не согласится вернуться",
        "він не має наміру повертатися додому",
        "귀환에 동의하지 않는다",
        "집에 갈 생각이 없다",
        "He feared being handed back to Russia.",
        "Не поїду.",
        "Я написал отказ.",
        "Адвокатка подала клопотання про невидачу.",
    ],
)
def test_a_denied_wish_is_a_refusal(text: str) -> None:
    """Whoever reads it as a wish to return reads the opposite."""
    told = {d.value for d in details_in(text) if d.field is Field.WISH}
    assert told == {"refuse"}


@pytest.mark.parametrize(
    "text",
    [
        "He agreed to go home.",
        "He cannot wait to go home.",
        "He not only wants to return, he begs for it.",
        "он согласен вернуться домой",
        "집에 가고 싶다",
    ],
)
def test_a_wish_to_return_is_none(text: str) -> None:
    told = {d.value for d in details_in(text) if d.field is Field.WISH}
    assert told == {"return"}


@pytest.mark.parametrize(
    "text",
    [
        "A Cuban army cook, 38, declined to meet him.",
        "He refuses to be photographed.",
        "Він відмовився від інтерв'ю.",
        "그는 언론과 만나기를 거부했다.",
        "The third asked that his name and face not be shown.",
        "그는 이름이 알려지는 것도 꺼린다.",
    ],
)
def test_who_will_not_be_seen(text: str) -> None:
    """It is masked as a wish, and says nothing of where he wants to go."""
    told = [d.value for d in details_in(text) if d.field is Field.WISH]
    assert told
    assert set(told) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to meet reporters.",
        "Посольство відмовилося від інтерв'ю.",
        "외교부는 인터뷰를 거절했다.",
        "The ministry asked that the list not be published.",
    ],
)
def test_an_office_that_will_not_speak(text: str) -> None:
    assert [d for d in details_in(text) if d.field is Field.WISH] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("На обмен Шестаков просится с первого дня.", "return"),
        ("Двоє з трьох просяться до Сеула.", "asylum"),
        ("He told journalists he refuses to be sent back.", "refuse"),
    ],
)
def test_whither_he_asks(text: str, code: str) -> None:
    assert {d.value for d in details_in(text) if d.field is Field.WISH} == {code}
