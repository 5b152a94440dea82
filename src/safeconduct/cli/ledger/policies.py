"""``ledger policy``: the file with which outsiders say whom they believe.

Exit codes: 0 done, 1 the file breaks a rule, 2 the question could not be asked.
"""

from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import datafolder
from safeconduct.cli.ledger import durable, house, trust
from safeconduct.cli.refusal import Refused
from safeconduct.ledger import MalformedPolicy, Policy, Verifier

_GROUP = "witnesses"


@click.command(
    epilog=_(
        "Example: safeconduct ledger policy --witness geneva VKEY"
        " https://witness.example/w --quorum all -o ledger.policy"
    )
)
@click.option(
    "--witness",
    "witnesses",
    type=(str, str, str),
    multiple=True,
    metavar="NAME VKEY URL",
    help=_("A witness of the log; may be repeated."),
)
@click.option(
    "--quorum",
    metavar="NUMBER|any|all",
    help=_("How many witnesses are enough; more than half if left out."),
)
@click.option(
    "--log",
    "vkey",
    metavar="VKEY",
    help=_("The log's verifier key; the log of this installation if left out."),
)
@trust.file_option("-o", "output", _("Where to write it; printed if left out."))
@trust.file_option("--check", "checked", _("Only say whether this file is a policy."))
@datafolder.option
@click.pass_context
def policy(
    context: click.Context,
    witnesses: tuple[tuple[str, str, str], ...],
    quorum: str | None,
    vkey: str | None,
    output: Path | None,
    checked: Path | None,
    data: Path | None,
) -> None:
    """Print, make or check the policy of a log (C2SP tlog-policy).

    Without --witness it is the policy in SAFECONDUCT_LOG_POLICY, or one that has this
    log's key and no witness. Outsiders keep it where the log's keeper cannot reach it;
    the register reads it to know whom it asks for cosignatures.
    """
    if checked is not None:
        context.exit(_check(checked))
    if not witnesses and quorum is not None:
        raise click.UsageError(_("A quorum needs witnesses: give --witness."))
    if witnesses or vkey is not None:
        log = trust.parse_key(vkey) if vkey is not None else house.verifier(data)
        made = _make(log, witnesses, quorum)
    else:
        made = house.policy(data)
    if output is None:
        click.echo(made.text, nl=False)
    else:
        durable.put(output, made.text)
        click.echo(_("Written. Give it to outsiders, and name it in your settings."))


def _make(
    log: Verifier, witnesses: tuple[tuple[str, str, str], ...], quorum: str | None
) -> Policy:
    """Write a policy as text and read it: so every rule of the format is asked."""
    names = [name for name, _vkey, _url in witnesses]
    enough = quorum or str(len(names) // 2 + 1)
    lines = [f"log {log.vkey}"]
    lines += [f"witness {' '.join(witness)}" for witness in witnesses]
    lines += [f"group {_GROUP} {enough} {' '.join(names)}"] if names else []
    lines += [f"quorum {_GROUP if names else 'none'}"]
    try:
        return Policy.parse("".join(f"{line}\n" for line in lines).encode())
    except MalformedPolicy as error:
        raise Refused(_("This would be no policy: %s.") % error) from error


def _check(file: Path) -> int:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused(
            _("The policy file cannot be read: %s.") % error.strerror
        ) from error
    try:
        found = Policy.parse(content)
    except MalformedPolicy as error:
        click.echo(_("This is no policy: %s.") % error)
        return 1
    for log in found.logs:
        click.echo(_("Log: %s") % trust.printable(log.verifier.name))
    for witness in found.witnesses:
        where = trust.printable(witness.url or _("no address"))
        click.echo(
            _("Witness: %(name)s, %(where)s")
            % {"name": trust.printable(witness.name), "where": where}
        )
    click.echo(_("Quorum: %s") % trust.printable(found.quorum))
    if found.met(()):
        click.echo(_("It asks for no witness: a fork or a rollback would not show."))
    return 0
