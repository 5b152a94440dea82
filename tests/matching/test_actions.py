"""Two reviewers answer, a third officer joins, two of two authorities part again."""

from datetime import timedelta
from typing import Any

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.journal import queries as journal
from safeconduct.journal.check import differences
from safeconduct.journal.models import Entry
from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.matching import actions, links, queries
from safeconduct.matching.errors import (
    AlreadyProposed,
    MayNotMerge,
    NoAnswer,
    NotInTurn,
    Remembered,
    SameRecord,
    SameService,
)
from safeconduct.matching.models import Merge, Proposal, Verdict
from safeconduct.register import actions as register
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
NOON, HOUR = make.NOON, timedelta(hours=1)


def claim(person: Person) -> None:
    """Say something new about who somebody is, after noon."""
    rank = Claim(kind="rank", source="stated", text="Sergeant")
    register.claim_identity(person.pk, rank, officer=make.officer(), at=NOON + HOUR)


def merge(pair: Proposal, leading: Person | None = None) -> Merge:
    return actions.merge(
        pair.pk,
        leading=(leading or pair.first).pk,
        reason=make.REASON,
        officer=make.officer("senior_officer"),
        at=NOON,
    )


def test_from_proposal_to_merge_and_back() -> None:
    """Each step leaves its entry in the record of both, and the log agrees."""
    one, other = make.person(), make.person()
    pair = make.answered(make.pair(one, other))
    row = merge(pair, one)
    assert links.together(one.pk) == links.together(other.pk) == {one.pk, other.pk}
    assert links.leading(other.pk) == links.leading(one.pk) == one.pk

    make.parted(row, at=NOON + HOUR)

    assert links.together(one.pk) == {one.pk}
    assert list(differences()) == []
    for person in (one, other):
        kinds = [event.kind for event in journal.timeline(person.pk)]
        for kind in (
            *(actions.PROPOSED, actions.MERGED, actions.UNDOING, actions.UNDONE),
            actions.ANSWERED,
        ):
            assert kind in kinds
        assert kinds.count(actions.ANSWERED) == 2


def test_a_pair_is_one_whichever_comes_first() -> None:
    """The order in which two cases are named makes no second pair."""
    one, other = make.person(), make.person()
    made = make.pair(other, one)

    assert (made.first_id, made.second_id) == tuple(sorted([one.pk, other.pk]))
    with pytest.raises(AlreadyProposed, match="waits for its reviewers"):
        make.pair(one, other)
    with pytest.raises(SameRecord):
        make.pair(one, one)


def test_joining_needs_two_who_say_the_same() -> None:
    """One answer is not enough, nor is one officer who answers twice."""
    pair = make.pair()
    officer = make.officer()
    first: dict[str, Any] = {
        "answer": "same",
        "reason": make.REASON,
        "officer": officer,
        "at": NOON,
    }
    actions.answer(pair.pk, **first)

    with pytest.raises(NotInTurn, match="Another officer is next"):
        actions.answer(pair.pk, **first)
    with pytest.raises(NotInTurn, match="two reviewers"):
        merge(pair)


def test_who_reviewed_does_not_join() -> None:
    """The officer who joins the records is a third one."""
    pair = make.pair()
    officer = make.officer()
    for each in (officer, make.officer()):
        actions.answer(
            pair.pk, answer="same", reason=make.REASON, officer=each, at=NOON
        )
    with pytest.raises(SameService, match="another officer"):
        actions.merge(
            pair.pk,
            leading=pair.first_id,
            reason=make.REASON,
            officer=officer,
            at=NOON,
        )


def test_two_who_disagree_need_a_third() -> None:
    """The first answer that two officers give counts, and then nobody answers."""
    pair = make.pair()
    for answer in ("same", "different"):
        make.answered(pair, answer, times=1)
    assert queries.settled(pair) is None

    make.answered(pair, "different", times=1)

    assert queries.settled(pair) == "different"
    with pytest.raises(NotInTurn, match="agreed"):
        make.answered(pair, "same", times=1)
    with pytest.raises(NotInTurn, match="two reviewers"):
        merge(pair)


