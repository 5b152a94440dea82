"""Which page of the law does a command speak of?"""

from collections.abc import Callable
from datetime import date
from gettext import gettext as _
from typing import TypeVar

import click

from safeconduct.cli.law.asking import on_option, position_option
from safeconduct.cli.refusal import Refused
from safeconduct.law import OPTIONS, LawError, Pack, pack
from safeconduct.law.pages import (
    INSTRUMENTS,
    Page,
    instrument_page,
    option_page,
    whole_page,
)
from safeconduct.law.wording import LANGUAGES

LETTERS = [act.option for act in OPTIONS]
F = TypeVar("F", bound=Callable[..., object])
T = TypeVar("T")

language_option = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to write in.",
)


def page_options(command: F) -> F:
    """Let a command be asked about an option, an instrument, or the whole law."""
    for option in (
        position_option,
        on_option,
        language_option,
        click.option(
            "--instrument", type=click.Choice(list(INSTRUMENTS)), help="One instrument."
        ),
        click.option(
            "--option", "letter", type=click.Choice(LETTERS), help="One option."
        ),
    ):
        command = option(command)
    return command


def chosen_page(
    letter: str | None, instrument: str | None, language: str, on: date, position: str
) -> Page:
    """Make the page that was asked for.

    Raises:
        Refused: Both an option and an instrument were named.
        LawError: There is no law on that day.
    """
    if letter and instrument:
        raise Refused(_("Ask for an option or for an instrument, not for both."))
    law = pack(on, position)
    if letter:
        return option_page(law, letter, language, on=on)
    if instrument:
        return instrument_page(law, instrument, language, on=on)
    return whole_page(law, language, on=on)


def page_named(law: Pack, about: str, language: str) -> Page | None:
    """Make a page by the name a review gives it; `None`: there is no such page."""
    kind, _blank, name = about.partition(" ")
    if language not in LANGUAGES:
        return None
    match kind:
        case "option" if name in LETTERS:
            return option_page(law, name, language)
        case "instrument" if name in INSTRUMENTS:
            return instrument_page(law, name, language)
        case "law" if not name:
            return whole_page(law, language)
        case _:
            return None


def in_words(make: Callable[[], T]) -> T:
    """Make something of the law; what the law refuses becomes a sentence.

    Raises:
        Refused: The law cannot make it.
    """
    try:
        return make()
    except LawError as refusal:
        raise Refused(str(refusal)) from refusal
