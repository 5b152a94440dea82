"""`/cases/{number}/signatures`: closing, opening and deciding beside the law."""

from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.errors import answering
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.signatures import (
    ClosureIn,
    EndorsementIn,
    OpeningIn,
    OpeningProblem,
    SignatureOut,
)
from safeconduct.determination import queries as determination
from safeconduct.override import actions, queries
from safeconduct.override.errors import NoSuchOverride
from safeconduct.register import queries as register

router = Router(tags=["signatures"])
_MAY_NOT = {**problems(403, 404, 410, 422), 409: OpeningProblem}


@router.get(
    "/cases/{number}/signatures",
    response={200: list[SignatureOut], **problems(403, 404, 410)},
    operation_id="list_signatures",
    summary="What did officers sign beside the law?",
)
def listed(request: Signed, number: str) -> list[SignatureOut]:
    """List closures, openings and decided answers, newest first."""
    person = register.case(number, officer=request.auth)
    policy.require(request.auth, Right.READ_PROTECTION, matter_of=person.holder_id)
    found = queries.signatures(person.pk, at=timezone.now())
    return [SignatureOut.of(one) for one in found]


@router.post(
    "/cases/{number}/closures",
    response={201: SignatureOut, **problems(403, 404, 409, 410, 422)},
    operation_id="close_way_out",
    summary="Close a way out: one officer is enough.",
)
def close(request: Signed, number: str, body: ClosureIn) -> Status[SignatureOut]:
    """Close a way out, whatever the law answers. Opening it again takes two."""
    person = register.case(number, officer=request.auth)
    row = actions.close(
        person.pk, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(person.pk, row.pk))


@router.post(
    "/cases/{number}/openings",
    response={201: SignatureOut, **_MAY_NOT},
    operation_id="propose_opening",
    summary="Propose to open a way out, as first officer.",
)
def propose(request: Signed, number: str, body: OpeningIn) -> Status[SignatureOut]:
    """Ask to open what the law keeps shut; a second officer has to sign.

    What no signature can open names every hindrance, and the attempt stays on record.
    """
    person = register.case(number, officer=request.auth)
    row = actions.propose(
        person.pk, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(person.pk, row.pk))


@router.post(
    "/openings/{opening_id}/signature",
    response={200: SignatureOut, **_MAY_NOT},
    operation_id="sign_opening",
    summary="Sign an opening as second officer.",
)
def sign(request: Signed, opening_id: UUID) -> SignatureOut:
    """Sign it, as an officer of another authority; the law is asked again."""
    found = queries.to_sign(opening_id, officer=request.auth)
    policy.require(request.auth, Right.OPEN, matter_of=found.person.holder_id)
    with answering(409, NoSuchOverride):  # it is there: it waits for nobody any more
        row = actions.sign(opening_id, officer=request.auth, at=timezone.now())
    return _shown(row.person_id, row.pk)


@router.post(
    "/determinations/{determination_id}/endorsements",
    response={201: SignatureOut, **problems(403, 404, 409, 410, 422)},
    operation_id="endorse_answer",
    summary="Decide a contested answer as senior officer.",
)
def endorse(
    request: Signed, determination_id: UUID, body: EndorsementIn
) -> Status[SignatureOut]:
    """Decide that a contested permission of a determination may be used."""
    made = determination.to_review(determination_id, officer=request.auth)
    row = actions.endorse(
        made.pk, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(made.person_id, row.pk))


def _shown(person_id: UUID, signed_id: UUID) -> SignatureOut:
    every = queries.signatures(person_id, at=timezone.now())
    return next(SignatureOut.of(one) for one in every if one.id == signed_id)
