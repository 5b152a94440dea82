from datetime import UTC, date, datetime
from typing import Any

import pytest

from safeconduct.law import Deadline, FactError, assess, deadlines
from safeconduct.law.clocks import State
from safeconduct.law.when import When

CAPTURED = {"status.fell_into_power_at": "2026-03-01"}


def event(kind: str, day: str) -> dict[str, str]:
    return {"kind": kind, "day": day}


def clock(
    name: str, facts: dict[str, Any], on: When, **settings: str
) -> Deadline | None:
    found = deadlines(facts, on=on, settings=settings)
    return next((one for one in found if one.clock.name == name), None)


def state(name: str, facts: dict[str, Any], on: When, **settings: str) -> str | None:
    found = clock(name, facts, on, **settings)
    return None if found is None else found.state


ARRIVED = {
    "custody.events": [event("captured", "2026-03-01"), event("arrived", "2026-03-03")]
}


@pytest.mark.parametrize(
    ("offered", "on", "expected"),
    [
        (None, date(2026, 3, 10), "running"),
        (None, date(2026, 3, 11), "missed"),
        ("2026-03-10", date(2026, 4, 1), "met"),
        ("2026-03-11T08:00:00Z", date(2026, 4, 1), "missed"),
        ("2026-03-02", date(2026, 4, 1), "met"),
        ("2026-03-11", date(2026, 3, 5), "running"),
    ],
)
def test_within_a_week(offered: str | None, on: date, expected: str) -> None:
    """The cards are due seven days after arrival; what was done before counts."""
    facts = ARRIVED | {"card.offered_at": offered}

    assert state("GCIII-70/week", facts, on) == expected


def test_where_it_counts_from() -> None:
    """The deadline tells its start, its end and the facts it rests on."""
    found = clock("GCIII-70/week", ARRIVED, date(2026, 3, 5))

    assert found is not None
    assert (found.starts, found.due) == (date(2026, 3, 3), date(2026, 3, 10))
    assert found.why == ("custody.events",)
    assert found.as_json()["due"] == "2026-03-10"


def test_another_camp_starts_it_again() -> None:
    """Cards offered in the first camp do not serve for the second."""
    moved = [*ARRIVED["custody.events"], event("transferred_camp", "2026-05-01")]
    facts = {"custody.events": moved, "card.offered_at": "2026-03-04"}

    assert state("GCIII-70/again", facts, date(2026, 5, 2)) == "running"
    assert state("GCIII-70/again", facts, date(2026, 5, 9)) == "missed"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "not_started"),
        ({"nib.received_at": "2026-03-02"}, "at_once"),
        ({"nib.received_at": "2026-03-02", "nib.notice_cta_at": "2026-03-02"}, "met"),
        ({"nib.received_at": "2026-03-02", "nib.notice_cta_at": "2026-03-09"}, "met"),
        ({"nib.received_at": "2026-03-02", "nib.notice_cta_at": "U"}, "at_once"),
        ({"nib.received_at": "2026-12-02"}, "not_started"),
    ],
)
def test_at_once(facts: dict[str, Any], expected: str) -> None:
    """Without delay: no period is given, so nothing is held against a late notice."""
    assert state("GCIII-122-3/agency", facts, date(2026, 6, 1)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "may_apply"),
        ({"disc.harm_if_origin_learns": "F"}, "at_once"),
        ({"disc.harm_if_origin_learns": "T", "disc.prisoner_view": "objects"}, None),
        ({"disc.harm_if_origin_learns": "T"}, "may_apply"),
        ({"nib.notice_power_at": "2026-03-05"}, "met"),
    ],
)
def test_a_condition(facts: dict[str, Any], expected: str | None) -> None:
    """Known not to hold, there is no clock; unknown, it may apply, and tells why."""
    known = {"nib.received_at": "2026-03-02"} | facts
    found = clock("GCIII-122-3/power", known, date(2026, 6, 1))

    assert (found and found.state) == expected
    if found and found.state is State.MAY_APPLY:
        assert "disc.prisoner_view" in found.why


def test_every_month() -> None:
    """Each inspection starts the next month; the end of captivity ends it."""
    facts = CAPTURED | {"health.last_inspection": "2026-03-31"}
    name = "GCIII-31/inspection"

    assert state(name, CAPTURED, date(2026, 4, 1)) == "running"
    assert state(name, CAPTURED, date(2026, 4, 2)) == "missed"
    assert state(name, facts, date(2026, 4, 30)) == "running"
    assert state(name, facts, date(2026, 5, 1)) == "missed"
    gone = facts | {"status.final_release_at": "2026-04-20"}
    assert state(name, gone, date(2026, 8, 1)) is None
    late = facts | {"status.final_release_at": "2026-05-20"}
    assert state(name, late, date(2026, 8, 1)) == "missed"


def test_captured_again() -> None:
    """Who escaped and was caught again is a prisoner again."""
    events = [
        event("captured", "2026-01-01"),
        event("escaped", "2026-02-05"),
        event("recaptured", "2026-03-01"),
    ]
    facts = {"custody.events": events}

    assert state("GCIII-31/inspection", facts, date(2026, 2, 15)) == "missed"
    assert state("GCIII-31/inspection", facts, date(2026, 3, 15)) == "running"


@pytest.mark.parametrize(
    ("trial", "on", "expected"),
    [
        (None, date(2026, 3, 21), "running"),
        (None, date(2026, 3, 22), "met"),
        ("2026-03-22", date(2026, 3, 5), "met"),
        ("2026-03-21", date(2026, 3, 5), "missed"),
    ],
)
def test_no_sooner_than(trial: str | None, on: date, expected: str) -> None:
    """Three weeks from notice to trial: a trial planned too early shows at once."""
    facts = {"penal.notice_at": "2026-03-01", "penal.trial_at": trial}

    assert state("GCIII-103-107/notice", facts, on) == expected


