"""``safeconduct exposure scan``: whom does a text give away?"""

import json
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from safeconduct.bounded import Stopped, Worker
from safeconduct.cli.refusal import Refused
from safeconduct.cli.reports.opening import pages_of
from safeconduct.disclosure import (
    THRESHOLD,
    Exposure,
    Register,
    Span,
    phrases,
    read_persons,
    scan,
)
from safeconduct.text import LIMIT, InputRefused, Page, Refusal
from safeconduct.text.reason import verbatim

UNREADABLE = 2


@click.command(
    "scan",
    epilog=_(
        "Example: safeconduct exposure scan report.txt --register persons.csv --json"
    ),
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--register",
    "persons",
    metavar="PERSONS",
    required=True,
    type=click.Path(path_type=Path),
    help="The protected persons: CSV with a header, or a JSON list.",
)
@click.option(
    "-k",
    "threshold",
    type=click.IntRange(min=1),
    default=THRESHOLD,
    show_default=True,
    help="A description that fits fewer people gives them away.",
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one line for each person."
)
@click.pass_context
def scan_files(
    context: click.Context,
    files: tuple[Path, ...],
    *,
    persons: Path,
    threshold: int,
    as_json: bool,
) -> None:
    """Find the protected persons whom texts give away.

    FILE is what `reports read` reads. For each person found: his id, how many people
    the text fits (k), the places that give him away, and k without each detail.
    Offsets count characters of the decoded file. No name is printed.
    """
    register = open_register(persons)
    named = len(files) > 1 or any(file.is_dir() for file in files)
    failed = False
    for looked in _looked(files, register, threshold):
        if isinstance(looked, Refusal):
            failed = True
            click.echo(f"{looked.name}: {looked.sentence}", err=True)
            continue
        page, found = looked
        if as_json:
            for exposure in found:
                record = as_record(page, exposure, named=named)
                click.echo(json.dumps(record, ensure_ascii=False))
        else:
            _print(page, found)
    context.exit(UNREADABLE if failed else 0)


def open_register(file: Path) -> Register:
    """Read the protected persons; what is ignored of them is said on stderr.

    Raises:
        Refused: the file cannot be opened, or nobody can be read from it.
    """
    try:
        with file.open("rb") as stream:
            persons, complaints = read_persons(stream.read(LIMIT + 1), file.name)
    except OSError as error:
        raise Refused(
            _("%(file)s cannot be opened: %(reason)s.")
            % {"file": file.name, "reason": error.strerror or _("unknown")}
        ) from error
    except InputRefused as error:
        raise Refused(f"{file.name}: {error}") from error
    for complaint in complaints:
        click.echo(f"{file.name}: {complaint}", err=True)
    if not persons:
        raise Refused(
            _("%s holds no person with an id: there is nobody to look for.") % file.name
        )
    return Register(persons)


def _looked(
    files: tuple[Path, ...], register: Register, threshold: int
) -> Iterator[tuple[Page, tuple[Exposure, ...]] | Refusal]:
    """Yield each document with whom it gives away, or why it was not looked at."""
    worker = Worker()
    for page in pages_of(files, worker):
        if isinstance(page, Refusal):
            yield page
            continue
        try:
            yield page, worker.call(scan, page, register, threshold=threshold)
        except Stopped as stopped:
            yield Refusal(page.name, verbatim(str(stopped)))


def as_record(page: Page, exposure: Exposure, *, named: bool) -> dict[str, Any]:
    """Write an exposure as the JSON that scripts read."""
    return {
        **({"file": page.name} if named else {}),
        "person": exposure.person,
        "k": exposure.k,
        "spans": [_span(page, span) for span in phrases(page.text, exposure.spans)],
        "k_without": exposure.k_without,
    }


def _span(page: Page, span: Span) -> dict[str, Any]:
    start, end = page.in_source(span.start, span.end)
    return {"start": start, "end": end, "kind": span.kind, "field": span.field}


def _print(page: Page, found: tuple[Exposure, ...]) -> None:
    if not found:
        click.echo(_("%s: gives nobody away") % page.name)
    for exposure in found:
        without = ", ".join(
            f"{field} {count}" for field, count in exposure.k_without.items()
        )
        click.echo(
            _("%(file)s: %(person)s, k %(k)s, %(spans)s places; k without: %(without)s")
            % {
                "file": page.name,
                "person": exposure.person,
                "k": exposure.k,
                "spans": len(exposure.spans),
                "without": without or _("nothing"),
            }
        )
