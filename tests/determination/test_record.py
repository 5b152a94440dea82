from datetime import timedelta

import pytest

from safeconduct.departure import actions as departure
from safeconduct.determination import record
from safeconduct.register import actions as register
from tests import make

pytestmark = pytest.mark.django_db


def test_dates_of_what_the_register_did() -> None:
    """Hearings, confirmations, claims and determinations date themselves."""
    person = make.ready()
    make.heard(person, at=make.NOON - timedelta(hours=3))
    make.open_claim(person, at=make.NOON - timedelta(hours=1))
    found = record.dated(person.pk, at=make.NOON)

    assert found["hearing.first_held_at"] == "2026-02-20T12:00:00+00:00"
    assert found["hearing.again_at"] == "2026-03-02T09:00:00+00:00"
    assert found["wish.reconfirmed_at"] == "2026-03-01T16:00:00+00:00"
    assert found["claim.filed_at"] == "2026-03-02T11:00:00+00:00"
    assert found["determination.made_at"] == "2026-02-28T12:00:00+00:00"
    assert {"kind": "captured", "day": "2026-01-10"} in found["custody.events"]


def test_nothing_of_it_before_it_happened() -> None:
    """A moment sees only what had happened by then."""
    person = make.ready()
    early = record.dated(person.pk, at=make.NOON - timedelta(days=15))

    assert "hearing.first_held_at" not in early
    assert "wish.reconfirmed_at" not in early


def test_time_that_passes_changes_no_determination() -> None:
    """Clocks are read beside the facts: they run without outdating anything."""
    person = make.ready()
    made = person.determinations.get()
    later = make.NOON + timedelta(hours=20)

    assert "custody.events" not in record.facts(person.pk, at=later)
    assert "determination.made_at" not in made.facts
    states = {
        one.clock.name: one.state for one in record.deadlines(person.pk, at=later)
    }
    assert states["ENG-RECONFIRM/window"] == "running"
    assert record.changes(made, at=later) == []


def test_a_stated_date_stops_a_clock() -> None:
    """Cards offered in time, as the camp states it."""
    person = make.person()
    register.state_facts(
        person.pk,
        {"card.offered_at": "2026-02-11"},
        reason="Card register of the camp.",
        officer=make.officer(),
        at=make.NOON,
    )
    states = {
        one.clock.name: one.state for one in record.deadlines(person.pk, at=make.NOON)
    }

    assert states["GCIII-70/week"] == "met"
    assert states["GCIII-70/capture"] == "met"


def test_clocks_of_captivity_end_with_it() -> None:
    """Once he has arrived nobody here examines him; keepers see only that he left."""
    line = make.listed(make.ready())
    departure.approve(
        line.pk, officer=make.officer(of=make.second_service()), at=make.NOON
    )
    make.confirmed(line.person, stage="border", at=make.NOON + timedelta(minutes=1))
    crossed = make.NOON + timedelta(minutes=2)
    departure.hand_over(line.pk, officer=make.officer(), at=crossed)
    mission = make.officer("liaison", of=line.list.receiver)
    departure.receive(line.pk, officer=mission, at=crossed)
    later = crossed + timedelta(days=40)
    after = {one.clock.name for one in record.deadlines(line.person_id, at=later)}
    events = record.dated(line.person_id, at=later, protection=False)["custody.events"]

    assert "GCIII-71/letters" not in after
    assert "KR-NKRA-8/enquiry" in after
    assert {event["kind"] for event in events} == {"captured", "arrived", "released"}
