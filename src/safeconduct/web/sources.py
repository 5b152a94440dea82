"""Pictures of what reports say together, each beside a table that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from safeconduct.reports import desk, queries
from safeconduct.reports.found import FoundEdge
from safeconduct.text.comparison import chart as draw_chart
from safeconduct.text.comparison.chart import Bar
from safeconduct.text.lineage import Edge, Evidence, Lineage, Relation, Status, draw
from safeconduct.text.lineage.drawing import STYLE
from safeconduct.web import items

_LABEL = 30  # narrow letters beside the axis of a topic
_NARROW = 0x1100  # Hangul and all beyond it is twice as wide

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.reports.desk import Entry
    from safeconduct.reports.topics import Point, Topic


@dataclass(frozen=True)
class Row:
    """A figure of a topic, for the table."""

    point: Point
    source: int  # the family, counted from 1
    value: str
    period: str
    chain: str


def points(topic: Topic) -> list[Row]:
    """Write the figures of a topic, by source, in the order of time."""
    return [
        Row(
            point=point,
            source=point.family + 1,
            value=items.interval(point.figure),
            period=items.period(point.figure),
            chain=items.chain(point.figure),
        )
        for point in topic.points
    ]


def chart(topic: Topic, label: str) -> SafeString:
    """Draw a topic's figures as intervals on one axis; empty when none has an end."""
    bars = [
        Bar(_short(point.title), point.family, point.figure)
        for point in topic.points
        if point.figure.low is not None or point.figure.high is not None
    ]
    # The drawing escapes every word of a report that it takes.
    return mark_safe(draw_chart(label, bars) if bars else "")  # noqa: S308


def _short(title: str) -> str:
    """Cut a title to what fits beside the axis; the table has all of it."""
    wide = sum(2 if ord(letter) > _NARROW else 1 for letter in title)
    most = _LABEL * len(title) // max(wide, 1)
    return Truncator(title or _("Without a title")).chars(max(most, 1))


@dataclass(frozen=True)
class Descent:
    """What a report comes from, for the table."""

    entry: Entry
    child: str
    parent: str
    relation: str
    why: str
    is_declared: bool


def lineage(officer: Officer) -> dict[str, Any]:
    """Gather the families, their picture, and every edge, the refused as well."""
    titles = {r.id: r.title or _("Without a title") for r in queries.reports(officer)}
    entries = desk.of_kind("lineage", officer=officer)
    families = queries.families_of_reports(officer)
    return {
        "families": [[(pk, titles[pk]) for pk in f] for f in families if len(f) > 1],
        "alone": sum(1 for family in families if len(family) == 1),
        "descents": [_descent(entry, titles) for entry in entries],
        "picture": _picture(entries, families, titles),
    }


def _descent(entry: Entry, titles: Mapping[UUID, str]) -> Descent:
    edge = entry.found
    assert isinstance(edge, FoundEdge)  # noqa: S101  of_kind asked for these
    return Descent(
        entry=entry,
        child=titles[entry.publication],
        parent=titles[entry.other] if entry.other is not None else edge.outlet or "–",
        relation=str(items.RELATIONS.get(edge.relation, edge.relation)),
        why=items.sentence(edge.why),
        is_declared=edge.status == "declared",
    )


def _picture(
    entries: Sequence[Entry],
    families: Sequence[Sequence[UUID]],
    titles: Mapping[UUID, str],
) -> SafeString:
    """Draw what is not refused; what nobody has confirmed or declared is dashed."""
    drawn = [entry for entry in entries if entry.state != "refused"]
    named = {pk for e in drawn for pk in (e.publication, e.other) if pk is not None}
    ids = [pk for family in families for pk in family if pk in named]
    place = {pk: at for at, pk in enumerate(ids)}
    groups = (tuple(place[pk] for pk in f if pk in place) for f in families)
    edges = tuple(_edge(entry, place) for entry in drawn)
    if not edges:
        return mark_safe("")
    picture = draw(
        Lineage(edges, tuple(group for group in groups if group)),
        [titles[pk] for pk in ids],
        title=_("Who comes from whom"),
        words={
            **{value: str(said) for value, said in items.RELATIONS.items()},
            Status.DECLARED: _("stated or confirmed"),
            Status.DETECTED: _("found by the machine"),
        },
    )
    # Our policy allows no style within a page: house.css has the same rules.
    return mark_safe(picture.replace(f"<style>{STYLE}</style>", ""))  # noqa: S308


def _edge(entry: Entry, place: Mapping[UUID, int]) -> Edge:
    edge = entry.found
    assert isinstance(edge, FoundEdge)  # noqa: S101  of_kind asked for these
    sure = edge.status == "declared" or entry.state in {"accepted", "corrected"}
    parent = edge.outlet or "?" if entry.other is None else place[entry.other]
    return Edge(
        child=place[entry.publication],
        parent=parent,
        relation=Relation(edge.relation),
        status=Status.DECLARED if sure else Status.DETECTED,
        evidence=tuple(
            Evidence(r.start, r.end, r.parent_start, r.parent_end) for r in edge.runs
        ),
        score=edge.score,
        direction_why=edge.why,
    )
