"""The analyst's desk: what waits, in order, and one item a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
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
from safeconduct.web import items, triage
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.items import DecideForm, form_for

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.reports.desk import Full

_SHOWN = 100  # items in a list; whoever decides them sees the others


@page(Right.JUDGE_REPORTS)
def queue(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List what waits, the most pressing first."""
    second = "second" in request.GET
    entries = triage.queue(officer, second=second)
    other = triage.queue(officer, second=not second)
    reports = {report.id: report for report in queries.reports(officer)}
    danger, awaited = triage.danger(officer), triage.awaited()
    context = {
        "second": second,
        "may_judge": True,
        "lines": items.lines(entries[:_SHOWN], reports, danger, awaited),
        "how_many": len(entries),
        "others": len(other),
        "shown": _SHOWN,
    }
    return show(request, "web/reports/desk.html", context)


@page(Right.READ_REPORTS, methods=BOTH)
def item(request: HttpRequest, officer: Officer, item_id: UUID) -> HttpResponse:
    """Show one item; an analyst decides it."""
    found = desk.item(item_id, officer=officer)
    second = "second" in request.GET
    waiting = [entry.id for entry in triage.queue(officer, second=second)]
    before, after = _neighbours(waiting, found.id)
    form = form_for(found.found, posted(request), seen=found.decisions_made)
    if form.is_valid():
        made = form.attempt(lambda: _decide(found, form, officer))
        if made is not None:
            said = _("Seconded.") if made.seconds else _("Decided.")
            messages.success(request, said)
            return redirect(_address(after or before, second=second))
    report = queries.report(found.publication, officer=officer)
    context = {
        "item": found,
        "report": report,
        "rows": items.rows(found.found),
        "as_found": items.rows(found.as_found) if found.state == "corrected" else [],
        "own": items.own(found, report),
        "beside": items.beside(found, officer),
        "second": second,
        "place": waiting.index(found.id) + 1 if found.id in waiting else 0,
        "how_many": len(waiting),
        "before": _address(before, second=second) if before else "",
        "after": _address(after, second=second) if after else "",
        "desk": _address(None, second=second),
        "may_judge": policy.allows(officer, Right.JUDGE_REPORTS),
        "may_second": found.waits_for_second(officer),
        "is_mine": found.judge == officer.pk,
    }
    return show(request, "web/reports/item.html", context, form)


def _decide(found: Full, form: DecideForm, officer: Officer) -> Any:
    typed = form.cleaned_data
    corrects = typed["verdict"] == "correct"
    return actions.decide(
        found.id,
        typed["verdict"],
        reason=typed["reason"],
        correction=form.changes() if corrects else None,
        is_harmless=bool(typed.get("harmless")),
        seen=typed["seen"],
        officer=officer,
        at=timezone.now(),
    )


def _neighbours(waiting: list[UUID], here: UUID) -> tuple[UUID | None, UUID | None]:
    """Find what stands before and after; of what does not wait, the first to go to."""
    if here not in waiting:
        return None, next(iter(waiting), None)
    at = waiting.index(here)
    before = waiting[at - 1] if at > 0 else None
    return before, waiting[at + 1] if at + 1 < len(waiting) else None


def _address(where: UUID | None, *, second: bool) -> str:
    address = reverse("report-desk")
    if where is not None:
        address = reverse("report-item", args=[where])
    return f"{address}?second" if second else address