def test_confinement_before_trial() -> None:
    """Three calendar months, whatever their days."""
    facts = {"penal.confined_since": "2025-11-30"}
    found = clock("GCIII-103-107/confinement", facts, date(2026, 1, 1))

    assert found is not None
    assert found.due == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("days", "begun", "expected"),
    [(10, "2026-03-12", "missed"), (10, "2026-03-13", "met"), (9, "2026-03-11", None)],
)
def test_between_two_punishments(days: int, begun: str, expected: str | None) -> None:
    """Three days, if one of them lasts ten days or more (Art 90)."""
    first = {"begun": "2026-03-01", "ended": "2026-03-10", "days": days}
    facts = {"penal.disciplinary": [first, {"begun": begun, "days": 3}]}

    assert state("GCIII-89-96/interval", facts, date(2026, 3, 20)) == expected


def test_punished_too_long() -> None:
    """Thirty days are the most."""
    facts = {"penal.disciplinary": [{"begun": "2026-03-01", "ended": "2026-04-02"}]}

    assert state("GCIII-89-96/punishment", facts, date(2026, 4, 3)) == "missed"


def test_the_window_of_a_confirmed_wish() -> None:
    """72 hours to the second; a house may set less."""
    asked = {"wish.reconfirmed_at": "2026-03-01T12:00:00Z"}
    at = datetime(2026, 3, 4, 12, tzinfo=UTC)
    name = "ENG-RECONFIRM/window"

    assert state(name, asked, at) == "running"
    assert state(name, asked, at.replace(second=1)) == "missed"
    assert state(name, asked, at, reconfirmation="PT48H") == "missed"
    left = asked | {"custody.events": [event("repatriated", "2026-03-03")]}
    assert state(name, left, date(2026, 6, 1)) == "met"


@pytest.mark.parametrize(
    ("again", "expected"),
    [
        (None, "met"),
        ("2026-03-08T12:00:00Z", "met"),
        ("2026-03-07T12:00:00Z", "missed"),
    ],
)
def test_two_hearings_seven_days_apart(again: str | None, expected: str) -> None:
    """Who wants to return despite a risk is heard again after a week."""
    facts = {
        "wish.current": "return:KP",
        "status.powers": ["KP"],
        "risk.torture[KP]": "T",
        "hearing.first_held_at": "2026-03-01T12:00:00Z",
        "hearing.again_at": again,
    }
    on = date(2026, 4, 1)

    assert state("ENG-VOLRET/spacing", facts, on) == expected
    assert state("ENG-VOLRET/spacing", facts | {"wish.current": "stay"}, on) is None


@pytest.mark.parametrize(
    ("claim", "expected"),
    [("rejected", "missed"), ("appeal", "met"), ("granted", None), ("U", "may_apply")],
)
def test_the_time_to_appeal(claim: str, expected: str | None) -> None:
    """A fact without a date can stop a clock, or tell that none runs."""
    facts = {"decision.told_at": "2026-03-01", "claim.status": claim}

    assert state("ENG-GATE/appeal", facts, date(2026, 5, 1)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "not_started"),
        (CAPTURED, "running"),
        ({"mail.count": 5}, "running"),
        ({"mail.count": 6}, "met"),
    ],
)
def test_the_floor_of_letters(facts: dict[str, Any], expected: str) -> None:
    """Six letters and cards a month may be sent; fewer is no fault by itself."""
    found = clock("GCIII-71/letters", facts, date(2026, 5, 1))

    assert found is not None
    assert found.state == expected
    assert found.due is None


def test_seoul() -> None:
    """Ninety days from entry, if South Korea is who received him."""
    facts = {
        "custody.events": [event("transferred_power", "2026-03-01")],
        "receiving.state": ["KR"],
    }

    assert state("KR-NKRA-8/enquiry", facts, date(2026, 6, 1)) == "missed"
    assert state("KR-NKRA-8/longer", facts, date(2026, 6, 1)) == "running"
    decided = facts | {"kr.decision": "granted"}
    assert state("KR-NKRA-8/enquiry", decided, date(2026, 6, 1)) == "met"
    elsewhere = facts | {"receiving.state": ["RU"]}
    assert state("KR-NKRA-8/enquiry", elsewhere, date(2026, 6, 1)) is None


def test_wrong_facts_are_refused() -> None:
    """A date that is none is refused by name, as everywhere."""
    with pytest.raises(FactError, match=r"card\.offered_at cannot be 'soon'"):
        deadlines({"card.offered_at": "soon"}, on=date(2026, 3, 1))


def test_an_assessment_has_them() -> None:
    """All that have started stand in the JSON, beside the options."""
    answer = assess(CAPTURED, on=date(2026, 3, 2))
    told = {str(one["clock"]): one for one in answer.as_json()["deadlines"]}

    assert told["GCIII-31/inspection"]["due"] == "2026-04-01"
    assert "GCIII-103-107/notice" not in told
    assert len(answer.deadlines) > len(told)


def test_dates_change_no_answer() -> None:
    """A clock that runs or was missed alters no option."""
    dated = CAPTURED | ARRIVED | {"wish.reconfirmed_at": "2026-03-01T12:00:00Z"}
    with_dates = assess(dated, on=date(2026, 11, 1)).as_json()

    assert (
        with_dates["options"] == assess({}, on=date(2026, 11, 1)).as_json()["options"]
    )
