"""``safeconduct demo``: how does one try the register?"""

import os
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, serve
from safeconduct.cli.refusal import Refused

# Whoever tries it does not wait ten minutes to see an act in the log.
LOG_SECONDS = 20
FOLDER = "safeconduct-demo"
ORIGIN = "demo.safeconduct.example/log"


@click.command(epilog=_("Example: safeconduct demo --port 8080 --data try"))
@click.option(
    "--host", default="127.0.0.1", show_default=True, help=_("The address to serve on.")
)
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help=_("The port to serve on."),
)
@datafolder.option
def demo(host: str, port: int, data: Path | None) -> None:
    """Try it: a register with an invented case, on this machine.

    The first start makes the data folder and the case; later ones find them as they
    were left. Delete the folder to begin anew.
    """
    folder = datafolder.choose(data, name=FOLDER)
    _prepare(folder)
    os.environ["SAFECONDUCT_DEMO"] = "1"
    os.environ.setdefault("SAFECONDUCT_LOG_SECONDS", str(LOG_SECONDS))
    serve.run(host, port, folder, announce=_tell)


def _prepare(folder: Path) -> None:
    """Give the folder keys, and keep off a register of real people.

    Raises:
        Refused: the folder belongs to a real register.
    """
    settings = datafolder.read(folder)
    if not settings:
        fresh = datafolder.fresh(ORIGIN)
        datafolder.write(folder, {**fresh, "SAFECONDUCT_DEMO": "1"})
    elif settings.get("SAFECONDUCT_DEMO") != "1":
        raise Refused(
            _(
                "%s holds a register that is no demonstration. "
                "Choose another folder with --data."
            )
            % folder
        )


def _tell(address: str) -> None:
    from safeconduct.cli import scenario

    if not scenario.is_loaded():
        click.echo(_("Writing the invented case …"))
        scenario.load()
    click.echo(scenario.guide(address))
    click.echo(_("Ctrl-C stops it."))
