"""`/cases/{number}/claims`: claims to protection."""

from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.errors import answering
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.claims import ClaimOut, DecisionIn
from safeconduct.determination import actions, queries
from safeconduct.determination.errors import NoSuchClaim
from safeconduct.register import queries as register

router = Router(tags=["claims"])


@router.get(
    "/cases/{number}/claims",
    response={200: list[ClaimOut], **problems(403, 404)},
    operation_id="list_claims",
    summary="Has he claimed protection?",
)
def listed(request: Signed, number: str) -> list[ClaimOut]:
    """List his claims to protection, newest first."""
    person = register.case(number, officer=request.auth)
    policy.require(request.auth, Right.READ_PROTECTION, matter_of=person.holder_id)
    return [ClaimOut.of(claim) for claim in queries.claims(person.pk)]


@router.post(
    "/cases/{number}/claims",
    response={201: ClaimOut, **problems(403, 404, 410)},
    operation_id="lodge_claim",
    summary="Register a claim to protection.",
)
def lodge(request: Signed, number: str) -> Status[ClaimOut]:
    """Register that he fears return; from now on nobody hands him over (ENG-GATE).

    A claim needs no form and no magic words, so the request needs no body.
    """
    person = register.case(number, officer=request.auth)
    claim = actions.lodge(person.pk, officer=request.auth, at=timezone.now())
    return Status(201, ClaimOut.of(claim))


@router.post(
    "/cases/{number}/claims/{claim_id}/decision",
    response={200: ClaimOut, **problems(403, 404, 409, 410, 422)},
    operation_id="decide_claim",
    summary="Move a claim to its next state.",
)
def decide(request: Signed, number: str, claim_id: UUID, body: DecisionIn) -> ClaimOut:
    """Decide a claim. It is withdrawn only at a valid hearing."""
    person = register.case(number, officer=request.auth)
    if claim_id not in {claim.pk for claim in queries.claims(person.pk)}:
        raise NoSuchClaim
    with answering(409, NoSuchClaim):  # it is there: it cannot come to this state
        claim = actions.decide_claim(
            claim_id, body.status, officer=request.auth, at=timezone.now()
        )
    return ClaimOut.of(claim)
