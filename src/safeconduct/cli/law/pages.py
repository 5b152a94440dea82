"""``safeconduct law page`` and ``safeconduct law graph``: the law for a lawyer to read.

Runs without Django and without a database. Exit codes: 0 written, 2 it cannot be done
(a sentence says why).
"""

from datetime import UTC, date, datetime
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.refusal import Refused
from safeconduct.law import OPTIONS, LawError, pack
from safeconduct.law.pages import (
    INSTRUMENTS,
    Page,
    html,
    instrument_page,
    option_page,
    pdf,
    picture,
    whole_page,
)
from safeconduct.law.wording import LANGUAGES

LETTERS = [act.option for act in OPTIONS]
SUFFIXES = (".html", ".pdf")

_language = click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="The language to write in.",
)
_on = click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The law day, YYYY-MM-DD; today if left out.",
)
_position = click.option(
    "--position",
    type=click.Choice(["risk_based", "will_based"]),
    default="risk_based",
    show_default=True,
    help="The legal position on return against his will.",
)


@click.command(
    epilog=_("Example: safeconduct law page --option X --language uk -o exchange.pdf")
)
@click.option("--option", "letter", type=click.Choice(LETTERS), help="One option.")
@click.option(
    "--instrument", type=click.Choice(list(INSTRUMENTS)), help="One instrument."
)
@_language
@_on
@_position
@click.option("--bare", is_flag=True, help="HTML without style, to be embedded.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write: .html or .pdf.",
)
def page(
    letter: str | None,
    instrument: str | None,
    language: str,
    on: datetime | None,
    position: str,
    output: Path,
    *,
    bare: bool,
) -> None:
    """Write the law as a page: one option, one instrument, or all of it."""
    if letter and instrument:
        raise Refused(_("Ask for an option or for an instrument, not for both."))
    if output.suffix.lower() not in SUFFIXES:
        raise Refused(_("The name of the file must end in .html or .pdf."))
    if bare and output.suffix.lower() != ".html":
        raise Refused(_("Only HTML can be written without style."))
    day = _day(on)
    try:
        law = pack(day, position)
        made: Page
        if letter:
            made = option_page(law, letter, language, on=day)
        elif instrument:
            made = instrument_page(law, instrument, language, on=day)
        else:
            made = whole_page(law, language, on=day)
        if output.suffix.lower() == ".pdf":
            content = pdf(made)
        else:
            content = html(made, style=not bare).encode()
    except LawError as refusal:
        raise Refused(str(refusal)) from refusal
    _write(output, content)


@click.command(
    epilog=_("Example: safeconduct law graph --option X --language ko -o exchange.svg")
)
@click.option(
    "--option", "letter", type=click.Choice(LETTERS), required=True, help="The option."
)
@_language
@_on
@_position
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The file to write: .svg.",
)
def graph(
    letter: str, language: str, on: datetime | None, position: str, output: Path
) -> None:
    """Draw an option: facts, provisions, act, and who prevails over whom."""
    if output.suffix.lower() != ".svg":
        raise Refused(_("The name of the file must end in .svg."))
    try:
        drawing = picture(pack(_day(on), position), letter, language)
    except LawError as refusal:
        raise Refused(str(refusal)) from refusal
    _write(output, drawing.encode())


def _day(on: datetime | None) -> date:
    return (on or datetime.now(UTC)).date()


def _write(output: Path, content: bytes) -> None:
    try:
        output.write_bytes(content)
    except OSError as error:
        sentence = _("%(file)s cannot be written: %(fault)s.")
        raise Refused(
            sentence % {"file": output.name, "fault": error.strerror}
        ) from error
    click.echo(_("Written: %s") % output)
