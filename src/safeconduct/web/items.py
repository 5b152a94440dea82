"""An item of the analyst's desk in words.

Where it stands, how it is read, and what it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from safeconduct.reports import desk, queries
from safeconduct.reports.found import (
    Found,
    FoundDisagreement,
    FoundEdge,
    FoundFigure,
    Run,
)
from safeconduct.text import Figure
from safeconduct.text.attribution import UNATTRIBUTED
from safeconduct.text.reason import Reason
from safeconduct.web import words

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.reports.desk import Entry
    from safeconduct.reports.queries import Report

_BLANK = re.compile(r"\s*\n\s*\n\s*")
_AROUND = 280  # characters of context on either side
_MOST_BESIDE = 6  # excerpts; a summary may rest on dozens of places
RELATIONS = {
    "copy": _("copy"),
    "excerpt": _("excerpt"),
    "summary": _("summary"),
    "translation": _("translation"),
    "splice": _("put together from several"),
    "quotation": _("quotation"),
    "derived-from": _("comes from"),
    "cites": _("cites"),
    "published-by": _("published by"),
}
OUTCOMES = {
    "equal": _("the same"),
    "compatible": _("compatible"),
    "disjoint": _("exclude each other"),
    "arithmetic-inconsistent": _("the sum does not come out"),
    "scope-unknown": _("not known to speak of the same"),
}
ASPECTS = {
    "quantity": _("quantity"),
    "arithmetic": _("arithmetic"),
    "scope": _("what is counted in"),
    "time": _("time"),
    "place": _("place"),
    "count-of-wishes": _("how many wish it"),
    "overgeneralisation": _("some become all"),
    "headline": _("headline against text"),
    "legal": _("a rule and its source"),
    "conduct": _("conduct of the text itself"),
}
CERTAINTIES = {
    "asserted": _("asserted"),
    "estimate": _("an estimate"),
    "reported": _("reported"),
    "claimed": _("claimed"),
    "hedged": _("hedged"),
}


@dataclass(frozen=True)
class Excerpt:
    """Some words with the text around them, and the report they stand in."""

    report: UUID
    title: str
    language: str | None
    before: str
    words: str
    after: str

    @property
    def marked(self) -> SafeString:
        """The words with their context as HTML; line breaks stay."""
        return format_html(
            '{}<mark class="excerpt__words">{}</mark>{}',
            _BLANK.sub("\n\n", self.before).lstrip(),
            self.words,
            _BLANK.sub("\n\n", self.after).rstrip(),
        )


@dataclass(frozen=True)
class Line:
    """An item in a list: what it is in one line, and why it stands so high."""

    entry: Entry
    title: str
    says: str
    exposes: bool
    is_awaited: bool

    @property
    def value(self) -> str:
        """The bounds of a figure; empty for anything else."""
        found = self.entry.found
        return interval(found.figure) if isinstance(found, FoundFigure) else ""


def excerpt(report: Report, start: int, end: int) -> Excerpt:
    """Cut out some words with what surrounds them, whole words only."""
    text = report.text
    first = max(0, start - _AROUND)
    last = min(len(text), end + _AROUND)
    before = text[first:start]
    after = text[end:last]
    if first > 0:
        before = "… " + before.partition(" ")[2]
    if last < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Excerpt(
        report=report.id,
        title=report.title,
        language=report.reading.language,
        before=before,
        words=text[start:end],
        after=after,
    )


def lines(
    entries: Sequence[Entry],
    reports: Mapping[UUID, Report],
    danger: Mapping[UUID, int],
    awaited: frozenset[UUID],
) -> list[Line]:
    """Say each item of a queue in one line."""
    found = []
    for entry in entries:
        both = {entry.publication, entry.other} - {None}
        report = reports[entry.publication]
        found.append(
            Line(
                entry=entry,
                title=report.title,
                says=_says(entry, report, reports),
                exposes=any(danger.get(pk, 0) for pk in both if pk is not None),
                is_awaited=bool(both & awaited),
            )
        )
    return found


def _says(entry: Entry, report: Report, reports: Mapping[UUID, Report]) -> str:
    match entry.found:
        case FoundEdge() as edge:
            parent = reports.get(entry.other) if entry.other is not None else None
            name = parent.title if parent is not None else edge.outlet
            return f"{RELATIONS.get(edge.relation, edge.relation)}: {name}"
        case FoundDisagreement() as said:
            told = OUTCOMES.get(said.relation or "") or ASPECTS.get(said.aspect)
            topic = words.FIGURES.get(said.topic, said.topic)
            return f"{topic}: {told}" if told else str(topic)
        case FoundFigure() as figure:
            role = figure.figure.role
            return f"{figure.figure.text}: {words.FIGURES.get(role, role)}"
        case _:
            return report.text[entry.start : entry.end]


def rows(found: Found) -> list[tuple[str, str]]:
    """Write the normalised reading as labels and values."""
    match found:
        case FoundFigure():
            return list(_figure_rows(found.figure))
        case FoundEdge():
            return list(_edge_rows(found))
        case FoundDisagreement():
            return list(_disagreement_rows(found))
        case _:
            return []


def _figure_rows(figure: Figure) -> Iterator[tuple[str, str]]:
    yield gettext("What it counts"), str(words.FIGURES.get(figure.role, figure.role))
    yield gettext("Value"), interval(figure)
    if figure.additional:
        yield gettext("On top of"), gettext("something the text need not name")
    if figure.base is not None:
        whole = words.FIGURES.get(figure.base, figure.base)
        unstated = gettext("the text does not say")
        yield gettext("Share of"), unstated if figure.base == "unstated" else str(whole)
    if figure.period is not None:
        yield gettext("Period"), period(figure)
    if figure.place is not None:
        yield gettext("Place"), figure.place
    yield gettext("According to"), chain(figure)
    yield gettext("How sure"), str(CERTAINTIES.get(figure.certainty, figure.certainty))


def interval(figure: Figure) -> str:
    """Write the bounds as a reader does: 300 to 350, more than 40, up to 12."""
    low, high = _number(figure, figure.low), _number(figure, figure.high)
    if figure.low == figure.high and low:
        said = low
    elif low and high:
        said = gettext("%(low)s to %(high)s") % {"low": low, "high": high}
    elif low:
        open_ = gettext("more than %(n)s"), gettext("at least %(n)s")
        said = open_[not figure.low_open] % {"n": low}
    elif high:
        open_ = gettext("less than %(n)s"), gettext("up to %(n)s")
        said = open_[not figure.high_open] % {"n": high}
    else:
        return gettext("not known")
    return gettext("about %(value)s") % {"value": said} if figure.approx else said


def _number(figure: Figure, bound: Decimal | None) -> str:
    if bound is None:
        return ""
    if figure.unit == "ratio":
        return f"{(bound * 100).normalize():f} %"
    plain = f"{bound.normalize():,f}"
    return f"{plain} {figure.currency}" if figure.currency else plain


def period(figure: Figure) -> str:
    """Write the days a figure covers."""
    if figure.period is None:
        return ""
    first, last = figure.period.start, figure.period.end
    said = {
        "first": date_format(first, "DATE_FORMAT") if first else "",
        "last": date_format(last, "DATE_FORMAT") if last else "",
    }
    if first and last:
        whole = gettext("%(first)s to %(last)s") % said
    elif first:
        whole = gettext("since %(first)s") % said
    else:
        whole = gettext("until %(last)s") % said
    if figure.period.resolution == "inferred":
        return gettext("%(days)s (inferred)") % {"days": whole}
    return whole


def chain(figure: Figure) -> str:
    """Write who says so, from the outermost speaker inwards."""
    named = [s.who for s in figure.attribution if s != UNATTRIBUTED]
    return " → ".join(named) or gettext("the text itself")


def _edge_rows(edge: FoundEdge) -> Iterator[tuple[str, str]]:
    yield gettext("Relation"), str(RELATIONS.get(edge.relation, edge.relation))
    if edge.outlet is not None:
        yield gettext("Source"), edge.outlet
    declared = gettext("the text says so itself")
    known = declared if edge.status == "declared" else gettext("found by the machine")
    yield gettext("Known because"), known
    yield gettext("Direction"), sentence(edge.why)


def _disagreement_rows(said: FoundDisagreement) -> Iterator[tuple[str, str]]:
    yield gettext("About"), str(words.FIGURES.get(said.topic, said.topic))
    yield gettext("Kind"), str(ASPECTS.get(said.aspect, said.aspect))
    if said.relation is not None:
        yield gettext("The statements"), str(OUTCOMES.get(said.relation, said.relation))
    yield gettext("Why"), " ".join(map(sentence, said.reasons))
    if said.reconcilers:
        yield (
            gettext("It would come out if"),
            "; ".join(map(sentence, said.reconcilers)),
        )
    yield gettext("Independent sources"), str(said.support)


def sentence(said: Reason) -> str:
    """Say a sentence of the libraries in the reader's language, with its phrases."""
    values = {
        name: value if isinstance(value, str) else sentence(value)
        for name, value in said.values
    }
    return gettext(said.template).format(**values) if said.template else ""


