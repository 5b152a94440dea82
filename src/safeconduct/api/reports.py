"""`/reports`: open reports, what was found in them, and who confirmed it."""

from uuid import UUID

from django.utils import timezone
from ninja import File, Form, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.reports import (
    BatchOut,
    Compared,
    DecideIn,
    DecisionMade,
    ExampleOut,
    FamilyOut,
    Imported,
    ItemOut,
    ItemRow,
    PassageMarked,
    PassageOut,
    QuoteIn,
    ReportOut,
    ReportRow,
    TopicOut,
)
from safeconduct.exposure import queries as exposure
from safeconduct.reports import actions, desk, queries
from safeconduct.reports.topics import topics as all_topics

router = Router(tags=["reports"])


@router.post(
    "/reports",
    response={201: Imported, **problems(403, 409, 413, 422)},
    operation_id="import_report",
    summary="Take in a report.",
)
def import_report(
    request: Signed, file: File[UploadedFile], address: Form[str] = ""
) -> Status[Imported]:
    """Read one document, keep original and reading sealed, and compare it.

    HTML, plain text, PDF, DOCX or a saved page (MHTML). The name of the file only helps
    to tell its form; it is not kept. `address` says where a saved page stood: the house
    fetches nothing.
    """
    publication = actions.import_report(
        file.read(),
        name=file.name or "",
        address=address,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, Imported.of(publication))


@router.post(
    "/reports/collections",
    response={201: BatchOut, **problems(403, 413, 422)},
    operation_id="import_reports",
    summary="Take in every document of a feed, a web archive, or several files.",
)
def import_reports(request: Signed, file: File[list[UploadedFile]]) -> Status[BatchOut]:
    """Take in what can be read and say of the rest why not; one never stops another."""
    batch = actions.import_reports(
        ((one.name or "", one.read()) for one in file),
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, BatchOut.of(batch))


@router.post(
    "/reports/comparison",
    response={201: Compared, **problems(403)},
    operation_id="compare_reports",
    summary="Compare the newest reports again.",
)
def compare(request: Signed) -> Status[Compared]:
    """Look for lineage and disagreements anew, with figures as analysts left them."""
    found = actions.compare_reports(officer=request.auth, at=timezone.now())
    return Status(201, Compared(proposed=found))


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
    "/reports/items",
    response={200: list[ItemRow], **problems(403)},
    operation_id="list_items",
    summary="What waits for an analyst?",
)
def waiting(request: Signed, *, second: bool = False) -> list[ItemRow]:
    """List what nobody has decided, or with `second` what waits for your second."""
    policy.require(request.auth, Right.JUDGE_REPORTS)
    found = desk.waiting_for_second if second else desk.waiting
    return [ItemRow.of(entry) for entry in found(request.auth)]


@router.get(
    "/reports/items/{item_id}",
    response={200: ItemOut, **problems(404, 422)},
    operation_id="read_item",
    summary="What was found, and what have analysts said of it?",
)
def item(request: Signed, item_id: UUID) -> ItemOut:
    """Show an item as it stands, with every decision."""
    return ItemOut.whole(desk.item(item_id, officer=request.auth))


@router.post(
    "/reports/items/{item_id}/decisions",
    response={201: DecisionMade, **problems(403, 404, 409, 422)},
    operation_id="decide_item",
    summary="Accept, correct or refuse what was found.",
)
def decide(request: Signed, item_id: UUID, body: DecideIn) -> Status[DecisionMade]:
    """Decide; to say again what another analyst said is to second him."""
    row = actions.decide(
        item_id,
        body.verdict,
        reason=body.reason,
        correction=body.correction,
        is_harmless=body.harmless,
        seen=body.seen,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, DecisionMade.of(row))


@router.get(
    "/reports/families",
    response={200: list[FamilyOut], **problems(403)},
    operation_id="list_families",
    summary="Which reports count as one source?",
)
def families(request: Signed) -> list[FamilyOut]:
    """List the families of reports; each counts once as support."""
    policy.require(request.auth, Right.READ_REPORTS)
    found = queries.families_of_reports(request.auth)
    return [FamilyOut(reports=family) for family in found]


@router.get(
    "/reports/topics",
    response={200: list[TopicOut], **problems(403)},
    operation_id="list_topics",
    summary="What do the reports count?",
)
def topics(request: Signed) -> list[TopicOut]:
    """List the topics with the number of independent sources."""
    policy.require(request.auth, Right.READ_REPORTS)
    return [TopicOut.of(topic) for topic in all_topics(request.auth)]


@router.post(
    "/reports/examples",
    response={201: list[ExampleOut], **problems(403)},
    operation_id="export_examples",
    summary="Hand out corrections as regression examples.",
)
def examples(request: Signed) -> Status[list[ExampleOut]]:
    """Export sentences whose figures two analysts corrected and that harm nobody.

    Telling details are masked. That they left the house is itself on record.
    """
    found = actions.export_examples(
        without=exposure.dangers(), officer=request.auth, at=timezone.now()
    )
    return Status(201, [ExampleOut(**example) for example in found])


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
    """Mark some words of a report by the place where they stand in its text.

    They are evidence once two analysts have accepted the passage.
    """
    passage = actions.quote(
        report_id,
        start=body.start,
        end=body.end,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, PassageMarked.of(passage))
