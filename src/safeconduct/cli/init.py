"""``safeconduct init``: how does a register get its keys?"""

import re
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder
from safeconduct.cli.refusal import Refused

# C2SP tlog-checkpoint and signed-note: no spaces, no plus sign; ours is plain ASCII.
ORIGIN = re.compile(r"[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._~-]+)*")


@click.command(
    epilog=_(
        "Example: safeconduct init --data /srv/register "
        "--origin ledger.bureau.example/log1"
    )
)
@datafolder.option
@click.option(
    "--origin",
    required=True,
    metavar="NAME",
    help=_(
        "The name of the published log, for ever: a host of yours and a path, "
        "without https://."
    ),
)
def init(data: Path | None, origin: str) -> None:
    """Make a data folder with fresh keys.

    Nothing is overwritten: a folder that has keys keeps them.
    """
    if ORIGIN.fullmatch(origin) is None:
        raise Refused(
            _(
                "%r cannot name a log. Write a host and a path, such as "
                "ledger.bureau.example/log1"
            )
            % origin
        )
    file = datafolder.write(datafolder.choose(data), datafolder.fresh(origin))
    click.echo(_("Wrote %s. Keep a copy of it in a safe place.") % file)
    click.echo(_("Next: safeconduct serve --data %s") % file.parent)
