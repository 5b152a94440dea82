from itertools import pairwise

import pytest

from safeconduct.reports import actions, families, queries
from safeconduct.reports.found import FoundDisagreement, FoundEdge
from safeconduct.reports.models import Item, Publication
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


def _alike() -> list[list[object]]:
    found = queries.families_of_reports(make.officer("analyst"))
    return [[*family] for family in found if len(family) > 1]


def _pair() -> tuple[Publication, Publication, Item]:
    first, copy = world.taken(world.FIRST), world.taken(world.COPY)
    edge = Item.objects.exclude(other=None).get(kind=Item.Kind.LINEAGE)
    return first, copy, edge


def test_a_copy_is_proposed() -> None:
    """With the words both share, and the place of each in both texts."""
    first, copy, edge = _pair()

    assert {edge.publication_id, edge.other_id} == {first.pk, copy.pk}
    (entry,) = world.found(edge.publication, "lineage")
    assert isinstance(entry.found, FoundEdge)
    assert entry.found.relation == "copy"
    reader = make.officer("analyst")
    child = queries.report(edge.publication_id, officer=reader).text
    parent = queries.report(edge.other_id, officer=reader).text  # type: ignore[arg-type]
    run = entry.found.runs[0]
    assert "harbour master" in child[run.start : run.end]
    assert "harbour master" in parent[run.parent_start : run.parent_end]


def test_a_copy_is_no_second_source() -> None:
    """From the moment it is proposed, for that takes support away."""
    first, copy, _ = _pair()

    assert _alike() == [sorted([first.pk, copy.pk])]


def test_support_comes_back_only_by_two() -> None:
    """One refusal changes nothing; the second makes two sources of them."""
    _, _, edge = _pair()
    world.say(edge.pk, "refuse", make.officer("analyst"))
    assert _alike() != []

    world.say(edge.pk, "refuse", make.officer("analyst"))

    assert _alike() == []


def test_who_only_cites_is_a_source_of_his_own() -> None:
    """A relation that an analyst corrects to citing joins no longer."""
    _, _, edge = _pair()

    world.seconded(edge.pk, "correct", correction={"relation": "cites"})

    assert Item.objects.get(pk=edge.pk).relation == "cites"
    assert _alike() == []


def test_passages_of_a_family_are_one_source() -> None:
    """Three passages in three reports, of which two are one text: two sources."""
    first, copy, _ = _pair()
    other = world.taken(world.OTHER)
    analyst = make.officer("analyst")
    for report in (first, copy, other):
        actions.quote(report.pk, start=0, end=8, officer=analyst, at=make.NOON)

    assert queries.sources(queries.passages(analyst)) == 2
    assert queries.sources([]) == 0


def test_the_same_outlet_is_one_source() -> None:
    """Both name where they have it from, and its text is not here."""
    for text in (world.FIRST, world.OTHER):
        world.taken(f"{text}\nOriginal Source: www.far-away.example\n")

    edges = Item.objects.filter(kind=Item.Kind.LINEAGE, relation="derived-from")
    assert edges.filter(other=None).count() == 2
    assert [len(family) for family in _alike()] == [2]


def test_the_same_speaker_is_one_source() -> None:
    """Two texts without a shared run repeat one man's number."""
    hill = "Hill News\n\nThe harbour office said that 30 men were hurt.\n"
    dale = (
        "Dale News\n\nIt snowed all day. On Friday the mill was searched, and the"
        " harbour office reported 31 soldiers killed.\n"
    )
    analyst = make.officer("analyst")
    for text in (hill, dale):
        report = world.taken(text)
        actions.quote(report.pk, start=11, end=len(text), officer=analyst, at=make.NOON)
    # Whether they are of one family as well is not what this asks.
    for edge in Item.objects.filter(kind=Item.Kind.LINEAGE).exclude(other=None):
        world.seconded(edge.pk, "refuse")

    assert queries.sources(queries.passages(analyst)) == 1


def test_a_disagreement_is_proposed() -> None:
    """At least 40 and 12 cannot both be right; the statements are named with places."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)

    items = Item.objects.filter(kind=Item.Kind.DISAGREEMENT, is_alarm=True)
    (entry,) = [
        e
        for item in items
        for e in world.found(item.publication, "disagreement")
        if e.relation == "disjoint"
    ]
    assert isinstance(entry.found, FoundDisagreement)
    assert len({s.publication for s in entry.found.statements}) == 2
    assert "40" in str(entry.found.reasons[0])


def test_what_is_refused_disagrees_no_longer() -> None:
    """Comparing again withdraws what nobody had decided; nothing is proposed twice."""
    first = world.taken(world.FIRST)
    world.taken(world.OTHER)
    before = Item.objects.count()
    analyst = make.officer("analyst")
    assert actions.compare_reports(officer=analyst, at=make.NOON) == 0
    for entry in world.found(first, "figure"):
        world.say(entry.id, "refuse", analyst)

    actions.compare_reports(officer=analyst, at=make.NOON)

    gone = Item.objects.filter(state=Item.State.WITHDRAWN, relation="disjoint")
    assert gone.count() == 1
    assert Item.objects.count() == before


def test_only_the_newest_are_compared() -> None:
    """What an older comparison found of reports outside it is left as it is."""
    world.taken(world.FIRST)
    world.taken(world.OTHER)
    alarm = Item.objects.get(relation="disjoint")
    analyst = make.officer("analyst")

    actions.compare_reports(newest=1, officer=analyst, at=make.NOON)

    assert Item.objects.get(pk=alarm.pk).state == "proposed"


def test_what_was_decided_stays() -> None:
    """A disagreement that an analyst accepted is not withdrawn behind his back."""
    first = world.taken(world.FIRST)
    world.taken(world.OTHER)
    alarm = Item.objects.get(relation="disjoint")
    analyst = make.officer("analyst")
    world.say(alarm.pk, "accept", analyst)
    for entry in world.found(first, "figure"):
        world.say(entry.id, "refuse", analyst)

    actions.compare_reports(officer=analyst, at=make.NOON)

    assert Item.objects.get(pk=alarm.pk).state == "accepted"


def test_groups_grow_together() -> None:
    """Whoever is joined to one of a group is joined to all, in any order."""
    ids = sorted(world.taken(f"Text\n\nOne of {n} words.\n").pk for n in range(4))
    for joined in (list(pairwise(ids)), list(pairwise(ids))[::-1]):
        groups = families.Groups(joined)

        assert list(groups) == [ids]
        assert groups.count(ids) == 1
