from uuid import UUID

import pytest

from safeconduct.reports import actions, desk, queries
from safeconduct.reports.desk import Entry
from safeconduct.reports.models import Item
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


def _kinds(entries: list[Entry]) -> list[str]:
    return list(dict.fromkeys(entry.kind for entry in entries))


def test_disagreements_come_before_figures() -> None:
    """Without danger and without a case: what cannot both be right, then the rest."""
    world.taken(world.FIRST)
    world.taken(world.COPY)
    world.taken(world.OTHER)

    queue = desk.waiting(make.officer("analyst"))

    alarms = [entry.is_alarm for entry in queue]
    assert alarms[0]
    assert alarms == sorted(alarms, reverse=True)
    rest = [entry for entry in queue if not entry.is_alarm]
    order = ["disagreement", "lineage", "figure"]
    assert _kinds(rest) == [kind for kind in order if kind in _kinds(rest)]


def test_danger_comes_first_then_open_determinations() -> None:
    """Exposure outweighs what a determination waits for, and that a disagreement."""
    calm, awaited, worst, bad = (
        world.taken(text).pk
        for text in (
            world.FIRST,
            world.OTHER,
            "Third\n\nThe office said that 70 soldiers were wounded in the storm.\n",
            "Fourth\n\nThe office said that 80 soldiers were missing in the storm.\n",
        )
    )

    queue = desk.waiting(
        make.officer("analyst"), danger={worst: 4, bad: 1}, awaited={awaited}
    )

    def rank(entry: Entry) -> int:
        both = {entry.publication, entry.other}
        order: list[UUID] = [worst, bad, awaited, calm]
        return min(place for place, pk in enumerate(order) if pk in both)

    ranks = [rank(entry) for entry in queue]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2, 3}


def test_only_what_becomes_evidence_waits_for_a_second() -> None:
    """A figure of no passage is settled by one; within a passage it needs two."""
    report, one = world.taken(world.FIRST), make.officer("analyst")
    other = make.officer("analyst")
    for entry in world.found(report, "figure"):
        world.say(entry.id, "accept", one)
    assert desk.waiting_for_second(other) == []

    start = world.FIRST.index("A doctor")
    actions.quote(report.pk, start=start, end=start + 80, officer=one, at=make.NOON)

    waits = desk.waiting_for_second(other)
    assert [entry.kind for entry in waits] == ["passage", "figure"]
    assert all(entry.waits_for_second(other) for entry in waits)
    assert desk.waiting_for_second(one) == []


def test_refused_lineage_waits_for_a_second() -> None:
    """For it adds to the support of a claim; confirmed lineage does not."""
    world.taken(world.FIRST)
    world.taken(world.COPY)
    edge = Item.objects.exclude(other=None).get(kind=Item.Kind.LINEAGE)
    other = make.officer("analyst")
    world.say(edge.pk, "accept", make.officer("analyst"))
    assert desk.waiting_for_second(other) == []

    world.say(edge.pk, "refuse", make.officer("analyst"))

    assert [entry.id for entry in desk.waiting_for_second(other)] == [edge.pk]


def test_what_is_refused_stays_visible() -> None:
    """In its report, as refused; a figure then stands in no comparison."""
    report = world.taken(world.OTHER)
    (entry,) = world.found(report, "figure")
    world.say(entry.id, "refuse", make.officer("analyst"))

    assert [e.state for e in world.found(report, "figure")] == ["refused"]
    reading = queries.report(report.pk, officer=make.officer("analyst")).reading
    assert desk.standing_figures({report.pk: reading}) == {report.pk: []}


def test_who_has_a_desk() -> None:
    """Analysts alone; those who read see no queue and no count."""
    world.taken(world.OTHER)

    assert desk.count(make.officer("analyst")) == 1
    for officer in (make.officer("assessor"), make.stranger()):
        assert desk.count(officer) == 0
        assert desk.waiting(officer) == desk.waiting_for_second(officer) == []
    assert desk.of_kind("figure", officer=make.stranger()) == []
