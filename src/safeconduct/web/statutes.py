"""The pages of the law in force, as the house shows them, and where a norm stands.

A page speaks of no person. It is composed once for each law, language and subject, and
kept in the memory of the process.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from safeconduct import ledger
from safeconduct.law import ACTS, OPTIONS, Pack, pack, wording
from safeconduct.law.norms.engine import UNKNOWN
from safeconduct.law.pages import (
    INSTRUMENTS,
    Page,
    instrument_page,
    option_page,
    pdf,
    reviewed,
    whole_page,
)
from safeconduct.law.pages.compose import anchor
from safeconduct.law.pages.reviews import valid
from safeconduct.web import words

OPTION, INSTRUMENT, WHOLE = "option", "instrument", "law"
LETTERS = frozenset(act.option for act in OPTIONS)
# Every page in every language of a few laws.
_KEPT = 256
_PAPERS = 32


class NoSuchPage(LookupError):
    """The law has no page about that."""


def language(wanted: str = "") -> str:
    """Choose the language of a page: the one asked for, or that of the house."""
    return wanted if wanted in wording.LANGUAGES else words.language()


def in_force() -> Pack:
    """Return the law of today under the position of the house."""
    return pack(_today(), settings.POSITION)


def page(kind: str, name: str, spoken: str) -> Page:
    """Make a page as it reads today, with who reviewed it.

    Args:
        kind: `option`, `instrument` or `law`.
        name: The letter of the option, the name of the instrument; for `law` nothing.
        spoken: One of `wording.LANGUAGES`.

    Raises:
        NoSuchPage: The law has none.
    """
    composed = _composed(in_force(), kind, name, spoken)
    day = wording.term("page.as_of", spoken, day=_today().isoformat())
    dated = replace(composed, day=f"{day}.")
    return reviewed(dated, valid(settings.DATA / "reviews", _opened))


@lru_cache(maxsize=_KEPT)
def _composed(law: Pack, kind: str, name: str, spoken: str) -> Page:
    match kind:
        case "option" if name in LETTERS:
            return option_page(law, name, spoken)
        case "instrument" if name in INSTRUMENTS:
            return instrument_page(law, name, spoken)
        case "law" if not name:
            return whole_page(law, spoken)
        case _:
            raise NoSuchPage


@lru_cache(maxsize=_PAPERS)
def paper(made: Page) -> bytes:
    """Set a page as PDF.

    Raises:
        NoFont: The page is in Korean and no font has Hangul.
    """
    return pdf(made)


def _opened(note: bytes, keys: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    verifiers = [ledger.Verifier.parse(key) for key in keys]
    found = ledger.open_note(note, verifiers)
    return found.text.decode(), tuple(one.name for one in found.verified)


def place(name: str, letter: str = "") -> str:
    """Say where a norm stands: on the page of the option, or of its instrument.

    Args:
        name: Its name, or the id of its provision.
        letter: The option in question, or nothing.

    Returns:
        The address of its entry, or nothing where it is no norm of today's law.
    """
    return _place(in_force(), name, letter)


@lru_cache(maxsize=4096)
def _place(law: Pack, name: str, letter: str) -> str:
    on_option = letter in LETTERS
    if name == UNKNOWN.id:
        # That the unknown opens nothing stands at the head of each page.
        return reverse("law-option", args=[letter]) if on_option else reverse("law")
    found = [one for one in law.norms if name in {one.name, one.provision.id}]
    # Of a provision that speaks several times the first entry; its exact name first.
    found.sort(key=lambda one: one.name != name)
    for norm in found:
        if on_option and letter in {act.option for act in norm.acts}:
            return f"{reverse('law-option', args=[letter])}#{anchor(norm)}"
    for norm in found:
        page_of_it = reverse("law-instrument", args=[_instrument(norm.provision.id)])
        return f"{page_of_it}#{anchor(norm)}"
    return ""


def _instrument(provision: str) -> str:
    return next(name for name, ids in INSTRUMENTS.items() if provision in ids)


def _today() -> date:
    return timezone.now().date()


def titles(spoken: str) -> dict[str, list[tuple[str, str]]]:
    """Name every page: for options letter and title, for instruments name and title."""
    named = [(act.option, wording.act(act.name, spoken)) for act in ACTS if act.option]
    return {
        "options": [
            (letter, f"{said[:1].upper()}{said[1:]}") for letter, said in named
        ],
        "instruments": [
            (name, wording.term(f"instrument.{name}", spoken)) for name in INSTRUMENTS
        ],
    }
