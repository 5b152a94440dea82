"""``safeconduct reports compare``: who copied whom, and where do reports disagree?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from gettext import gettext as _
from pathlib import Path
from typing import Any

import click

from safeconduct.bounded import Stopped, Worker
from safeconduct.cli.refusal import Refused
from safeconduct.cli.reports.opening import pages_of
from safeconduct.text import (
    Figure,
    Page,
    Refusal,
    find_figures,
    lineage,
    strip_recurring,
)
from safeconduct.text.comparison import Finding, compare
from safeconduct.text.comparison.record import record
from safeconduct.text.lineage import Edge, Evidence, Lineage

UNREADABLE = 2


@click.command(
    "compare",
    epilog=_("Example: safeconduct reports compare first.html second.txt --svg f.svg"),
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option(
    "--svg",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT",
    help="Draw who comes from whom into this file.",
)
@click.option(
    "--vectors",
    is_flag=True,
    help="Choose among several parents by sentence vectors (English; needs the extra).",
)
@click.pass_context
def compare_(
    context: click.Context,
    files: tuple[Path, ...],
    *,
    as_json: bool,
    svg: Path | None,
    vectors: bool,
) -> None:
    """Compare reports: who copied whom, and where their figures disagree.

    FILE is what `reports read` takes, folders too; a file is called by its name, with
    its folder where two are called alike. A family of reports that come from one
    another counts as one source; two families may still have a common origin that
    none of them names. Where nothing else tells which of two came first, the one given
    first is taken for the source. The output repeats what the reports say of people:
    treat it as you treat them.
    """
    worker = Worker()
    encode = _encoder() if vectors else None
    pages, failed = _read(files, worker)
    figures = [_figures(page, worker) for page in pages]
    found = lineage.trace(pages, encode)
    findings = compare(pages, figures, found.families)
    names = [page.name for page in pages]
    if svg is not None:
        _draw(svg, found, names)
    if as_json:
        told = _as_json(pages, found, findings)
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        _print(names, found, findings)
    context.exit(UNREADABLE if failed else 0)


def _encoder() -> lineage.Encode:
    try:
        return lineage.encoder()
    except lineage.VectorsMissing as missing:
        raise Refused(str(missing)) from missing


def _draw(file: Path, found: Lineage, names: Sequence[str]) -> None:
    try:
        file.write_text(lineage.draw(found, names), "utf-8")
    except OSError as error:
        sentence = _("The picture cannot be written: %s. Name another file.")
        raise Refused(sentence % error.strerror) from error


def _read(arguments: Sequence[Path], worker: Worker) -> tuple[list[Page], bool]:
    """Read what can be read; say of the rest why not, each in a sentence."""
    pages: list[Page] = []
    failed = False
    for page in pages_of(arguments, worker):
        if isinstance(page, Refusal):
            failed = True
            click.echo(f"{page.name}: {page.sentence}", err=True)
        else:
            pages.append(page)
    return list(strip_recurring(pages)), failed


def _figures(page: Page, worker: Worker) -> tuple[Figure, ...]:
    """Find the figures of a page; of one that takes too long, none."""
    try:
        return worker.call(find_figures, page)
    except Stopped as stopped:
        click.echo(f"{page.name}: {stopped}", err=True)
        return ()


# JSON


def _as_json(
    pages: Sequence[Page], found: Lineage, findings: Sequence[Finding]
) -> dict[str, Any]:
    names = [page.name for page in pages]
    return {
        "lineage": [_edge(edge, pages) for edge in found.edges],
        "families": [[names[page] for page in family] for family in found.families],
        "figures": [_finding(finding, pages) for finding in findings],
    }


def _edge(edge: Edge, pages: Sequence[Page]) -> dict[str, Any]:
    child = pages[edge.child]
    return {
        "from": child.name,
        "to": _parent(edge, [page.name for page in pages]),
        "kind": edge.relation.value,
        "status": edge.status.value,
        "score": edge.score,
        "why": str(edge.direction_why),
        "evidence": [
            {"text": child.text[one.start : one.end]} | _places(edge, one, pages)
            for one in edge.evidence
        ],
    }


def _places(edge: Edge, one: Evidence, pages: Sequence[Page]) -> dict[str, int | None]:
    """Give the places in the decoded files."""
    start, end = pages[edge.child].in_source(one.start, one.end)
    there: tuple[int | None, int | None] = None, None
    if (
        isinstance(edge.parent, int)
        and one.parent_start is not None
        and one.parent_end is not None
    ):
        there = pages[edge.parent].in_source(one.parent_start, one.parent_end)
    parent_start, parent_end = there
    return {
        "start": start,
        "end": end,
        "parent_start": parent_start,
        "parent_end": parent_end,
    }


def _finding(finding: Finding, pages: Sequence[Page]) -> dict[str, Any]:
    """Write a finding with places in the decoded files."""
    told = record(finding, [page.name for page in pages])
    for item, written in zip(finding.items, told["items"], strict=True):
        start, end = pages[item.page].in_source(item.start, item.end)
        written["start"], written["end"] = start, end
    return told


def _parent(edge: Edge, names: Sequence[str]) -> str:
    return names[edge.parent] if isinstance(edge.parent, int) else edge.parent


# For people


def _print(names: Sequence[str], found: Lineage, findings: Sequence[Finding]) -> None:
    click.echo(_("Who comes from whom:"))
    for edge in found.edges:
        _print_edge(edge, names)
    if not found.edges:
        click.echo("  " + _("nothing found"))
    click.echo(_("Independent sources: %s") % len(found.families))
    for family in found.families:
        click.echo("  " + ", ".join(names[page] for page in family))
    told = [finding for finding in findings if finding.is_reported]
    click.echo(_("To be looked at: %s") % len(told))
    for finding in told:
        _print_finding(finding, names)


def _print_edge(edge: Edge, names: Sequence[str]) -> None:
    parent = _parent(edge, names)
    click.echo(f"  {names[edge.child]} → {parent}: {edge.relation} ({edge.status})")
    if edge.between_pages:
        click.echo(f"    {edge.direction_why}")
        click.echo("    " + _("passages shared: %s") % len(edge.evidence))


def _print_finding(finding: Finding, names: Sequence[str]) -> None:
    relation = f" ({finding.relation})" if finding.relation else ""
    click.echo(f"  {finding.topic}: {finding.aspect}{relation}")
    for item in finding.items:
        click.echo(f"    {names[item.page]} {item.start}-{item.end} “{item.text}”")
    for reason in finding.reasons:
        click.echo(f"    {reason}")
    for reason in finding.reconcilers:
        click.echo("    " + _("unless: %s") % reason)