@pytest.mark.parametrize("answer", ["different", "unsure"])
def test_not_the_same_is_remembered(answer: str) -> None:
    """The pair is proposed again only when something new was claimed, and says so."""
    pair = make.answered(make.pair(), answer)
    with pytest.raises(Remembered):
        make.pair(pair.first, pair.second)
    assert (pair.first_id, pair.second_id) in queries.known_pairs([pair.first_id])
    claim(pair.second)
    assert queries.known_pairs([pair.first_id]) == set()

    again = make.pair(pair.first, pair.second, at=NOON + 2 * HOUR)

    assert (again.pk, again.round, again.new_claims) == (pair.pk, 2, 1)
    assert queries.settled(again) is None
    assert Verdict.objects.filter(proposal=pair, round=1).count() == 2
    assert Entry.objects.filter(kind=actions.PROPOSED_AGAIN).count() == 2


def test_the_second_reviewer_does_not_see_the_first_answer() -> None:
    """Neither on the pair nor in the record; once it is settled all see all."""
    pair = make.pair()
    make.answered(pair, "different", times=1)
    second = make.officer("registrar")

    seen = queries.pair(pair.pk, officer=second)

    assert (seen.answers, seen.mine, seen.settled) == ([], None, None)
    for event in journal.timeline(pair.first_id):
        if event.kind == actions.ANSWERED:
            assert "different" not in str(event.details)
    make.answered(pair, "different", times=1)
    answers = queries.pair(pair.pk, officer=second).answers
    assert [one.answer for one in answers] == ["different", "different"]
    assert answers[0].reason == make.REASON


def test_an_answer_needs_a_reason() -> None:
    """Three answers, each with a reason."""
    pair = make.pair()
    for answer, reason in (("perhaps", make.REASON), ("same", "Looks alike.")):
        with pytest.raises(NoAnswer):
            actions.answer(
                pair.pk,
                answer=answer,
                reason=reason,
                officer=make.officer(),
                at=NOON,
            )


def test_records_form_a_tree() -> None:
    """A record follows one other, nobody follows in a ring, and one leads them all."""
    one, two, three, four = (make.person() for _ in range(4))
    make.merged(one, two)
    make.merged(two, three)

    assert links.together(three.pk) == {one.pk, two.pk, three.pk}
    assert links.leading(three.pk) == one.pk
    with pytest.raises(AlreadyProposed, match="joined"):
        make.pair(one, three)
    with pytest.raises(MayNotMerge, match="follows a third"):
        make.merged(four, three)
    make.merged(three, make.person())


def test_joined_through_a_third_meanwhile() -> None:
    """Two pairs that were reviewed before close no ring."""
    one, two, three = (make.person() for _ in range(3))
    pairs = [make.answered(make.pair(a, b)) for a, b in ((one, two), (two, three))]
    last = make.answered(make.pair(one, three))
    merge(pairs[0], one)
    merge(pairs[1], two)

    with pytest.raises(MayNotMerge, match="through a third"):
        merge(last, three)


def test_who_has_left_is_not_joined() -> None:
    """A merge orders what may be done with somebody we hold."""
    pair = make.answered(make.pair(make.departed(), make.person()))
    with pytest.raises(MayNotMerge, match="has left"):
        merge(pair)


def test_parting_takes_two_authorities() -> None:
    """Who asked, and whoever serves with him, does not sign."""
    row = make.merged(make.person(), make.person())
    with pytest.raises(NotInTurn, match="has to ask"):
        actions.undo(row.pk, officer=make.officer(), at=NOON)
    officer = make.officer()
    actions.ask_undo(row.pk, reason=make.REASON, officer=officer, at=NOON)

    for second in (officer, make.officer()):
        with pytest.raises(SameService):
            actions.undo(row.pk, officer=second, at=NOON)
    assert len(links.together(row.leading_id)) == 2
    with pytest.raises(NotInTurn, match="has asked"):
        actions.ask_undo(row.pk, reason=make.REASON, officer=officer, at=NOON)


