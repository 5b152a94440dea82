"""``safeconduct doctor``: is everything in order, and what is to be done?"""

import json
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from safeconduct.cli import checks, datafolder, environment
from safeconduct.cli.checks import Finding
from safeconduct.cli.refusal import Refused


@click.command(epilog=_("Example: safeconduct doctor --data /srv/register --json"))
@click.option("--json", "as_json", is_flag=True, help=_("Print the findings as JSON."))
@datafolder.option
@click.pass_context
def doctor(context: click.Context, data: Path | None, *, as_json: bool) -> None:
    """Check that everything is in order.

    Nothing is changed. While `safeconduct serve` runs on the folder, its database is
    asked. Exit code 0: all in order; 1: something is to be done.
    """
    findings = []
    for finding in examine(datafolder.choose(data)):
        findings.append(finding)
        if not as_json:
            mark = _("ok     ") if finding.ok else _("PROBLEM")
            click.echo(f"{mark}  {finding.name}: {finding.says}")
    healthy = all(finding.ok for finding in findings)
    if as_json:
        rows = [{"name": f.name, "ok": f.ok, "says": f.says} for f in findings]
        click.echo(json.dumps({"ok": healthy, "findings": rows}, indent=2))
    context.exit(0 if healthy else 1)


def examine(data: Path) -> Iterator[Finding]:
    """Look at one thing after the other; stop where the next stands on a problem."""
    for look in (checks.python, lambda: checks.folder(data)):
        found = list(look())
        yield from found
        if not all(finding.ok for finding in found):
            return
    try:
        environment.read_settings(data)
    except Refused as error:
        yield Finding("settings", ok=False, says=error.message)
        return
    for look in (checks.settings, lambda: checks.postgres(data)):
        found = list(look())
        yield from found
        if not all(finding.ok for finding in found):
            return
    try:
        with environment.ready(data, join=True, migrate=False):
            yield from _database()
    except Refused as error:
        yield Finding("database", ok=False, says=error.message)


def _database() -> Iterator[Finding]:
    found = list(checks.tables())
    yield from found
    if all(finding.ok for finding in found):
        yield from checks.log()
