"""Which pairs wait for whom, what was said of them, and which records are joined?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.keyring import queries as keyring
from safeconduct.matching import links, sealing
from safeconduct.matching.errors import NoSuchPair
from safeconduct.matching.models import Merge, Proposal, Verdict
from safeconduct.register import queries as register
from safeconduct.register.models import IdentityClaim, Person

_EYES = 2  # officers who have to agree
_RIGHTS = (Right.MATCH, Right.MERGE)


def settled(pair: Proposal) -> str | None:
    """Say which answer two officers gave in the running round; `None`: none yet.

    Who disagrees does not stop it: a third officer decides. Once two agree nobody
    answers any more, so that there is never a second such answer.
    """
    return next((str(one) for one in _agreed(pair.pk, pair.round)), None)


def _agreed(pair: Any, round_: Any) -> QuerySet[Verdict, str]:
    """Ask for the answer that two officers gave; the arguments may be outer columns."""
    given = Verdict.objects.filter(proposal=pair, round=round_).order_by()
    counted = given.values("answer").annotate(officers=Count("officer"))
    return counted.filter(officers__gte=_EYES).values_list("answer", flat=True)


def claims_since(pair: Proposal) -> int:
    """Count the identity claims about both persons since a pair was last decided on."""
    moments = [one.at for one in pair.verdicts.filter(round=pair.round)]
    moments += [one.undone for one in pair.merges.all() if one.undone is not None]
    rows = IdentityClaim.objects.filter(person__in=[pair.first_id, pair.second_id])
    return rows.filter(entry__at__gt=max(moments)).count() if moments else 0


def comparable(officer: Officer) -> list[UUID]:
    """List the persons in custody whose cases the officer may compare."""
    rows = register.cases(officer).filter(status=Person.Status.HELD)
    every = list(rows.order_by("id").values_list("pk", flat=True))
    gone = keyring.destroyed(every)
    return [pk for pk in every if pk not in gone]


def size() -> int:
    """Count the records of the register."""
    return Person.objects.count()


def known_pairs(persons: Sequence[UUID]) -> set[tuple[UUID, UUID]]:
    """Collect the pairs that need no proposal: they wait, are joined or remembered."""
    rows = Proposal.objects.filter(first__in=persons)
    return {
        (row.first_id, row.second_id)
        for row in rows
        if settled(row) is None or not claims_since(row)
    }


@dataclass(frozen=True)
class Answered:
    """One officer's answer, with his reason unsealed."""

    answer: str
    label: str
    reason: str
    officer: str
    service: str
    at: datetime
    round: int


@dataclass(frozen=True)
class Joined:
    """A merge as a page shows it."""

    id: UUID
    round: int
    leading: str  # case number
    other: str
    reason: str
    officer: str
    at: datetime
    undo_reason: str
    undo_officer: str | None
    undo_service: str | None
    undo_asked: datetime | None
    undo_second: str | None
    undone: datetime | None
    waits_for_me: bool  # asked to be undone, by another authority than mine


@dataclass(frozen=True)
class Pair:
    """A pair as an officer may see it.

    Attributes:
        settled: The answer two officers gave, or `None`.
        mine: What this officer answered in the running round, or `None`.
        answers: What all answered, but nothing of the running round before it is
            settled: whoever answers must not know what others said.
        merge: The newest one of this pair.
    """

    id: UUID
    first: Person
    second: Person
    round: int
    origin: str
    weight: float
    probability: float
    why: str
    new_claims: int
    officer: str
    at: datetime
    settled: str | None
    mine: str | None
    answers: list[Answered]
    merge: Joined | None

    @property
    def is_joined(self) -> bool:
        """Say whether the two records are joined now."""
        return self.merge is not None and self.merge.undone is None

    @property
    def can_be_joined(self) -> bool:
        """Say whether two reviewers called them one person's, and nobody joined."""
        before = self.merge is None or self.merge.round < self.round
        return self.settled == Verdict.Answer.SAME and before


