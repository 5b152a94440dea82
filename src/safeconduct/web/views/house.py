"""Facts that hold for everybody: the hostilities, the receiving States."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.register import actions, queries
from safeconduct.web import words
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.facts import statable
from safeconduct.web.views.findings import Asked

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.STATE_LAW, methods=BOTH)
def facts(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Show and state the facts of the whole house."""
    known = queries.common_facts(at=timezone.now())
    groups = statable(policy.rights(officer), common=True)
    asked = Asked(request.GET, groups, known)
    form = asked.form(posted(request))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.state_common_facts(
                form.stated,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            said = _(
                "The facts are on record. Determinations that rest on them expire."
            )
            messages.success(request, said)
            return redirect("house-facts")
    rows = [
        (words.question(n), words.answer(n, v), n) for n, v in sorted(known.items())
    ]
    return show(request, "web/house_facts.html", {"asked": asked, "rows": rows}, form)
