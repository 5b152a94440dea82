"""``law replay``: does the law of that day still give the answer it gave?"""

from collections.abc import Iterator
from datetime import date
from gettext import gettext as _
from pathlib import Path
from typing import BinaryIO

import click

from safeconduct.cli import datafolder, environment
from safeconduct.cli.law.asking import refuse
from safeconduct.cli.law.reading import objects
from safeconduct.law.record import fingerprint
from safeconduct.law.replay import Stored, replay

NEEDED = ("law", "facts", "answers")


@click.command(
    "replay", epilog=_("Example: safeconduct law replay determinations.jsonl")
)
@click.argument("file", type=click.File("rb"), required=False)
@datafolder.option
@click.pass_context
def replay_command(
    context: click.Context, file: BinaryIO | None, data: Path | None
) -> None:
    """Ask every determination again under the law of its day.

    FILE holds determinations as the interface for programs gives them, one JSON object
    a line with `law`, `facts`, `answers` and `at` (or `on`); `-` reads standard input.
    Without FILE all determinations of the house are asked again. They are named by
    their ids, people are not.

    Exit codes: 0 every answer is the same, 1 one is not, 2 wrong input.
    """
    count = differing = 0
    for name, found in _from(file) if file is not None else _stored(data):
        count += 1
        differing += bool(found)
        for sentence in found:
            click.echo(f"{name}: {sentence}")
    told = {"count": count, "differing": differing}
    click.echo(_("%(count)d asked again, %(differing)d not as they were.") % told)
    context.exit(1 if differing else 0)


def _stored(data: Path | None) -> Iterator[tuple[str, list[str]]]:
    with environment.ready(datafolder.choose(data), join=True, migrate=False):
        from safeconduct.determination import queries

        for name, found in queries.differing():
            yield str(name), found


def _from(file: BinaryIO) -> Iterator[tuple[str, list[str]]]:
    for line, content in objects(file, _("there is no determination.")):
        if not isinstance(content, dict) or not all(key in content for key in NEEDED):
            refuse(line, _("a determination has law, facts, answers, and at or on."))
        day = content.get("on") or content.get("law_day") or content.get("at")
        try:
            on = date.fromisoformat(str(day)[:10])
        except ValueError:
            refuse(line, _("say the law day as on: 2026-03-01."))
        if not all(isinstance(content[key], dict) for key in ("facts", "answers")):
            refuse(line, _("facts and answers are objects."))
        facts = content["facts"]
        stored = Stored(str(content["law"]), on, facts, content["answers"])
        found = list(replay(stored))
        written = content.get("facts_hash")
        if written is not None and written != fingerprint(facts):
            found.insert(0, _("The facts do not fit their hash."))
        yield str(content.get("id") or _("line %d") % line), found
