"""Proposing a pair, answering on it, joining two records, and parting them again.

Nothing joins by itself. Two reviewers answer without knowing each other's answer; only
when both say "the same" a third officer may join the records, and names the one that
leads. Joining adds obstacles to a departure and takes none away, so one officer is
enough; parting takes them away, so it needs two of two authorities.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.journal.acts import Deed, act
from safeconduct.keyring import queries as keyring
from safeconduct.matching import links, queries, sealing
from safeconduct.matching.comparing import FIELDS, Comparison, compare, probability
from safeconduct.matching.errors import (
    AlreadyProposed,
    MayNotMerge,
    NoAnswer,
    NoSuchPair,
    NotInTurn,
    Remembered,
    SameRecord,
    SameService,
)
from safeconduct.matching.models import Merge, Proposal, Verdict
from safeconduct.register import disclosure
from safeconduct.register.cards import Claim
from safeconduct.register.models import Person

PROPOSED = "matching.proposed"
PROPOSED_AGAIN = "matching.proposed_again"
COMPARED = "vault.compared"
READ_ALL = "vault.read_for_matching"
ANSWERED = "matching.answered"
MERGED = "matching.merged"
UNDOING = "matching.undoing_asked"
UNDONE = "matching.undone"

SHORTEST_REASON = 20  # characters
_BATCH = 1_000  # persons whose keys are opened at a time


def propose(
    one: UUID,
    other: UUID,
    *,
    why: str = "",
    origin: str = Proposal.Origin.OFFICER,
    officer: Officer,
    at: datetime,
) -> Proposal:
    """Say that two records may be one person's; reviewers will answer.

    Args:
        one: A person.
        other: Another one.
        why: In the officer's words, sealed with both keys.
        origin: A value of `Proposal.Origin`.
        officer: Who proposes.
        at: When, timezone-aware.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
        SameRecord: Both are one record.
        AlreadyProposed: The pair waits for its reviewers, or the two are joined.
        Remembered: Two officers have answered, and nothing was claimed since.
    """
    if one == other:
        raise SameRecord(
            gettext_noop("Name two cases: these are one and the same record.")
        )
    with act(PROPOSED, officer=officer, at=at) as deed:
        first, second = _lock(deed, (one, other), Right.MATCH)
        if second.pk in links.together(first.pk):
            raise AlreadyProposed(gettext_noop("These two records are joined already."))
        before = Proposal.objects.filter(first=first, second=second).first()
        news = 0 if before is None else _news(before)
        weight = _compare(first, second).weight
        among = Person.objects.count()
        fresh = {
            "origin": origin,
            "weight": round(weight, 3),
            "probability": round(probability(weight, among=among), 6),
            "officer": officer,
            "at": at,
            "new_claims": news,
        }
        row_id = uuid4() if before is None else before.pk
        fresh["why"] = sealing.seal((first.pk, second.pk), row_id, "why", why)
        if before is None:
            row = Proposal(id=row_id, first=first, second=second, **fresh)
            made = deed.write(row)
        else:
            deed.kind = PROPOSED_AGAIN
            made = deed.change(before, round=before.round + 1, **fresh)
        _say(deed, second, pair=str(made.pk), origin=str(origin), round=made.round)
    return made


def read_all(*, officer: Officer, at: datetime) -> dict[UUID, list[Claim]]:
    """Open the vault of every case the officer may read, in order to find pairs.

    Reading so many at once is itself on record, once, on the office: how many records
    were read, by whom, and that it was for matching.

    Raises:
        NotPermitted: As its sentence says.
    """
    with act(READ_ALL, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.MATCH))
        found = dict(_read(queries.comparable(officer)))
        deed.say(records=len(found))
    return found


def compare_records(proposal_id: UUID, *, officer: Officer, at: datetime) -> Comparison:
    """Open both records side by side. The look is on record in both of them.

    Raises:
        NoSuchPair, NotPermitted: As their sentences say.
        KeyDestroyed: One of the two was erased.
    """
    with act(COMPARED, officer=officer, at=at) as deed:
        pair = _pair(proposal_id)
        first, second = _lock(deed, (pair.first_id, pair.second_id), Right.MATCH)
        found = _compare(first, second)
        if shared := found.shared_names:
            both = (first.pk, second.pk)
            others = disclosure.bearers(shared, besides=both)
            found = replace(found, bearers=others)
        _say(deed, second, pair=str(pair.pk))
    return found


def answer(
    proposal_id: UUID, *, answer: str, reason: str, officer: Officer, at: datetime
) -> Verdict:
    """Say whether the two records are one person's, without knowing others' answers.

    The entry does not tell the answer: the reviewer who comes next may read it.

    Args:
        proposal_id: Which pair.
        answer: A value of `Verdict.Answer`.
        reason: Why, in at least `SHORTEST_REASON` characters; sealed with both keys.
        officer: Who answers.
        at: When, timezone-aware.

    Raises:
        NoSuchPair, NotPermitted: As their sentences say.
        NoAnswer: None of the three answers, or no reason.
        NotInTurn: Two officers agreed already, or this one has answered.
    """
    if answer not in Verdict.Answer.values:
        raise NoAnswer(
            gettext_noop(
                "Answer that they are the same, are not, or that you can't tell."
            )
        )
    _demand_reason(reason)
    with act(ANSWERED, officer=officer, at=at) as deed:
        pair = _pair(proposal_id)
        first, second = _lock(deed, (pair.first_id, pair.second_id), Right.MATCH)
        pair = _pair(proposal_id)
        if queries.settled(pair) is not None:
            raise NotInTurn(
                gettext_noop("Two officers have agreed on this pair already.")
            )
        mine = pair.verdicts.filter(round=pair.round, officer=officer)
        if mine.exists():
            raise NotInTurn(
                gettext_noop("You have answered on this pair. Another officer is next.")
            )
        row_id = uuid4()
        both = (first.pk, second.pk)
        row = deed.write(
            Verdict(
                id=row_id,
                proposal=pair,
                round=pair.round,
                answer=answer,
                reason=sealing.seal(both, row_id, "reason", reason),
                officer=officer,
                at=at,
            )
        )
        _say(deed, second, pair=str(pair.pk), round=pair.round)
    return row


def merge(
    proposal_id: UUID,
    *,
    leading: UUID,
    reason: str,
    officer: Officer,
    at: datetime,
) -> Merge:
    """Join two records that two reviewers hold for one person's.

    Both stay as they were. From now on a departure of him asks what stands in the way
    in either of them, and only the leading one can be put on a list.

    Args:
        proposal_id: Which pair.
        leading: The person of the pair whose record leads.
        reason: Why, in at least `SHORTEST_REASON` characters; sealed with both keys.
        officer: Who joins them; neither of the two reviewers.
        at: When, timezone-aware.

    Raises:
        NoSuchPair, NotPermitted, NoAnswer: As their sentences say.
        NotInTurn: Two reviewers have not said "the same", or they are joined already.
        MayNotMerge: One of the two has left, they would follow each other in a ring,
            or the other one follows a third already.
        SameService: The officer was one of the two reviewers.
    """
    _demand_reason(reason)
    with act(MERGED, officer=officer, at=at) as deed:
        pair = _pair(proposal_id)
        first, second = _lock(deed, (pair.first_id, pair.second_id), Right.MERGE)
        pair = _pair(proposal_id)
        if queries.settled(pair) != Verdict.Answer.SAME:
            raise NotInTurn(
                gettext_noop("First two reviewers have to say that they are the same.")
            )
        if pair.merges.filter(round=pair.round).exists():
            raise NotInTurn(gettext_noop("These two records were joined already."))
        if pair.verdicts.filter(round=pair.round, officer=officer).exists():
            raise SameService(
                gettext_noop("You answered on this pair: another officer joins them.")
            )
        leader, other = (first, second) if leading == first.pk else (second, first)
        _demand_tree(leader, other, leading)
        row_id = uuid4()
        both = (first.pk, second.pk)
        row = deed.write(
            Merge(
                id=row_id,
                proposal=pair,
                round=pair.round,
                leading=leader,
                other=other,
                reason=sealing.seal(both, row_id, "reason", reason),
                officer=officer,
                at=at,
            )
        )
        _say(deed, second, pair=str(pair.pk), merge=str(row_id))
    return row


def ask_undo(merge_id: UUID, *, reason: str, officer: Officer, at: datetime) -> Merge:
    """Ask, as first officer, to part two records again.

    Raises:
        NoSuchPair, NotPermitted, NoAnswer: As their sentences say.
        NotInTurn: It is undone, or somebody has asked already.
    """
    _demand_reason(reason)
    with act(UNDOING, officer=officer, at=at) as deed:
        row, second = _merge(deed, merge_id)
        if row.undo_asked is not None:
            raise NotInTurn(
                gettext_noop("Somebody has asked to undo it. A second officer is next.")
            )
        both = (row.proposal.first_id, row.proposal.second_id)
        deed.change(
            row,
            undo_reason=sealing.seal(both, row.pk, "undo", reason),
            undo_officer=officer,
            undo_asked=at,
        )
        _say(deed, second, pair=str(row.proposal_id), merge=str(row.pk))
    return row


def undo(merge_id: UUID, *, officer: Officer, at: datetime) -> Merge:
    """Part two records, as second officer, of another authority than the first.

    Determinations of both hold no more: each has to be made anew before either record
    can be put on a list.

    Raises:
        NoSuchPair, NotPermitted: As their sentences say.
        NotInTurn: Nobody has asked, or it is undone.
        SameService: The officer asked for it, or serves the same authority.
    """
    with act(UNDONE, officer=officer, at=at) as deed:
        row, second = _merge(deed, merge_id)
        if row.undo_officer is None:
            raise NotInTurn(
                gettext_noop("First an officer has to ask, and to say why.")
            )
        if officer.authority_id == row.undo_officer.authority_id:
            raise SameService(
                gettext_noop(
                    "The second officer must serve another authority than the first."
                )
            )
        deed.change(row, undo_second=officer, undone=at)
        _say(deed, second, pair=str(row.proposal_id), merge=str(row.pk))
    return row


def _demand_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise NoAnswer(
            gettext("Give a reason of at least %(count)d characters.")
            % {"count": SHORTEST_REASON}
        )


def _demand_tree(leader: Person, other: Person, leading: UUID) -> None:
    """Demand that one of the pair leads, and that records go on forming a tree."""
    if leading not in {leader.pk, other.pk}:
        raise MayNotMerge(
            gettext_noop("Choose one of the two records as the one that leads.")
        )
    if {leader.status, other.status} != {Person.Status.HELD}:
        raise MayNotMerge(
            gettext_noop("Only records of whom we hold are joined; one has left.")
        )
    if other.pk in links.together(leader.pk):
        raise MayNotMerge(
            gettext_noop("These two records are joined already, through a third.")
        )
    if links.leading(other.pk) != other.pk:
        raise MayNotMerge(
            gettext_noop(
                "The other record follows a third one already. Let this one lead"
                " instead, or propose the pair of the two that lead."
            )
        )


def _pair(proposal_id: UUID) -> Proposal:
    found = Proposal.objects.filter(pk=proposal_id).first()
    if found is None:
        raise NoSuchPair(gettext_noop("There is no such pair."))
    return found


def _merge(deed: Deed, merge_id: UUID) -> tuple[Merge, Person]:
    """Lock both persons of a merge that stands; find it, and the second of them."""
    rows = Merge.objects.select_related("proposal", "undo_officer")
    found = rows.filter(pk=merge_id).first()
    if found is None:
        raise NoSuchPair(gettext_noop("There is no such pair."))
    pair = found.proposal
    _, second = _lock(deed, (pair.first_id, pair.second_id), Right.MERGE)
    row = rows.get(pk=merge_id)
    if row.undone is not None:
        raise NotInTurn(gettext_noop("This was undone already."))
    return row, second


def _lock(deed: Deed, pair: tuple[UUID, UUID], right: Right) -> tuple[Person, Person]:
    """Lock both persons with all records of theirs; demand the right for each.

    All records, so that two merges at once cannot close a ring between two trees.

    Returns:
        The two persons, in the order of their ids.

    Raises:
        KeyDestroyed: One of the two was erased.
    """
    found = links.lock_all(*pair)
    first, second = (found[pk] for pk in sorted(pair))
    purposes = [
        policy.require(deed.officer, right, matter_of=person.holder_id)
        for person in (first, second)
    ]
    for person in (first, second):
        keyring.demand_not_destroyed(person.pk)
    deed.on(first.pk, purposes[0])
    return first, second


def _say(deed: Deed, second: Person, **details: str | int) -> None:
    """Tell the same in the record of both; rows belong to the entry of the first."""
    deed.say(**details)
    deed.beside(second.pk).say(**details)


def _news(before: Proposal) -> int:
    """Count what was claimed since the pair was answered on.

    Raises:
        AlreadyProposed: It waits for its reviewers.
        Remembered: Nothing was.
    """
    if queries.settled(before) is None:
        raise AlreadyProposed(
            gettext_noop("This pair waits for its reviewers already.")
        )
    if before.merges.filter(round=before.round, undone=None).exists():
        raise AlreadyProposed(gettext_noop("These two records are joined already."))
    found = queries.claims_since(before)
    if not found:
        raise Remembered(
            gettext_noop(
                "Two officers have answered on this pair. It can be proposed again when"
                " something new is claimed about one of the two."
            )
        )
    return found


def _compare(first: Person, second: Person) -> Comparison:
    return compare(disclosure.read(first, FIELDS), disclosure.read(second, FIELDS))


def _read(persons: list[UUID]) -> Iterator[tuple[UUID, list[Claim]]]:
    for start in range(0, len(persons), _BATCH):
        yield from disclosure.read_all(persons[start : start + _BATCH], FIELDS)
