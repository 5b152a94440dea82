"""`/reports`: open reports, and the passages somebody relies on."""

from uuid import UUID

from django.utils import timezone
from ninja import File, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.reports import (
    Imported,
    PassageMarked,
    PassageOut,
    QuoteIn,
    ReportOut,
    ReportRow,
)
from safeconduct.reports import actions, queries

router = Router(tags=["reports"])


@router.post(
    "/reports",
    response={201: Imported, **problems(403, 409, 413, 422)},
    operation_id="import_report",
    summary="Take in a report.",
)
def import_report(request: Signed, file: File[UploadedFile]) -> Status[Imported]:
    """Read one file of HTML or plain text, and keep original and reading, sealed.

    The name of the file only helps to tell HTML; it is not kept.
    """
    publication = actions.import_report(
        file.read(), name=file.name or "", officer=request.auth, at=timezone.now()
    )
    return Status(201, Imported.of(publication))


@router.get(
    "/reports",
    response={200: list[ReportRow], **problems(403)},
    operation_id="list_reports",
    summary="Which reports are here?",
)
def listed(request: Signed) -> list[ReportRow]:
    """List the reports, newest first."""
    policy.require(request.auth, Right.READ_REPORTS)
    return [ReportRow.of(report) for report in queries.reports(request.auth)]


@router.get(
    "/reports/{report_id}",
    response={200: ReportOut, **problems(404, 422)},
    operation_id="read_report",
    summary="What does a report say?",
)
def read(request: Signed, report_id: UUID) -> ReportOut:
    """Show the text, its figures, and what in it could tell who somebody is."""
    return ReportOut.whole(queries.report(report_id, officer=request.auth))


@router.get(
    "/reports/{report_id}/passages",
    response={200: list[PassageOut], **problems(404, 422)},
    operation_id="list_passages",
    summary="Which passages of a report are marked?",
)
def passages(request: Signed, report_id: UUID) -> list[PassageOut]:
    """List the marked passages of a report, in the order of its text."""
    report = queries.report(report_id, officer=request.auth)
    found = queries.passages(request.auth, of=report.id)
    return [PassageOut.whole(passage) for passage in found]


@router.post(
    "/reports/{report_id}/passages",
    response={201: PassageMarked, **problems(403, 404, 422)},
    operation_id="quote",
    summary="Mark a passage that a finding can rest on.",
)
def quote(request: Signed, report_id: UUID, body: QuoteIn) -> Status[PassageMarked]:
    """Mark some words of a report by the place where they stand in its text."""
    passage = actions.quote(
        report_id,
        start=body.start,
        end=body.end,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, PassageMarked.of(passage))
