"""``safeconduct register``: what has to be done to the register as a whole.

An act of an administrator, named with --as like those of `staff`.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


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
    with _house(data):
        from django.utils import timezone  # noqa: PLC0415

        from safeconduct.register import reindexing  # noqa: PLC0415

        officer, names, keys = _officer(actor), 0, 0
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


@contextmanager
def _house(data: Path | None) -> Iterator[None]:
    """Have the register at hand, and turn its refusals into sentences."""
    with environment.ready(datafolder.choose(data), join=True):
        from safeconduct.accounts.errors import AccountsError  # noqa: PLC0415
        from safeconduct.keyring.errors import SealBroken  # noqa: PLC0415

        try:
            yield
        except AccountsError as error:
            raise Refused(_("You have no right to do this (%s).") % error) from error
        except SealBroken as error:
            raise Refused(
                _("A name does not open: the master key is another one. (%s)") % error
            ) from error


def _officer(name: str) -> "Officer":
    from safeconduct.accounts import queries  # noqa: PLC0415

    found = queries.officer(name)
    if found is None:
        raise Refused(_("There is no officer %s. See `safeconduct staff list`.") % name)
    return found