def own(entry: Entry, report: Report) -> list[Excerpt]:
    """Cut out the words of the item's own report."""
    if isinstance(entry.found, FoundEdge):
        runs = entry.found.runs[:_MOST_BESIDE]
        return [excerpt(report, run.start, run.end) for run in runs]
    return [excerpt(report, entry.start, entry.end)]


def beside(entry: Entry, officer: Officer) -> list[Excerpt]:
    """Cut out what an item is held against: the parent's text, other statements."""
    match entry.found:
        case FoundDisagreement() as said:
            places = [(s.publication, s.start, s.end) for s in said.statements[1:]]
        case FoundEdge() as edge:
            places = list(_in_parent(entry.other, edge.runs))
        case _:
            places = list(_from_parents(entry, officer))
    opened: dict[UUID, Report] = {}
    found = []
    for report_id, start, end in places[:_MOST_BESIDE]:
        if report_id not in opened:
            opened[report_id] = queries.report(report_id, officer=officer)
        found.append(excerpt(opened[report_id], start, end))
    return found


Place = tuple[UUID, int, int]


def _in_parent(parent: UUID | None, runs: Sequence[Run]) -> Iterator[Place]:
    for run in runs:
        if parent is None or run.parent_start is None or run.parent_end is None:
            continue
        yield parent, run.parent_start, run.parent_end


def _from_parents(entry: Entry, officer: Officer) -> Iterator[Place]:
    """Find the words of a figure or passage in the reports its own comes from."""
    for other in desk.of_report(entry.publication, officer=officer):
        if not isinstance(other.found, FoundEdge) or other.other is None:
            continue
        near = [
            run
            for run in other.found.runs
            if run.start < entry.end and entry.start < run.end
        ]
        places = list(_in_parent(other.other, near))
        yield from places
        if not places and isinstance(entry.found, FoundFigure):
            yield from _alike(other.other, entry.found.figure, officer)


def _alike(parent: UUID, figure: Figure, officer: Officer) -> Iterator[Place]:
    """Find a parent's figures of the same role, for a retelling in other words."""
    report = queries.report(parent, officer=officer)
    for theirs in report.reading.figures:
        if theirs.role == figure.role:
            yield parent, theirs.start, theirs.end


def correction(before: Any, after: Mapping[str, Any]) -> dict[str, Any]:
    """Keep of a form's values those that are not as they were."""
    return {name: value for name, value in after.items() if before.get(name) != value}
