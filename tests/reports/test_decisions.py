from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from safeconduct.accounts.errors import NotPermitted
from safeconduct.journal import check, integrator
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened
from safeconduct.reports import actions, desk, queries
from safeconduct.reports.errors import (
    BadCorrection,
    DecidedMeanwhile,
    NoSuchItem,
    NotAccepted,
    NotTheSecond,
)
from safeconduct.reports.found import FoundFigure
from safeconduct.reports.models import Decision, Item
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def figure() -> desk.Entry:
    """The figure of the doctor: at least 40."""
    entries = world.found(world.taken(world.FIRST), "figure")
    return next(e for e in entries if _figure(e).low == 40)


def _figure(entry: desk.Entry) -> Any:
    assert isinstance(entry.found, FoundFigure)
    return entry.found.figure


def _again(entry: desk.Entry) -> desk.Full:
    return desk.item(entry.id, officer=make.officer("analyst"))


def test_nothing_counts_before_somebody_said_so(figure: desk.Entry) -> None:
    """The machine proposes and decides nothing."""
    assert (figure.state, figure.judge, figure.is_seconded) == ("proposed", None, False)
    assert not Decision.objects.exists()


def test_a_second_analyst_agrees(figure: desk.Entry) -> None:
    """One accepts, another accepts as well: then two have confirmed it."""
    world.say(figure.id, "accept", make.officer("analyst"))
    assert not _again(figure).is_seconded

    row = world.say(figure.id, "accept", make.officer("analyst"))

    assert (row.seconds, row.number) == (True, 2)
    assert (_again(figure).state, _again(figure).is_seconded) == ("accepted", True)


@pytest.mark.parametrize("verdict", ["accept", "refuse"])
def test_nobody_seconds_himself(figure: desk.Entry, verdict: str) -> None:
    """Nor does a third agree with what two have said."""
    one = make.officer("analyst")
    world.say(figure.id, verdict, one)
    with pytest.raises(NotTheSecond):
        world.say(figure.id, verdict, one)
    world.say(figure.id, verdict, make.officer("analyst"))
    with pytest.raises(NotTheSecond):
        world.say(figure.id, verdict, make.officer("analyst"))


def test_a_correction_keeps_the_machines_reading(figure: desk.Entry) -> None:
    """What was found stays sealed as it was; what stands is the correction."""
    before = bytes(Item.objects.get(pk=figure.id).found)

    world.seconded(figure.id, "correct", correction={"low": "14", "high": "14"})

    full = _again(figure)
    assert isinstance(full.as_found, FoundFigure)
    assert full.as_found.figure.low == 40
    assert (_figure(full).low, _figure(full).high) == (14, 14)
    assert (full.state, full.is_seconded) == ("corrected", True)
    assert bytes(Item.objects.get(pk=figure.id).found) == before


def test_a_different_opinion_takes_the_second_away(figure: desk.Entry) -> None:
    """Whoever decides otherwise puts his decision in the place of both."""
    world.seconded(figure.id, "accept")

    world.say(figure.id, "refuse", make.officer("analyst"))

    assert (_again(figure).state, _again(figure).is_seconded) == ("refused", False)
    assert [d.verdict for d in _again(figure).decisions] == [
        "accept",
        "accept",
        "refuse",
    ]


def test_corrections_follow_each_other(figure: desk.Entry) -> None:
    """A second correction starts from the first."""
    world.say(figure.id, "correct", make.officer("analyst"), correction={"low": "14"})
    world.say(
        figure.id, "correct", make.officer("analyst"), correction={"role": "missing"}
    )

    assert (_figure(_again(figure)).low, _figure(_again(figure)).role) == (
        14,
        "missing",
    )


