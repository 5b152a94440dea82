"""The desk: what waits for this officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.web import desk as waiting
from safeconduct.web.access import page, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page()
def desk(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show what waits, and the doors the officer may open."""
    held = policy.rights(officer)
    context = {
        "tasks": waiting.tasks(officer),
        "figures": waiting.figures(officer),
        "may_register": Right.REGISTER in held,
        "may_read": Right.READ_CASE in held,
        "may_import": Right.IMPORT_REPORT in held,
        "has_rights": bool(held - {Right.ADMINISTER}),
    }
    return show(request, "web/home.html", context)
