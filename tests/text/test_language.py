"""Four languages, told apart by script, letters and stop words."""

import pytest

from safeconduct.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The spokesman said that the men were treated in the hospital.", "en"),
        ("대변인은 병사 두 명이 병원에서 치료를 받았다고 밝혔다.", "ko"),
        ("Речник повідомив, що двоє військових отримали допомогу.", "uk"),
        ("Представитель сообщил, что двое военных получили помощь.", "ru"),
        ("Le porte-parole a déclaré que les soldats étaient soignés.", None),
        ("12", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """The language is told, or none where the text is too short or another's."""
    assert language_of(text) == language
