from dataclasses import replace
from datetime import date

import pytest

from safeconduct.law import pack
from safeconduct.law.pack import load
from safeconduct.law.pages import redline, redline_html, redline_pdf
from safeconduct.law.pages.redline import Affected, changed
from safeconduct.law.terms import torture
from safeconduct.law.wording import LANGUAGES
from tests.fonts import needs_hangul

DAY = date(2026, 11, 1)
OLD = pack(DAY)
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


RETURNS = ("return_during_hostilities", "return_after_hostilities", "exchange")
COUNTS = Affected(
    cases=100,
    changed=13,
    by_act={"exchange": 12},
    by_norm={("CAT-3-1", RETURNS): 12},
)


def test_words() -> None:
    """What went and what came is marked; each law is named by its hash."""
    text = redline_html(redline(OLD, NEW, "en", days=(DAY, DAY)))

    assert "<del>" in text
    assert "<ins>" in text
    assert OLD.hash in text
    assert NEW.hash in text
    assert "2026-11-01" in text
    assert "Cases affected" not in text


def test_counts() -> None:
    """The number of cases stands beside each norm and each option."""
    text = redline_html(redline(OLD, NEW, "en", affected=COUNTS))

    assert "In the register: 100 cases" in text
    assert "in some option: 13" in text
    assert "Cases affected: 12" in text
    assert "<th scope='row'>Handing over in an exchange with the adverse Power (X)" in (
        text
    )
    # The other norm has no count of its own.
    assert "This change cannot be counted alone." in text


@needs_hangul
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language(language: str) -> None:
    """It is written in each language, also to be embedded, and on paper."""
    compared = redline(OLD, NEW, language, affected=COUNTS)
    text = redline_html(compared, style=False)

    assert text.startswith(f'<main lang="{language}">')
    assert "UA-WANTLIVE" in text
    assert redline_pdf(compared).startswith(b"%PDF")


def test_nothing() -> None:
    """No difference is said, not shown as an empty page."""
    assert "Nothing changes." in redline_html(redline(OLD, OLD, "en"))
    assert redline_pdf(redline(OLD, OLD, "en")).startswith(b"%PDF")
