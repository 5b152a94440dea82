"""``law assess``, ``explain`` and ``norms``: which ways out are lawful, and why?

FILE holds one JSON object `{"facts": {...}}`, or one on each line; `-` reads standard
input. `"baseline": "vignettes"` in an object lays its facts over the harmless case of
the worked examples.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from gettext import gettext as _
from typing import Any, BinaryIO

import click

from safeconduct.cli.law.asking import (
    INDENT,
    day_of,
    heading,
    in_words,
    on_option,
    position_option,
    refuse,
)
from safeconduct.cli.law.clocks import print_deadlines
from safeconduct.cli.law.reading import objects
from safeconduct.law import (
    BASELINES,
    NOWHERE,
    OPTIONS,
    Answer,
    Assessment,
    Mode,
    Pack,
    assess,
    over_baseline,
    pack,
)

KEYS = ("facts", "baseline", "id")


@dataclass(frozen=True)
class Case:
    """One case of the input: where it stands, what it says."""

    line: int
    name: str
    facts: dict[str, object]


@click.command(
    "assess",
    epilog=_("Example: safeconduct law assess case.json --on 2026-03-01 --json"),
)
@click.argument("file", type=click.File("rb"))
@on_option
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON per case.")
def assess_command(file: BinaryIO, on: datetime | None, *, as_json: bool) -> None:
    """Answer all eight options for each case in FILE."""
    day = day_of(on)
    # All cases are read before anything is printed: wrong input prints no answers.
    answered = [(case, _assess(case, day)) for case in cases(file)]
    for case, assessment in answered:
        if as_json:
            click.echo(json.dumps(assessment.as_json()))
        else:
            _print(case, assessment)


@click.command(
    epilog=_("Example: safeconduct law explain case.json --option X --towards KP")
)
@click.argument("file", type=click.File("rb"))
@on_option
@click.option(
    "--option",
    "letter",
    type=click.Choice([act.option for act in OPTIONS]),
    required=True,
    help="The option to explain.",
)
@click.option("--towards", metavar="STATE", help="Only this destination, such as KP.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON per case.")
def explain(
    file: BinaryIO,
    on: datetime | None,
    letter: str,
    towards: str | None,
    *,
    as_json: bool,
) -> None:
    """Tell which norms and facts gave the answer to one option."""
    day = day_of(on)
    chosen = []
    for case in cases(file):
        assessment = _assess(case, day)
        answers = dict(assessment.options[letter].destinations)
        if towards is not None and towards not in answers:
            known = ", ".join(answers)
            refuse(
                case.line,
                _("%(state)s is no destination of %(option)s; there is %(known)s.")
                % {"state": towards, "option": letter, "known": known},
            )
        wanted = {s: a for s, a in answers.items() if towards in {None, s}}
        chosen.append((wanted, assessment.deadlines))
    for answers, deadlines in chosen:
        if as_json:
            told = {state: list(one.explanation) for state, one in answers.items()}
            click.echo(json.dumps(told))
            continue
        for state, answer in answers.items():
            _print_explanation(letter, state, answer)
        print_deadlines(deadlines)


@click.command(epilog=_("Example: safeconduct law norms --on 2026-03-01"))
@on_option
@position_option
def norms(on: datetime | None, position: str) -> None:
    """List the norms in force."""
    law_of_day = in_words(None, lambda: pack(day_of(on), position))
    _print_norms(law_of_day)


def _assess(case: Case, on: date) -> Assessment:
    return in_words(case.line, lambda: assess(case.facts, on=on))


def cases(file: BinaryIO) -> Iterator[Case]:
    """Read the cases: one object on each line, or one object over all lines."""
    for line, content in objects(
        file, _("there is no case. Write an object with facts.")
    ):
        yield _case(line, content)


def _case(line: int, content: object) -> Case:
    if not isinstance(content, dict) or not isinstance(content.get("facts"), dict):
        refuse(line, _('a case is an object with facts: {"facts": {...}}.'))
    for key in content:
        near = get_close_matches(key, KEYS, n=1)
        if key not in KEYS and near:
            sentence = _("%(key)s has no meaning here. Did you mean %(near)s?")
            refuse(line, sentence % {"key": key, "near": near[0]})
    facts = content["facts"]
    baseline = content.get("baseline")
    if baseline is not None:
        if not isinstance(baseline, str) or baseline not in BASELINES:
            known = ", ".join(BASELINES)
            sentence = _("there is no baseline %(name)s; there is %(known)s.")
            refuse(line, sentence % {"name": baseline, "known": known})
        facts = over_baseline(facts, baseline)
    return Case(line, str(content.get("id", "")), facts)


def _print(case: Case, assessment: Assessment) -> None:
    """Print a row per option and destination, and beneath it what is missing."""
    heading = _("Law %(law)s on %(day)s, %(position)s") % {
        "law": assessment.law[:12],
        "day": assessment.on.isoformat(),
        "position": assessment.position,
    }
    click.echo(f"{case.name}: {heading}" if case.name else heading)
    for act in OPTIONS:
        for state, answer in assessment.options[act.option].destinations.items():
            _print_row(act.option, state, answer)
    _print_row("-", _("Agency"), assessment.agency)
    _print_row("-", _("remain"), assessment.remain)
    if assessment.limbo:
        click.echo(_("Nothing but staying is lawful: a path must be opened."))
    print_deadlines(assessment.deadlines)


def _print_row(letter: str, state: str, answer: Answer) -> None:
    remarks = [
        word
        for word, holds in (
            (_("duty"), answer.duty),
            (_("contested"), answer.contested),
            (_("forecast"), answer.forecast),
        )
        if holds
    ]
    result = ", ".join([answer.result, *remarks])
    click.echo(f"{letter:<2}  {state:<6}  {result:<28}  {', '.join(answer.norms)}")
    if answer.missing:
        ways = _(" or ").join(" + ".join(way) for way in answer.missing)
        click.echo(INDENT + _("would be settled by: %s") % ways)


def _print_explanation(letter: str, state: str, answer: Answer) -> None:
    towards = "" if state == NOWHERE else _(" towards %s") % state
    click.echo(f"{letter}{towards}: {answer.result}")
    for entry in answer.explanation:
        click.echo(f"  {_name(entry)} {entry['mark']} {entry['citation']}")
        click.echo(f"{INDENT}{_SAYS[Mode(entry['mode'])]()}: {entry['wording']}")
        if entry["effective"] == "U":
            click.echo(INDENT + _("It is not known whether this holds."))
        if entry["beaten_by"]:
            click.echo(INDENT + _("beaten by %s") % ", ".join(entry["beaten_by"]))
        for fact in entry["facts"]:
            click.echo(
                f"{INDENT}- {fact['name']} = {fact['value']}: {fact['question']}"
            )


def _name(entry: Mapping[str, Any]) -> str:
    return f"{entry['norm']}/{entry['leg']}" if entry["leg"] else str(entry["norm"])


# Called when printed, so that the language of that moment counts.
_SAYS: dict[Mode, Callable[[], str]] = {
    Mode.MUST_NOT: lambda: _("forbids"),
    Mode.NOT_UNTIL: lambda: _("waits"),
    Mode.MUST: lambda: _("requires"),
    Mode.MAY: lambda: _("allows"),
}


def _print_norms(law_of_day: Pack) -> None:
    click.echo(heading(law_of_day))
    for norm in sorted(law_of_day.norms, key=lambda norm: norm.name):
        letters = ", ".join(act.option or act.name for act in norm.acts)
        provision = norm.provision
        click.echo(f"{norm.name} {provision.mark} {provision.citation}")
        click.echo(f"{INDENT}{_SAYS[norm.mode]()} {letters}: {norm.wording}")
