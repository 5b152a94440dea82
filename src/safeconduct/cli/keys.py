"""``safeconduct keys``: a copy of all keys that expires, and bringing keys back.

Without the keys nobody can read the register; with an old copy of them, what was erased
could be read again. So a copy expires, and it names what was destroyed. Both commands
are acts of an administrator, named with --as like those of `staff`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.ledger import durable
from safeconduct.cli.refusal import Refused

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

_HEAD = b"safeconduct-keys/"  # how such a file begins, in every format
_LONGEST = 90  # days; the act refuses more

_actor = click.option(
    "--as",
    "actor",
    required=True,
    metavar="NAME",
    help=_("The administrator who acts."),
)


@click.group()
def keys() -> None:
    """Copy the keys of the register into a file that expires; bring keys back."""


@keys.command(
    epilog=_("Example: safeconduct keys backup --as admin -o keys.backup --days 30")
)
@click.option(
    "-o",
    "output",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("Where to write it; an older backup there is replaced."),
)
@click.option(
    "--days",
    default=30,
    show_default=True,
    type=click.IntRange(1, _LONGEST),
    help=_("How long it may be restored."),
)
@_actor
@datafolder.option
def backup(output: Path, days: int, actor: str, data: Path | None) -> None:
    """Seal all keys under the master key into a file that is its owner's alone.

    It may be restored for some days, and with the same master key only. Destroy it when
    it has expired: the day binds this program, not one that somebody else writes.
    """
    _demand_room(output)
    with _house(data):
        from django.utils import timezone

        from safeconduct.erasure import backups

        content = backups.back_up(days=days, officer=_officer(actor), at=timezone.now())
    durable.put(output, content, mode=durable.ITS_OWNERS)
    last = content.splitlines()[1].decode().removeprefix("expires ")
    click.echo(_("Written. It may be restored until %s; destroy it afterwards.") % last)


@keys.command(epilog=_("Example: safeconduct keys restore --as admin keys.backup"))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_actor
@datafolder.option
def restore(file: Path, actor: str, data: Path | None) -> None:
    """Bring back keys that were lost, and destroy what had been destroyed.

    A key that lives and opens is left as it is. One that was destroyed stays so,
    whether this database says it or the backup. Use the newest backup there is.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused(_("The file cannot be read: %s.") % error.strerror) from error
    with _house(data):
        from django.utils import timezone

        from safeconduct.erasure import backups

        done = backups.restore(content, officer=_officer(actor), at=timezone.now())
    click.echo(
        _("Keys brought back: %(back)d. Destroyed again: %(destroyed)d.")
        % {"back": done.brought_back, "destroyed": done.destroyed}
    )


def _demand_room(output: Path) -> None:
    """Refuse to write over anything but an older backup: it could be the only keys."""
    if not output.parent.is_dir():
        raise Refused(_("There is no folder %s.") % output.parent)
    if output.exists() and not output.read_bytes().startswith(_HEAD):
        raise Refused(
            _("%s is there and is no backup of keys. Choose another file.") % output
        )


@contextmanager
def _house(data: Path | None) -> Iterator[None]:
    """Have the register at hand, and turn its refusals into sentences."""
    with environment.ready(datafolder.choose(data), join=True):
        from safeconduct.accounts.errors import AccountsError
        from safeconduct.keyring.errors import (
            Expired,
            KeyringError,
            NoBackup,
            SealBroken,
        )

        try:
            yield
        except AccountsError as error:
            raise Refused(_("You have no right to do this (%s).") % error) from error
        except (Expired, NoBackup, SealBroken) as error:
            raise Refused(_(str(error))) from error
        except KeyringError as error:
            raise Refused(
                _(
                    "The key of the office is missing, here and in the backup. Use the"
                    " newest backup of this register."
                )
            ) from error


def _officer(name: str) -> "Officer":
    from safeconduct.accounts import queries

    found = queries.officer(name)
    if found is None:
        raise Refused(_("There is no officer %s. See `safeconduct staff list`.") % name)
    return found
