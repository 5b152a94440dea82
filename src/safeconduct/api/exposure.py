"""`/incidents`: who is given away by a report, and what is done about it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.exposure import (
    AnswerIn,
    CloseIn,
    ExposureRow,
    FamilyIn,
    IncidentOut,
    JudgedOut,
    JudgeIn,
    LetterIn,
    LetterOut,
    OutsideIn,
    ScanOut,
    SightingOut,
    WordsOut,
)
from safeconduct.exposure import actions, letter, queries
from safeconduct.exposure.errors import NotPrinted
from safeconduct.register import queries as register

router = Router(tags=["exposure"])


@router.post(
    "/reports/{report_id}/scans",
    response={201: ScanOut, **problems(403, 404)},
    operation_id="scan_report",
    summary="Search a report for those who are protected.",
)
def scan(request: Signed, report_id: UUID) -> Status[ScanOut]:
    """Search it. Each search is on record, and finds the same until something changes.

    What is found waits as a sighting to be judged.
    """
    done = actions.scan(report_id, officer=request.auth, at=timezone.now())
    return Status(201, ScanOut(report=report_id, found=done.found, at=done.at))


@router.get(
    "/sightings",
    response={200: list[ExposureRow], **problems(403, 422)},
    operation_id="list_sightings",
    summary="Which sightings wait to be judged?",
)
def sightings(request: Signed, report: UUID | None = None) -> list[ExposureRow]:
    """List what waits to be judged, or all sightings in one report, judged or not."""
    policy.require(request.auth, Right.WATCH_PRESS)
    found = queries.sightings(request.auth, of=report)
    return [ExposureRow.of(one) for one in found]


@router.get(
    "/sightings/{sighting_id}",
    response={200: SightingOut, **problems(404, 410)},
    operation_id="read_sighting",
    summary="Of which case, by which spans, among how many?",
)
def sighting(request: Signed, sighting_id: UUID) -> SightingOut:
    """Show places in a text, and no word of it."""
    return SightingOut.of(queries.sighting(sighting_id, officer=request.auth))


@router.post(
    "/sightings/{sighting_id}/words",
    response={200: list[WordsOut], **problems(403, 404, 410)},
    operation_id="look_at_sighting",
    summary="Read what the report says of him.",
)
def look(request: Signed, sighting_id: UUID) -> list[WordsOut]:
    """Read the words beside the case number. The look is an act, on record in it."""
    at = timezone.now()
    seen, report = actions.look(sighting_id, officer=request.auth, at=at)
    return WordsOut.all_of(seen, report)


@router.post(
    "/sightings/{sighting_id}/judgement",
    response={201: JudgedOut, **problems(403, 404, 409, 410, 422)},
    operation_id="judge_sighting",
    summary="Say whether a report gives him away.",
)
def judge(request: Signed, sighting_id: UUID, body: JudgeIn) -> Status[JudgedOut]:
    """Confirm it, and an incident of his case begins; or refuse it, on record."""
    at, caller = timezone.now(), request.auth
    if body.answer == "refused":
        actions.refuse(sighting_id, reason=body.reason, officer=caller, at=at)
        return Status(201, JudgedOut(answer=body.answer, incident=None))
    made = actions.confirm(
        sighting_id, reason=body.reason, address=body.address, officer=caller, at=at
    )
    return Status(201, JudgedOut(answer=body.answer, incident=made.pk))


@router.get(
    "/incidents",
    response={200: list[ExposureRow], **problems(403, 422)},
    operation_id="list_incidents",
    summary="Which incidents are there?",
)
def listed(request: Signed, *, closed: bool = False) -> list[ExposureRow]:
    """List the open incidents, or the closed ones, the most dangerous first."""
    if not queries.may_see(request.auth):
        raise NotPermitted(Right.WATCH_PRESS)
    found = queries.incidents(request.auth, closed=closed)
    return [ExposureRow.of(one) for one in found]


@router.get(
    "/incidents/{incident_id}",
    response={200: IncidentOut, **problems(404, 410)},
    operation_id="read_incident",
    summary="What was done about an incident?",
)
def read(request: Signed, incident_id: UUID) -> IncidentOut:
    """Show an incident with its letters and warnings."""
    return IncidentOut.of(queries.incident(incident_id, officer=request.auth))


@router.post(
    "/cases/{number}/incidents",
    response={201: IncidentOut, **problems(403, 404, 410, 422)},
    operation_id="report_incident",
    summary="Report a publication that is not among the reports.",
)
def report(request: Signed, number: str, body: OutsideIn) -> Status[IncidentOut]:
    """Put a broadcast, a channel or a page that is gone on record."""
    person = register.case(number, officer=request.auth)
    made = actions.report(
        person.pk, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, read(request, made.pk))


@router.post(
    "/incidents/{incident_id}/letters",
    response={201: LetterOut, **problems(403, 404, 409, 410, 422)},
    operation_id="ask_takedown",
    summary="Write to the publisher.",
)
def ask(request: Signed, incident_id: UUID, body: LetterIn) -> Status[LetterOut]:
    """Write a letter that quotes what was printed and confirms nothing."""
    made = actions.ask_takedown(
        incident_id, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    found = queries.letter(incident_id, made.pk, officer=request.auth)
    return Status(201, LetterOut.of(found))


@router.get(
    "/incidents/{incident_id}/letters/{letter_id}",
    response={200: None, **problems(404, 410, 422)},
    operation_id="print_letter",
    summary="Print a letter.",
)
def paper(request: Signed, incident_id: UUID, letter_id: UUID) -> HttpResponse:
    """Hand out the letter as PDF; its metadata name nobody."""
    draft = queries.draft(incident_id, letter_id, officer=request.auth)
    try:
        made = letter.pdf(draft)
    except letter.NoFont as error:
        raise NotPrinted(str(error)) from error
    return HttpResponse(
        made, content_type="application/pdf", headers={"Cache-Control": "no-store"}
    )


@router.post(
    "/letters/{letter_id}/answer",
    response={201: LetterOut, **problems(403, 404, 409, 410, 422)},
    operation_id="record_takedown_answer",
    summary="Record what a publisher did.",
)
def answer(request: Signed, letter_id: UUID, body: AnswerIn) -> Status[LetterOut]:
    """Record it; a later answer takes the place of an earlier one."""
    row = actions.record_answer(
        letter_id, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    found = queries.letter(row.incident_id, row.pk, officer=request.auth)
    return Status(201, LetterOut.of(found))


@router.post(
    "/incidents/{incident_id}/family",
    response={201: IncidentOut, **problems(403, 404, 409, 410, 422)},
    operation_id="warn_family",
    summary="Record that his family was warned, or why not.",
)
def family(request: Signed, incident_id: UUID, body: FamilyIn) -> Status[IncidentOut]:
    """Record it, in words that are sealed with his key."""
    actions.warn_family(
        incident_id, **body.model_dump(), officer=request.auth, at=timezone.now()
    )
    return Status(201, read(request, incident_id))


@router.post(
    "/incidents/{incident_id}/closure",
    response={201: IncidentOut, **problems(403, 404, 409, 410, 422)},
    operation_id="close_incident",
    summary="Close an incident.",
)
def close(request: Signed, incident_id: UUID, body: CloseIn) -> Status[IncidentOut]:
    """Close it when every letter has its answer, and he was determined again."""
    actions.close(
        incident_id, reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return Status(201, read(request, incident_id))
