"""``ledger integrate``, ``publish``, ``rebuild``, ``check``: they need the database."""

import json
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, environment


@click.command(epilog=_("Example: safeconduct ledger integrate --once"))
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help=_("How long from one step to the next; SAFECONDUCT_LOG_SECONDS if left out."),
)
@click.option("--once", is_flag=True, help=_("Take what waits now, publish, and end."))
@datafolder.option
def integrate(data: Path | None, every: float | None, *, once: bool) -> None:
    """Give acts their places in the log, sign it, and publish the files.

    The log grows at fixed times by at least 64 entries, whatever happened; what is
    missing are dummies, so that outsiders learn neither numbers nor hours.
    `safeconduct serve` runs this by itself. It refuses to sign when what was
    published and what the database holds are not the same log.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration

        size = integration.run(every=every, once=once)
    click.echo(_("The log has %d entries.") % size)


_to = click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help=_("Where the files go; SAFECONDUCT_LOG_FOLDER if left out."),
)


@click.command(epilog=_("Example: safeconduct ledger publish --to /srv/www/log"))
@_to
@datafolder.option
def publish(data: Path | None, folder: Path | None) -> None:
    """Write the published log as files, with the newest cosignatures.

    Any web server can serve the folder. It signs nothing new; `ledger integrate` and
    `safeconduct serve` publish by themselves after each step.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration

        size = integration.publish(folder)
    click.echo(_("Published: %d entries.") % size)


@click.command(epilog=_("Example: safeconduct ledger rebuild --to /srv/www/log"))
@_to
@datafolder.option
def rebuild(data: Path | None, folder: Path | None) -> None:
    """Make every published file anew from the database, step by step as they came.

    For a folder that was lost or damaged. Whole files that stand there are written
    again; a checkpoint there that is not of this log stops it.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration

        size = integration.rebuild(folder)
    click.echo(_("Made anew: %d entries.") % size)


@click.command(epilog=_("Example: safeconduct ledger check"))
@click.option("--json", "as_json", is_flag=True, help=_("Print the findings as JSON."))
@datafolder.option
@click.pass_context
def check(context: click.Context, data: Path | None, *, as_json: bool) -> None:
    """Compare every row of the database with what the log committed to.

    `verify` checks the published files and needs nothing but them; this checks the
    inside. Rows are named, people are not.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration

        found = integration.differences()
    if as_json:
        click.echo(json.dumps({"sound": not found, "findings": found}, indent=2))
    else:
        for line in found or [_("Sound: the database says what the acts wrote.")]:
            click.echo(line)
    context.exit(1 if found else 0)
