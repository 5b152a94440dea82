"""``names score``: how likely is it that two spellings are of one name?"""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from gettext import gettext as _
from itertools import islice
from typing import Any, BinaryIO

import click

from safeconduct.cli.names.reading import BadLine, Faults, numbered, two_names
from safeconduct.cli.names.spreading import spread
from safeconduct.cli.names.wording import as_json
from safeconduct.names import weight

BATCH = 1000  # lines a process takes at a time
Batch = list[tuple[int, bytes]]
# What to print for a line, and what is wrong with it.
Answer = tuple[str, str]


@click.command(epilog=_("Example: safeconduct names score pairs.tsv > scores.txt"))
@click.argument("file", metavar="PAIRS.tsv", type=click.File("rb"))
@click.option("--json", "in_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_context
def score(context: click.Context, file: BinaryIO, *, in_json: bool) -> None:
    """Score pairs of names: one score a line, higher is more likely the same.

    Each line of PAIRS.tsv holds two names with a tab between them, without a heading;
    `-` reads standard input. The score is the weight of the evidence in nats: the
    logarithm of how much likelier both spellings are if they are of one name than if
    two names were drawn by chance.

    A line that cannot be read gives an empty line ("error" in JSON), a sentence on
    standard error and the exit code 2; so the n-th line printed answers the n-th read.
    """
    with Faults() as faults:
        work = partial(_scored, in_json=in_json)
        before = 0
        for answers in spread(work, _batches(file)):
            click.echo("\n".join(line for line, _fault in answers))
            for number, (_line, fault) in enumerate(answers, before + 1):
                if fault:
                    faults.say(number, fault)
            before += len(answers)
    context.exit(faults.code)


def _batches(file: Iterable[bytes]) -> Iterator[Batch]:
    lines = numbered(file)
    while batch := list(islice(lines, BATCH)):
        yield batch


def _scored(batch: Batch, *, in_json: bool) -> list[Answer]:
    return [_answer(number, line, in_json=in_json) for number, line in batch]


def _answer(number: int, line: bytes, *, in_json: bool) -> Answer:
    try:
        a, b = two_names(line)
    except BadLine as fault:
        sentence = str(fault)
        told = {"line": number, "error": sentence}
        return (_dumped(told) if in_json else ""), sentence
    found = weight(a, b, why=in_json)
    if in_json:
        return _dumped({"line": number, **as_json(a, b, found)}), ""
    return f"{found.nats:.6f}", ""


def _dumped(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False)
