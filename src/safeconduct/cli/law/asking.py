"""What do all commands about the law share: their options, and how they refuse?"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from gettext import gettext as _
from typing import NoReturn, TypeVar

import click

from safeconduct.law import LawError, NoLawInForce, Pack
from safeconduct.law.soundness import POSITIONS

INDENT = " " * 4
F = TypeVar("F", bound=Callable[..., object])
T = TypeVar("T")


class WrongInput(click.ClickException):
    """The input cannot be assessed; the message is a sentence that names the line."""

    exit_code = 2


def on_option(command: F) -> F:
    """Let a command be asked about a day."""
    return click.option(
        "--on",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="The law day, YYYY-MM-DD; today if left out.",
    )(command)


def position_option(command: F) -> F:
    """Let a command be asked under a legal position."""
    return click.option(
        "--position",
        type=click.Choice(POSITIONS),
        default=POSITIONS[0],
        show_default=True,
        help="The legal position on return against his will.",
    )(command)


def day_of(on: datetime | None) -> date:
    """The day that was named, or today in UTC."""
    return (on or datetime.now(UTC)).date()


def in_words(line: int | None, ask: Callable[[], T]) -> T:
    """Ask the law; what it refuses becomes a sentence and exit code 2."""
    try:
        return ask()
    except LawError as refusal:
        if line is None or isinstance(refusal, NoLawInForce):
            raise WrongInput(str(refusal)) from refusal
        refuse(line, str(refusal))


def refuse(line: int, sentence: str) -> NoReturn:
    """Say what is wrong with a line of the input."""
    raise WrongInput(
        _("Line %(line)s: %(sentence)s") % {"line": line, "sentence": sentence}
    )


def heading(law_of_day: Pack) -> str:
    """Name a law: its hash and its position."""
    named = {"law": law_of_day.hash, "position": law_of_day.position}
    return _("Law %(law)s, %(position)s") % named
