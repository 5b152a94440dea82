"""Case, accents and signs are gone; words and parts remain."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.names import TooLong
from safeconduct.names.folding import Script, fold, fold_all


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paek Ch'ŏl-su", (("paek",), ("chol", "su"))),
        ("CHULSOO PAIK", (("chulsoo",), ("paik",))),
        ("Paik ChulSoo", (("paik",), ("chul", "soo"))),
        ("Пэк Чхоль Су", (("пэк",), ("чхоль",), ("су",))),
        ("Пек, Чол-Су", (("пек",), ("чол", "су"))),
        ("Йонг Ґє", (("ёнг",), ("ге",))),
    ],
)
def test_words(text: str, words: tuple[tuple[str, ...], ...]) -> None:
    """Spaces part words; hyphens and inner capitals part words into parts."""
    assert fold(text).words == words


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("백철수", Script.HANGUL),
        ("ㅂ", Script.HANGUL),
        ("Paek", Script.LATIN),
        ("Пэк", Script.CYRILLIC),
        ("白", Script.HANJA),
        ("Paik 백", Script.HANGUL),
        ("123 !?", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_script(text: str, script: Script) -> None:
    """Most letters decide; any Hangul makes a name Hangul."""
    assert fold(text).script is script


def test_a_latin_letter_in_a_cyrillic_name() -> None:
    """A Latin letter that looks like the Cyrillic one is taken for it."""
    assert fold("Пeк").words == fold("Пек").words


def test_too_long() -> None:
    """A text of 201 characters is refused with a sentence."""
    with pytest.raises(TooLong, match="201 characters"):
        fold("a" * 201)


@settings(max_examples=500, deadline=None)
@given(st.text(st.sampled_from(" ,-'’Kim ЁёАйо́a´김白ﬁ·12éŏ\u3000Ⅳعø"), max_size=14))
def test_many_are_folded_as_one(text: str) -> None:
    """Whatever stands beside a word, and whatever signs are in it."""
    assert fold_all([text]) == [fold(text)]


def test_what_is_too_long_is_not_folded() -> None:
    assert fold_all(["a" * 201, "a"])[0] is None
