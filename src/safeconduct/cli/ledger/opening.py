"""``ledger open``: chosen fields of an entry for a monitor or counsel, and their check.

Opening is an act of an officer, who types his password; it needs the register.
Checking needs the file, a policy, and nothing else.

Exit codes: 0 opened, or true; 1 the file does not prove what it says; 2 the question
could not be asked.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.house import officer_with
from safeconduct.cli.ledger import durable, trust
from safeconduct.cli.refusal import Refused
from safeconduct.journal.opening_file import MalformedOpening, OpeningFile
from safeconduct.ledger import Policy

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@click.command(
    name="open",
    epilog=_(
        "Example: safeconduct ledger open 52493 --field act --field at --as olena"
        " --for 'Counsel' -o opened.json;"
        " safeconduct ledger open --verify opened.json --policy ledger.policy"
    ),
)
@click.argument("entry", required=False)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="NAME",
    help=_("What to open; may be repeated."),
)
@click.option(
    "--as",
    "actor",
    metavar="NAME",
    help=_("The officer who opens; his password is asked."),
)
@click.option(
    "--for", "recipient", metavar="WHOM", help=_("Whom it is for; asked if left out.")
)
@trust.file_option("-o", "output", _("Where to write the file."))
@trust.file_option("--verify", "checked", _("Check such a file instead."))
@trust.key_option
@trust.policy_option
@datafolder.option
@click.pass_context
def open_(
    context: click.Context,
    entry: str | None,
    fields: tuple[str, ...],
    actor: str | None,
    recipient: str | None,
    output: Path | None,
    checked: Path | None,
    key: str | None,
    policy_file: Path | None,
    data: Path | None,
) -> None:
    """Open chosen fields of an entry for somebody outside, or check what was opened.

    ENTRY is an index in the log, counted from 0, or the id of an act. The file holds
    the public entry, the fields, and the proof that it is in the log. Who opened which
    fields for whom becomes an act of its own. A dummy opens as `act: padding`.
    """
    if checked is not None:
        policy = trust.choose(None, key, policy_file)
        context.exit(_verify(checked, policy))
    if entry is None or actor is None or output is None:
        raise click.UsageError(
            _("Say which entry, as whom, and where to: ENTRY --as NAME -o FILE.")
        )
    named = _read(entry)
    password = click.prompt(_("Password of %s") % actor, hide_input=True)
    if recipient is None:
        recipient = click.prompt(_("Whom do you open it for?"))
    with _house(data):
        made = _open(named, fields, officer_with(actor, password), recipient)
    durable.put(output, made.text, mode=durable.ITS_OWNERS)
    click.echo(_("Opened, and recorded as an act."))


@contextmanager
def _house(data: Path | None) -> Iterator[None]:
    """Have the register at hand, and turn its refusals into sentences."""
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.accounts.errors import AccountsError
        from safeconduct.journal.errors import JournalError
        from safeconduct.keyring.errors import KeyDestroyed
        from safeconduct.register.errors import RegisterError

        try:
            yield
        except AccountsError as error:
            raise Refused(_("You have no right to do this (%s).") % error) from error
        except KeyDestroyed as error:
            raise Refused(
                _("The person was erased: nothing of his entries can be opened.")
            ) from error
        except (JournalError, RegisterError) as error:
            raise Refused(_(str(error))) from error


def _open(
    named: UUID | int, fields: tuple[str, ...], officer: "Officer", recipient: str
) -> OpeningFile:
    from django.utils import timezone

    from safeconduct.register import actions

    return actions.open_entry(
        named, fields, recipient=recipient, officer=officer, at=timezone.now()
    )


def _read(entry: str) -> UUID | int:
    if entry.isascii() and entry.isdigit() and len(entry) < 19:  # noqa: PLR2004  fits 63 bits
        return int(entry)
    try:
        return UUID(entry)
    except ValueError as error:
        raise Refused(
            _("Name an entry by its index in the log, or by the id of its act.")
        ) from error


def _verify(file: Path, policy: Policy) -> int:
    """Say what an opened entry tells, to whoever believes this policy."""
    try:
        found = OpeningFile.parse(file.read_bytes())
    except OSError as error:
        raise Refused(_("The file cannot be read: %s.") % error.strerror) from error
    except MalformedOpening as error:
        raise Refused(_("This is no opened entry: %s.") % error) from error
    try:
        opened = found.verify(policy)
    except ValueError as error:
        click.echo(_("Not proved: %s.") % error)
        return 1
    state = opened.witnessed.checkpoint
    where = {"index": opened.index, "origin": trust.printable(state.origin)}
    click.echo(_("True: entry %(index)d of %(origin)s says") % where)
    for name, value in opened.fields:
        said = json.dumps(value, ensure_ascii=False)
        click.echo(f"  {trust.printable(name)}: {trust.printable(said)}")
    for name, at in opened.witnessed.times.items():
        who = {"name": trust.printable(name), "at": trust.moment(at)}
        click.echo(_("Cosigned by %(name)s at %(at)s.") % who)
    return 0
