"""Records that were joined: a merge never opens a way out, nor does undoing one."""

from datetime import timedelta
from typing import Any

import pytest

from safeconduct.accounts.models import Officer
from safeconduct.departure import actions
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.models import DepartureLine
from safeconduct.determination import queries as determination
from safeconduct.determination import record
from safeconduct.journal import queries as journal
from safeconduct.journal.check import differences
from safeconduct.matching import actions as matching
from safeconduct.matching.models import Merge
from safeconduct.register import actions as register
from safeconduct.register.models import CustodyEvent, Person
from tests import make

pytestmark = pytest.mark.django_db
NOON, HOUR = make.NOON, timedelta(hours=1)
MERGED = NOON - timedelta(days=12)


def ready(person: Person) -> Person:
    """Hear, accept, determine and ask him, so that nothing is in his way."""
    make.heard(person)
    make.accepted(person)
    make.determined(person)
    make.confirmed(person)
    return person


def pair_of_records() -> tuple[Person, Person]:
    """Two records of one man, joined before he was heard; the first leads."""
    one, other = (make.person(facts=make.AT_RISK) for _ in range(2))
    make.merged(one, other, at=MERGED)
    return one, other


def add(person: Person, *, at: Any = NOON, officer: Officer | None = None) -> Any:
    made = make.departure_list()
    return actions.add(made.pk, person.pk, officer=officer or make.officer(), at=at)


def grounds(person: Person, **given: Any) -> str:
    """What the gate says when he is put on a list."""
    with pytest.raises(GateClosed) as refused:
        add(person, **given)
    return "\n".join(str(one) for one in refused.value.obstacles)


def test_open_where_both_records_are_open() -> None:
    """The leading record is listed; when he has left, he has left in both."""
    one, other = pair_of_records()
    ready(one)
    ready(other)
    line = add(one)
    make.commit()
    second = make.officer("second_officer", of=make.second_service())
    actions.approve(line.pk, officer=second, at=NOON)
    make.confirmed(one, stage="border", at=NOON)
    with pytest.raises(GateClosed, match=r"crossing.*another record"):
        actions.hand_over(line.pk, officer=make.officer(), at=NOON)
    make.confirmed(other, stage="border", at=NOON)
    actions.hand_over(line.pk, officer=make.officer(), at=NOON)
    mission = make.officer("liaison", of=line.list.receiver)
    actions.receive(line.pk, officer=mission, at=NOON)
    make.commit()

    for person in (one, other):
        person.refresh_from_db()
        assert person.status == "departed"
        assert CustodyEvent.objects.filter(person=person, kind="transferred_power")
        kinds = [event.kind for event in journal.timeline(person.pk)]
        assert actions.RECEIVED in kinds
    assert list(differences()) == []


def test_what_bars_one_bars_the_other() -> None:
    """Nobody has heard the man of the other record: so nobody has heard him."""
    one, other = pair_of_records()
    ready(one)

    said = grounds(one)

    assert "Nobody has determined his case. (in another record" in said
    assert "in another record of the same person" in said
    assert other.case_number not in said
    here, there = (refusal(person) for person in (one, other))
    assert here == '["ENG-GATE: More stands in another record of the same person."]'
    assert "Nobody has determined his case." in there


def refusal(person: Person) -> str:
    """What the newest refusal in his record gives as grounds."""
    events = journal.timeline(person.pk)
    refused = next(event for event in events if event.kind == actions.REFUSED)
    return str(refused.details["grounds"])


def test_danger_that_only_the_other_record_knows() -> None:
    """A bar of the law in the other record stays a bar, with its norm."""
    one, other = pair_of_records()
    register.state_facts(
        other.pk,
        {"risk.serious_harm[KR]": "T"},
        reason="He was threatened there, says the other record.",
        officer=make.officer(),
        at=NOON - timedelta(days=11),
    )
    ready(one)
    ready(other)

    assert "CAT-3-1" in grounds(one)


def test_closed_for_the_other() -> None:
    """What an officer closed for one record is closed for the man."""
    one, other = pair_of_records()
    ready(one)
    ready(other)
    make.closed(other)

    assert "An officer has closed this way out for him. (in another" in grounds(one)


def test_only_the_leading_record_is_listed() -> None:
    """The other one stays off every list, with nothing else in its way."""
    one, other = pair_of_records()
    ready(one)
    ready(other)

    assert grounds(other) == (
        "ENG-GATE: Another record of the same person leads. Only that one can be"
        " listed."
    )


def test_a_merge_makes_determinations_old() -> None:
    """Both were ready before; after the merge both have to be determined anew."""
    one, other = make.ready(), make.ready()
    make.merged(one, other, at=NOON)
    made = determination.newest(one.pk)
    assert made is not None
    assert record.changes(made, at=NOON + HOUR) == ["the records that are his"]

    said = grounds(one, at=NOON + HOUR)

    assert said.count("Determine again") == 2


def test_a_merge_while_he_stands_on_a_list() -> None:
    """An approved line of either record goes no further."""
    one, other = make.ready(), make.ready()
    lines = [make.listed(one), make.listed(other)]
    make.merged(one, other, at=NOON)
    second = make.officer("second_officer", of=make.second_service())

    for line in lines:
        with pytest.raises(GateClosed, match="stands on a list"):
            actions.approve(line.pk, officer=second, at=NOON + HOUR)
    statuses = DepartureLine.objects.values_list("status", flat=True)
    assert set(statuses) == {"listed"}


def test_undoing_opens_nothing() -> None:
    """After the merge is undone both records wait for a new determination."""
    one, other = pair_of_records()
    ready(one)
    row = one_merge(one)
    assert "another record" in grounds(one)
    make.parted(row, at=NOON)

    said = grounds(one, at=NOON + HOUR)
    assert "the records that are his. Determine again." in said
    assert "another record" not in said

    make.determined(one, at=NOON + HOUR)
    assert add(one, at=NOON + 3 * HOUR).status == "listed"
    assert "Nobody has determined his case" in grounds(other, at=NOON + 3 * HOUR)


def one_merge(leading: Person) -> Merge:
    return Merge.objects.get(leading=leading)


def test_asking_to_undo_changes_nothing() -> None:
    """Until the second officer signs, the obstacles of both stand."""
    one, _other = pair_of_records()
    ready(one)
    matching.ask_undo(
        one_merge(one).pk, reason=make.REASON, officer=make.officer(), at=NOON
    )

    assert "another record" in grounds(one)


def test_through_a_third_record() -> None:
    """Records of a tree are all one man's, however far apart they stand."""
    one, other = pair_of_records()
    third = make.person(facts=make.AT_RISK)
    make.merged(other, third, at=MERGED)
    ready(one)
    ready(other)
    assert "Nobody has determined his case. (in another" in grounds(one)
    ready(third)

    assert add(one).status == "listed"


def test_an_officer_who_may_not_read_the_other_record() -> None:
    """He is told that more stands in the way, and nothing of it."""
    camp = make.authority("camp", state="PL")
    one = make.person(facts=make.AT_RISK)
    other = make.person(facts=make.AT_RISK, holder=camp)
    make.merged(one, other, at=MERGED)
    ready(one)
    roles = ("departure_officer", "hearing_officer")

    said = grounds(one, officer=make.officer(*roles, of=one.holder))

    assert said == "ENG-GATE: More stands in another record of the same person."
