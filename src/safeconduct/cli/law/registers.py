"""``law bulk``, ``diff`` and ``survey``: what does the law say of a whole register?"""

import sys
from datetime import date, datetime
from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safeconduct.cli.law.asking import (
    INDENT,
    WrongInput,
    day_of,
    heading,
    in_words,
    on_option,
    position_option,
)
from safeconduct.cli.whole import whole
from safeconduct.law import Pack, pack
from safeconduct.law.soundness import POSITIONS

if TYPE_CHECKING:
    import polars as pl

# Cases of a table that are answered at a time.
ROWS_AT_ONCE = 1 << 17
_TABLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(
    epilog=_("Example: safeconduct law bulk register.parquet answers.parquet"),
)
@click.argument("source", type=_TABLE, metavar="IN.parquet")
@click.argument("target", type=click.Path(path_type=Path), metavar="OUT.parquet")
@on_option
@click.option(
    "--position",
    type=click.Choice(POSITIONS),
    help="For every case; if left out, the column position.mode counts.",
)
def bulk(source: Path, target: Path, on: datetime | None, position: str | None) -> None:
    """Answer all options for every row of a table.

    A row is a case: `id`, and a column for each fact. An empty cell was not recorded.
    """
    import polars as pl

    from safeconduct.law.bulk import assess_table

    day, parts = day_of(on), []
    cases = _refuse_strange_ids(source)
    starts = range(0, max(cases, 1), ROWS_AT_ONCE)
    with click.progressbar(starts, label=_("Cases"), file=sys.stderr) as steps:
        for start in steps:
            rows = _table(source, start, ROWS_AT_ONCE)
            parts.append(
                in_words(None, partial(assess_table, rows, on=day, position=position))
            )
    answers = pl.concat(parts, how="diagonal")
    write_whole(answers, target)
    click.echo(_("%(count)s cases answered.") % {"count": len(answers)})


@click.command(
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
    from safeconduct.law import diff as laws

    def compare() -> None:
        old, new = _law_named(before), laws.without(_law_named(after), *without)
        click.echo(f"A: {heading(old)}\nB: {heading(new)}")
        for norm in laws.changed_norms(old, new):
            had, has = norm.before is not None, norm.after is not None
            sign = "~" if had and has else "-" if had else "+"
            click.echo(f"{sign} {norm.name}")
        if register is not None:
            _print_changes(old, new, register, stating, most)

    if stating is not None and register is None:
        raise WrongInput(_("A fact is stated of cases: name them with --register."))
    in_words(None, compare)


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
    from safeconduct.law import diff as laws
    from safeconduct.law.bulk import Views, evaluate, read_register

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


@click.command(
    "survey", epilog=_("Example: safeconduct law survey register.parquet --most 10")
)
@click.argument("source", type=_TABLE, metavar="IN.parquet")
@on_option
@position_option
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="How many questions to print.",
)
def survey_command(source: Path, on: datetime | None, position: str, most: int) -> None:
    """Tell which one question, asked in every case, would settle most open cases."""
    from safeconduct.law.bulk import Views, evaluate, read_register
    from safeconduct.law.survey import open_cases, survey

    frame = _table(source)
    law_of_day = in_words(None, lambda: pack(day_of(on), position))
    views = Views(in_words(None, lambda: read_register(frame)))
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


def write_whole(answers: "pl.DataFrame", target: Path, mode: int = 0o666) -> None:
    """Write a table whole or not at all.

    Args:
        answers: The table.
        target: The file; one that is there is replaced.
        mode: Who may read and write it, less what the umask takes away.
    """
    try:
        with whole(target, mode) as unfinished:
            answers.write_parquet(unfinished)
    except OSError as error:
        sentence = _("%(file)s cannot be written: %(fault)s.")
        fault = {"file": target, "fault": error.strerror or error}
        raise WrongInput(sentence % fault) from error


def _refuse_strange_ids(source: Path) -> int:
    """Count the cases; parts of a table cannot see that an id stands in another."""
    from safeconduct.law.bulk import read_ids

    return len(in_words(None, lambda: read_ids(_table(source, columns=("id",)))))


def _table(
    source: Path, start: int = 0, rows: int | None = None, columns: tuple[str, ...] = ()
) -> "pl.DataFrame":
    """Read some rows of a table; of the columns that are there those named, or all."""
    import polars as pl

    try:
        arrow = source.suffix in {".arrow", ".ipc", ".feather"}
        found = pl.scan_ipc(source) if arrow else pl.scan_parquet(source)
        if columns:
            there = found.collect_schema().names()
            found = found.select(name for name in columns if name in there)
        return found.slice(start, rows).collect()
    except (pl.exceptions.PolarsError, OSError) as error:
        sentence = _("%(file)s cannot be read as a table: %(fault)s")
        fault = str(error).partition("\n")[0]
        raise WrongInput(sentence % {"file": source, "fault": fault}) from error
