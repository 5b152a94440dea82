"""``safeconduct reports read``: what does a report say?"""

import json
from decimal import Decimal
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from safeconduct.text import (
    LIMIT,
    Detail,
    Figure,
    InputRefused,
    InputTooLarge,
    Page,
    find_details,
    find_figures,
)
from safeconduct.text import read as read_page

UNREADABLE = 2


@click.command(epilog=_("Example: safeconduct reports read page.html --json"))
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, one line for each file."
)
@click.pass_context
def read(context: click.Context, files: tuple[Path, ...], *, as_json: bool) -> None:
    """Read reports: their text, what is boilerplate, figures and telling details.

    FILE is a web page or plain text. Offsets count characters of the decoded file,
    or of the visible text of a web page ("form" tells which). The output repeats
    what the reports say of people: treat it as you treat them.
    """
    failed = False
    for file in files:
        try:
            page = read_page(_bytes(file), name=file.name)
        except (InputRefused, OSError) as error:
            failed = True
            click.echo(f"{file.name}: {_sentence(error)}", err=True)
            continue
        figures, details = find_figures(page), find_details(page)
        if as_json:
            record = _as_json(page, figures, details)
            click.echo(json.dumps(record, ensure_ascii=False))
        else:
            _print(page, figures, details)
    context.exit(UNREADABLE if failed else 0)


def _bytes(file: Path) -> bytes:
    """Read a file, but no more of it than can be accepted."""
    with file.open("rb") as stream:
        data = stream.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise InputTooLarge(max(len(data), file.stat().st_size), LIMIT)
    return data


def _sentence(error: InputRefused | OSError) -> str:
    if isinstance(error, OSError):
        # The error's own text would show the whole path of the file.
        return _("The file cannot be opened: %s.") % error.strerror
    return str(error)


def _as_json(
    page: Page, figures: tuple[Figure, ...], details: tuple[Detail, ...]
) -> dict[str, Any]:
    return {
        "file": page.name,
        "sha256": page.sha256,
        "charset": page.charset,
        "form": page.form,
        "title": page.title,
        "language": page.language,
        "published": page.published.isoformat() if page.published else None,
        "publisher": page.publisher,
        "author": page.author,
        "declared_sources": list(page.declared_sources),
        "body": page.body,
        "boilerplate": [
            {
                "line": line.number,
                "start": line.start,
                "end": line.end,
                "kind": line.kind.value,
                "text": line.text,
            }
            for line in page.boilerplate
        ],
        "figures": [_figure(figure) for figure in figures],
        "details": [
            {
                "text": detail.text,
                "start": detail.start,
                "end": detail.end,
                "kind": detail.kind.value,
                "class": detail.kind.exposes.value,
            }
            for detail in details
        ],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
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
        "unit": figure.unit,
        "currency": figure.currency,
        "base": figure.base,
        "period": _period(figure),
        "place": figure.place,
        "attribution": [
            {"who": speaker.who, "how": speaker.how} for speaker in figure.attribution
        ],
        "certainty": figure.certainty.value,
    }


def _period(figure: Figure) -> dict[str, Any] | None:
    if figure.period is None:
        return None
    start, end = figure.period.start, figure.period.end
    return {
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "text": figure.period.text,
        "resolution": figure.period.resolution,
        "evidence": figure.period.evidence,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _print(
    page: Page, figures: tuple[Figure, ...], details: tuple[Detail, ...]
) -> None:
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
    click.echo("  " + _("details: %s") % len(details))
    for detail in details:
        click.echo(f"    {detail.start}-{detail.end} {detail.kind}: “{detail.text}”")
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
