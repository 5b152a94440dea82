from dataclasses import replace
from datetime import date

import pytest

from safeconduct.law import pack
from safeconduct.law.pack import load
from safeconduct.law.pages.redline import changed, redline
from safeconduct.law.terms import torture
from safeconduct.law.wording import LANGUAGES

OLD = pack(date(2026, 11, 1))
NEW = load(
    tuple(
        replace(norm, when=torture, wording="Nobody is ever sent to torture.")
        if norm.name == "CAT-3-1" and len(norm.acts) > 1
        else norm
        for norm in OLD.norms
        if norm.name != "UA-WANTLIVE"
    ),
    "risk_based",
)


def test_names() -> None:
    """Added, removed and changed norms are told apart."""
    assert changed(OLD, NEW) == ((), ("UA-WANTLIVE",), ("CAT-3-1",))
    assert changed(NEW, OLD) == (("UA-WANTLIVE",), (), ("CAT-3-1",))
    assert changed(pack(date(2022, 3, 1)), OLD)[0] == ("UA-CC84-1", "UA-WANTLIVE")


def test_words() -> None:
    """What went and what came is marked; the number of cases stands beside it."""
    text = redline(OLD, NEW, "en", affected={"CAT-3-1": 12})

    assert "<del>" in text
    assert "<ins>" in text
    assert "Cases affected: 12" in text
    assert OLD.hash in text
    assert NEW.hash in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language(language: str) -> None:
    """It is written in each language, also to be embedded."""
    text = redline(OLD, NEW, language, style=False)

    assert text.startswith(f'<main lang="{language}">')
    assert "UA-WANTLIVE" in text


def test_nothing() -> None:
    """No difference is said, not shown as an empty page."""
    assert "Nothing changes." in redline(OLD, OLD, "en")
