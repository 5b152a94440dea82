"""`/cases/{number}/determinations`: asking the law, and signing for its answer."""

from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.errors import answering
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.determinations import (
    DeterminationOut,
    DetermineIn,
    Results,
)
from safeconduct.determination import actions, queries
from safeconduct.determination.errors import NoSuchDetermination
from safeconduct.register import queries as register

router = Router(tags=["determinations"])


@router.get(
    "/cases/{number}/determinations",
    response={200: list[DeterminationOut], **problems(403, 404, 410)},
    operation_id="list_determinations",
    summary="What has been determined, and why?",
)
def listed(request: Signed, number: str) -> list[DeterminationOut]:
    """List the determinations, newest first, with facts, answers and explanation."""
    person = register.case(number, officer=request.auth)
    policy.require(request.auth, Right.READ_PROTECTION, matter_of=person.holder_id)
    found = queries.determinations(person.pk, at=timezone.now())
    return [DeterminationOut.of(made) for made in found]


@router.post(
    "/cases/{number}/determinations",
    response={201: Results, **problems(403, 404, 409, 410, 422)},
    operation_id="determine",
    summary="Ask the law about everything that is known.",
)
def determine(request: Signed, number: str, body: DetermineIn) -> Status[Results]:
    """Determine all options. Another officer of another service has to review it."""
    person = register.case(number, officer=request.auth)
    made = actions.determine(
        person.pk, reasons=body.reasons, officer=request.auth, at=timezone.now()
    )
    return Status(201, Results.of(made))


@router.post(
    "/determinations/{determination_id}/review",
    response={200: Results, **problems(403, 404, 409, 410, 422)},
    operation_id="review_determination",
    summary="Sign a determination as second officer.",
)
def review(request: Signed, determination_id: UUID) -> Results:
    """Confirm it, as an officer of another authority, while nothing has changed."""
    queries.to_review(determination_id, officer=request.auth)
    with answering(409, NoSuchDetermination):  # it is there: it is reviewed already
        made = actions.review(determination_id, officer=request.auth, at=timezone.now())
    return Results.of(made)
