"""Cases: the list, the capture card, the page of one person, and small acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.determination import actions as determination
from safeconduct.determination import queries as determinations
from safeconduct.journal import queries as journal
from safeconduct.keyring import queries as keyring
from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.register import actions, case_numbers
from safeconduct.register import queries as register_queries
from safeconduct.register.errors import NoSuchCase
from safeconduct.web import casefile, desk, matrix, refusals, words
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.cases import (
    CardForm,
    DecideForm,
    MoveForm,
    Names,
    Papers,
    capture_card,
)

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

_ON_A_PAGE = 50


@page(Right.READ_CASE, methods=BOTH)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List the cases the officer may read; a case number leads straight to it.

    The number is posted: somebody will type a name, and it must not reach an address.
    """
    typed = request.POST.get("number", "").strip()
    sought = case_numbers.read(typed) if typed else None
    if sought is not None:
        _found, refusal = refusals.attempt(
            lambda: register_queries.case(typed, officer=officer)
        )
        # Of an erased case its page says when that was.
        if refusal is None or isinstance(refusal, KeyDestroyed):
            return redirect("case", sought)
    sees_all = policy.allows(officer, Right.READ_PROTECTION)
    narrowed = request.GET.get("show", "") if sees_all else ""
    rows = Paginator(desk.narrowed(officer, narrowed), _ON_A_PAGE)
    shown = rows.get_page(request.GET.get("page"))
    erased = keyring.destroyed([person.pk for person in shown])
    # What is left of an erased person is shown to nobody.
    ids = [person.pk for person in shown if person.pk not in erased]
    # Even that he was heard, or refused a departure, tells his keepers something.
    last = journal.latest(ids) if sees_all else {}
    answers = determinations.newest_answers(ids) if sees_all else {}
    context = {
        "typed": typed,
        "show": narrowed if narrowed in desk.NARROWED else "",
        "not_found": bool(typed),
        "page": shown,
        "rows": [
            {
                "person": person,
                "erased": erased.get(person.pk),
                "last": words.act(last[person.pk][0]) if person.pk in last else "",
                "at": last[person.pk][1] if person.pk in last else None,
                "chips": matrix.chips(answers.get(person.pk, {})),
            }
            for person in shown
        ],
        "may_register": policy.allows(officer, Right.REGISTER),
    }
    return show(request, "web/cases/index.html", context)


def holders(officer: Officer) -> list[tuple[str, str]]:
    """List the authorities a person could be held by, as far as the officer decides."""
    if not policy.sees_everything(officer):
        return [(str(officer.authority_id), officer.authority.name)]
    found = register_queries.authorities("camp", "bureau")
    return [(str(authority.pk), authority.name) for authority in found]


@page(Right.REGISTER, methods=BOTH)
def register(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Take a person into the register."""
    data = request.POST.copy() if request.method == "POST" else None
    wants_rows = data is not None and "more" in data
    if data is not None and wants_rows:
        for rows in ("names", "papers"):
            total = data.get(f"{rows}-TOTAL_FORMS", "")
            data[f"{rows}-TOTAL_FORMS"] = str(int(total) + 1 if total.isdigit() else 2)
    form = CardForm(
        data,
        holders=holders(officer),
        initial={"holder": str(officer.authority_id)},
    )
    names, papers = Names(data, prefix="names"), Papers(data, prefix="papers")
    complete = data is not None and not wants_rows
    if complete and all([form.is_valid(), names.is_valid(), papers.is_valid()]):
        card = capture_card(form, names, papers)
        made = form.attempt(
            lambda: actions.register(
                card,
                holder=UUID(form.cleaned_data["holder"]),
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            messages.success(request, _("Registered. The case number is below."))
            return redirect("case", made.case_number)
    context = {"names": names, "papers": papers, "is_fresh": wants_rows}
    return show(request, "web/cases/register.html", context, form)


@page(Right.READ_CASE)
def case(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Show one case: state, next step, options, and everything on record."""
    return _case_page(request, officer, number)


def _case_page(
    request: HttpRequest,
    officer: Officer,
    number: str,
    refusal: Exception | None = None,
) -> HttpResponse:
    """Show the case; after a refused act with what was refused, and its status."""
    person = register_queries.case(number, officer=officer)
    gathered = casefile.gather(person, officer=officer, at=timezone.now())
    context: dict[str, Any] = {"person": person, "file": gathered}
    if refusal is not None:
        context["refusal"] = refusals.sentence(refusal)
    response = show(request, "web/cases/case.html", context)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response


@page(Right.READ_CASE, methods=POST)
def lodge(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Register a claim to protection."""
    person = register_queries.case(number, officer=officer)
    made, refusal = refusals.attempt(
        lambda: determination.lodge(person.pk, officer=officer, at=timezone.now())
    )
    if made is None:
        return _case_page(request, officer, number, refusal)
    messages.success(
        request,
        _("The claim is registered. Until it is decided nobody hands him over."),
    )
    return redirect("case", person.case_number)


@page(Right.READ_CASE, methods=BOTH)
def decide(
    request: HttpRequest, officer: Officer, number: str, claim: UUID
) -> HttpResponse:
    """Move a claim to its next state."""
    person = register_queries.case(number, officer=officer)
    found = next((c for c in determinations.claims(person.pk) if c.pk == claim), None)
    if found is None:
        raise NoSuchCase
    policy.require(officer, Right.DECIDE_CLAIM, matter_of=person.holder_id)
    statuses = [s for s in determinations.claim_statuses() if s[0] != found.status]
    form = DecideForm(posted(request), statuses=statuses)
    if form.is_valid():
        status = form.cleaned_data["status"]
        made = form.attempt(
            lambda: determination.decide_claim(
                claim, status, officer=officer, at=timezone.now()
            )
        )
        if made is not None:
            messages.success(request, _("The claim was moved to its new state."))
            return redirect("case", person.case_number)
    return show(
        request, "web/cases/decide.html", {"person": person, "claim": found}, form
    )


@page(Right.READ_CASE, methods=BOTH)
def move(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Record that another camp holds him."""
    person = register_queries.case(number, officer=officer)
    policy.require(officer, Right.STATE_REGISTER, matter_of=person.holder_id)
    camps = register_queries.authorities("camp").exclude(pk=person.holder_id)
    choices = [(str(camp.pk), camp.name) for camp in camps]
    form = MoveForm(
        posted(request),
        holders=choices,
        initial={"day": timezone.localdate()},
    )
    if form.is_valid():
        typed = form.cleaned_data
        moved = form.attempt(
            lambda: actions.move(
                person.pk,
                to=UUID(typed["to"]),
                day=typed["day"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if moved is not None:
            messages.success(request, _("The move is on record."))
            still_his = policy.allows(
                officer, Right.READ_CASE, matter_of=UUID(typed["to"])
            )
            return redirect("case", number) if still_his else redirect("cases")
    context = {"person": person, "camps": choices}
    return show(request, "web/cases/move.html", context, form)
