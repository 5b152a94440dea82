"""`/pairs`: records that may be one person's, their reviews, joining and parting."""

from typing import Literal
from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.matches import (
    AnswerIn,
    MergeIn,
    PairIn,
    PairOut,
    PairRow,
    RecordsOut,
    UndoIn,
)
from safeconduct.matching import actions, queries
from safeconduct.matching.errors import MayNotMerge, NotInTurn
from safeconduct.register import case_numbers
from safeconduct.register import queries as register

router = Router(tags=["pairs"])
_QUEUES = {
    "to_answer": queries.to_answer,
    "to_merge": queries.to_merge,
    "to_undo": queries.to_undo,
    "joined": queries.joined,
}
Queue = Literal["to_answer", "to_merge", "to_undo", "joined"]


@router.get(
    "/pairs",
    response={200: list[PairRow], **problems(403, 422)},
    operation_id="list_pairs",
    summary="Which pairs wait for me, and which are joined?",
)
def listed(request: Signed, queue: Queue = "to_answer") -> list[PairRow]:
    """List a queue of the caller, the likeliest first: pairs to answer by default."""
    if not any(policy.allows(request.auth, r) for r in (Right.MATCH, Right.MERGE)):
        raise NotPermitted(Right.MATCH)
    return [PairRow.of(one) for one in _QUEUES[queue](request.auth)]


@router.post(
    "/pairs",
    response={201: PairOut, **problems(403, 404, 409, 410, 422)},
    operation_id="propose_pair",
    summary="Propose that two records are one person's.",
)
def propose(request: Signed, body: PairIn) -> Status[PairOut]:
    """Say it, and why; two reviewers will answer.

    A pair on which two officers have answered is taken again only when something new
    was claimed about one of the two.
    """
    first, second = (
        register.case(number, officer=request.auth)
        for number in (body.first, body.second)
    )
    made = actions.propose(
        first.pk, second.pk, why=body.why, officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(request, made.pk))


@router.get(
    "/pairs/{pair_id}",
    response={200: PairOut, **problems(404, 410)},
    operation_id="read_pair",
    summary="What is known of a pair?",
)
def read(request: Signed, pair_id: UUID) -> PairOut:
    """Show where it came from, and what was said once that may be known."""
    return _shown(request, pair_id)


@router.post(
    "/pairs/{pair_id}/records",
    response={200: RecordsOut, **problems(403, 404, 410)},
    operation_id="compare_records",
    summary="Open both records side by side.",
)
def compare(request: Signed, pair_id: UUID) -> RecordsOut:
    """Read who both are. The look is an act, on record in both cases."""
    queries.pair(pair_id, officer=request.auth)
    found = actions.compare_records(pair_id, officer=request.auth, at=timezone.now())
    return RecordsOut.of(found)


@router.post(
    "/pairs/{pair_id}/answers",
    response={201: PairOut, **problems(403, 404, 409, 410, 422)},
    operation_id="answer_pair",
    summary="Say whether two records are one person's.",
)
def answer(request: Signed, pair_id: UUID, body: AnswerIn) -> Status[PairOut]:
    """Answer as reviewer, without knowing what others answered."""
    queries.pair(pair_id, officer=request.auth)
    actions.answer(
        pair_id, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(request, pair_id))


@router.post(
    "/pairs/{pair_id}/merge",
    response={201: PairOut, **problems(403, 404, 409, 410, 422)},
    operation_id="merge_records",
    summary="Join two records; both stay as they were.",
)
def merge(request: Signed, pair_id: UUID, body: MergeIn) -> Status[PairOut]:
    """Join what two reviewers hold for one person's, and name the record that leads.

    A departure of one asks the other as well from now on: it opens nothing.
    """
    pair = queries.pair(pair_id, officer=request.auth)
    wanted = case_numbers.read(body.leading)
    both = {one.case_number: one.pk for one in (pair.first, pair.second)}
    if wanted not in both:
        raise MayNotMerge("Choose one of the two records as the one that leads.")
    actions.merge(
        pair_id,
        leading=both[wanted],
        reason=body.reason,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, _shown(request, pair_id))


@router.post(
    "/pairs/{pair_id}/undoing",
    response={201: PairOut, **problems(403, 404, 409, 410, 422)},
    operation_id="ask_undo_merge",
    summary="Ask, as first officer, to part two records.",
)
def ask_undo(request: Signed, pair_id: UUID, body: UndoIn) -> Status[PairOut]:
    """Ask to undo a merge; an officer of another authority signs."""
    actions.ask_undo(
        _merge(request, pair_id),
        reason=body.reason,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, _shown(request, pair_id))


@router.post(
    "/pairs/{pair_id}/undoing/signature",
    response={200: PairOut, **problems(403, 404, 409, 410)},
    operation_id="undo_merge",
    summary="Part two records, as second officer.",
)
def undo(request: Signed, pair_id: UUID) -> PairOut:
    """Undo a merge. Both cases then have to be determined again."""
    merge_id = _merge(request, pair_id)
    actions.undo(merge_id, officer=request.auth, at=timezone.now())
    return _shown(request, pair_id)


def _shown(request: Signed, pair_id: UUID) -> PairOut:
    return PairOut.of(queries.pair(pair_id, officer=request.auth))


def _merge(request: Signed, pair_id: UUID) -> UUID:
    """Find the newest merge of a pair the caller may see.

    Raises:
        NoSuchPair: There is no such pair for him.
        NotInTurn: Its records were never joined.
    """
    found = queries.pair(pair_id, officer=request.auth)
    if found.merge is None:
        raise NotInTurn("These two records are not joined.")
    return found.merge.id
