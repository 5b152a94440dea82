"""``safeconduct ledger``: is a published log what its keeper signed?

`verify` runs without Django and without a database. The commands that need them,
`integrate` and `check`, import what they need when they run.

Exit codes of ``verify``: 0 the log is sound, 1 something was tampered with, 2 the
question could not be asked (no such folder, no key, a file that cannot be opened).
"""

import json
from base64 import b64encode
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from safeconduct.cli import datafolder, environment, published
from safeconduct.cli.published import Place
from safeconduct.ledger import (
    Finding,
    MalformedKey,
    Problem,
    Report,
    Verifier,
    audit,
)

KEY_FILE = "log.vkey"


@click.group()
def ledger() -> None:
    """Work with the transparency log."""


@ledger.command(
    epilog=_("Example: safeconduct ledger verify https://ledger.example/log --key VKEY")
)
@click.argument("log", metavar="PATH_OR_URL")
@click.option("--key", metavar="VKEY", help="The log's verifier key: name+ID+base64.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_context
def verify(context: click.Context, log: str, key: str | None, *, as_json: bool) -> None:
    """Compute a published log again from its files.

    PATH_OR_URL holds the files of the log: `checkpoint`, `tile/`, and `log.vkey` with
    the verifier key, which is used unless --key is given. Every difference is printed
    on a line of its own.
    """
    place = published.find(log)
    verifier = _verifier(place, key)
    listing = place.listing()
    report = audit(
        place.read,
        verifier=verifier,
        origin=verifier.name,  # a log's key has its origin for a name
        listing=None if listing is None else listing - {KEY_FILE},
    )
    if place.read(KEY_FILE) not in _spellings(verifier):
        other = Finding(KEY_FILE, Problem.OTHER_KEY)
        report = replace(report, findings=(other, *report.findings))
    if as_json:
        click.echo(json.dumps(_as_json(report), indent=2))
    else:
        _print(report)
    context.exit(0 if report.is_sound else 1)


@ledger.command(epilog=_("Example: safeconduct ledger integrate --once"))
@click.option(
    "--every",
    default=2.0,
    show_default=True,
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    help=_("How long to wait when nothing waits."),
)
@click.option("--once", is_flag=True, help=_("Take what waits now, publish, and end."))
@datafolder.option
def integrate(data: Path | None, every: float, *, once: bool) -> None:
    """Give acts their places in the log, sign it, and publish the files.

    `safeconduct serve` runs this by itself. It refuses to sign when what was
    published and what the database holds are not the same log.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration  # noqa: PLC0415  Django is ready now

        size = integration.run(every=every, once=once)
    click.echo(_("The log has %d entries.") % size)


@ledger.command(epilog=_("Example: safeconduct ledger check"))
@click.option("--json", "as_json", is_flag=True, help=_("Print the findings as JSON."))
@datafolder.option
@click.pass_context
def check(context: click.Context, data: Path | None, *, as_json: bool) -> None:
    """Compare every row of the database with what the log committed to.

    `verify` checks the published files and needs nothing but them; this checks the
    inside. Rows are named, people are not.
    """
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.cli import integration  # noqa: PLC0415  Django is ready now

        found = integration.differences()
    if as_json:
        click.echo(json.dumps({"sound": not found, "findings": found}, indent=2))
    else:
        for line in found or [_("Sound: the database says what the acts wrote.")]:
            click.echo(line)
    context.exit(1 if found else 0)


def _verifier(place: Place, key: str | None) -> Verifier:
    if key is not None:
        return _parse(key)
    beside = place.read(KEY_FILE)
    if beside is None:
        raise click.UsageError(
            _("There is no log.vkey beside the log. Give the key with --key.")
        )
    click.echo(
        _(
            "Warning: this key lies beside the log. It proves nothing against the "
            "log's keeper, who can exchange both. Give --key with a key from elsewhere."
        ),
        err=True,
    )
    return _parse(beside.decode(errors="replace").removesuffix("\n"))


def _parse(key: str) -> Verifier:
    try:
        return Verifier.parse(key)
    except MalformedKey as error:
        raise click.UsageError(_("This is no verifier key: %s.") % error) from error


def _spellings(verifier: Verifier) -> tuple[bytes | None, ...]:
    """Give what log.vkey may hold: nothing at all, or this key and no other."""
    key = verifier.vkey.encode()
    return None, key, key + b"\n"


def _print(report: Report) -> None:
    for finding in report.findings:
        click.echo(_line(finding))
    if not report.complete:
        click.echo(_("There is more. The audit stopped here."))
    for name in report.unverified:
        click.echo(_("Not checked: the signature of %s.") % _printable(name), err=True)
    if report.checkpoint is not None and report.is_sound:
        click.echo(
            _("Sound: %(origin)s, %(size)d entries.")
            % {"origin": report.checkpoint.origin, "size": report.checkpoint.size}
        )


def _line(finding: Finding) -> str:
    where = _printable(finding.path)
    if finding.entry is not None:
        where += _(", entry %d") % finding.entry
    if finding.position is not None:
        where += _(", hash %d") % finding.position
    return f"{where}: {_(finding.what)}"


def _printable(name: str) -> str:
    # A file's name is its keeper's choice: it must not steer the reader's terminal.
    return name if name.isprintable() else ascii(name)


def _as_json(report: Report) -> dict[str, Any]:
    checkpoint = report.checkpoint
    return {
        "sound": report.is_sound,
        "complete": report.complete,
        "origin": checkpoint and checkpoint.origin,
        "size": checkpoint and checkpoint.size,
        "root": checkpoint and b64encode(checkpoint.root).decode(),
        "unverified": list(report.unverified),
        "findings": [
            {
                "file": finding.path,
                "problem": finding.problem.value,
                "what": finding.what,
                "entry": finding.entry,
                "position": finding.position,
            }
            for finding in report.findings
        ],
    }
