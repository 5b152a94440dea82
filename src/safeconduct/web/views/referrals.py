"""The channel to a receiving State, from both of its ends."""

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
from safeconduct.departure import actions as departure
from safeconduct.departure import queries as departures
from safeconduct.referral import actions, queries
from safeconduct.referral.errors import NoSuchReferral
from safeconduct.register import disclosure
from safeconduct.register import queries as register
from safeconduct.web import refusals, words
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.ways import MessageForm, OfferForm
from safeconduct.web.views.lists import missions

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_REFERRALS)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List the referrals the officer may read; a mission sees no case numbers."""
    context = {
        "referrals": list(queries.referrals(officer)),
        "is_house": policy.allows(officer, Right.READ_CASE),
    }
    return show(request, "web/referrals/index.html", context)


@page(Right.READ_CASE, methods=BOTH)
def offer(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Offer a person to the State he asked for."""
    person = register.case(number, officer=officer)
    policy.require(officer, Right.OFFER, matter_of=person.holder_id)
    form = OfferForm(posted(request), missions=missions(), kinds=disclosure.kinds())
    if form.is_valid():
        typed = form.cleaned_data
        made = form.attempt(
            lambda: actions.offer(
                person.pk,
                mission=UUID(typed["mission"]),
                disclose=typed["disclose"],
                consents=typed["consents"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            messages.success(request, _("Offered. The mission has been given access."))
            return redirect("referral", made.reference)
    return show(request, "web/referrals/offer.html", {"person": person}, form)


@page(Right.READ_REFERRALS, methods=BOTH)
def thread(request: HttpRequest, officer: Officer, reference: str) -> HttpResponse:
    """Show a referral with its dossier and messages, and take one more message."""
    opened = queries.referral(reference, officer=officer)
    form = MessageForm(posted(request))
    if form.is_valid():
        text = form.cleaned_data["text"]
        sent = form.attempt(
            lambda: actions.write(opened.id, text, officer=officer, at=timezone.now())
        )
        if sent is not None:
            messages.success(request, _("Sent."))
            return redirect("referral", opened.reference)
    return _thread_page(request, officer, opened, form, form.refusal)


def _thread_page(
    request: HttpRequest,
    officer: Officer,
    opened: Any,
    form: MessageForm,
    refusal: Exception | None = None,
) -> HttpResponse:
    kinds = dict(disclosure.kinds())
    is_mission = policy.allows(officer, Right.ANSWER_REFERRAL)
    rows = [{**item, "kind": kinds.get(item["kind"], "")} for item in opened.dossier]
    context = {
        "referral": opened,
        "state": words.state(opened.state),
        # Inside the house an identity is read in the vault alone: here only kinds.
        "dossier": rows if is_mission else [],
        "disclosed": sorted({row["kind"] for row in rows}),
        "is_mission": is_mission,
        "may_write": opened.status == "offered"
        and (is_mission or policy.allows(officer, Right.OFFER)),
        "refusal": refusals.sentence(refusal) if refusal is not None else "",
    }
    response = show(request, "web/referrals/thread.html", context, form)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response


@page(Right.ANSWER_REFERRAL, methods=POST)
def answer(request: HttpRequest, officer: Officer, reference: str) -> HttpResponse:
    """Accept or decline, as the receiving State."""
    opened = queries.referral(reference, officer=officer)
    chosen = request.POST.get("answer")
    if chosen not in {"accept", "decline"}:
        raise NoSuchReferral
    done, refusal = refusals.attempt(
        lambda: actions.answer(
            opened.id, accepts=chosen == "accept", officer=officer, at=timezone.now()
        )
    )
    if done is None:
        return _thread_page(request, officer, opened, MessageForm(), refusal)
    messages.success(request, _("Your answer is on record."))
    return redirect("referral", opened.reference)


@page(Right.RECEIVE)
def arrivals(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List who has been handed over to the officer's mission, or soon will be."""
    context = {"lines": list(departures.arriving(officer))}
    return show(request, "web/referrals/arrivals.html", context)


@page(Right.RECEIVE, methods=POST)
def receive(request: HttpRequest, officer: Officer, line: UUID) -> HttpResponse:
    """Sign that he has arrived."""
    departure.receive(line, officer=officer, at=timezone.now())
    messages.success(request, _("The arrival is signed. His captivity here has ended."))
    return redirect("arrivals")
