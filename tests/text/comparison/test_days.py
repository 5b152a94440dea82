"""Reports of one thing that tell two days of it."""

import pytest

from safeconduct.text import Page, read
from safeconduct.text.comparison import compare
from safeconduct.text.comparison.finding import Aspect, Relation

NUMBERS = {
    "en": "The camp holds 180 prisoners. 45 prisoners are wounded. 120 people wrote.",
    "uk": "У таборі 180 полонених. 45 полонених поранені. Написали 120 людей.",
    "ko": "수용소에는 포로 180명이 있다. 부상자는 45명이다. 120명이 편지를 썼다.",
}


def page(text: str, language: str, *, numbers: bool = True) -> Page:
    """Read a report of three paragraphs, published on 18 October 2025."""
    title = {
        "en": "Lawyers at the camp",
        "uk": "Юристи в таборі",
        "ko": "수용소의 변호사들",
    }
    day = {"en": "18 October 2025", "uk": "18 жовтня 2025", "ko": "2025-10-18 10:00"}
    told = NUMBERS[language] if numbers else ""
    whole = f"{title[language]}\n\n{day[language]}\n\n{text}\n\n{told}\n"
    return read(whole.encode(), name="report.txt")


def days(one: Page, two: Page, *, family: bool = False) -> list[Relation]:
    """Compare two reports, and tell what is said of their days."""
    families = [[0, 1]] if family else None
    found = compare([one, two], families=families)
    timed = [each for each in found if each.aspect is Aspect.TIME]
    return [each.relation for each in timed if each.relation is not None]


EN = page("Lawyers visited the camp on 14 October 2025 for a day.", "en")


@pytest.mark.parametrize(
    "other",
    [
        page("Візит відбувся 16 жовтня 2025 року і тривав день.", "uk"),
        page("변호사단은 2025년 10월 16일 수용소를 방문했다.", "ko"),
        page("The visit took place on 16 October 2025.", "en"),
        page("변호사단은 16일(현지시간) 수용소를 방문했다.", "ko"),
        page("Reporters were shown the site on 16 October 2025.", "en"),
    ],
)
def test_one_visit_on_two_days(other: Page) -> None:
    """Reports that share its numbers tell of one visit."""
    assert days(EN, other) == [Relation.DISJOINT]


@pytest.mark.parametrize(
    "other",
    [
        page("Візит відбувся 14 жовтня 2025 року.", "uk"),
        page("Візит відбувся 2 жовтня 2025 року.", "uk"),
        page("The exchange was held over, they said on 16 October 2025.", "en"),
        page("They visited on 14 October 2025, and visited on 16 October 2025.", "en"),
        page("변호사단은 14일 수용소를 방문했다. 16일 동안 면담했다.", "ko"),
        page("변호사단은 16일 기준 포로 180명을 면담했다.", "ko"),
        page("매체는 16일(현지시간) 수용소를 둘러본 르포에서 이를 전했다.", "ko"),
    ],
)
def test_no_two_days_of_one_visit(other: Page) -> None:
    """The same day, days far apart, another deed, two visits."""
    assert days(EN, other) == []


def test_a_report_taken_from_another_tells_of_the_same() -> None:
    """Whatever numbers it leaves out."""
    other = page("The visit took place on 16 October 2025.", "en", numbers=False)
    assert days(EN, other, family=True) == [Relation.DISJOINT]


def test_what_appeared_before_the_later_day_is_a_question() -> None:
    """Exchanges and visits come again: the earlier report may tell of another."""
    earlier = read(
        EN.text.replace("18 October 2025", "15 October 2025").encode(), name="a"
    )
    other = page("The visit took place on 16 October 2025.", "en")
    assert days(earlier, other) == [Relation.SCOPE_UNKNOWN]
    assert days(earlier, other, family=True) == [Relation.SCOPE_UNKNOWN]


def test_many_reports_are_one_question() -> None:
    """However many pages tell of the two days."""
    one = [page("Lawyers visited on 14 October 2025.", "en", numbers=False)] * 3
    two = [page("Lawyers visited on 16 October 2025.", "en", numbers=False)] * 3
    (found,) = [f for f in compare([*one, *two]) if f.aspect is Aspect.TIME]
    assert len(found.items) == len([*one, *two])
    assert len(found.reasons) == 1


