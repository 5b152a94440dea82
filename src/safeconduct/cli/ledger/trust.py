"""Whom does a command believe: a key, a policy, or what lies beside the log?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from gettext import gettext as _
from pathlib import Path
from typing import Any, TypeVar

import click

from safeconduct.cli.published import Place
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import MalformedKey, MalformedPolicy, Policy, Verifier
from safeconduct.ledger.policy import NONE

KEY_FILE = "log.vkey"
Command = TypeVar("Command", bound=Callable[..., Any])

key_option = click.option(
    "--key", metavar="VKEY", help=_("The log's verifier key: name+ID+base64.")
)
policy_option = click.option(
    "--policy",
    "policy_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=_("The policy you keep: logs, witnesses, and how many are enough."),
)


def choose(place: Place | None, key: str | None, policy_file: Path | None) -> Policy:
    """Take the policy or the key that was given, or the key beside the log.

    Args:
        place: The log; None where only what is given counts.
        key: A verifier key as typed.
        policy_file: A policy file.

    Raises:
        Refused: Neither was given and none lies there, or it cannot be read.
    """
    if key is not None and policy_file is not None:
        raise click.UsageError(_("Give --key or --policy: a policy has the key."))
    if policy_file is not None:
        return read_policy(policy_file)
    if key is not None:
        return Policy.trusting(parse_key(key))
    return Policy.trusting(_beside(place))


def read_policy(file: Path) -> Policy:
    """Read a policy file.

    Raises:
        Refused: It cannot be opened, breaks a rule of the format, or has no log.
    """
    try:
        policy = Policy.parse(file.read_bytes())
    except OSError as error:
        raise Refused(
            _("The policy file cannot be read: %s.") % error.strerror
        ) from error
    except MalformedPolicy as error:
        raise Refused(_("This is no policy: %s.") % error) from error
    if not policy.logs:
        raise Refused(_("The policy names no log. Add a line: log VKEY"))
    return policy


def parse_key(key: str) -> Verifier:
    """Read a log's verifier key as typed.

    Raises:
        UsageError: It is none.
    """
    try:
        return Verifier.parse(key)
    except MalformedKey as error:
        raise click.UsageError(_("This is no verifier key: %s.") % error) from error


def whoever_cosigned(policy: Policy) -> Policy:
    """Make a policy that believes the same logs and asks for no witness."""
    return replace(policy, quorum=NONE)


def moment(seconds: int) -> str:
    """Write a time of a cosignature, seconds since 1970 UTC."""
    try:
        when = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return _("%d seconds after 1970") % seconds
    return when.strftime("%Y-%m-%d %H:%M:%S UTC")


def printable(name: str) -> str:
    """Write a name of somebody else's choice so that it steers no terminal."""
    return name if name.isprintable() else ascii(name)


def file_option(
    name: str, variable: str, help_text: str
) -> Callable[[Command], Command]:
    """Make an option that names a file."""
    kind = click.Path(path_type=Path, dir_okay=False)
    return click.option(name, variable, type=kind, metavar="FILE", help=help_text)


def _beside(place: Place | None) -> Verifier:
    beside = place.read(KEY_FILE) if place is not None else None
    if beside is None:
        raise click.UsageError(
            _("There is no log.vkey beside the log. Give the key with --key.")
            if place is not None
            else _("Say whom you believe: give --policy FILE or --key VKEY.")
        )
    click.echo(
        _(
            "Warning: this key lies beside the log. It proves nothing against the "
            "log's keeper, who can exchange both. Give --key with a key from elsewhere."
        ),
        err=True,
    )
    return parse_key(beside.decode(errors="replace").removesuffix("\n"))
