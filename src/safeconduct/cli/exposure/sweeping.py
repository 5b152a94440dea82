"""``safeconduct exposure sweep``: whom do the pages of web archives give away?"""

import hashlib
import multiprocessing
import os
import sys
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from safeconduct.cli.exposure.scanning import open_register
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.disclosure import Register
    from safeconduct.disclosure.sweep import Plan, Tally

FOUND = 1


@click.command(
    epilog=_(
        "Example: safeconduct exposure sweep crawl-*.warc.gz --register persons.csv "
        "-o alerts.parquet"
    )
)
@click.argument(
    "archives",
    metavar="WARC...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
)
@click.option(
    "--register",
    "persons",
    metavar="PERSONS",
    required=True,
    type=click.Path(path_type=Path),
    help="The protected persons: CSV with a header, or a JSON list.",
)
@click.option(
    *("-o", "--out"),
    metavar="OUT",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("alerts.parquet"),
    show_default=True,
    help="The alerts, as Parquet; fingerprints are written beside it.",
)
@click.option(
    "-k",
    "threshold",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="A description that fits fewer people gives them away.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="What looks at the pages; both give the same result.",
)
@click.option(
    "--master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help="The Spark cluster; its workers must see the archives.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes of the local engine; else one for each core.",
)
@click.option("--afresh", is_flag=True, help="Throw away what an earlier sweep left.")
@click.pass_context
def sweep(
    context: click.Context,
    /,
    archives: tuple[Path, ...],
    *,
    persons: Path,
    out: Path,
    afresh: bool,
    threshold: int,
    **how: Any,
) -> None:
    """Look at every page of web archives for the protected.

    Raw pages are matched first; only those that pass are read. The sweep can be ended
    at any moment: run again, it goes on where it was. OUT tells about people.
    Exit codes: 0 nobody found, 1 somebody found, 2 wrong input or circumstances.
    """
    from safeconduct.disclosure.sweep import Plan, SweepError
    from safeconduct.disclosure.sweep import sweep as run

    register = open_register(persons)
    plan = Plan(archives, out, _digest(persons), threshold)
    how["workers"] = how["workers"] or os.cpu_count() or 1
    make = _maker(register, threshold, how["engine"])
    try:
        with _Progress(plan) as shown:
            tally = run(plan, make, afresh=afresh, progress=shown, **how)
    except SweepError as error:
        raise Refused(str(error)) from error
    except OSError as error:
        raise Refused(
            _("The sweep stopped: %s. Run it again to go on.")
            % (error.strerror or type(error).__name__)
        ) from error
    _print(tally, plan)
    context.exit(FOUND if tally.alerts else 0)


def _maker(register: "Register", threshold: int, engine: str) -> Any:
    """Share the register with processes that are forked; others build their own."""
    from safeconduct.disclosure.sweep import MakeRegister, Through

    if engine == "local" and "fork" in multiprocessing.get_all_start_methods():
        return Through(register, threshold)
    return MakeRegister(register.persons, threshold)


def _digest(file: Path) -> str:
    """Name the register by a hash: an unfinished sweep must not go on with another."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _print(tally: "Tally", plan: "Plan") -> None:
    click.echo(
        _("%(pages)s pages, %(passed)s read, %(alerts)s alerts.")
        % {
            "pages": f"{tally.pages:,}",
            "passed": f"{tally.passed:,}",
            "alerts": f"{tally.alerts:,}",
        }
    )
    for fault, count in tally.faults.items():
        click.echo(f"{count:,}: {fault}.", err=True)
    click.echo(
        _("Alerts: %(alerts)s. Fingerprints of what was read: %(prints)s.")
        % {"alerts": plan.out, "prints": plan.prints}
    )


class _Progress:
    """How far a sweep is: a bar on a terminal, a line for each tenth elsewhere."""

    def __init__(self, plan: "Plan") -> None:
        self._plan = plan
        self._size = 1
        self._tenth = 0
        self._bar: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.render_finish()

    def __call__(self, tally: "Tally") -> None:
        """Show what is finished."""
        if self._bar is None:
            self._size = max(self._plan.size, 1)
            self._bar = click.progressbar(
                length=self._size, label=_("Looking at pages"), file=sys.stderr
            )
        if sys.stderr.isatty():
            self._bar.update(max(tally.bytes - self._bar.pos, 0))
            return
        tenth = tally.bytes * 10 // self._size
        if tenth > self._tenth:
            self._tenth = tenth
            click.echo(
                _("%(pages)s pages, %(alerts)s alerts")
                % {"pages": f"{tally.pages:,}", "alerts": f"{tally.alerts:,}"},
                err=True,
            )
