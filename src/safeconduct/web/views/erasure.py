"""Erasing a person who has left: one officer asks, another authority's confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.erasure import actions, queries
from safeconduct.erasure.errors import NoSuchErasure
from safeconduct.register import queries as register
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.erasure import AskForm, ConfirmForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_CASE, methods=BOTH)
def ask(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Say what an erasure destroys and what stays, and take the first signature."""
    person = _case(number, officer)
    form = AskForm(posted(request))
    if form.is_valid():
        asked = form.attempt(
            lambda: actions.request(
                person.pk,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if asked is not None:
            said = _("Asked. It waits for an officer of another authority.")
            messages.success(request, said)
            return redirect("erasure", person.case_number)
    return _page(request, officer, person, ask_form=form)


@page(Right.READ_CASE, methods=POST)
def confirm(
    request: HttpRequest, officer: Officer, number: str, erasure: UUID
) -> HttpResponse:
    """Confirm as second officer: his key is destroyed at once."""
    person = _case(number, officer)
    if queries.to_confirm(erasure, officer=officer).person_id != person.pk:
        raise NoSuchErasure
    form = ConfirmForm(request.POST)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.confirm(
                erasure,
                case_number=form.cleaned_data["case_number"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if done is not None:
            said = _(
                "Erased. Backups of the keys made before still hold his key: have a"
                " new one made and the older ones destroyed."
            )
            messages.success(request, said)
            return redirect("case", person.case_number)
    return _page(request, officer, person, confirm_form=form)


def _case(number: str, officer: Officer) -> Any:
    """Find a case the officer may erase.

    Raises:
        NoSuchCase, NotPermitted, KeyDestroyed: As their sentences say.
    """
    person = register.case(number, officer=officer)
    policy.require(officer, Right.ERASE, matter_of=person.holder_id)
    return person


def _page(
    request: HttpRequest,
    officer: Officer,
    person: Any,
    *,
    ask_form: AskForm | None = None,
    confirm_form: ConfirmForm | None = None,
) -> HttpResponse:
    """Show the page with what this officer may do, and a refused form as typed."""
    waiting = queries.of_person(person.pk)
    unfinished = queries.unfinished(person)
    tried = next((form for form in (ask_form, confirm_form) if _sent(form)), None)
    # A refused form stays, whatever has changed meanwhile: nothing typed is lost.
    may_ask = _sent(ask_form) or (waiting is None and unfinished is None)
    is_second = waiting is not None and waiting.authority != officer.authority_id
    context = {
        "person": person,
        "waiting": waiting,
        "unfinished": _(unfinished) if unfinished is not None else "",
        "ask_form": (ask_form or AskForm()) if may_ask else None,
        "confirm_form": (confirm_form or ConfirmForm()) if is_second else None,
    }
    return show(request, "web/erasure/index.html", context, tried)


def _sent(form: AskForm | ConfirmForm | None) -> bool:
    return form is not None and form.is_bound
