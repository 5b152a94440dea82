from datetime import timedelta

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.departure import actions, queries
from safeconduct.departure.errors import (
    GateClosed,
    NoSuchLine,
    NoSuchList,
    NotInTurn,
    SamePerson,
)
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.hearing import actions as hearing
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened
from safeconduct.register import actions as register
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db


def approve(line: DepartureLine, **changed: object) -> DepartureLine:
    second = make.officer("second_officer", of=make.second_service())
    given = {"officer": second, "at": make.NOON, **changed}
    approved = actions.approve(line.pk, **given)  # type: ignore[arg-type]
    make.commit()
    return approved


def add(person: Person, to: DepartureList | None = None) -> DepartureLine:
    departure = to or make.departure_list()
    return actions.add(departure.pk, person.pk, officer=make.officer(), at=make.NOON)


def test_whole_way() -> None:
    """Listed, approved, asked at the crossing, handed over, received: he has left."""
    person = make.ready()
    line = approve(make.listed(person))
    make.confirmed(person, stage="border", at=make.NOON + timedelta(hours=2))
    actions.hand_over(
        line.pk, officer=make.officer(), at=make.NOON + timedelta(hours=3)
    )
    arrived = actions.receive(
        line.pk, officer=make.liaison(), at=make.NOON + timedelta(hours=4)
    )

    assert arrived.status == "received"
    assert Person.objects.get(pk=person.pk).status == Person.Status.DEPARTED
    kinds = Entry.objects.filter(subject=person.pk, kind__startswith="departure.")
    assert set(kinds.values_list("kind", flat=True)) == {
        actions.LISTED,
        actions.APPROVED,
        actions.HANDED_OVER,
        actions.RECEIVED,
    }


def test_exchange_of_a_man_at_risk() -> None:
    """Whoever would be harmed is not put on an exchange list; all grounds are named."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.determined(person)
    with pytest.raises(GateClosed) as refusal:
        add(person, make.departure_list("X", towards="RU"))

    norms = {obstacle.norm for obstacle in refusal.value.obstacles}  # type: ignore[attr-defined]
    assert {"CAT-3-1", "ECHR-2-3", "GCIII-118-NR", "ENG-CHAIN", "ENG-WISH"} <= norms
    assert not DepartureLine.objects.exists()


def test_refusal_is_on_record() -> None:
    """The attempt stays in the journal with its grounds and what was missing."""
    person = make.person(facts={})
    make.heard(person, "undecided")
    make.determined(person)
    with pytest.raises(GateClosed):
        add(person, make.departure_list("X", towards="RU"))

    said = opened(Entry.objects.get(subject=person.pk, kind=actions.REFUSED))
    assert "risk.serious_harm[KP]" in str(said["missing"])
    assert "ENG-UNKNOWN" in str(said["norms"])
    assert said["tried"] == "list"


def test_nobody_determined() -> None:
    """A person whose case nobody has determined stays."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    with pytest.raises(GateClosed, match="Nobody has determined"):
        add(person)


def test_determination_not_reviewed() -> None:
    """One officer's determination is not enough."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.accepted(person)
    make.determined(person, reviewed=False)
    with pytest.raises(GateClosed, match="No second officer"):
        add(person)


def test_state_has_not_accepted() -> None:
    """Nobody is transferred to a State that has not said yes."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.determined(person)
    with pytest.raises(GateClosed) as refusal:
        add(person)

    missing = {f for o in refusal.value.obstacles for f in o.missing}  # type: ignore[attr-defined]
    assert any(name.startswith("receiving.accepts") for name in missing)


def test_invalid_hearing() -> None:
    """A wish that was bought opens nothing."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person, safeguards={**make.SAFE, "inducement": "T"})
    make.accepted(person)
    make.determined(person)
    with pytest.raises(GateClosed, match="ENG-WISH"):
        add(person)


def test_fact_changes_on_the_list() -> None:
    """What was learned after the determination closes the gate again."""
    person = make.ready()
    line = make.listed(person)
    register.state_facts(
        person.pk,
        {"health.fit_to_travel": "F"},
        reason="Broke a leg.",
        officer=make.officer("doctor"),
        at=make.NOON,
    )
    with pytest.raises(GateClosed, match=r"health\.fit_to_travel"):
        approve(line, at=make.NOON + timedelta(minutes=1))
    assert DepartureLine.objects.get().status == "listed"


def test_claim_after_the_determination() -> None:
    """A claim lodged on the way stops the departure, even to the State of his wish."""
    person = make.ready()
    line = make.listed(person)
    make.open_claim(person, at=make.NOON)
    with pytest.raises(GateClosed, match=r"claim\.status"):
        approve(line, at=make.NOON + timedelta(minutes=1))


def test_not_confirmed() -> None:
    """Without the question in the camp nobody is approved."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.accepted(person)
    make.determined(person)
    line = add(person)
    with pytest.raises(GateClosed, match="ENG-RECONFIRM"):
        approve(line)


