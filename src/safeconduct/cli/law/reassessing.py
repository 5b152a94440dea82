"""``law reassess``: how does everyone in custody stand under the law of a day?"""

from datetime import datetime
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.law.asking import (
    INDENT,
    WrongInput,
    day_of,
    heading,
    in_words,
    on_option,
)
from safeconduct.cli.law.registers import write_whole
from safeconduct.law import pack

if TYPE_CHECKING:
    import polars as pl

    from safeconduct.determination.reassessment import Counts

OURS_ALONE = 0o600


@click.command(
    "reassess", epilog=_("Example: safeconduct law reassess --on 2026-11-01")
)
@on_option
@click.option(
    "-o",
    "--output",
    "target",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT.parquet",
    help=_(
        "Write case numbers with every status here. The file tells about people: "
        "it is made readable for you alone; keep it so, and delete it after use."
    ),
)
@datafolder.option
def reassess_command(
    on: datetime | None, target: Path | None, data: Path | None
) -> None:
    """Ask the law of a day about everyone in custody, on the facts in force now.

    Prints counts alone: how many have each result, and how many stand otherwise than
    their newest determination says, because the law or the facts have changed. The
    law is read twice, by two engines; any difference stops the run. Nothing is
    written to the register.
    """
    day = day_of(on)
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from django.conf import settings
        from django.utils import timezone

        from safeconduct.determination.reassessment import (
            Counts,
            reassess,
        )

        counts, position = Counts(), settings.POSITION
        law_of_day = in_words(None, lambda: pack(day, position))
        found = reassess(on=day, at=timezone.now(), counts=counts)
        parts = in_words(None, lambda: list(found))
    if target is not None:
        _write(parts, target)
    click.echo(heading(law_of_day))
    _print(counts)


def _write(parts: "list[pl.DataFrame]", target: Path) -> None:
    import polars as pl

    if not parts:
        raise WrongInput(_("Nobody is in custody: there is nothing to write."))
    answers = pl.concat(parts, how="diagonal")
    write_whole(answers, target, mode=OURS_ALONE)


def _print(counts: "Counts") -> None:
    undetermined = {"cases": counts.cases, "without": counts.undetermined}
    sentence = _("%(cases)s cases in custody, %(without)s without a determination.")
    click.echo(sentence % undetermined)
    for option, results in counts.results.items():
        told = ", ".join(f"{result} {n}" for result, n in sorted(results.items()))
        click.echo(f"{INDENT}{option:<3}{told}")
    otherwise = counts.otherwise.total()
    sentence = _("%s stand otherwise than their newest determination says.")
    click.echo(sentence % otherwise)
    for reason, n in sorted(counts.otherwise.items()):
        click.echo(
            INDENT + _("changed: %(what)s %(count)s") % {"what": reason, "count": n}
        )
