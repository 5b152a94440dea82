"""``law clocks``: which time limits are there? And how a case's own are printed."""

import json
from collections.abc import Iterable, Mapping
from gettext import gettext as _

import click

from safeconduct.cli.law.asking import INDENT
from safeconduct.law import CLOCKS, Clock, Deadline, wording
from safeconduct.law.clocks import SETTINGS
from safeconduct.law.clocks.clock import Sign
from safeconduct.law.clocks.deadline import STANDING, State
from safeconduct.law.when import iso


@click.command(
    "clocks", epilog=_("Example: safeconduct law clocks --language uk --json")
)
@click.option(
    "--language",
    type=click.Choice(wording.LANGUAGES),
    default=wording.ENGLISH,
    show_default=True,
    help="The language of the texts.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list.")
def clocks(language: str, *, as_json: bool) -> None:
    """List every time limit: what starts it, what stops it, whom it binds."""
    if as_json:
        listed = [_as_json(clock, language) for clock in CLOCKS]
        click.echo(json.dumps(listed, ensure_ascii=False))
        return
    for clock in CLOCKS:
        _print_clock(clock, language)


def print_deadlines(deadlines: Iterable[Deadline]) -> None:
    """Print the clocks that run, were missed or may apply, most pressing first."""
    standing = [one for one in deadlines if one.state in STANDING]
    if not standing:
        return
    click.echo(_("Time limits:"))
    for one in sorted(standing, key=lambda one: STANDING.index(one.state)):
        mark = one.clock.provision.mark
        click.echo(f"  {one.clock.name:<24}  {mark}  {_when(one):<38}  {_says(one)}")


def _says(one: Deadline) -> str:
    """Say what it demands; what a house may set is told beside it."""
    if not one.clock.setting:
        return one.clock.says
    limit = wording.limit(one.clock.limit, one.period, wording.ENGLISH)
    return f"{one.clock.says} ({limit})"


def _when(one: Deadline) -> str:
    state = wording.term(f"clock_state.{one.state}", wording.ENGLISH)
    if one.due is None or one.state is State.AT_ONCE:
        return state
    return _("%(state)s, due %(due)s") % {"state": state, "due": iso(one.due)}


def _as_json(clock: Clock, language: str) -> Mapping[str, object]:
    """Write a clock as data, its texts in one language."""
    provision = clock.provision
    citation = wording.citation(provision.id, language, english=provision.citation)
    return {
        "clock": clock.name,
        "provision": provision.id,
        "citation": citation,
        "mark": provision.mark,
        "says": wording.clock(clock.name, language),
        "binds": wording.term(f"office.{clock.binds}", language),
        "limit": clock.limit,
        "period": clock.length(SETTINGS) or None,
        "setting": clock.setting or None,
        "recurs": clock.recurs,
        "starts": [_sign(sign) for sign in clock.starts],
        "stops": [_sign(sign) for sign in clock.stops],
        "when": repr(clock.when),
        "since": clock.since.isoformat(),
        "until": clock.until.isoformat() if clock.until else None,
    }


def _sign(sign: Sign) -> Mapping[str, object]:
    return {"fact": sign.fact, "words": list(sign.words)}


def _print_clock(clock: Clock, language: str) -> None:
    provision = clock.provision
    citation = wording.citation(provision.id, language, english=provision.citation)
    limit = wording.limit(clock.limit, clock.length(SETTINGS), language)
    binds = wording.term(f"office.{clock.binds}", language)
    click.echo(f"{clock.name} {provision.mark} {citation}")
    click.echo(f"{INDENT}{wording.clock(clock.name, language)}")
    click.echo(f"{INDENT}{limit} | {binds}")
    for says, signs in ((_("starts"), clock.starts), (_("stops"), clock.stops)):
        if signs:
            facts = ", ".join(dict.fromkeys(sign.fact for sign in signs))
            click.echo(f"{INDENT}{says}: {facts}")
    if clock.setting:
        click.echo(INDENT + _("our own setting: %s") % clock.setting)
    if clock.until:
        span = {"since": clock.since.isoformat(), "until": clock.until.isoformat()}
        click.echo(INDENT + _("a model only, law from %(since)s to %(until)s") % span)
