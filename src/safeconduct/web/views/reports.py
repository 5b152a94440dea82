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
from safeconduct.reports import actions, queries
from safeconduct.reports.errors import AlreadyImported
from safeconduct.web import reading, refusals, words
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
    }
    return show(request, "web/reports/index.html", context)


@page(Right.IMPORT_REPORT, methods=BOTH)
def new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Take in a report from a file or from pasted text."""
    form = ReportForm(posted(request), request.FILES or None)
    already = None
    if form.is_valid():
        upload = form.cleaned_data["file"]
        original = upload.read() if upload else form.cleaned_data["text"].encode()
        name = upload.name if upload else "pasted.txt"
        made = form.attempt(
            lambda: actions.import_report(
                original, name=name, officer=officer, at=timezone.now()
            )
        )
        if made is not None:
            messages.success(request, _("The report is here."))
            return redirect("report", made.pk)
        if isinstance(form.refusal, AlreadyImported):
            already = form.refusal.publication
    return show(request, "web/reports/new.html", {"already": already}, form)


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
    read_figures = found.reading.figures
    context = {
        "report": found,
        "reading": found.reading,
        "sentences": read,
        "figures": [(f, words.FIGURES.get(f.role, f.role)) for f in read_figures],
        "boilerplate": reading.boilerplate(found.reading),
        "passages": queries.passages(officer, of=found.id),
        "may_find": policy.allows(officer, Right.STATE_RISK),
        "refusal": refusal,
    }
    response = show(request, "web/reports/report.html", context)
    response.status_code = status
    return response
