"""What the reports say together: topics, lineage, and what was learned from errors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.exposure import queries as exposure
from safeconduct.reports import actions
from safeconduct.reports import topics as all_topics
from safeconduct.web import sources, words
from safeconduct.web.access import BOTH, POST, page, posted, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_REPORTS)
def topics(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List what the reports count."""
    found = [
        (topic, words.FIGURES.get(topic.role, topic.role))
        for topic in all_topics.topics(officer)
    ]
    context = {"topics": found, "may_judge": _may_judge(officer)}
    return show(request, "web/reports/topics.html", context)


def _may_judge(officer: Officer) -> bool:
    return policy.allows(officer, Right.JUDGE_REPORTS)


@page(Right.READ_REPORTS)
def topic(request: HttpRequest, officer: Officer, name: str) -> HttpResponse:
    """Show one topic's figures as intervals on one axis."""
    found = next((t for t in all_topics.topics(officer) if t.name == name), None)
    if found is None:
        raise Http404
    label = str(words.FIGURES.get(found.role, found.role))
    context = {
        "topic": found,
        "label": label,
        "rows": sources.points(found),
        "picture": sources.chart(found, label),
    }
    return show(request, "web/reports/topic.html", context)


@page(Right.READ_REPORTS)
def lineage(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show who comes from whom, and which reports count as one source."""
    context = {
        **sources.lineage(officer),
        "may_import": policy.allows(officer, Right.IMPORT_REPORT),
        "may_judge": _may_judge(officer),
    }
    return show(request, "web/reports/lineage.html", context)


@page(Right.IMPORT_REPORT, methods=POST)
def compare(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Compare the newest reports again, with figures as analysts left them."""
    found = actions.compare_reports(officer=officer, at=timezone.now())
    said = ngettext(
        "Compared. %(n)s item is new.", "Compared. %(n)s items are new.", found
    )
    messages.success(request, said % {"n": found})
    return redirect("report-lineage")


@page(Right.JUDGE_REPORTS, methods=BOTH)
def examples(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Hand out corrections as regression examples: JSON Lines in UTF-8."""
    if posted(request) is None:
        return show(request, "web/reports/examples.html", {"may_judge": True})
    found = actions.export_examples(
        without=exposure.dangers(), officer=officer, at=timezone.now()
    )
    if not found:
        messages.warning(
            request, _("There is no example yet that may leave the house.")
        )
        return redirect("report-examples")
    lines = (json.dumps(one, ensure_ascii=False, sort_keys=True) for one in found)
    answer = HttpResponse(
        "".join(f"{line}\n" for line in lines),
        content_type="application/jsonl; charset=utf-8",
    )
    answer["Content-Disposition"] = 'attachment; filename="examples.jsonl"'
    return answer
