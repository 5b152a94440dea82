"""``safeconduct law page`` and ``safeconduct law graph``: the law for a lawyer to read.

Runs without Django and without a database. Exit codes: 0 written, 2 it cannot be done
(a sentence says why).
"""

from datetime import datetime
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli.law.asking import day_of, on_option, position_option
from safeconduct.cli.law.changes_page import changes_since
from safeconduct.cli.law.signatures import opened, reviews_option
from safeconduct.cli.law.which_page import (
    LETTERS,
    chosen_page,
    in_words,
    language_option,
    page_options,
)
from safeconduct.cli.refusal import Refused
from safeconduct.law import pack
from safeconduct.law.pages import (
    html,
    pdf,
    picture,
    redline_html,
    redline_pdf,
    reviewed,
)
from safeconduct.law.pages.reviews import valid

SUFFIXES = (".html", ".pdf")


@click.command(
    epilog=_(
        "Example: safeconduct law page --option X --language uk -o exchange.pdf\n\n"
        "Example: safeconduct law page --against 2026-03-01 --register register.parquet"
        " -o changes.html"
    )
)
@page_options
@click.option("--bare", is_flag=True, help="HTML without style, to be embedded.")
@reviews_option
@click.option(
    "--against",
    metavar="DAY",
    help="Show what has changed since this law: a day, or a day and a position.",
)
@click.option(
    "--register",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --against: a table of cases, to count whom the change affects.",
)
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
    folder: Path,
    against: str | None,
    register: Path | None,
    output: Path,
    *,
    bare: bool,
) -> None:
    """Write the law as a page: one option, one instrument, all of it, or a change."""
    paper = output.suffix.lower() == ".pdf"
    if output.suffix.lower() not in SUFFIXES:
        raise Refused(_("The name of the file must end in .html or .pdf."))
    if bare and paper:
        raise Refused(_("Only HTML can be written without style."))
    if register is not None and against is None:
        raise Refused(_("Cases are counted for a change: name the law with --against."))
    if against is not None and (letter or instrument):
        raise Refused(_("A change is shown for the whole law: leave the option out."))
    day = day_of(on)

    def made() -> bytes:
        if against is not None:
            law = pack(day, position)
            change = changes_since(against, law, day, language, register)
            if paper:
                return redline_pdf(change)
            return redline_html(change, style=not bare).encode()
        found = chosen_page(letter, instrument, language, day, position)
        found = reviewed(found, valid(folder, opened))
        return pdf(found) if paper else html(found, style=not bare).encode()

    _write(output, in_words(made))


@click.command(
    epilog=_("Example: safeconduct law graph --option X --language ko -o exchange.svg")
)
@click.option(
    "--option", "letter", type=click.Choice(LETTERS), required=True, help="The option."
)
@language_option
@on_option
@position_option
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
    law = in_words(lambda: pack(day_of(on), position))
    _write(output, picture(law, letter, language).encode())


def _write(output: Path, content: bytes) -> None:
    try:
        output.write_bytes(content)
    except OSError as error:
        sentence = _("%(file)s cannot be written: %(fault)s.")
        raise Refused(
            sentence % {"file": output.name, "fault": error.strerror}
        ) from error
    click.echo(_("Written: %s") % output)
