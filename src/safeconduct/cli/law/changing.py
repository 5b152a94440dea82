"""``law change``: what would have to be otherwise for another answer?"""

import json
from datetime import datetime
from gettext import gettext as _
from typing import BinaryIO

import click

from safeconduct.cli.law.asking import INDENT, day_of, in_words, on_option
from safeconduct.cli.law.cases import cases
from safeconduct.law import NOWHERE, OPTIONS
from safeconduct.law.changes import MOST_CHANGES, Wanted, changes
from safeconduct.law.explanation import question


@click.command(
    epilog=_("Example: safeconduct law change case.json --option X --towards KP")
)
@click.argument("file", type=click.File("rb"))
@on_option
@click.option(
    "--option",
    type=click.Choice([act.option for act in OPTIONS]),
    required=True,
    help="The option to ask about.",
)
@click.option("--towards", default=NOWHERE, metavar="STATE", help="The State, KP.")
@click.option(
    "--to",
    "wanted",
    type=click.Choice([one.value for one in Wanted]),
    default=Wanted.OPEN.value,
    show_default=True,
    help="The answer that is asked for.",
)
@click.option(
    "--most",
    type=click.IntRange(1, MOST_CHANGES),
    default=MOST_CHANGES,
    show_default=True,
    help="How many facts may be otherwise together.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON per case.")
def change(
    file: BinaryIO,
    on: datetime | None,
    option: str,
    towards: str,
    wanted: str,
    most: int,
    *,
    as_json: bool,
) -> None:
    """Tell which facts would have to be otherwise for another answer.

    The smallest sets come first. This is for those who decide. Do not show it to the
    person: it would invite statements made to fit.
    """
    for case in list(cases(file)):
        found = in_words(
            case.line,
            lambda: changes(
                case.facts,  # noqa: B023 - called at once
                on=day_of(on),
                option=option,
                towards=towards,
                wanted=Wanted(wanted),
                most=most,
            ),
        )
        if as_json:
            click.echo(json.dumps(found))
            continue
        if not found:
            click.echo(_("Nothing: it is so already, or no so small change does it."))
        for number, one in enumerate(found, 1):
            click.echo(f"{number}.")
            for name, value in one.items():
                click.echo(f"{INDENT}{name} = {value}: {question(name)}")
