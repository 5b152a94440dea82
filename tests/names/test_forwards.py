"""A Hangul name is spelled in other scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import decode, spellings


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("latin", "Paek Chol-su"),
        ("latin", "Baek Cheol-su"),
        ("latin", "Paik Chul-soo"),
        ("cyrillic", "Пэк Чхоль Су"),
        ("cyrillic", "Бэк Чоль Су"),
    ],
)
def test_usual_spellings(script: str, text: str) -> None:
    """The spellings that papers print are among the likeliest."""
    assert text in [spelling.text for spelling in spellings("백철수", script, 24)]


def test_they_are_read_back() -> None:
    """What is spelled likely is read as the same name."""
    for spelling in spellings("리영호", "latin", 4):
        assert "이영호" in [reading.key for reading in decode(spelling.text)]


@pytest.mark.parametrize(
    ("name", "script"), [("", "latin"), ("백", "latin"), ("백철수", "greek")]
)
def test_nothing_to_spell(name: str, script: str) -> None:
    """No full name, or no such script: no spellings."""
    assert spellings(name, script) == ()


@settings(deadline=None)
@given(st.text("가각백철수리영호힣 ", max_size=12))
def test_any_hangul(name: str) -> None:
    """Probabilities are at most one, and fall."""
    logs = [spelling.logp for spelling in spellings(name, "latin", 8)]

    assert logs == sorted(logs, reverse=True)
    assert all(logp <= 1e-9 for logp in logs)
