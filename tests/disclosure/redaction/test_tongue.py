"""A mask speaks the language of its line, whatever script it hides."""

import pytest

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.redaction.telling import Telling
from safeconduct.disclosure.redaction.tongue import tongue_of


def at(text: str, words: str) -> str:
    start = text.index(words)
    return tongue_of(text).at(Telling(start, start + len(words), Field.NAME))


@pytest.mark.parametrize(
    ("text", "words", "tongue"),
    [
        ("The papers call him Пэк Чхоль Су and nothing more.", "Пэк Чхоль Су", "en"),
        ("The nurse wrote 백철수 beside the bed.", "백철수", "en"),
        ("Медсестра записала: Paek Chol-su, 21 год, ранен.", "Paek Chol-su", "ru"),
        ("Лікарка записала: Paek Chol-su, її хворий.", "Paek Chol-su", "uk"),
        ("포로 Пэк Чхоль Су 씨는 병상에 있다.", "Пэк Чхоль Су", "ko"),
    ],
)
def test_the_line_decides_and_not_the_name(text: str, words: str, tongue: str) -> None:
    assert at(text, words) == tongue


def test_a_quotation_is_masked_in_its_own_language() -> None:
    text = "The note was one line.\nМеня зовут Пэк Чхоль Су.\nNobody answered it."
    assert at(text, "Пэк Чхоль Су") == "ru"


def test_a_line_that_is_nothing_else_speaks_for_itself() -> None:
    text = "The list had two entries in all, and no date.\n백철수\n"
    assert at(text, "백철수") == "ko"
