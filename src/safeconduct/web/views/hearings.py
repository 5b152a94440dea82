"""Taking down a hearing, and asking once more before a departure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.determination import record
from safeconduct.hearing import actions
from safeconduct.hearing import queries as hearing
from safeconduct.register import queries as register
from safeconduct.web import validity, words
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.hearings import HearingForm, ReconfirmForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_CASE, methods=BOTH)
def new(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Record a hearing, then say whether it was valid and why not."""
    person = register.case(number, officer=officer)
    policy.require(officer, Right.HEAR, matter_of=person.holder_id)
    form = HearingForm(posted(request))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.record(
                person.pk, form.interview, officer=officer, at=timezone.now()
            )
        )
        if made is not None:
            known = record.facts(person.pk, at=timezone.now())
            held = validity.judged(hearing.hearings(person.pk), known)
            taken = next(one for one in held if one.hearing.id == made.pk)
            if taken.valid is True:
                messages.success(request, _("Recorded. The hearing was valid."))
            else:
                said = _("Recorded, but the hearing is not shown to be valid: ")
                messages.warning(request, said + " ".join(taken.lacks))
            return redirect(reverse("case", args=[person.case_number]) + "#hearings")
    return show(request, "web/hearings/new.html", {"person": person}, form)


@page(Right.READ_CASE, methods=BOTH)
def reconfirm(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Ask whether he still wants to go."""
    person = register.case(number, officer=officer)
    policy.require(officer, Right.RECONFIRM, matter_of=person.holder_id)
    form = ReconfirmForm(posted(request))
    if form.is_valid():
        typed = form.cleaned_data
        made = form.attempt(
            lambda: actions.reconfirm(
                person.pk, officer=officer, at=timezone.now(), **typed
            )
        )
        if made is not None:
            messages.success(request, _("His answer is on record."))
            return redirect(reverse("case", args=[person.case_number]) + "#hearings")
    held = hearing.hearings(person.pk)
    context = {"person": person, "wish": words.wish(held[0].wish) if held else ""}
    return show(request, "web/hearings/reconfirm.html", context, form)
