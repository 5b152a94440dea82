"""What do all reports say on one topic, and how many independent sources say it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from safeconduct.accounts.models import Officer
from safeconduct.reports import desk, families
from safeconduct.reports.desk import Entry
from safeconduct.reports.found import FoundFigure
from safeconduct.reports.models import Item
from safeconduct.reports.queries import Report, reports
from safeconduct.text import Figure, FigureKind


@dataclass(frozen=True)
class Point:
    """A figure as it stands, and whether anybody has confirmed it."""

    item: Entry
    figure: Figure
    report: UUID
    title: str
    published: date | None
    family: int  # counted from 0, within the topic

    @property
    def is_confirmed(self) -> bool:
        """Whether an analyst accepted or corrected it."""
        return self.item.state in {Item.State.ACCEPTED, Item.State.CORRECTED}


@dataclass(frozen=True)
class Topic:
    """One role, counted in one way: people, a share, or money of one currency."""

    name: str  # such as "captured" or "pay.USD"; it stands in addresses
    role: str
    unit: str | None
    points: tuple[Point, ...]  # by family, each in the order of time

    @property
    def sources(self) -> int:
        """How many families of reports name a figure."""
        return len({point.family for point in self.points})

    @property
    def confirmed_sources(self) -> int:
        """How many families name one that an analyst has confirmed: the support."""
        return len({point.family for point in self.points if point.is_confirmed})


def topics(officer: Officer) -> list[Topic]:
    """List the topics of all reports the officer may read; refused figures are out."""
    found: dict[tuple[str, str | None], list[tuple[Entry, Figure]]] = {}
    for entry in desk.of_kind(Item.Kind.FIGURE, officer=officer):
        if isinstance(entry.found, FoundFigure) and entry.state != Item.State.REFUSED:
            figure = entry.found.figure
            if figure.kind is not FigureKind.DURATION:
                found.setdefault(_key(figure), []).append((entry, figure))
    known = {report.id: report for report in reports(officer)}
    groups = families.Groups(families.of_all())
    return [
        _topic(role, unit, said, known, groups)
        for (role, unit), said in sorted(found.items(), key=lambda one: str(one[0]))
    ]


def _key(figure: Figure) -> tuple[str, str | None]:
    match figure.kind:
        case FigureKind.MONEY:
            return str(figure.role), figure.currency
        case FigureKind.SHARE:
            return str(figure.role), "ratio"
        case _:
            return str(figure.role), None


def _topic(
    role: str,
    unit: str | None,
    said: list[tuple[Entry, Figure]],
    known: dict[UUID, Report],
    groups: families.Groups,
) -> Topic:
    heads: dict[UUID, int] = {}
    points = []
    for entry, figure in said:
        report = known[entry.publication]
        family = heads.setdefault(groups.head(report.id), len(heads))
        day = report.reading.published
        points.append(Point(entry, figure, report.id, report.title, day, family))
    points.sort(key=lambda p: (p.family, _when(p), p.item.start))
    name = role if unit in (None, "ratio") else f"{role}.{unit}"
    return Topic(name, role, unit, tuple(points))


def _when(point: Point) -> date:
    period = point.figure.period
    day = None if period is None else period.start or period.end
    return day or point.published or date.max
