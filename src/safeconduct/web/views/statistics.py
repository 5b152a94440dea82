"""The statistics of the register, rounded so that nobody is told from them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts.policy import Right
from safeconduct.disclosure.rounding import BASE, LEAST
from safeconduct.publication import actions, permission, queries
from safeconduct.web import counted, refusals
from safeconduct.web.access import BOTH, page, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.publication.models import Figures


@page(Right.PUBLISH, Right.ALLOW_PUBLICATION, Right.WATCH, methods=BOTH)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show the figures of a month; make those of the last one that is over."""
    at = timezone.now()
    due = queries.due(at)
    refusal = ""
    if request.method == "POST":
        made, refused = refusals.attempt(
            lambda: actions.publish_figures(due, officer=officer, at=at)
        )
        if made is not None:
            messages.success(request, _("The figures are made. Only these are kept."))
            return redirect("statistics")
        refusal = refusals.sentence(refused) if refused is not None else ""
    months = list(queries.figures(officer))
    chosen = next(
        (one for one in months if f"{one.month:%Y-%m}" == request.GET.get("month")),
        months[0] if months else None,
    )
    if request.GET.get("form") == "csv" and chosen is not None:
        return _as_csv(chosen)
    context = {
        "months": months,
        "chosen": chosen,
        "tables": _tables(chosen) if chosen else [],
        "base": BASE,
        "least": LEAST,
        "due": due,
        "may_make": permission.allows(officer, Right.PUBLISH)
        and all(one.month != due for one in months),
        "refusal": refusal,
    }
    return show(request, "web/statistics/index.html", context)


def _tables(figures: Figures) -> list[dict[str, Any]]:
    """Bring the tables into words, in their order; the largest cells first."""
    return [
        {
            "name": counted.table(name),
            "total": table["total"],
            "rows": sorted(
                (
                    (counted.cell(name, cell), number)
                    for cell, number in table["cells"].items()
                ),
                key=lambda row: (-(row[1] or 0), row[0]),
            ),
        }
        for name, table in figures.tables.items()
    ]


def _as_csv(figures: Figures) -> HttpResponse:
    """Write the tables as they are kept: table, cell, number; none is "under 10"."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"safeconduct-{figures.month:%Y-%m}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    lines = csv.writer(response)
    lines.writerow(["month", "table", "cell", "people"])
    for table, made in figures.tables.items():
        for cell, number in [*made["cells"].items(), ("total", made["total"])]:
            told = f"under {LEAST}" if number is None else number
            lines.writerow([f"{figures.month:%Y-%m}", table, cell, told])
    return response
