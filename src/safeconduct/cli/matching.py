"""``safeconduct matching``: finding pairs of records that may be one person's.

The machine proposes, officers answer and join. Both ways in are acts of an officer, who
types his password: what he may not read is not compared.

Exit codes: 0 nothing was found; 1 pairs were proposed; 2 it could not be done.
"""

import csv
import sys
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import click

from safeconduct.cli import datafolder
from safeconduct.cli.house import house, officer_with
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

PROPOSED = 1
_MOST_ROWS = 100_000

Pair = tuple[UUID, UUID]


@click.group()
def matching() -> None:
    """Find records that may be one person's; officers decide."""


@matching.command(
    epilog=_("Example: safeconduct matching propose --as olena --at-least 0.2")
)
@click.option(
    "--as",
    "actor",
    required=True,
    metavar="NAME",
    help=_("The officer who acts; his password is asked."),
)
@click.option(
    "--at-least",
    default=0.05,
    show_default=True,
    metavar="PROBABILITY",
    type=click.FloatRange(0, 1),
    help=_("From which probability on a pair is proposed."),
)
@click.option(
    "--limit",
    default=500,
    show_default=True,
    type=click.IntRange(1),
    help=_("Propose so many pairs at most, the likeliest first."),
)
@click.option(
    "--pairs",
    "file",
    metavar="FILE.csv",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Propose the pairs of this file instead: two case numbers in each row."),
)
@datafolder.option
@click.pass_context
def propose(
    context: click.Context,
    actor: str,
    at_least: float,
    limit: int,
    file: Path | None,
    data: Path | None,
) -> None:
    """Compare the records in custody, and propose pairs for the reviewers.

    Two records are compared when their names may be read as one name and their years
    of birth do not lie apart. That all of them were read is on record, and each pair
    is an act of its own. Pairs that wait, or were answered on, are left out until
    something new is claimed. Nothing is joined.
    """
    numbers = _read(file) if file is not None else []
    password = click.prompt(_("Password of %s") % actor, hide_input=True)
    with house(data):
        officer = officer_with(actor, password)
        found = (
            _known(numbers, officer)
            if file is not None
            else _find(officer, at_least)[:limit]
        )
        made = _propose(found, officer, "file" if file is not None else "run")
    click.echo(_("Pairs proposed: %d.") % made)
    context.exit(PROPOSED if made else 0)


def _find(officer: "Officer", at_least: float) -> list[Pair]:
    """Read the records the officer may read, and compare those that share a name."""
    from django.utils import timezone

    from safeconduct.matching import actions, blocking, queries

    records = actions.read_all(officer=officer, at=timezone.now())
    click.echo(_("Records read: %d.") % len(records), err=True)
    known = queries.known_pairs(list(records))
    pairs = [pair for pair in blocking.candidates(records) if pair not in known]
    with _bar(_("Comparing"), pairs) as bar:
        found = blocking.find(records, bar, among=queries.size(), at_least=at_least)
    if left := blocking.too_large(records):
        sentence = _("Names that too many bear, and that were left out: %d.")
        click.echo(sentence % left, err=True)
    return [one.pair for one in found]


def _propose(pairs: list[Pair], officer: "Officer", origin: str) -> int:
    """Make each proposal an act of its own; what cannot be proposed is left out."""
    from django.utils import timezone

    from safeconduct.keyring.errors import KeyDestroyed
    from safeconduct.matching import actions
    from safeconduct.matching.errors import MatchingError

    made = left = 0
    with _bar(_("Proposing"), pairs) as bar:
        for one, other in bar:
            try:
                actions.propose(
                    one, other, origin=origin, officer=officer, at=timezone.now()
                )
                made += 1
            except (MatchingError, KeyDestroyed):
                left += 1
    if left:
        sentence = _("Left out, since they wait, were answered on, or are joined: %d.")
        click.echo(sentence % left, err=True)
    return made


def _bar(label: str, pairs: list[Pair]) -> Any:
    return click.progressbar(pairs, label=label, file=sys.stderr)


def _read(file: Path) -> list[tuple[int, str, str]]:
    """Read the first two columns of each row, with its number.

    Raises:
        Refused: The file cannot be read, or holds no row of two columns.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(_("The file cannot be read: %s.") % error.strerror) from error
    except UnicodeDecodeError as error:
        raise Refused(_("The file is no UTF-8 text. Save it as UTF-8.")) from error
    rows = [
        (number, row[0], row[1])
        for number, row in enumerate(csv.reader(text.splitlines()), start=1)
        if len(row) > 1
    ]
    if not rows or len(rows) > _MOST_ROWS:
        raise Refused(
            _("The file needs 1 to %d rows of two case numbers each.") % _MOST_ROWS
        )
    return rows


def _known(rows: list[tuple[int, str, str]], officer: "Officer") -> list[Pair]:
    """Find the cases of each row; name the rows that cannot be taken, and go on."""
    from safeconduct.keyring.errors import KeyDestroyed
    from safeconduct.register import queries
    from safeconduct.register.errors import NoSuchCase

    found, wrong = [], []
    for number, *written in rows:
        try:
            one, other = (queries.case(each, officer=officer).pk for each in written)
            found.append((one, other))
        except (NoSuchCase, KeyDestroyed):
            wrong.append(number)
    headed = wrong[:1] == [1]  # the first row may name the columns
    if wrong[headed:]:
        rows_left = ", ".join(map(str, wrong[headed:][:10]))
        click.echo(
            _("Rows without two cases that you may read: %s") % rows_left
            + (" …" if len(wrong[headed:]) > 10 else ""),  # noqa: PLR2004
            err=True,
        )
    return found
