"""Determining the ways out, reviewing, and the reasons behind every cell."""

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
from safeconduct.determination import actions, queries
from safeconduct.determination.errors import NoSuchDetermination
from safeconduct.register import queries as register
from safeconduct.web import beside, matrix, refusals, words
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.ways import DetermineForm
from safeconduct.web.otherwise import otherwise

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.determination.queries import Made


@page(Right.READ_PROTECTION)
def index(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Show the options matrix of the newest determination, or of the one chosen."""
    return _matrix_page(request, officer, number)


def _matrix_page(
    request: HttpRequest,
    officer: Officer,
    number: str,
    refusal: Exception | None = None,
) -> HttpResponse:
    person = register.case(number, officer=officer)
    every = list(queries.determinations(person.pk, at=timezone.now()))
    wanted = request.GET.get("made")
    made = next((m for m in every if wanted in (None, str(m.id))), None)
    if wanted is not None and made is None:
        raise NoSuchDetermination
    home = person.holder_id
    is_newest = bool(every) and made is every[0]
    # Signatures stand beside the newest determination, never beside an earlier one.
    flags = beside.flags(person.pk, at=timezone.now()) if is_newest else {}
    context: dict[str, Any] = {
        "person": person,
        "made": made,
        "is_newest": is_newest,
        "others": [m for m in every if m is not made],
        "matrix": matrix.matrix(made.answers, flags) if made is not None else None,
        "may_determine": policy.allows(officer, Right.DETERMINE, matter_of=home),
        "may_review": policy.allows(officer, Right.REVIEW, matter_of=home),
        "facts": _rows(made.facts) if made is not None else [],
        "changed": [(words.question(n), n) for n in made.outdated] if made else [],
        "refusal": refusals.sentence(refusal) if refusal is not None else "",
    }
    response = show(request, "web/determinations/matrix.html", context)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response


def _rows(facts: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (words.question(n), words.answer(n, v), n) for n, v in sorted(facts.items())
    ]


@page(Right.READ_PROTECTION, methods=BOTH)
def determine(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Ask the law about everything known; the officer gives his own reasons."""
    person = register.case(number, officer=officer)
    policy.require(officer, Right.DETERMINE, matter_of=person.holder_id)
    form = DetermineForm(posted(request))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.determine(
                person.pk,
                reasons=form.cleaned_data["reasons"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            messages.success(
                request,
                _("Determined. A second officer of another service reviews it."),
            )
            return redirect("determinations", person.case_number)
    outlook = queries.outlook(person.pk, at=timezone.now())
    context = {
        "person": person,
        "facts": _rows(outlook.facts),
        "missing": [(words.question(name), name) for name in outlook.missing],
    }
    return show(request, "web/determinations/determine.html", context, form)


@page(Right.READ_PROTECTION, methods=POST)
def review(
    request: HttpRequest, officer: Officer, number: str, made: UUID
) -> HttpResponse:
    """Confirm a determination as second officer."""
    person = register.case(number, officer=officer)
    _made(person, made)
    done, refusal = refusals.attempt(
        lambda: actions.review(made, officer=officer, at=timezone.now())
    )
    if done is None:
        return _matrix_page(request, officer, number, refusal)
    messages.success(request, _("Reviewed. Departures may now rest on it."))
    return redirect("determinations", person.case_number)


@page(Right.READ_PROTECTION)
def option(
    request: HttpRequest, officer: Officer, number: str, made: UUID, option: str
) -> HttpResponse:
    """Tell every reason of one option, State by State."""
    person = register.case(number, officer=officer)
    found = _made(person, made)
    if option not in found.answers:
        raise NoSuchDetermination
    newest = queries.newest(person.pk)
    is_newest = newest is not None and newest.pk == made
    flags = beside.flags(person.pk, at=timezone.now()) if is_newest else {}
    there = found.answers[option]["destinations"]
    turned = otherwise(found.facts, on=found.law_day, option=option, there=there)
    context = {
        "person": person,
        "made": found,
        "option": option,
        "name": words.OPTION_NAMES[option],
        "chip": matrix.chip(found.answers[option]),
        "destinations": matrix.destinations(
            option, found.answers[option], found.explanation[option], flags, turned
        ),
        "options": matrix.chips(found.answers),
    }
    return show(request, "web/determinations/option.html", context)


def _made(person: Any, made: UUID) -> Made:
    """Find a determination of this very person.

    Raises:
        NoSuchDetermination: It is none of his.
    """
    every = queries.determinations(person.pk, at=timezone.now())
    found = next((m for m in every if m.id == made), None)
    if found is None:
        raise NoSuchDetermination
    return found
