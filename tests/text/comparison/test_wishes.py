"""Whose wish a sentence tells."""

import pytest

from safeconduct.text import find_figures, read
from safeconduct.text.comparison.statement import document, statements
from safeconduct.text.comparison.wishes import Scope, Sense, Wish, wishes_of
from tests.text.comparison.alarms import alarms

BODY = {
    "en": "Two soldiers were captured near the village last month, the army said.",
    "uk": "Минулого місяця біля села взяли в полон двох солдатів, каже армія.",
    "ru": "В прошлом месяце у села были взяты в плен двое солдат, сообщили военные.",
    "ko": "지난달 마을 근처에서 병사 2명이 생포됐다고 군이 밝혔다.",
}


def wishes(sentence: str, language: str = "en") -> tuple[Wish, ...]:
    text = f"{BODY[language]}\n\n{sentence}\n"
    page = read(text.encode(), name="a.txt")
    doc = document(0, page, 0)
    return wishes_of(doc, statements(doc, find_figures(page)))


@pytest.mark.parametrize(
    ("language", "sentence", "sense"),
    [
        ("en", "He wants to go to South Korea.", Sense.WISH),
        ("en", "The 22-year-old is considering defecting.", Sense.UNDECIDED),
        ("en", "He asked to return home to his mother.", Sense.RETURN),
        ("uk", "Він хоче поїхати до Південної Кореї.", Sense.WISH),
        ("uk", "Другий солдат ще вагається.", Sense.UNDECIDED),
        ("uk", "Він хоче повернутися додому.", Sense.RETURN),
        ("ru", "Он сказал, что хочет уехать в Южную Корею.", Sense.WISH),
        ("ru", "Другой пленный пока колеблется.", Sense.UNDECIDED),
        ("ru", "Он просит вернуть его домой.", Sense.RETURN),
        ("ko", "그는 한국으로 가고 싶다고 말했다.", Sense.WISH),
        ("ko", "다른 병사는 아직 고민하고 있다.", Sense.UNDECIDED),
        ("ko", "그는 고향으로 돌아가고 싶다고 했다.", Sense.RETURN),
    ],
)
def test_wish_of_one(language: str, sentence: str, sense: Sense) -> None:
    """Wish, return and undecided are told apart; each is one person's."""
    (found,) = wishes(sentence, language)
    assert found.sense is sense
    assert found.scope in {Scope.PERSON, Scope.COUNTED}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Seoul will accept the soldiers if they seek asylum."),
        ("en", "Activists urge Ukraine to let the soldiers defect to South Korea."),
        ("en", "He does not want to go to South Korea."),
        ("en", "The South Korean government wants to bring them to South Korea."),
        ("uk", "Сеул прийме полонених, якщо вони захочуть до Південної Кореї."),
        ("ru", "Сеул примет пленных, если они захотят уехать в Южную Корею."),
        ("ko", "정부는 포로들이 한국행을 원하면 받아들이겠다고 밝혔다."),
    ],
)
def test_no_wish(language: str, sentence: str) -> None:
    """An offer, a demand of others and a denial are nobody's wish."""
    assert wishes(sentence, language) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Both want to go to South Korea."),
        ("uk", "Обидва хочуть до Південної Кореї."),
        ("ru", "Оба хотят уехать в Южную Корею."),
        ("ko", "두 명 모두 한국행을 희망한다고 밝혔다."),
    ],
)
def test_wish_of_all(language: str, sentence: str) -> None:
    """Both are two, not one."""
    (found,) = wishes(sentence, language)
    assert found.number.low == 2


def test_plural_without_a_number() -> None:
    """Soldiers in general are neither one nor all."""
    (found,) = wishes("The captured soldiers want to defect to South Korea.")
    assert found.scope is Scope.PLURAL


@pytest.mark.parametrize(
    "text",
    [
        # what a State promises to whoever asks, and the number of a Convention
        (
            "포로 면담\n\n의원들은 포로 2명을 만났다. 두 사람 모두 한국행을 희망했다."
            " 당국자는 “한국행을 요청하면 전원 수용한다는 원칙은 그대로”라고 했다.\n"
        ),
        (
            "포로 면담\n\n포로 2명은 한국행을 희망했다. 교수는 “제3협약 118조의 송환"
            " 원칙은 포로를 보호하려는 것”이라고 했다.\n"
        ),
        # his children do not waver
        (
            "Табір\n\nСеред полонених семеро не визначилися. «У мене троє дітей, і"
            " найменша думає, що я на будівництві», — каже він.\n"
        ),
    ],
)
def test_words_that_tell_no_wish(text: str) -> None:
    assert alarms(text) == []
