"""``safeconduct register``: what has to be done to the register as a whole.

An act of an administrator, named with --as like those of `staff`.
"""

import sys
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, house


@click.group()
def register() -> None:
    """Look after the register as a whole."""


@register.command(epilog=_("Example: safeconduct register reindex --as admin"))
@click.option(
    "--as",
    "actor",
    required=True,
    metavar="NAME",
    help=_("The administrator who acts."),
)
@datafolder.option
def reindex(actor: str, data: Path | None) -> None:
    """Make the keys anew by which names are found.

    After a backup was restored that leaves them out, and after an update that reads
    names otherwise. The register may be in use meanwhile.
    """
    with house.house(data):
        from django.utils import timezone

        from safeconduct.register import reindexing

        officer, names, keys = house.officer(actor), 0, 0
        steps = reindexing.reindex(officer=officer, at=timezone.now())
        with click.progressbar(
            length=reindexing.persons(),
            label=_("Persons"),
            file=sys.stderr,
        ) as bar:
            before = 0
            for done in steps:
                bar.update(done.persons - before)
                before, names, keys = done.persons, done.names, done.keys
    click.echo(_("Names: %(names)d. Keys: %(keys)d.") % {"names": names, "keys": keys})