def test_confirmed_too_long_ago() -> None:
    """A confirmation older than 72 hours has to be given again."""
    line = make.listed()
    with pytest.raises(GateClosed, match="ENG-RECONFIRM"):
        approve(line, at=make.NOON + timedelta(hours=60))


def test_no_at_the_border() -> None:
    """A no at the crossing stops the hand-over, whatever was signed before."""
    person = make.ready()
    line = approve(make.listed(person))
    hearing.reconfirm(
        person.pk,
        stage="border",
        answer="no",
        officer=make.officer("intermediary"),
        at=make.NOON + timedelta(hours=1),
    )
    with pytest.raises(GateClosed, match="crossing"):
        actions.hand_over(
            line.pk, officer=make.officer(), at=make.NOON + timedelta(hours=2)
        )
    assert Person.objects.get(pk=person.pk).status == Person.Status.HELD


def test_not_asked_at_the_border() -> None:
    """Silence at the crossing is no yes."""
    line = approve(make.listed())
    with pytest.raises(GateClosed, match="crossing"):
        actions.hand_over(
            line.pk, officer=make.officer(), at=make.NOON + timedelta(hours=2)
        )


def test_second_officer_of_the_same_service() -> None:
    """Two signatures of one authority are one signature."""
    with pytest.raises(SamePerson, match="another authority"):
        approve(make.listed(), officer=make.officer("second_officer"))


def test_first_officer_approves() -> None:
    """Who may only list cannot approve."""
    with pytest.raises(NotPermitted):
        approve(
            make.listed(),
            officer=make.officer("departure_officer", of=make.second_service()),
        )


def test_twice_on_a_list() -> None:
    """A person stands on one list at a time."""
    person = make.ready()
    make.listed(person)
    with pytest.raises(NotInTurn, match="already"):
        add(person)


def test_steps_in_turn() -> None:
    """No step is skipped and none is taken twice."""
    line = make.listed()
    with pytest.raises(NotInTurn, match="listed"):
        actions.hand_over(line.pk, officer=make.officer(), at=make.NOON)
    with pytest.raises(NotInTurn):
        actions.receive(line.pk, officer=make.liaison(), at=make.NOON)
    approve(line)
    with pytest.raises(NotInTurn, match="approved"):
        approve(line)


def test_stopped() -> None:
    """Taking a person off a list is always possible, and he can be listed again."""
    person = make.ready()
    line = approve(make.listed(person))
    actions.stop(line.pk, reason="He is ill.", officer=make.officer(), at=make.NOON)

    assert queries.of_person(person.pk).get().status == "stopped"
    assert add(person).status == "listed"


def test_another_mission_receives() -> None:
    """Only the mission he was sent to confirms his arrival."""
    line = approve(make.listed())
    with pytest.raises(NoSuchLine):
        actions.receive(line.pk, officer=make.stranger(), at=make.NOON)


def test_transfer_without_a_mission() -> None:
    """A transfer is opened towards somebody who can receive."""
    with pytest.raises(NoSuchList, match="mission"):
        actions.open_list(
            "T",
            towards="KR",
            planned=make.NOON.date(),
            officer=make.officer(),
            at=make.NOON,
        )


def test_willing_return_is_lawful() -> None:
    """Who asks to go home, safely and freely, may be exchanged: the gate can open."""
    person = make.person(facts=make.NO_RISK)
    make.heard(person, "return:KP")
    make.determined(person)
    make.confirmed(person)

    line = approve(add(person, make.departure_list("X", towards="KP")))
    assert line.status == "approved"


def test_lines_of_another_camp() -> None:
    """A camp's officer sees on a list only the persons of his camp."""
    line = make.listed()
    ours = make.officer("departure_officer", of=make.authority("camp"))
    others = make.officer("departure_officer", of=make.authority("camp", state="PL"))

    assert list(queries.lines(ours)) == [line]
    assert not queries.lines(others).exists()
    with pytest.raises(NoSuchLine):
        queries.line(line.pk, officer=others)


def test_yes_before_the_approval() -> None:
    """A yes at the crossing counts only after he was approved to leave."""
    person = make.ready()
    line = make.listed(person)
    make.confirmed(person, stage="border", at=make.NOON - timedelta(hours=1))
    approve(line)
    with pytest.raises(GateClosed, match="crossing"):
        actions.hand_over(
            line.pk, officer=make.officer(), at=make.NOON + timedelta(hours=2)
        )
