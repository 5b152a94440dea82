"""Words told apart from their inflected forms."""

import pytest

from safeconduct.text.stems import stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("prisoners", "prisoner"), ("пленные", "пленным"), ("포로는", "포로가")],
)
def test_forms_of_a_word(one: str, other: str) -> None:
    """Inflection leaves the beginning alone."""
    assert stems(one) == stems(other) != frozenset()


def test_small_words() -> None:
    """Words of grammar and numbers are left out."""
    assert stems("of the 12 on в на 그") == frozenset()