@pytest.mark.parametrize(
    "correction",
    [
        None,
        {},
        {"low": "many"},
        {"low": "NaN"},
        {"low": "50", "high": "3"},
        {"role": "kings"},
        {"attribution": "me"},
        {"period_start": "2025-02-30"},
        {"period_start": "2025-02-03", "period_end": "2025-01-01"},
        {"low": "40"},
    ],
)
def test_what_cannot_be_right(figure: desk.Entry, correction: Any) -> None:
    """Values that are none, bounds that cross, fields that are not his."""
    with pytest.raises(BadCorrection):
        world.say(figure.id, "correct", make.officer("analyst"), correction=correction)
    assert _again(figure).state == "proposed"


@pytest.mark.parametrize("verdict", ["correct", "refuse"])
def test_without_a_reason(figure: desk.Entry, verdict: str) -> None:
    """Who does not agree with the machine says why."""
    with pytest.raises(BadCorrection, match="why"):
        world.say(figure.id, verdict, make.officer("analyst"), reason="  ")


def test_decided_meanwhile(figure: desk.Entry) -> None:
    """What he looked at has changed: he looks again."""
    world.say(figure.id, "refuse", make.officer("analyst"))
    with pytest.raises(DecidedMeanwhile):
        world.say(figure.id, "accept", make.officer("analyst"), seen=0)


def test_who_judges(figure: desk.Entry) -> None:
    """An assessor reads and does not judge; a registrar learns nothing."""
    for role in ("assessor", "registrar", "press_officer"):
        with pytest.raises(NotPermitted):
            actions.decide(
                figure.id, "accept", seen=0, officer=make.officer(role), at=make.NOON
            )
    for item, officer in (
        (figure.id, make.officer("registrar")),
        (figure.id, make.stranger()),
        (uuid4(), make.officer("analyst")),
    ):
        with pytest.raises(NoSuchItem):
            desk.item(item, officer=officer)
    assert desk.waiting(make.officer("assessor")) == []


def test_every_decision_is_an_act(figure: desk.Entry) -> None:
    """The ledger has its hash; the entry says what was decided and no words of it."""
    world.say(figure.id, "refuse", make.officer("analyst"), reason="A secret reason")
    integrator.integrate(at=make.NOON + timedelta(hours=1))

    entry = Entry.objects.get(kind="report.decided")
    assert opened(entry)["verdict"] == "refuse"
    assert "secret" not in str(opened(entry))
    assert list(check.differences()) == []
    row = Decision.objects.get()
    assert b"secret" not in bytes(row.words)


def test_a_passage_needs_two_analysts() -> None:
    """The analyst who marks it is the first; a finding waits for the second."""
    report, analyst = world.taken(world.FIRST), make.officer("analyst")
    passage = actions.quote(report.pk, start=0, end=9, officer=analyst, at=make.NOON)
    with pytest.raises(NotAccepted):
        _demand(passage.pk)

    world.say(passage.item_id, "accept", make.officer("analyst"))

    _demand(passage.pk)
    (quoted,) = queries.passages(analyst, of=report.pk)
    assert quoted.is_evidence


def test_an_assessors_passage_needs_two_as_well() -> None:
    """Who does not judge reports is neither the first nor the second."""
    report, assessor = world.taken(world.FIRST), make.officer("assessor")
    passage = actions.quote(report.pk, start=0, end=9, officer=assessor, at=make.NOON)
    world.say(passage.item_id, "accept", make.officer("analyst"))
    with pytest.raises(NotAccepted):
        _demand(passage.pk)

    make.evidence(passage)

    _demand(passage.pk)


def test_a_passage_is_not_corrected() -> None:
    """Its words are those of the report."""
    report, analyst = world.taken(world.FIRST), make.officer("analyst")
    passage = actions.quote(report.pk, start=0, end=9, officer=analyst, at=make.NOON)
    with pytest.raises(BadCorrection, match="mark the right words"):
        world.say(
            passage.item_id,
            "correct",
            make.officer("analyst"),
            correction={"start": "3"},
        )


def _demand(*passages: Any) -> None:
    assessor = make.officer("assessor")
    with transaction.atomic():
        queries.demand_passages(assessor, passages)
