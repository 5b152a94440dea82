"""`/cases/{number}/hearings`: hearings, the last questions, and their receipts."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.hearings import (
    AskedIn,
    AskedOut,
    HearingIn,
    HearingOut,
    HearingRecorded,
    ReceiptOut,
)
from safeconduct.determination import record as known
from safeconduct.hearing import actions, queries
from safeconduct.hearing.actions import Interview
from safeconduct.law import hearing_valid
from safeconduct.register import queries as register

router = Router(tags=["hearings"])


def hearings_of(person: UUID, *, at: datetime) -> list[HearingOut]:
    """Show the hearings of a person, each judged by its own safeguards."""
    facts = known.facts(person, at=at)
    found = []
    for heard in queries.hearings(person):
        answers = {f"hearing.{name}": said for name, said in heard.safeguards.items()}
        valid = hearing_valid({**facts, **answers, "wish.current": heard.wish})
        found.append(HearingOut.of(heard, valid=valid))
    return found


def confirmations_of(person: UUID) -> list[AskedOut]:
    """Show when he was asked again, and what he said."""
    return [AskedOut.of(asked) for asked in queries.reconfirmations(person)]


@router.get(
    "/cases/{number}/hearings",
    response={200: list[HearingOut], **problems(403, 404, 410)},
    operation_id="list_hearings",
    summary="What has he said, and does it count?",
)
def listed(request: Signed, number: str) -> list[HearingOut]:
    """List the hearings, newest first. Whether one is valid is computed each time."""
    person = register.case(number, officer=request.auth)
    policy.require(request.auth, Right.READ_PROTECTION, matter_of=person.holder_id)
    return hearings_of(person.pk, at=timezone.now())


@router.post(
    "/cases/{number}/hearings",
    response={201: HearingRecorded, **problems(403, 404, 410, 422)},
    operation_id="record_hearing",
    summary="Record a hearing.",
)
def record(request: Signed, number: str, body: HearingIn) -> Status[HearingRecorded]:
    """Record what he said he wants, and how the hearing was held."""
    person = register.case(number, officer=request.auth)
    interview = Interview(
        held_at=body.held_at,
        language=body.language,
        wish=body.wish,
        words=body.words,
        safeguards=body.safeguards.model_dump(),
    )
    hearing = actions.record(
        person.pk, interview, officer=request.auth, at=timezone.now()
    )
    return Status(201, HearingRecorded.of(hearing))


@router.post(
    "/cases/{number}/confirmations",
    response={201: AskedOut, **problems(403, 404, 409, 410, 422)},
    operation_id="reconfirm",
    summary="Record what he said when he was asked once more.",
)
def reconfirm(request: Signed, number: str, body: AskedIn) -> Status[AskedOut]:
    """Record the answer to the last question, in the camp or at the crossing."""
    person = register.case(number, officer=request.auth)
    asked = actions.reconfirm(
        person.pk,
        stage=body.stage,
        answer=body.answer,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, AskedOut.of(asked))


@router.post(
    "/cases/{number}/interviews/{interview}/receipt",
    response={201: ReceiptOut, **problems(403, 404, 409, 410, 422)},
    operation_id="print_receipt",
    summary="Hand out the receipt of an interview.",
)
def print_receipt(request: Signed, number: str, interview: UUID) -> Status[ReceiptOut]:
    """Give the two codes of the slip, and record that it was printed.

    An interview is a hearing, or a question asked once more. The slip tells nothing of
    what was said: print it for everybody, and let it look the same for everybody.
    """
    person = register.case(number, officer=request.auth)
    standing = actions.print_receipt(
        person.pk, interview, officer=request.auth, at=timezone.now()
    )
    return Status(201, ReceiptOut.of(standing))
