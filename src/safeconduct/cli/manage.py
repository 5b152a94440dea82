"""``safeconduct manage``: how are Django's own commands run on the register?"""

from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.refusal import Refused


@click.command(
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    epilog=_("Example: safeconduct manage showmigrations"),
)
@datafolder.option
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="COMMAND...")
def manage(data: Path | None, arguments: tuple[str, ...]) -> int:
    """Run a management command of Django.

    While `safeconduct serve` runs on the same folder, its database is used. Tables are
    not altered unless the command is `migrate`.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        return _run(arguments or ("help",))


def _run(arguments: tuple[str, ...]) -> int:
    from django.core.management import (
        CommandError,
        ManagementUtility,
        call_command,
    )

    name, *rest = arguments
    if name == "help":
        click.echo(ManagementUtility(["safeconduct manage"]).main_help_text())
        return 0
    try:
        call_command(name, *rest)
    except CommandError as error:
        raise Refused(str(error)) from error
    return 0
