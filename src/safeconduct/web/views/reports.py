"""Open reports: taking one in, reading it, marking a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.reports import actions, desk, queries
from safeconduct.reports.errors import AlreadyImported, Unreadable
from safeconduct.web import items, reading, refusals
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.ways import ReportForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_REPORTS)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List the reports by title."""
    found = sorted(queries.reports(officer), key=lambda report: report.title.casefold())
    context = {
        "reports": found,
        "may_import": policy.allows(officer, Right.IMPORT_REPORT),
        "may_judge": policy.allows(officer, Right.JUDGE_REPORTS),
    }
    return show(request, "web/reports/index.html", context)


@page(Right.IMPORT_REPORT, methods=BOTH)
def new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Take in reports from files, or one from pasted text."""
    form = ReportForm(posted(request), request.FILES or None)
    if not form.is_valid():
        return show(request, "web/reports/new.html", {}, form)
    batch = form.attempt(
        lambda: actions.import_reports(
            form.given(),
            address=form.cleaned_data["address"],
            officer=officer,
            at=timezone.now(),
        )
    )
    if batch is None:
        return show(request, "web/reports/new.html", {}, form)
    match batch.taken, batch.refused:
        case [made], []:
            messages.success(request, _("The report is here."))
            return redirect("report", made.pk)
        case [], [one]:
            form.attempt(lambda: _refuse(one))
            return show(
                request, "web/reports/new.html", {"already": one.publication}, form
            )
        case _:
            return show(
                request,
                "web/reports/batch.html",
                {
                    "taken": len(batch.taken),
                    "refused": [
                        (r.name, items.sentence(r.why), r.publication)
                        for r in batch.refused
                    ],
                },
            )


def _refuse(one: actions.Refused) -> None:
    """Put why a single document was not taken on the form that brought it."""
    if one.publication is not None:
        raise AlreadyImported(one.publication)
    raise Unreadable(one.why)


@page(Right.READ_REPORTS, methods=BOTH)
def report(request: HttpRequest, officer: Officer, report_id: UUID) -> HttpResponse:
    """Show a report as read; sentences that were ticked become a marked passage."""
    found = queries.report(report_id, officer=officer)
    read = reading.sentences(found.reading)
    refusal, status = "", 200
    if request.method == "POST":
        span = reading.chosen(read, request.POST.getlist("sentence"))
        if span is None:
            refusal, status = _("Tick the sentences of the passage first."), 400
        else:
            made, error = refusals.attempt(
                lambda: actions.quote(
                    found.id,
                    start=span[0],
                    end=span[1],
                    officer=officer,
                    at=timezone.now(),
                )
            )
            if made is not None:
                messages.success(request, _("The passage is marked."))
                return redirect(reverse("report", args=[found.id]) + "#passages")
            if error is not None:
                refusal, status = refusals.sentence(error), refusals.status(error)
    context = {
        "report": found,
        "reading": found.reading,
        "sentences": read,
        "items": _items(found.id, officer),
        "kin": _kin(found.id, officer),
        "boilerplate": reading.boilerplate(found.reading),
        "passages": queries.passages(officer, of=found.id),
        "may_judge": policy.allows(officer, Right.JUDGE_REPORTS),
        "may_find": policy.allows(officer, Right.STATE_RISK),
        "refusal": refusal,
    }
    response = show(request, "web/reports/report.html", context)
    response.status_code = status
    return response


def _items(report_id: UUID, officer: Officer) -> list[items.Line]:
    """Say what was found here and is no passage, for those are listed by themselves."""
    found = desk.of_report(report_id, officer=officer)
    reports = {report.id: report for report in queries.reports(officer)}
    others = [entry for entry in found if entry.kind != "passage"]
    return items.lines(others, reports, {}, frozenset())


def _kin(report_id: UUID, officer: Officer) -> list[tuple[UUID, str]]:
    """Name the reports with which this one counts as one source."""
    titles = {report.id: report.title for report in queries.reports(officer)}
    families = queries.families_of_reports(officer)
    own = next((f for f in families if report_id in f), [])
    return [(pk, titles[pk]) for pk in own if pk != report_id]