def test_two_visits_of_one_week_are_a_question() -> None:
    """Where no number is shared they may be two: whoever reads it is asked."""
    other = page("Візит відбувся 16 жовтня 2025 року.", "uk", numbers=False)
    assert days(EN, other) == [Relation.SCOPE_UNKNOWN]


def test_what_is_told_in_passing_is_none() -> None:
    """Nor is a visit of which two reports of something else tell at their end."""
    filler = "\n\n".join(["The weather was cold. The road was long."] * 6)
    one = page(f"{filler}\n\nOthers visited on 14 October 2025.", "en", numbers=False)
    two = page(
        f"{filler}\n\nA visit took place on 16 October 2025.", "en", numbers=False
    )
    assert days(one, two) == []


def test_a_first_visit_is_one_whenever_it_was() -> None:
    """What somebody did for the first time he did once."""
    one = page("‘다리’ 대표단은 2025년 3월 4일 처음 이들을 면담했다.", "ko")
    later = "‘다리’는 지난 3월 14일 포로들을 처음 면담한 뒤 탄원서를 냈다."
    two = page(later, "ko", numbers=False)
    other = page("‘문’은 지난 3월 14일 포로들을 처음 면담했다.", "ko", numbers=False)
    assert days(one, two) == [Relation.DISJOINT]
    assert days(one, other) == []


def test_the_later_day_is_that_of_the_saying() -> None:
    """Lawmakers met them on the twelfth, and said so on the fourteenth."""
    met = (
        "의원 4명이 12일(현지시간) 수용시설을 찾아 포로들을 만났다고"
        " 방문단이 14일 밝혔다."
    )
    other = page("The visit took place on 13 October 2025.", "en")
    assert days(page(met, "ko"), other) == [Relation.DISJOINT]


def test_a_month_in_which_something_began_is_no_day() -> None:
    """Nor is "allowed to" a visit."""
    since = page("З початку візитів у жовтні 2025 року минув тиждень.", "uk")
    spoke = page("He was allowed to speak on 16 October 2025.", "en")
    assert days(EN, since) == []
    assert days(EN, spoke) == []


def test_in_korean_the_day_stands_before_what_happened() -> None:
    """The briefing was on the 14th in both; the visit on the 12th, or on the 11th."""
    one = page(
        "변호인단은 14일 서울에서 기자회견을 열고, 지난 12일 수용시설에서"
        " 포로를 만났다고 밝혔다.",
        "ko",
    )
    two = page(
        "변호인단은 14일 서울에서 기자회견을 열고, 11일 수용시설을 찾아가"
        " 만난 결과를 공개했다.",
        "ko",
    )
    (found,) = (f for f in compare([one, two]) if f.aspect is Aspect.TIME)
    said = {item.text for item in found.items}
    assert any("12일" in each for each in said)
    assert not any("기자회견" in each for each in said)


SWAPPED = "24 марта на границе обменяли 175 на 175."
DISCHARGED = "У четвер, 2 жовтня, одинадцятьох виписаних повезли автобусом до табору."


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            SWAPPED,
            "In the exchange of 26 March they returned 175 men.",
            Relation.DISJOINT,
        ),
        (SWAPPED, "In the exchange of 26 March they returned 90 men.", None),
        (
            DISCHARGED,
            "9 жовтня автобусом до табору привезли одинадцятьох долікованих.",
            Relation.DISJOINT,
        ),
        (DISCHARGED, "9 жовтня автобусом до табору привезли сімнадцятьох.", None),
        (DISCHARGED, "9 жовтня одинадцятьох привезли з передової.", None),
        (
            "2 жовтня бійців 93-ї бригади повезли автобусом до табору.",
            "4 жовтня бійців 93-ї бригади привезли автобусом до табору.",
            None,
        ),
    ],
)
def test_as_many_people_are_the_same(
    one: str, other: str, relation: Relation | None
) -> None:
    """An exchange or a transfer is known by how many it was of, and its words."""
    pages = [
        page(text, "en" if text.startswith("In") else "uk", numbers=False)
        for text in (one, other)
    ]
    told = [] if relation is None else [relation]
    assert [each for each in days(*pages) if each is Relation.DISJOINT] == told
