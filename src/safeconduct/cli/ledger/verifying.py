"""``ledger verify``: is a published log what its keeper signed, and who else saw it?

Exit codes: 0 the log is sound, 1 something was tampered with, 2 the question could
not be asked (no such folder, no key, a file that cannot be opened).
"""

import json
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import published
from safeconduct.cli.ledger import durable, trust, verdict
from safeconduct.cli.ledger.verdict import Verdict
from safeconduct.cli.published import Place
from safeconduct.ledger import Policy
from safeconduct.receipt import beside

_EXAMPLE = _(
    "Example: safeconduct ledger verify https://ledger.example/log"
    " --policy ledger.policy --since last.checkpoint --save last.checkpoint"
)


@click.command(epilog=_EXAMPLE)
@click.argument("log", metavar="PATH_OR_URL")
@trust.key_option
@trust.policy_option
@trust.file_option("--since", "since", _("The checkpoint you saved last time."))
@trust.file_option("--save", "save", _("Keep this checkpoint, if all is sound."))
@click.option("--json", "as_json", is_flag=True, help=_("Print the report as JSON."))
@click.pass_context
def verify(
    context: click.Context,
    log: str,
    key: str | None,
    policy_file: Path | None,
    since: Path | None,
    save: Path | None,
    *,
    as_json: bool,
) -> None:
    """Compute a published log again from its files.

    PATH_OR_URL holds the files of the log: `checkpoint`, `tile/`, and `log.vkey` with
    the verifier key, which is used unless --key or --policy is given. Every difference
    is printed on a line of its own: what is wrong and where; with --since also since
    when. A policy asks for witnesses besides, and each is named with the time at
    which it cosigned.
    """
    place = published.find(log)
    policy = trust.choose(place, key, policy_file)
    found = verdict.reach(place, policy, since=since)
    if as_json:
        click.echo(json.dumps(found.as_json, indent=2))
    else:
        _print(found)
    if policy_file is not None:
        _compare_policies(place, policy)
    if save is not None and found.is_sound and found.note is not None:
        durable.put(save, found.note)
    context.exit(0 if found.is_sound else 1)


def _print(found: Verdict) -> None:
    for fault in found.faults:
        click.echo(fault.line)
    if not found.report.complete:
        click.echo(_("There is more. The audit stopped here."))
    state = found.report.checkpoint
    if state is not None and found.is_sound:
        click.echo(
            _("Sound: %(origin)s, %(size)d entries.")
            % {"origin": trust.printable(state.origin), "size": state.size}
        )
    for name, at in found.witnesses.times.items():
        who = {"name": trust.printable(name), "at": trust.moment(at)}
        click.echo(_("Cosigned by %(name)s at %(at)s.") % who)
    for name in found.witnesses.silent:
        click.echo(_("Not cosigned by %s.") % trust.printable(name))
    _print_since(found)
    for name in found.unchecked:
        click.echo(
            _("Not checked: the signature of %s.") % trust.printable(name), err=True
        )


def _print_since(found: Verdict) -> None:
    """Say since when: the last moment at which nothing was wrong."""
    seen = found.seen
    if seen is None:
        return
    then = {"size": seen.checkpoint.size, "at": trust.moment(seen.at)}
    if found.is_sound:
        said = _("It contains what was seen before: %(size)d entries at %(at)s.")
    elif seen.cosigned:
        said = _(
            "Since when: with %(size)d entries, cosigned at %(at)s, it was still sound."
        )
    else:
        said = _(
            "Since when: with %(size)d entries, saved at %(at)s, it was still sound."
        )
    click.echo(said % then)


def _compare_policies(place: Place, policy: Policy) -> None:
    """Tell a reader that the log recommends other witnesses than he asks for."""
    offered = place.read(beside.POLICY)
    if offered not in {None, policy.text}:
        click.echo(
            _(
                "The policy beside the log is not yours. If its keeper changed the "
                "witnesses, he should have told you; yours was used."
            ),
            err=True,
        )
