"""What do the reports at hand say of each other: who copied whom, what disagrees?

The libraries compare pages and know no rows; here their findings become what is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from safeconduct.reports.found import (
    Found,
    FoundDisagreement,
    FoundEdge,
    FoundFigure,
    Run,
    Statement,
)
from safeconduct.reports.models import Item
from safeconduct.reports.reading import Reading
from safeconduct.text import Figure
from safeconduct.text.comparison import Finding, compare
from safeconduct.text.lineage import Edge, Relation, trace

MOST = 200
"""How many of the newest reports are searched for copies of each other."""
SIDE_BY_SIDE = 60
"""How many of the newest have their statements compared, which costs more: seconds."""


@dataclass(frozen=True)
class Proposal:
    """An item the machine proposes; `essence` tells it from every other."""

    kind: str
    publication: UUID
    other: UUID | None
    relation: str
    is_alarm: bool
    found: Found
    essence: tuple[object, ...]


def figures_of(publication: UUID, reading: Reading) -> Iterator[Proposal]:
    """Propose the figures of one report that can be compared; ages never are."""
    for figure in reading.figures:
        if figure.compare:
            yield Proposal(
                kind=Item.Kind.FIGURE,
                publication=publication,
                other=None,
                relation="",
                is_alarm=False,
                found=FoundFigure(figure),
                essence=(str(publication), figure.start, figure.end),
            )


def compare_all(
    readings: Mapping[UUID, Reading],
    figures: Mapping[UUID, Sequence[Figure]],
) -> Iterator[Proposal]:
    """Propose lineage among reports, and disagreements among the newest of them.

    Args:
        readings: The reports by their ids, oldest first, at most `MOST`.
        figures: The figures, as they stand, of those whose statements are compared:
            what analysts refused is left out, what they corrected is corrected.
    """
    ids = list(readings)
    pages = [reading.page for reading in readings.values()]
    lineage = trace(pages)
    for edge in lineage.edges:
        # On which site a text stands is no descent: the reading says it already.
        if edge.relation is not Relation.PUBLISHED_BY:
            yield _edge(edge, ids)
    chosen = [number for number, pk in enumerate(ids) if pk in figures]
    place = {number: at for at, number in enumerate(chosen)}
    found = compare(
        [pages[number] for number in chosen],
        [tuple(figures[ids[number]]) for number in chosen],
        [[place[n] for n in family if n in place] for family in lineage.families],
    )
    for finding in found:
        if finding.is_reported:
            yield _disagreement(finding, [ids[number] for number in chosen])


def _edge(edge: Edge, ids: Sequence[UUID]) -> Proposal:
    child = ids[edge.child]
    parent = ids[edge.parent] if isinstance(edge.parent, int) else None
    outlet = edge.parent if isinstance(edge.parent, str) else None
    return Proposal(
        kind=Item.Kind.LINEAGE,
        publication=child,
        other=parent,
        relation=str(edge.relation),
        is_alarm=False,
        found=FoundEdge(
            relation=str(edge.relation),
            status=str(edge.status),
            outlet=outlet,
            runs=tuple(
                Run(e.start, e.end, e.parent_start, e.parent_end) for e in edge.evidence
            ),
            score=edge.score,
            why=edge.direction_why,
        ),
        essence=(str(child), str(parent or (outlet or "").casefold())),
    )


def _disagreement(finding: Finding, ids: Sequence[UUID]) -> Proposal:
    said = tuple(
        Statement(ids[item.page], item.start, item.end, item.text)
        for item in finding.items
    )
    others = [s.publication for s in said if s.publication != said[0].publication]
    places = sorted((str(s.publication), s.start, s.end) for s in said)
    return Proposal(
        kind=Item.Kind.DISAGREEMENT,
        publication=said[0].publication,
        other=others[0] if others else None,
        relation=str(finding.relation or ""),
        is_alarm=finding.disagrees,
        found=FoundDisagreement(
            aspect=str(finding.aspect),
            topic=finding.topic,
            relation=None if finding.relation is None else str(finding.relation),
            statements=said,
            reasons=finding.reasons,
            reconcilers=finding.reconcilers,
            support=finding.support,
        ),
        essence=(str(finding.aspect), finding.topic, str(finding.relation), *places),
    )
