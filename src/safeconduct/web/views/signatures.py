"""Signing beside the law: one officer closes, two open, a senior officer decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.determination import queries as determination
from safeconduct.determination.errors import NoSuchDetermination
from safeconduct.override import actions, queries
from safeconduct.override.errors import NoSuchOverride
from safeconduct.register import queries as register
from safeconduct.web import beside, refusals, words
from safeconduct.web.access import POST, page, show
from safeconduct.web.forms.signatures import (
    CloseForm,
    EndorseForm,
    OpenForm,
    parted,
)

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.web.beside import Way
    from safeconduct.web.forms.fields import HouseForm


@page(Right.READ_PROTECTION)
def index(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """List what was signed beside the law, and what this officer may sign."""
    return _page(request, officer, _case(number, officer))


@page(Right.READ_PROTECTION, methods=POST)
def close(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Close a way out: one officer is enough."""
    person = _case(number, officer, Right.CLOSE)
    form = CloseForm(request.POST, prefix="close")
    if form.is_valid():
        done = form.attempt(
            lambda: actions.close(
                person.pk, **form.act, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            return _done(request, person, _("Closed. From now on no list takes him."))
    return _page(request, officer, person, tried=Tried(close=form))


@page(Right.READ_PROTECTION, methods=POST)
def propose(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Ask, as first officer, to open what the law keeps shut."""
    person = _case(number, officer, Right.OPEN)
    ways, _why_none = beside.ways(person.pk, at=timezone.now())
    choices = _choices(ways) or _as_typed(request, "open-way")
    form = OpenForm(request.POST, prefix="open", ways=choices)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.propose(
                person.pk, **form.act, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            said = _("Proposed. It opens when an officer of another service signs.")
            return _done(request, person, said)
    return _page(request, officer, person, tried=Tried(propose=form))


@page(Right.READ_PROTECTION, methods=POST)
def endorse(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Decide, as senior officer, that a contested permission may be used."""
    person = _case(number, officer, Right.ENDORSE)
    made = determination.newest(person.pk)
    if made is None:
        raise NoSuchDetermination
    ways = beside.contested(person.pk, at=timezone.now())
    ways = ways or _as_typed(request, "endorse-way")
    form = EndorseForm(request.POST, prefix="endorse", ways=ways)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.endorse(
                made.pk, **form.act, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            return _done(request, person, _("Decided. A departure may rest on it."))
    return _page(request, officer, person, tried=Tried(endorse=form))


@page(Right.READ_PROTECTION, methods=POST)
def sign(
    request: HttpRequest, officer: Officer, number: str, opening: UUID
) -> HttpResponse:
    """Sign an opening as second officer."""
    person = _case(number, officer, Right.OPEN)
    if queries.to_sign(opening, officer=officer).person_id != person.pk:
        raise NoSuchOverride
    done, refusal = refusals.attempt(
        lambda: actions.sign(opening, officer=officer, at=timezone.now())
    )
    if done is None:
        return _page(request, officer, person, refusal=refusal)
    return _done(request, person, _("Signed. The way out is open until its last day."))


@dataclass(frozen=True)
class Tried:
    """The form that was refused, to be shown again with what was typed."""

    close: CloseForm | None = None
    propose: OpenForm | None = None
    endorse: EndorseForm | None = None

    @property
    def form(self) -> HouseForm | None:
        """The one that was sent."""
        return self.close or self.propose or self.endorse


def _case(number: str, officer: Officer, *more: Right) -> Any:
    """Find a case whose ways out the officer may know, and act upon.

    Raises:
        NoSuchCase, NotPermitted: As their sentences say.
    """
    person = register.case(number, officer=officer)
    for right in (Right.READ_PROTECTION, *more):
        policy.require(officer, right, matter_of=person.holder_id)
    return person


def _done(request: HttpRequest, person: Any, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("signatures", person.case_number)


def _page(
    request: HttpRequest,
    officer: Officer,
    person: Any,
    *,
    tried: Tried = Tried(),
    refusal: Exception | None = None,
) -> HttpResponse:
    """Show the page; after a refusal with its sentence and what was typed."""
    at = timezone.now()
    refused = refusal or (tried.form.refusal if tried.form is not None else None)
    context: dict[str, Any] = {
        "person": person,
        "cards": beside.cards(person.pk, officer=officer, at=at),
        "hindrances": beside.refused(refused),
        "refusal": refusals.sentence(refusal) if refusal is not None else "",
        "tried": tried,
        **_offered(officer, person, tried, at),
    }
    response = show(request, "web/signatures/index.html", context, tried.form)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response


def _offered(
    officer: Officer, person: Any, tried: Tried, at: datetime
) -> dict[str, Any]:
    """Collect the forms the officer may sign, and what he has to know before."""

    def may(right: Right) -> bool:
        return policy.allows(officer, right, matter_of=person.holder_id)

    found: dict[str, Any] = {"may_sign": may(Right.OPEN)}
    if may(Right.CLOSE):
        found["close_form"] = tried.close or CloseForm(prefix="close")
    if may(Right.OPEN):
        found["ways"], found["why_none"] = beside.ways(person.pk, at=at)
        fresh = OpenForm(prefix="open", ways=_choices(found["ways"]))
        found["open_form"] = tried.propose or fresh
    if may(Right.ENDORSE):
        found["contested"] = beside.contested(person.pk, at=at)
        blank = EndorseForm(prefix="endorse", ways=found["contested"])
        found["endorse_form"] = tried.endorse or blank
    return found


def _choices(ways: list[Way]) -> list[Any]:
    """Offer first what may be opened; the rest may be tried, and is refused."""
    may = [(way.value, way.name) for way in ways if not way.hindrances]
    may_not = [(way.value, way.name) for way in ways if way.hindrances]
    groups = (
        (_("Two officers may open"), may),
        (_("No signature can open now"), may_not),
    )
    return [group for group in groups if group[1]]


def _as_typed(request: HttpRequest, name: str) -> list[Any]:
    """Offer again what was chosen though nothing is to choose any more.

    So the domain says why, and the form keeps what was typed.
    """
    typed = request.POST.get(name, "")
    return [(typed, words.way(**parted(typed)))] if typed else []
