"""``safeconduct law``: which ways out are lawful, and why?

Runs without Django and without a database.

FILE holds one JSON object `{"facts": {...}}`, or one on each line; `-` reads standard
input. `"baseline": "vignettes"` in an object lays its facts over the harmless case of
the worked examples.

Exit codes: 0 answered, 1 not proved, 2 wrong input (a sentence names the line and the
fact).
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from functools import partial
from gettext import gettext as _
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, TypeVar

import click

from safeconduct.law import (
    BASELINES,
    NOWHERE,
    OPTIONS,
    Answer,
    Assessment,
    LawError,
    Mode,
    NoLawInForce,
    Pack,
    assess,
    over_baseline,
    pack,
)
from safeconduct.law.record import written
from safeconduct.law.soundness import POSITIONS

if TYPE_CHECKING:
    # These load slowly, and few commands need them.
    import polars as pl

    from safeconduct.law.proofs import Witness

KEYS = ("facts", "baseline", "id")
INDENT = " " * 4
# Cases of a table that are answered at a time.
ROWS_AT_ONCE = 1 << 18
_TABLE = click.Path(exists=True, dir_okay=False, path_type=Path)
F = TypeVar("F", bound=Callable[..., object])


class WrongInput(click.ClickException):
    """The input cannot be assessed; the message is a sentence that names the line."""

    exit_code = 2


@dataclass(frozen=True)
class Case:
    """One case of the input: where it stands, what it says."""

    line: int
    name: str
    facts: dict[str, object]


@click.group()
def law() -> None:
    """Ask the law which ways out are open."""


def _on(command: F) -> F:
    return click.option(
        "--on",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="The law day, YYYY-MM-DD; today if left out.",
    )(command)


@law.command(
    "assess",
    epilog=_("Example: safeconduct law assess case.json --on 2026-03-01 --json"),
)
@click.argument("file", type=click.File("rb"))
@_on
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON per case.")
def assess_command(file: BinaryIO, on: datetime | None, *, as_json: bool) -> None:
    """Answer all eight options for each case in FILE."""
    day = _day(on)
    # All cases are read before anything is printed: wrong input prints no answers.
    answered = [(case, _assess(case, day)) for case in _cases(file)]
    for case, assessment in answered:
        if as_json:
            click.echo(json.dumps(assessment.as_json()))
        else:
            _print(case, assessment)


@law.command(
    epilog=_("Example: safeconduct law explain case.json --option X --towards KP")
)
@click.argument("file", type=click.File("rb"))
@_on
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
    day = _day(on)
    chosen = []
    for case in _cases(file):
        answers = dict(_assess(case, day).options[letter].destinations)
        if towards is not None and towards not in answers:
            known = ", ".join(answers)
            _refuse(
                case.line,
                _("%(state)s is no destination of %(option)s; there is %(known)s.")
                % {"state": towards, "option": letter, "known": known},
            )
        chosen.append({s: a for s, a in answers.items() if towards in {None, s}})
    for answers in chosen:
        if as_json:
            told = {state: list(one.explanation) for state, one in answers.items()}
            click.echo(json.dumps(told))
            continue
        for state, answer in answers.items():
            _print_explanation(letter, state, answer)


def _position(command: F) -> F:
    return click.option(
        "--position",
        type=click.Choice(POSITIONS),
        default=POSITIONS[0],
        show_default=True,
        help="The legal position on return against his will.",
    )(command)


@law.command(epilog=_("Example: safeconduct law norms --on 2026-03-01"))
@_on
@_position
def norms(on: datetime | None, position: str) -> None:
    """List the norms in force."""
    law_of_day = _sentence(None, lambda: pack(_day(on), position))
    _print_norms(law_of_day)


@law.command("prove", epilog=_("Example: safeconduct law prove --position will_based"))
@_on
@_position
def prove_command(on: datetime | None, position: str) -> None:
    """Prove that the law is safe, and show a case where it is not.

    Exit codes: 0 everything is proved, 1 something is not, 2 wrong input.
    """
    from safeconduct.law.proofs import PROOFS, prove  # noqa: PLC0415 - loads a solver

    law_of_day = _sentence(None, lambda: pack(_day(on), position))
    click.echo(_law_heading(law_of_day))
    started, holds = perf_counter(), True
    for name in PROOFS:
        begun = perf_counter()
        (proof,) = prove(law_of_day, (name,))
        word = _("holds") if proof.holds else _("FAILS")
        click.echo(f"{word:<6}  {perf_counter() - begun:6.2f} s  {proof.claim}")
        for witness in proof.witnesses:
            _print_witness(witness)
        holds = holds and proof.holds
    click.echo(_("In all %.2f s.") % (perf_counter() - started))
    if not holds:
        sys.exit(1)


@law.command(
    epilog=_("Example: safeconduct law bulk register.parquet answers.parquet"),
)
@click.argument("source", type=_TABLE, metavar="IN.parquet")
@click.argument("target", type=click.Path(path_type=Path), metavar="OUT.parquet")
@_on
@click.option(
    "--position",
    type=click.Choice(POSITIONS),
    help="For every case; if left out, the column position.mode counts.",
)
def bulk(source: Path, target: Path, on: datetime | None, position: str | None) -> None:
    """Answer all options for every row of a table.

    A row is a case: `id`, and a column for each fact. An empty cell was not recorded.
    """
    import polars as pl  # noqa: PLC0415 - loads slowly, and two commands need it

    from safeconduct.law.bulk import assess_table  # noqa: PLC0415 - as above

    frame, day = _table(source), _day(on)
    parts: list[pl.DataFrame] = []
    starts = range(0, max(len(frame), 1), ROWS_AT_ONCE)
    with click.progressbar(starts, label=_("Cases"), file=sys.stderr) as steps:
        for start in steps:
            rows = frame.slice(start, ROWS_AT_ONCE)
            parts.append(
                _sentence(None, partial(assess_table, rows, on=day, position=position))
            )
    answers = pl.concat(parts, how="diagonal")
    unfinished = target.with_name(f"{target.name}.part")
    try:
        answers.write_parquet(unfinished)
        unfinished.replace(target)
    except OSError as error:
        sentence = _("%(file)s cannot be written: %(fault)s.")
        fault = {"file": target, "fault": error.strerror or error}
        raise WrongInput(sentence % fault) from error
    click.echo(_("%(count)s cases answered.") % {"count": len(answers)})


@law.command(
    epilog=_(
        "Example: safeconduct law diff 2026-11-01 2026-11-01:will_based "
        "--register register.parquet"
    ),
)
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--register", type=_TABLE, help="A table of cases: who changes status?")
@click.option(
    "--without", multiple=True, metavar="NORM", help="Leave this norm out of B."
)
@click.option(
    "--stating",
    metavar="FACT=VALUE",
    help="State this fact in B, in every case of the register.",
)
@click.option(
    "--ids",
    "most",
    type=click.IntRange(min=0),
    default=5,
    show_default=True,
    help="How many ids to print for each change.",
)
def diff(
    before: str,
    after: str,
    register: Path | None,
    without: tuple[str, ...],
    stating: str | None,
    most: int,
) -> None:
    """Compare two laws, and tell who would change status.

    A and B are days, or a day and a position: 2026-11-01:will_based.
    """
    from safeconduct.law import diff as laws  # noqa: PLC0415 - loads Polars

    def compare() -> None:
        old, new = _law_named(before), laws.without(_law_named(after), *without)
        click.echo(f"A: {_law_heading(old)}\nB: {_law_heading(new)}")
        for norm in laws.changed_norms(old, new):
            had, has = norm.before is not None, norm.after is not None
            sign = "~" if had and has else "-" if had else "+"
            click.echo(f"{sign} {norm.name}")
        if register is not None:
            _print_changes(old, new, register, stating, most)

    if stating is not None and register is None:
        raise WrongInput(_("A fact is stated of cases: name them with --register."))
    _sentence(None, compare)


def _law_named(text: str) -> Pack:
    day, colon, position = text.partition(":")
    try:
        on = date.fromisoformat(day)
    except ValueError:
        sentence = _("%s is no law: write a day, or a day and a position.")
        raise WrongInput(sentence % text) from None
    return pack(on, position if colon else POSITIONS[0])


def _print_changes(
    old: Pack, new: Pack, source: Path, stating: str | None, most: int
) -> None:
    from safeconduct.law import diff as laws  # noqa: PLC0415 - loads Polars
    from safeconduct.law.bulk import Views, evaluate, read_register  # noqa: PLC0415

    register = read_register(_table(source))
    first = evaluate(old, Views(register))
    changed = register
    if stating is not None:
        name, _equals, value = stating.partition("=")
        given: object = int(value) if value.isdecimal() else value
        changed, refused = laws.stating(register, name, given)
        if refused:
            sentence = _("%s cases contradict that and stay as they are.")
            click.echo(sentence % refused)
    last = evaluate(new, Views(changed))
    words = 0
    for change in laws.differences(first, last):
        ids = change.ids(register).head(most)
        named = ", ".join(ids) + (", …" if change.count > len(ids) else "")
        had, has = change.before or "-", change.after or "-"
        click.echo(
            f"{change.slot.name:<8} {had} → {has}: {change.count}  {named}".rstrip()
        )
        words += 1
    if not words:
        click.echo(_("Nobody changes status."))


@law.command(
    "survey", epilog=_("Example: safeconduct law survey register.parquet --most 10")
)
@click.argument("source", type=_TABLE, metavar="IN.parquet")
@_on
@_position
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many questions to print.",
)
def survey_command(source: Path, on: datetime | None, position: str, most: int) -> None:
    """Tell which one question, asked in every case, would settle most open cases."""
    from safeconduct.law.bulk import Views, evaluate, read_register  # noqa: PLC0415
    from safeconduct.law.survey import open_cases, survey  # noqa: PLC0415 - Polars

    frame = _table(source)
    law_of_day = _sentence(None, lambda: pack(_day(on), position))
    views = Views(_sentence(None, lambda: read_register(frame)))
    evaluation = evaluate(law_of_day, views)
    count = {"cases": len(frame), "open": open_cases(evaluation)}
    click.echo(_("%(cases)s cases, %(open)s with an open question.") % count)
    found = sorted(survey(evaluation, views), key=lambda one: -one.settles)
    for question in found[:most]:
        click.echo(f"{question.fact}: {question.wording}")
        asked = {"unknown": question.unknown, "settles": round(question.settles)}
        sentence = _("unknown in %(unknown)s; an answer settles %(settles)s on average")
        click.echo(INDENT + sentence % asked)
        for answer in question.answers:
            options = ", ".join(f"{o} {n}" for o, n in answer.options.items())
            told = f"{answer.answer}: {answer.cases}  {options}".rstrip()
            click.echo(INDENT * 2 + told)


def _table(source: Path) -> "pl.DataFrame":
    import polars as pl  # noqa: PLC0415 - loads slowly

    try:
        if source.suffix in {".arrow", ".ipc", ".feather"}:
            return pl.read_ipc(source)
        return pl.read_parquet(source)
    except (pl.exceptions.PolarsError, OSError) as error:
        sentence = _("%(file)s cannot be read as a table: %(fault)s")
        fault = str(error).partition("\n")[0]
        raise WrongInput(sentence % {"file": source, "fault": fault}) from error


def _print_witness(witness: "Witness") -> None:
    about = ", ".join((witness.act, *witness.norms))
    click.echo(INDENT + _("witness: %s") % about)
    for heading, facts in ((_("known"), witness.facts), (_("then"), witness.learned)):
        for name, value in facts.items():
            click.echo(f"{INDENT * 2}{heading}: {name} = {written(value)}")


def _day(on: datetime | None) -> date:
    return (on or datetime.now(UTC)).date()


def _assess(case: Case, on: date) -> Assessment:
    return _sentence(case.line, lambda: assess(case.facts, on=on))


T = TypeVar("T")


def _sentence(line: int | None, ask: Callable[[], T]) -> T:
    """Ask the law; what it refuses becomes a sentence and exit code 2."""
    try:
        return ask()
    except LawError as refusal:
        if line is None or isinstance(refusal, NoLawInForce):
            raise WrongInput(str(refusal)) from refusal
        _refuse(line, str(refusal))


def _refuse(line: int, sentence: str) -> NoReturn:
    raise WrongInput(
        _("Line %(line)s: %(sentence)s") % {"line": line, "sentence": sentence}
    )


def _cases(file: BinaryIO) -> Iterator[Case]:
    """Read the cases: one object on each line, or one object over all lines."""
    text = _text(file)
    lines = [(n, one) for n, one in enumerate(text.split("\n"), 1) if one.strip()]
    if not lines:
        _refuse(1, _("there is no case. Write an object with facts."))
    first, content = lines[0]
    if len(lines) > 1 and not _is_json(content):
        lines = [(first, "\n".join(text.split("\n")[first - 1 :]))]
    for line, content in lines:
        yield _case(line, _parse(line, content))


def _text(file: BinaryIO) -> str:
    try:
        content = file.read()
    except OSError as error:
        raise WrongInput(_("The file cannot be read: %s.") % error.strerror) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        _refuse(line, _("this is not UTF-8. Save the file as UTF-8."))


def _is_json(content: str) -> bool:
    try:
        json.loads(content)
    except (ValueError, RecursionError):
        return False
    return True


def _parse(line: int, content: str) -> object:
    try:
        return json.loads(
            content, object_pairs_hook=_without_repetition, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        sentence = _("this is not JSON (%(fault)s, column %(column)s).")
        fault = {"fault": error.msg, "column": error.colno}
        _refuse(line + error.lineno - 1, sentence % fault)
    except RecursionError:
        _refuse(line, _("this is nested too deeply."))
    except ValueError as error:
        _refuse(line, str(error))


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(_("%s stands twice. Keep one.") % name)
        found[name] = value
    return found


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(_("%s is no value of a fact.") % constant)


def _case(line: int, content: object) -> Case:
    if not isinstance(content, dict) or not isinstance(content.get("facts"), dict):
        _refuse(line, _('a case is an object with facts: {"facts": {...}}.'))
    for key in content:
        near = get_close_matches(key, KEYS, n=1)
        if key not in KEYS and near:
            sentence = _("%(key)s has no meaning here. Did you mean %(near)s?")
            _refuse(line, sentence % {"key": key, "near": near[0]})
    facts = content["facts"]
    baseline = content.get("baseline")
    if baseline is not None:
        if not isinstance(baseline, str) or baseline not in BASELINES:
            known = ", ".join(BASELINES)
            sentence = _("there is no baseline %(name)s; there is %(known)s.")
            _refuse(line, sentence % {"name": baseline, "known": known})
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


def _law_heading(law_of_day: Pack) -> str:
    heading = {"law": law_of_day.hash, "position": law_of_day.position}
    return _("Law %(law)s, %(position)s") % heading


def _print_norms(law_of_day: Pack) -> None:
    click.echo(_law_heading(law_of_day))
    for norm in sorted(law_of_day.norms, key=lambda norm: norm.name):
        letters = ", ".join(act.option or act.name for act in norm.acts)
        provision = norm.provision
        click.echo(f"{norm.name} {provision.mark} {provision.citation}")
        click.echo(f"{INDENT}{_SAYS[norm.mode]()} {letters}: {norm.wording}")
