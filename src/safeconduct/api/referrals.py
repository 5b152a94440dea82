"""`/referrals`: the channel between the house and a receiving State."""

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.referrals import (
    MessageIn,
    OfferIn,
    ReferralOut,
    ReferralRow,
)
from safeconduct.referral import actions, queries
from safeconduct.register import queries as register

router = Router(tags=["referrals"])


@router.post(
    "/cases/{number}/referrals",
    response={201: ReferralRow, **problems(403, 404, 409, 410, 422)},
    operation_id="offer",
    summary="Offer a person to the State he asked for.",
)
def offer(request: Signed, number: str, body: OfferIn) -> Status[ReferralRow]:
    """Open a referral with what he lets us disclose, under a reference of its own."""
    person = register.case(number, officer=request.auth)
    referral = actions.offer(
        person.pk,
        mission=body.mission,
        disclose=body.disclose,
        consents=body.consents,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, ReferralRow.of(referral))


@router.get(
    "/referrals",
    response={200: list[ReferralRow], **problems(403)},
    operation_id="list_referrals",
    summary="Which referrals may I read?",
)
def listed(request: Signed) -> list[ReferralRow]:
    """List the referrals, newest first; a mission sees its own."""
    policy.require(request.auth, Right.READ_REFERRALS)
    return [ReferralRow.of(row) for row in queries.referrals(request.auth)]


@router.get(
    "/referrals/{reference}",
    response={200: ReferralOut, **problems(404, 410)},
    operation_id="read_referral",
    summary="What does a referral say?",
)
def read(request: Signed, reference: str) -> ReferralOut:
    """Show the dossier and the messages. There is no case number in it."""
    return ReferralOut.whole(queries.referral(reference, officer=request.auth))


@router.post(
    "/referrals/{reference}/messages",
    response={201: ReferralOut, **problems(404, 409, 410, 422)},
    operation_id="write_message",
    summary="Ask, as the mission, or answer, as the house.",
)
def write(request: Signed, reference: str, body: MessageIn) -> Status[ReferralOut]:
    """Add a message while the referral is open."""
    opened = queries.referral(reference, officer=request.auth)
    actions.write(opened.id, body.text, officer=request.auth, at=timezone.now())
    return Status(201, _again(request, reference))


@router.post(
    "/referrals/{reference}/accept",
    response={200: ReferralOut, **problems(403, 404, 409, 410)},
    operation_id="accept",
    summary="Accept him, as the receiving State.",
)
def accept(request: Signed, reference: str) -> ReferralOut:
    """Accept. The law learns of it at once."""
    return _answer(request, reference, accepts=True)


@router.post(
    "/referrals/{reference}/decline",
    response={200: ReferralOut, **problems(403, 404, 409, 410)},
    operation_id="decline",
    summary="Decline, as the receiving State.",
)
def decline(request: Signed, reference: str) -> ReferralOut:
    """Decline. The law learns of it at once."""
    return _answer(request, reference, accepts=False)


def _answer(request: Signed, reference: str, *, accepts: bool) -> ReferralOut:
    policy.require(request.auth, Right.ANSWER_REFERRAL)
    opened = queries.referral(reference, officer=request.auth)
    actions.answer(opened.id, accepts=accepts, officer=request.auth, at=timezone.now())
    return _again(request, reference)


def _again(request: Signed, reference: str) -> ReferralOut:
    return ReferralOut.whole(queries.referral(reference, officer=request.auth))
