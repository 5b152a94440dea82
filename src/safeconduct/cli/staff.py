"""``safeconduct staff``: who works here, and with which roles?

Whoever has the data folder can run these; each is an act all the same, done by the
officer named with --as, and stands in the journal.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder, house
from safeconduct.cli.refusal import Refused

_actor = click.option(
    "--as",
    "actor",
    required=True,
    metavar="NAME",
    help=_("The administrator who acts."),
)
_password = click.password_option(
    prompt=_("Password of the new officer"),
    help=_("Asked for when it is not given; a shell keeps what is typed on its line."),
)


@click.group()
def staff() -> None:
    """Keep officers, authorities, roles and API tokens."""


@contextmanager
def _house(data: Path | None) -> Iterator[None]:
    """Have the register at hand, and say in a sentence what it does not take."""
    with house.house(data):
        from django.core.exceptions import ValidationError
        from django.db import IntegrityError

        try:
            yield
        except ValidationError as error:
            raise Refused(" ".join(error.messages)) from error
        except IntegrityError as error:
            raise Refused(
                _("This stands already, or a mission lacks its State's code.")
            ) from error


def _strong(password: str) -> str:
    from django.contrib.auth.password_validation import (
        validate_password,
    )

    validate_password(password)
    return password


@staff.command(
    epilog=_(
        'Example: safeconduct staff found "National Information Bureau" UA admin'
        ' "Daryna Sokil"'
    )
)
@click.argument("authority")
@click.argument("state")
@click.argument("username")
@click.argument("full_name")
@_password
@datafolder.option
def found(
    authority: str,
    state: str,
    username: str,
    full_name: str,
    password: str,
    data: Path | None,
) -> None:
    """Make the first authority and its administrator, once for a register."""
    with _house(data):
        from django.utils import timezone

        from safeconduct.journal import staff as acts

        try:
            acts.found(
                authority,
                state,
                username,
                full_name,
                password=_strong(password),
                at=timezone.now(),
            )
        except RuntimeError as error:
            raise Refused(str(error)) from error
    click.echo(_("%s may sign in and enrol others.") % username)


@staff.command(
    epilog=_("Example: safeconduct staff authority --as admin 'Camp West' camp UA")
)
@click.argument("name")
@click.argument(
    "kind",
    type=click.Choice(
        ["bureau", "camp", "mission", "intermediary", "monitor", "press"]
    ),
)
@click.argument("state", default="")
@_actor
@datafolder.option
def authority(name: str, kind: str, state: str, actor: str, data: Path | None) -> None:
    """Add an authority; a mission needs its State's code."""
    with _house(data):
        from django.utils import timezone

        from safeconduct.journal import staff as acts

        acts.add_authority(
            name, kind, state=state, officer=house.officer(actor), at=timezone.now()
        )
    click.echo(_("Added: %s.") % name)


@staff.command(
    epilog=_(
        "Example: safeconduct staff enrol --as admin --role registrar olena"
        " 'Olena Hai' 'Camp West'"
    )
)
@click.argument("username")
@click.argument("full_name")
@click.argument("authority")
@click.option("--role", "roles", multiple=True, help=_("A role; may be repeated."))
@_actor
@_password
@datafolder.option
def enrol(
    username: str,
    full_name: str,
    authority: str,
    roles: tuple[str, ...],
    actor: str,
    password: str,
    data: Path | None,
) -> None:
    """Enrol an officer of an authority, with his roles."""
    with _house(data):
        from django.utils import timezone

        from safeconduct.accounts import queries
        from safeconduct.journal import staff as acts

        place = queries.authority(authority)
        if place is None:
            raise Refused(
                _("There is no authority %s. See `safeconduct staff list`.") % authority
            )
        wrong = sorted(set(roles) - set(queries.role_names()))
        if wrong:
            raise Refused(
                _("No such role: %(wrong)s. There are: %(roles)s.")
                % {"wrong": ", ".join(wrong), "roles": ", ".join(queries.role_names())}
            )
        acts.enrol(
            username,
            full_name,
            place,
            *roles,
            password=_strong(password),
            officer=house.officer(actor),
            at=timezone.now(),
        )
    click.echo(_("Enrolled: %s.") % username)


@staff.command(epilog=_("Example: safeconduct staff role --as admin olena assessor"))
@click.argument("username")
@click.argument("role")
@click.option("--end", is_flag=True, help=_("End the role instead of giving it."))
@_actor
@datafolder.option
def role(username: str, role: str, actor: str, data: Path | None, *, end: bool) -> None:
    """Give an officer a role, or end one."""
    with _house(data):
        from django.utils import timezone

        from safeconduct.accounts import queries
        from safeconduct.journal import staff as acts

        if role not in queries.role_names():
            raise Refused(
                _("No such role. There are: %s.") % ", ".join(queries.role_names())
            )
        change = acts.dismiss if end else acts.appoint
        change(
            house.officer(username),
            role,
            officer=house.officer(actor),
            at=timezone.now(),
        )
    click.echo(_("Done."))


@staff.command(
    epilog=_(
        "Example: safeconduct staff token --as admin --days 30 olena 'import script'"
    )
)
@click.argument("username")
@click.argument("label")
@click.option("--days", default=90, show_default=True, type=click.IntRange(1, 366))
@_actor
@datafolder.option
def token(username: str, label: str, days: int, actor: str, data: Path | None) -> None:
    """Issue an API token for a program that acts as an officer; shown this once."""
    with _house(data):
        from django.utils import timezone

        from safeconduct.journal import staff as acts

        issued = acts.issue_token(
            house.officer(username),
            label,
            days=days,
            officer=house.officer(actor),
            at=timezone.now(),
        )
    click.echo(issued)


@staff.command(name="list", epilog=_("Example: safeconduct staff list --json"))
@click.option("--json", "as_json", is_flag=True, help=_("Print the list as JSON."))
@datafolder.option
def list_(data: Path | None, *, as_json: bool) -> None:
    """List officers with their authorities and roles."""
    with _house(data):
        from safeconduct.accounts import policy, queries

        rows = [
            {
                "username": officer.username,
                "name": officer.full_name,
                "authority": officer.authority.name,
                "roles": [str(role) for role in policy.roles(officer)],
            }
            for officer in queries.officers()
        ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        roles = ", ".join(row["roles"]) or _("no role")
        click.echo(f"{row['username']}: {row['name']}, {row['authority']} ({roles})")
