"""``safeconduct reports read``: what does a report say?"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from safeconduct.bounded import Stopped, Worker
from safeconduct.bounded.worker import SECONDS
from safeconduct.cli.reports.opening import pages_of
from safeconduct.text import (
    Figure,
    Line,
    Page,
    Refusal,
    find_figures,
    strip_recurring,
)

UNREADABLE = 2
WINDOW = 200
"""Documents read before any is printed, so that lines of their site are known."""
WINDOW_CHARACTERS = 5_000_000
PROGRESS = 100
"""Documents after which the command says how far it is."""


@dataclass(slots=True)
class Progress:
    """How many documents were read, and whether one of them could not be."""

    documents: int = 0
    failed: bool = False

    def refuse(self, name: str, sentence: str) -> None:
        """Say why a document was not read."""
        self.failed = True
        click.echo(f"{name}: {sentence}", err=True)

    def count(self) -> None:
        """Count a document and say so now and then."""
        self.documents += 1
        if self.documents % PROGRESS == 0:
            click.echo(_("%s documents read") % f"{self.documents:,}", err=True)


@click.command(epilog=_("Example: safeconduct reports read page.html --json"))
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one line for each document."
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.1),
    default=SECONDS,
    show_default=True,
    help="Longest that one document may take.",
)
@click.pass_context
def read(
    context: click.Context, files: tuple[Path, ...], *, as_json: bool, seconds: float
) -> None:
    """Read reports: their text, what is boilerplate, and figures.

    FILE is a web page, saved or as it came, plain text, PDF, DOCX, a feed, a web
    archive (WARC), or a folder of such files. Offsets count characters of the decoded
    file, tags included; of the text in it for PDF, DOCX and documents of a feed or
    saved page. The output repeats what the reports say of people: treat it as you
    treat them.
    """
    progress = Progress()
    worker = Worker(seconds=seconds)
    for pages in _windows(_pages(files, worker, progress)):
        for page in strip_recurring(pages):
            try:
                figures = worker.call(find_figures, page)
            except Stopped as stopped:
                progress.refuse(page.name, str(stopped))
                continue
            if as_json:
                record = _as_json(page, figures)
                click.echo(json.dumps(record, ensure_ascii=False))
            else:
                _print(page, figures)
    context.exit(UNREADABLE if progress.failed else 0)


def _pages(
    arguments: tuple[Path, ...], worker: Worker, progress: Progress
) -> Iterator[Page]:
    """Yield the pages that can be read; the others get their sentence."""
    for page in pages_of(arguments, worker):
        progress.count()
        if isinstance(page, Refusal):
            progress.refuse(page.name, page.sentence)
        else:
            yield page


def _windows(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Group pages, few enough of them to be held in memory."""
    window: list[Page] = []
    characters = 0
    for page in pages:
        window.append(page)
        characters += len(page.text)
        if len(window) == WINDOW or characters > WINDOW_CHARACTERS:
            yield window
            window, characters = [], 0
    yield window


def _as_json(page: Page, figures: tuple[Figure, ...]) -> dict[str, Any]:
    return {
        "file": page.name,
        "sha256": page.sha256,
        "charset": page.charset,
        "form": page.form,
        "address": page.address,
        "title": page.title,
        "language": page.language,
        "published": page.published.isoformat() if page.published else None,
        "publisher": page.publisher,
        "author": page.author,
        "declared_sources": list(page.declared_sources),
        "body": page.body,
        "boilerplate": [line.text for line in page.boilerplate],
        "lines": [
            {
                "line": line.number,
                **_place(page, line),
                "kind": line.kind.value,
                "text": line.text,
            }
            for line in page.lines
        ],
        "figures": [_figure(page, figure) for figure in figures],
    }


def _place(page: Page, span: Line | Figure) -> dict[str, int]:
    """Tell where a span stands in the decoded file."""
    start, end = page.in_source(span.start, span.end)
    return {"start": start, "end": end}


def _figure(page: Page, figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        **_place(page, figure),
        "kind": figure.kind.value,
        "role": figure.role.value,
        "low": _number(figure.low),
        "high": _number(figure.high),
        "low_open": figure.low_open,
        "high_open": figure.high_open,
        "approx": figure.approx,
        "additional": figure.additional,
        "corrected": figure.corrected,
        "vague": figure.vague,
        "compare": figure.compare,
        "restates": _restated(page, figure),
        "unit": figure.unit,
        "currency": figure.currency,
        "base": figure.base,
        **_period(figure),
        "place": figure.place,
        "attribution": [
            {"who": speaker.who, "how": speaker.how} for speaker in figure.attribution
        ],
        "certainty": figure.certainty.value,
    }


def _period(figure: Figure) -> dict[str, Any]:
    period = figure.period
    undated = {"undated": figure.undated}
    if period is None:
        nothing = {"period": None, "period_text": None, "period_resolution": None}
        return nothing | undated
    days = [day.isoformat() if day else None for day in (period.start, period.end)]
    return {
        "period": days,
        "period_text": period.text,
        "period_resolution": period.resolution,
        "period_evidence": period.evidence,
    } | undated


def _restated(page: Page, figure: Figure) -> int | None:
    """Tell where the figure that this one says again starts in the decoded file."""
    if figure.restates is None:
        return None
    return page.in_source(figure.restates, figure.restates + 1)[0]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _print(page: Page, figures: tuple[Figure, ...]) -> None:
    click.echo(f"{page.name}: {page.title or _('(no title)')}")
    for label, value in (
        (_("language"), page.language),
        (_("published"), page.published),
        (_("publisher"), page.publisher),
        (_("author"), page.author),
        (_("sources"), ", ".join(page.declared_sources)),
    ):
        click.echo(f"  {label}: {value or _('not stated')}")
    words = len(page.body.split())
    click.echo("  " + _("body: %s words") % words)
    click.echo("  " + _("boilerplate: %s lines") % len(page.boilerplate))
    for line in page.boilerplate:
        click.echo(f"    {line.kind}: {line.text[:70]}")
    click.echo("  " + _("figures: %s") % len(figures))
    for figure in figures:
        who = " → ".join(speaker.who for speaker in figure.attribution)
        click.echo(
            f"    {figure.start}-{figure.end} “{figure.text}” {figure.role}"
            f" {_interval(figure)} {figure.unit or ''} ({figure.certainty}: {who})"
        )
    click.echo()


def _interval(figure: Figure) -> str:
    """Write an interval as mathematicians do: a round bracket leaves its end out."""
    low = (
        "(−∞" if figure.low is None else f"{'[('[figure.low_open]}{_plain(figure.low)}"
    )
    high = (
        "∞)"
        if figure.high is None
        else f"{_plain(figure.high)}{'])'[figure.high_open]}"
    )
    about = "≈" if figure.approx else ""
    return f"{about}{low}, {high}"


def _plain(value: Decimal) -> str:
    number = _number(value)
    return f"{number:,}" if isinstance(number, int) else f"{number:.3g}"
