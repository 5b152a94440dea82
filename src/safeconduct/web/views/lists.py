"""Departure lists: opening one, filling it, and each step to the crossing."""

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
from safeconduct.departure import actions, queries
from safeconduct.departure.errors import GateClosed, NoSuchLine
from safeconduct.referral import queries as referral
from safeconduct.register import case_numbers
from safeconduct.register import queries as register
from safeconduct.web import refusals, words
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.ways import AddForm, ListForm, StopForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from safeconduct.accounts.models import Officer


@page(Right.READ_LISTS)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List all departure lists."""
    found = [(one, words.state(one.towards)) for one in queries.lists(officer)]
    waiting = queries.to_approve(officer).select_related("list", "person")
    context = {
        "lists": found,
        "to_approve": list(waiting),
        "may_open": policy.allows(officer, Right.LIST),
    }
    return show(request, "web/lists/index.html", context)


def missions() -> list[tuple[str, str]]:
    """List the missions with the States they stand for."""
    return [
        (str(mission.pk), f"{mission.name} ({mission.state})")
        for mission in referral.missions()
    ]


@page(Right.LIST, methods=BOTH)
def new(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Open a list."""
    form = ListForm(posted(request), missions=missions())
    if form.is_valid():
        typed = form.cleaned_data
        opened = form.attempt(
            lambda: actions.open_list(
                typed["option"],
                towards=typed["towards"],
                planned=typed["planned"],
                receiver=UUID(typed["receiver"]) if typed["receiver"] else None,
                officer=officer,
                at=timezone.now(),
            )
        )
        if opened is not None:
            messages.success(request, _("The list is open. Put persons on it."))
            return redirect("list", opened.pk)
    return show(request, "web/lists/new.html", {}, form)


@page(Right.READ_LISTS, methods=BOTH)
def departure_list(
    request: HttpRequest, officer: Officer, list_id: UUID
) -> HttpResponse:
    """Show a list and put a person on it by his case number."""
    departure = queries.list_of(list_id, officer=officer)
    form = AddForm(posted(request))
    if form.is_valid():
        number = form.cleaned_data["number"]

        def add() -> Any:
            person = register.case(number, officer=officer)
            return actions.add(
                departure.pk, person.pk, officer=officer, at=timezone.now()
            )

        if form.attempt(add) is not None:
            messages.success(request, _("He is on the list and waits for approval."))
            return redirect("list", departure.pk)
    # The number as the register writes it: what was typed reaches no address.
    number = case_numbers.read(form.data.get("number", "")) or ""
    return _list_page(request, officer, departure, form, form.refusal, of=number)


def _list_page(
    request: HttpRequest,
    officer: Officer,
    departure: Any,
    form: AddForm,
    refusal: Exception | None,
    *,
    of: str = "",
) -> HttpResponse:
    """Show a list; after a refusal with its grounds, and *of* which case they are."""
    lines = list(queries.lines(officer).filter(list=departure))
    grounds = _grounds(refusal)
    context = {
        "departure": departure,
        "state": words.state(departure.towards),
        "lines": [{"line": line, "offers": _offers(officer, line)} for line in lines],
        "may_add": policy.allows(officer, Right.LIST),
        "grounds": grounds,
        "refused_case": of if policy.allows(officer, Right.READ_PROTECTION) else "",
        "unknown": list(dict.fromkeys(q for g in grounds for q in g["missing"])),
        "refusal": refusals.sentence(refusal) if refusal is not None else "",
    }
    response = show(request, "web/lists/list.html", context, form)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response


def _grounds(refusal: Exception | None) -> list[dict[str, Any]]:
    if not isinstance(refusal, GateClosed):
        return []
    return [
        {
            "norm": getattr(ground, "norm", ""),
            "what": words.norm(_full_name(ground), getattr(ground, "what", "")),
            "missing": [words.question(f) for f in getattr(ground, "missing", ())],
            "elsewhere": getattr(ground, "elsewhere", None) is not None,
        }
        for ground in refusal.obstacles
    ]


def _full_name(ground: Any) -> str:
    leg = getattr(ground, "leg", "")
    return f"{ground.norm}/{leg}" if leg else str(ground.norm)


def _offers(officer: Officer, line: Any) -> dict[str, bool]:
    """Say which steps this officer could take with this line."""
    home = line.person.holder_id

    def may(right: Right) -> bool:
        return policy.allows(officer, right, matter_of=home)

    waits, approved = line.status == "listed", line.status == "approved"
    return {
        "approve": waits and may(Right.APPROVE),
        "hand_over": approved and may(Right.HAND_OVER),
        "stop": (waits or approved) and may(Right.LIST),
    }


@page(Right.READ_LISTS, methods=POST)
def step(
    request: HttpRequest, officer: Officer, list_id: UUID, line: UUID
) -> HttpResponse:
    """Approve, hand over or stop one line, whichever button was pressed."""
    departure = queries.list_of(list_id, officer=officer)
    found = queries.lines(officer).filter(list=departure, pk=line).first()
    if found is None:
        raise NoSuchLine
    stopping = StopForm(request.POST)
    at = timezone.now()
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "approve": (
            lambda: actions.approve(line, officer=officer, at=at),
            _("Approved. Before he leaves he is asked once more."),
        ),
        "hand_over": (
            lambda: actions.hand_over(line, officer=officer, at=at),
            _("Signed: he has crossed."),
        ),
        "stop": (
            lambda: actions.stop(
                line, reason=stopping.cleaned_data["reason"], officer=officer, at=at
            ),
            _("He was taken off the list."),
        ),
    }
    chosen = acts.get(request.POST.get("step", ""))
    if chosen is None:
        raise NoSuchLine
    if request.POST.get("step") == "stop" and not stopping.is_valid():
        messages.error(request, _("Say why he is taken off the list."))
        return redirect("list", departure.pk)
    done, refusal = refusals.attempt(chosen[0])
    if done is None:
        of = found.person.case_number
        return _list_page(request, officer, departure, AddForm(), refusal, of=of)
    messages.success(request, chosen[1])
    return redirect("list", departure.pk)