def pairs(officer: Officer) -> QuerySet[Proposal]:
    """List the pairs of which the officer may see both cases, the likeliest first."""
    if not any(policy.allows(officer, right) for right in _RIGHTS):
        return Proposal.objects.none()
    mine = register.cases(officer).order_by()
    rows = Proposal.objects.filter(first__in=mine, second__in=mine)
    named = rows.select_related("first__holder", "second__holder", "officer")
    return named.order_by("-probability", "at")


def _settled_as(rows: QuerySet[Proposal], answer: str | None) -> QuerySet[Proposal]:
    """Keep the pairs that two officers gave this answer on; `None`: not settled yet."""
    done = Subquery(_agreed(OuterRef("pk"), OuterRef("round")))
    return rows.annotate(done=done).filter(done=answer)


def pair(proposal_id: UUID, *, officer: Officer) -> Pair:
    """Find one pair, with what the officer may know of it.

    Raises:
        NoSuchPair: There is none, or one of its cases is not his to read.
        KeyDestroyed: One of the two was erased.
    """
    row = pairs(officer).filter(pk=proposal_id).first()
    if row is None:
        raise NoSuchPair(
            gettext_noop("There is no such pair, or it is not yours to see.")
        )
    both = (row.first_id, row.second_id)
    for person in both:
        keyring.demand_not_destroyed(person)
    done = settled(row)
    mine = row.verdicts.filter(round=row.round, officer=officer).first()
    merged = row.merges.order_by("-at").first()
    return Pair(
        id=row.pk,
        first=row.first,
        second=row.second,
        round=row.round,
        origin=row.get_origin_display(),
        weight=row.weight,
        probability=row.probability,
        why=sealing.unseal(both, row.pk, "why", row.why),
        new_claims=row.new_claims,
        officer=row.officer.full_name,
        at=row.at,
        settled=done,
        mine=mine.answer if mine is not None else None,
        answers=_answers(row, both, running=done is not None),
        merge=_joined(merged, both, officer) if merged is not None else None,
    )


def _answers(row: Proposal, both: sealing.Pair, *, running: bool) -> list[Answered]:
    """List the answers of the rounds before, and of the *running* one if settled."""
    rows = row.verdicts.select_related("officer__authority").order_by("round", "at")
    if not running:
        rows = rows.filter(round__lt=row.round)
    return [
        Answered(
            answer=one.answer,
            label=str(one.get_answer_display()),
            reason=sealing.unseal(both, one.pk, "reason", one.reason),
            officer=one.officer.full_name,
            service=one.officer.authority.name,
            at=one.at,
            round=one.round,
        )
        for one in rows
    ]


def _joined(row: Merge, both: sealing.Pair, officer: Officer) -> Joined:
    asked = row.undo_officer
    sealed = row.undo_reason
    return Joined(
        id=row.pk,
        round=row.round,
        leading=row.leading.case_number,
        other=row.other.case_number,
        reason=sealing.unseal(both, row.pk, "reason", row.reason),
        officer=row.officer.full_name,
        at=row.at,
        undo_reason=(
            sealing.unseal(both, row.pk, "undo", sealed) if sealed is not None else ""
        ),
        undo_officer=asked.full_name if asked is not None else None,
        undo_service=asked.authority.name if asked is not None else None,
        undo_asked=row.undo_asked,
        undo_second=(
            row.undo_second.full_name if row.undo_second is not None else None
        ),
        undone=row.undone,
        waits_for_me=(
            asked is not None
            and row.undone is None
            and asked.authority_id != officer.authority_id
        ),
    )


def merge_of(merge_id: UUID, *, officer: Officer) -> Merge:
    """Find a merge whose two cases the officer may see.

    Raises:
        NoSuchPair: There is none, or one of its cases is not his to read.
    """
    rows = Merge.objects.filter(pk=merge_id, proposal__in=pairs(officer).order_by())
    found = rows.select_related("proposal", "leading", "other").first()
    if found is None:
        raise NoSuchPair(
            gettext_noop("There is no such pair, or it is not yours to see.")
        )
    return found


