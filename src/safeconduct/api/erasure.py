"""`/cases/{number}/erasure`: two officers destroy the key of who has left."""

from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.errors import answering
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.erasure import ConfirmationIn, ErasureIn, ErasureOut
from safeconduct.erasure import actions, queries
from safeconduct.erasure.errors import NoSuchErasure
from safeconduct.register import queries as register

router = Router(tags=["erasure"])


@router.get(
    "/erasures",
    response={200: list[ErasureOut], **problems(403)},
    operation_id="list_erasures",
    summary="Which erasures wait for me?",
)
def waiting(request: Signed) -> list[ErasureOut]:
    """List the erasures that wait for the caller as second officer, oldest first."""
    policy.require(request.auth, Right.ERASE)
    rows = queries.waiting(request.auth)
    return [_shown(row.person_id, row.person.case_number) for row in rows]


@router.post(
    "/cases/{number}/erasure",
    response={201: ErasureOut, **problems(403, 404, 409, 410, 422)},
    operation_id="request_erasure",
    summary="Ask, as first officer, that a person be erased.",
)
def request_(request: Signed, number: str, body: ErasureIn) -> Status[ErasureOut]:
    """Ask to destroy the key of a person who has left; another authority confirms."""
    person = register.case(number, officer=request.auth)
    actions.request(
        person.pk, reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return Status(201, _shown(person.pk, person.case_number))


@router.post(
    "/erasures/{erasure_id}/confirmation",
    response={200: ErasureOut, **problems(403, 404, 409, 422)},
    operation_id="confirm_erasure",
    summary="Confirm an erasure as second officer.",
)
def confirm(request: Signed, erasure_id: UUID, body: ConfirmationIn) -> ErasureOut:
    """Destroy the key at once. Afterwards everything of the case answers 410."""
    found = queries.to_confirm(erasure_id, officer=request.auth)
    policy.require(request.auth, Right.ERASE, matter_of=found.person.holder_id)
    with answering(409, NoSuchErasure):  # it is there: it waits for nobody any more
        actions.confirm(
            erasure_id,
            case_number=body.case_number,
            officer=request.auth,
            at=timezone.now(),
        )
    return _shown(found.person_id, found.person.case_number)


def _shown(person_id: UUID, case_number: str) -> ErasureOut:
    """Show the newest erasure of a person; its reason outlives his key."""
    asked = queries.of_person(person_id)
    if asked is None:
        raise NoSuchErasure
    return ErasureOut.of(asked, case=case_number)