def test_parted_records_are_joined_again_only_after_new_answers() -> None:
    """What was undone is remembered like a "not the same"."""
    one, other = make.person(), make.person()
    row = make.parted(make.merged(one, other))
    with pytest.raises(NotInTurn, match="joined already"):
        merge(row.proposal)
    with pytest.raises(NotInTurn, match="undone"):
        actions.ask_undo(row.pk, reason=make.REASON, officer=make.officer(), at=NOON)
    with pytest.raises(Remembered):
        make.pair(one, other)
    claim(one)
    again = make.pair(one, other, at=NOON + 2 * HOUR)

    with pytest.raises(NotInTurn, match="two reviewers"):
        merge(again)


def test_looking_is_on_record_in_both() -> None:
    """Who opened two records side by side stands in each of them."""
    pair = make.pair()
    found = actions.compare_records(pair.pk, officer=make.officer(), at=NOON)

    assert [field.kind for field in found.fields] == ["name"]
    for person in (pair.first_id, pair.second_id):
        kinds = [event.kind for event in journal.timeline(person, rooms=("vault",))]
        assert kinds == [actions.COMPARED]


def test_how_many_bear_the_name_they_share() -> None:
    """Others who may be called so are counted; the two themselves are not."""
    names = ("백철수", "Пэк Чхоль Су", "Paek Chol-su", "도하늘")
    records = [make.record(Claim("name", "stated", name)) for name in names]
    pair = make.pair(records[0], records[1])

    found = actions.compare_records(pair.pk, officer=make.officer(), at=NOON)

    assert found.bearers == 1
    apart = make.pair(records[0], records[3])
    found = actions.compare_records(apart.pk, officer=make.officer(), at=NOON)
    assert found.bearers is None


def test_reading_everybody_is_on_record() -> None:
    """One entry on the office says how many records were read, and by whom."""
    make.person()
    make.person()
    found = actions.read_all(officer=make.officer(), at=NOON)

    assert len(found) == 2
    entry = Entry.objects.get(kind=actions.READ_ALL)
    assert journal.opened(entry)["records"] == 2


def test_rights() -> None:
    """Reviewers review, others join; a camp answers for its own records alone."""
    camp = make.authority("camp", state="PL")
    pair = make.pair(make.person(holder=camp), make.person())
    with pytest.raises(NotPermitted):
        actions.answer(
            pair.pk,
            answer="same",
            reason=make.REASON,
            officer=make.officer("registrar", of=camp),
            at=NOON,
        )
    for role in ("doctor", "senior_officer", "departure_officer"):
        with pytest.raises(NotPermitted):
            actions.compare_records(pair.pk, officer=make.officer(role), at=NOON)
    make.answered(pair)
    with pytest.raises(NotPermitted):
        actions.merge(
            pair.pk,
            leading=pair.first_id,
            reason=make.REASON,
            officer=make.officer("registrar"),
            at=NOON,
        )


def test_who_was_erased_takes_the_pair_with_him() -> None:
    """Whichever of the two it is: nothing that was written of the pair can be read."""
    gone, stays = make.departed(), make.person()
    pair = make.answered(make.pair(gone, stays), "different")
    make.erased(gone)

    officer = make.officer()
    with pytest.raises(KeyDestroyed):
        queries.pair(pair.pk, officer=officer)
    with pytest.raises(KeyDestroyed):
        actions.compare_records(pair.pk, officer=officer, at=NOON)
    assert queries.to_answer(officer) == []
    assert queries.note(stays, officer=officer) is None