@dataclass(frozen=True)
class Waiting:
    """A pair in a queue: two case numbers, and how likely they are one person's."""

    id: UUID
    first: str
    second: str
    probability: float
    weight: float
    round: int
    new_claims: int
    origin: str
    at: datetime


def to_answer(officer: Officer) -> list[Waiting]:
    """List the pairs that wait for this officer's answer, the likeliest first."""
    if not policy.allows(officer, Right.MATCH):
        return []
    mine = Verdict.objects.filter(
        proposal=OuterRef("pk"), round=OuterRef("round"), officer=officer
    )
    return _present(_settled_as(pairs(officer), None).filter(~Exists(mine)))


def to_merge(officer: Officer) -> list[Waiting]:
    """List the pairs that two reviewers hold for one person's, and nobody joined."""
    if not policy.allows(officer, Right.MERGE):
        return []
    merged = Merge.objects.filter(proposal=OuterRef("pk"), round=OuterRef("round"))
    same = _settled_as(pairs(officer), Verdict.Answer.SAME)
    return _present(same.filter(~Exists(merged)))


def to_undo(officer: Officer) -> list[Waiting]:
    """List the joined pairs whose undoing waits for this officer's authority."""
    if not policy.allows(officer, Right.MERGE):
        return []
    asked = Merge.objects.filter(undo_asked__isnull=False, undone=None).exclude(
        undo_officer__authority=officer.authority_id
    )
    return _present(pairs(officer).filter(merges__in=asked))


def joined(officer: Officer) -> list[Waiting]:
    """List the pairs that are joined now."""
    standing = Merge.objects.filter(undone=None).values("proposal")
    return _present(pairs(officer).filter(pk__in=standing))


def _present(rows: QuerySet[Proposal]) -> list[Waiting]:
    """Leave out pairs of which one was erased: nothing of them can be read."""
    found = list(rows)
    named = {pk for row in found for pk in (row.first_id, row.second_id)}
    gone = keyring.destroyed(named)
    return [
        _waiting(row)
        for row in found
        if not {row.first_id, row.second_id} & gone.keys()
    ]


def _waiting(row: Proposal) -> Waiting:
    return Waiting(
        id=row.pk,
        first=row.first.case_number,
        second=row.second.case_number,
        probability=row.probability,
        weight=row.weight,
        round=row.round,
        new_claims=row.new_claims,
        origin=str(row.get_origin_display()),
        at=row.at,
    )


@dataclass(frozen=True)
class Note:
    """What the page of a case says of records that are joined with it.

    Attributes:
        leads: Whether this record leads.
        leading: The case number of the one that leads; empty if it is not the
            officer's to read.
        others: Case numbers of the further records the officer may read.
        hidden: How many he may not read.
        pair: The pair of the merge that joined this record, if he may see it.
    """

    leads: bool
    leading: str
    others: list[str]
    hidden: int
    pair: UUID | None


def note(person: Person, *, officer: Officer) -> Note | None:
    """Say which records are held to be this person's too; `None` when none is."""
    every = links.together(person.pk) - {person.pk}
    if not every:
        return None
    leads = links.leading(person.pk)
    seen = dict(
        register.cases(officer)
        .filter(pk__in=every)
        .order_by("case_number")
        .values_list("pk", "case_number")
    )
    merges = Merge.objects.filter(
        Q(leading=person) | Q(other=person),
        undone=None,
        proposal__in=pairs(officer).order_by(),
    )
    return Note(
        leads=leads == person.pk,
        leading=seen.get(leads, ""),
        others=[number for pk, number in seen.items() if pk != leads],
        hidden=len(every) - len(seen),
        pair=merges.order_by("-at").values_list("proposal", flat=True).first(),
    )


def count_waiting(officer: Officer) -> int:
    """Count what waits for this officer in the queue."""
    return len(to_answer(officer)) + len(to_merge(officer)) + len(to_undo(officer))
