"""Reports that give somebody away: what was sighted, and what is done about it.

The words of a report beside a case number say who somebody is. They are shown in answer
to a POST only, like the vault, and the look is on record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.determination import record
from safeconduct.exposure import actions, letter, queries
from safeconduct.law.clocks.product import EXPOSED
from safeconduct.register import queries as register
from safeconduct.web import clocks, exposed
from safeconduct.web.access import BOTH, POST, page, posted, refused, show
from safeconduct.web.forms.incidents import (
    AnswerForm,
    EndForm,
    FamilyForm,
    JudgeForm,
    LetterForm,
    OutsideForm,
)

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.exposure.queries import Happened
    from safeconduct.web.forms.fields import HouseForm

_AT_A_TIME = 20  # reports that one request scans


@page(*queries.RIGHTS)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List what is to be judged, what is open and what is closed, by danger."""
    judges = policy.allows(officer, Right.WATCH_PRESS)
    scans = judges and policy.sees_everything(officer)
    context = {
        "judges": judges,
        "sightings": _listed(queries.sightings(officer)) if judges else [],
        "open": _listed(queries.incidents(officer, closed=False)),
        "closed": _listed(queries.incidents(officer, closed=True)),
        "unscanned": len(queries.unscanned()) if scans else 0,
    }
    return show(request, "web/incidents/index.html", context)


def _listed(rows: list[queries.Row]) -> list[tuple[queries.Row, str]]:
    return [(one, exposed.classes(one.classes)) for one in rows]


@page(Right.WATCH_PRESS, methods=POST)
def scan(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Search the reports that were not searched as the register stands now."""
    if not policy.sees_everything(officer):
        raise NotPermitted(Right.WATCH_PRESS)
    found = 0
    waiting = queries.unscanned()
    for publication in waiting[:_AT_A_TIME]:
        done = actions.scan(publication, officer=officer, at=timezone.now())
        found += done.found
    said = ngettext(
        "Searched. %(found)d person was found in them.",
        "Searched. %(found)d persons were found in them.",
        found,
    )
    messages.success(request, said % {"found": found})
    if len(waiting) > _AT_A_TIME:
        messages.info(request, _("More reports wait: search once more."))
    return redirect("incidents")


@page(*queries.RIGHTS)
def sighting(request: HttpRequest, officer: Officer, sighting_id: UUID) -> HttpResponse:
    """Say of which case, and how many people it may be about; no word of the report."""
    found = queries.sighting(sighting_id, officer=officer)
    context = {
        "sighting": found,
        "without": _without(found),
        "counts": _counted(found),
        "may_judge": policy.allows(officer, Right.WATCH_PRESS),
    }
    return show(request, "web/incidents/sighting.html", context)


def _without(found: queries.Seen) -> list[tuple[str, int]]:
    """Say how many it would be without each detail, the most telling first."""
    told = ((exposed.field(name), k) for name, k in found.k_without.items())
    return sorted(told, key=lambda one: -one[1])


def _counted(found: queries.Seen) -> list[tuple[str, int]]:
    kinds = [span.kind for span in found.spans]
    return [(exposed.classes([one]), kinds.count(one)) for one in found.classes]


@page(*queries.RIGHTS, methods=POST)
def look(request: HttpRequest, officer: Officer, sighting_id: UUID) -> HttpResponse:
    """Open what the report says of him; the look is on record."""
    return _judging(request, officer, sighting_id, JudgeForm())


@page(Right.WATCH_PRESS, methods=POST)
def judge(request: HttpRequest, officer: Officer, sighting_id: UUID) -> HttpResponse:
    """Take an officer's judgement; if it cannot be taken, show the words again."""
    form = JudgeForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        by: dict[str, Any] = {"officer": officer, "at": timezone.now()}
        why = typed["reason"]
        if typed["answer"] == "confirmed":
            made = form.attempt(
                lambda: actions.confirm(
                    sighting_id, reason=why, address=typed["address"], **by
                )
            )
            if made is not None:
                said = _("Confirmed. His ways out have to be determined again.")
                messages.success(request, said)
                return redirect("incident", made.pk)
        else:
            done = form.attempt(lambda: actions.refuse(sighting_id, reason=why, **by))
            if done is not None:
                messages.success(request, _("Refused. It stays here, as refused."))
                return redirect("sighting", sighting_id)
    return _judging(request, officer, sighting_id, form)


def _judging(
    request: HttpRequest, officer: Officer, sighting_id: UUID, form: JudgeForm
) -> HttpResponse:
    found, report = actions.look(sighting_id, officer=officer, at=timezone.now())
    may_judge = policy.allows(officer, Right.WATCH_PRESS)
    context = {
        "sighting": found,
        "report": report,
        "lines": exposed.lines(report.text, found.spans),
        "may_judge": may_judge and found.state == "open",
    }
    return show(request, "web/incidents/look.html", context, form)


@page(Right.HANDLE_EXPOSURE, methods=BOTH)
def new(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Report a publication that is not among our reports."""
    person = register.case(number, officer=officer)
    form = OutsideForm(posted(request))
    if form.is_valid():
        typed = form.cleaned_data
        made = form.attempt(
            lambda: actions.report(
                person.pk,
                **{**typed, "quotes": typed["quotes"].splitlines()},
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            said = _("On record. His ways out have to be determined again.")
            messages.success(request, said)
            return redirect("incident", made.pk)
    return show(request, "web/incidents/new.html", {"person": person}, form)


@page(*queries.RIGHTS)
def incident(request: HttpRequest, officer: Officer, incident_id: UUID) -> HttpResponse:
    """Show an incident: what was done, and what is left to do."""
    return _page(request, officer, queries.incident(incident_id, officer=officer))


@page(Right.HANDLE_EXPOSURE, methods=POST)
def draft(request: HttpRequest, officer: Officer, incident_id: UUID) -> HttpResponse:
    """Open what was printed, and offer it to be quoted; the look is on record."""
    found = queries.incident(incident_id, officer=officer)
    return _drafting(request, officer, found)


@page(Right.HANDLE_EXPOSURE, methods=POST)
def ask(request: HttpRequest, officer: Officer, incident_id: UUID) -> HttpResponse:
    """Write the letter; if it cannot be written, offer what was printed again."""
    found = queries.incident(incident_id, officer=officer)
    return _drafting(request, officer, found, sent=True)


def _drafting(
    request: HttpRequest, officer: Officer, found: Happened, *, sent: bool = False
) -> HttpResponse:
    at = timezone.now()
    lines, choices = [], [(one, one) for one in found.quotes]
    if found.sighting is not None:
        seen, report = actions.look(found.sighting, officer=officer, at=at)
        lines = exposed.lines(report.text, seen.spans)
        choices = exposed.quotable(report.text, seen.spans)
    form = LetterForm(
        request.POST if sent else None,
        quotable=choices,
        initial={"to": found.publisher, "language": found.language},
    )
    if sent and form.is_valid():
        made = form.attempt(
            lambda: actions.ask_takedown(
                found.id, **form.cleaned_data, officer=officer, at=at
            )
        )
        if made is not None:
            said = _("The letter is written. Print it, and record the answer here.")
            messages.success(request, said)
            return redirect("incident", found.id)
    context = {"incident": found, "lines": lines}
    return show(request, "web/incidents/draft.html", context, form)


@page(Right.HANDLE_EXPOSURE, methods=POST)
def paper(
    request: HttpRequest, officer: Officer, incident_id: UUID, letter_id: UUID
) -> HttpResponse:
    """Hand out a letter as PDF, under a name that tells nothing."""
    try:
        made = letter.pdf(queries.draft(incident_id, letter_id, officer=officer))
    except letter.NoFont as refusal:
        return refused(request, refusal)
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="letter.pdf"'},
    )


@page(Right.HANDLE_EXPOSURE, methods=POST)
def answer(
    request: HttpRequest, officer: Officer, incident_id: UUID, letter_id: UUID
) -> HttpResponse:
    """Record what came of a letter."""
    found = queries.incident(incident_id, officer=officer)
    queries.letter(incident_id, letter_id, officer=officer)
    form = AnswerForm(request.POST)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.record_answer(
                letter_id, **form.cleaned_data, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            messages.success(request, _("The answer is on record."))
            return redirect("incident", found.id)
    return _page(request, officer, found, form, letter_id=letter_id)


@page(Right.HANDLE_EXPOSURE, methods=POST)
def family(request: HttpRequest, officer: Officer, incident_id: UUID) -> HttpResponse:
    """Record that his family was warned, or why not."""
    found = queries.incident(incident_id, officer=officer)
    form = FamilyForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        done = form.attempt(
            lambda: actions.warn_family(
                found.id,
                done=typed["done"] == "yes",
                words=typed["words"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if done is not None:
            messages.success(request, _("On record."))
            return redirect("incident", found.id)
    return _page(request, officer, found, form)


@page(Right.HANDLE_EXPOSURE, methods=POST)
def close(request: HttpRequest, officer: Officer, incident_id: UUID) -> HttpResponse:
    """Close an incident."""
    found = queries.incident(incident_id, officer=officer)
    form = EndForm(request.POST)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.close(
                found.id, **form.cleaned_data, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            messages.success(request, _("Closed."))
            return redirect("incident", found.id)
    return _page(request, officer, found, form)


def _page(
    request: HttpRequest,
    officer: Officer,
    found: Happened,
    tried: HouseForm | None = None,
    *,
    letter_id: UUID | None = None,
) -> HttpResponse:
    """Show the incident; after a refusal with what was typed.

    Args:
        request: What was asked.
        officer: Who looks.
        found: The incident.
        tried: The form that was refused.
        letter_id: The letter whose answer it is.
    """
    prints = policy.allows(officer, Right.HANDLE_EXPOSURE)
    handles = prints and not found.is_closed
    context: dict[str, Any] = {
        "incident": found,
        "classes": exposed.classes(found.classes),
        "handles": handles,
        "prints": prints,
        "letters": [
            (one, tried if one.id == letter_id else AnswerForm(auto_id=f"{one.id}_%s"))
            for one in found.letters
        ],
        **_effect(officer, found),
    }
    if handles:
        context["family_form"] = _or_fresh(tried, FamilyForm, "family")
        context["end_form"] = _or_fresh(tried, EndForm, "end")
    return show(request, "web/incidents/incident.html", context, tried)


def _or_fresh(tried: HouseForm | None, kind: type[HouseForm], name: str) -> HouseForm:
    return tried if isinstance(tried, kind) else kind(auto_id=f"{name}_%s")


def _effect(officer: Officer, found: Happened) -> dict[str, Any]:
    """Say how his clock stands, to whom may know what he is protected from."""
    mine = register.cases(officer).filter(case_number=found.case_number)
    person = mine.first()
    if person is None or not register.sees_protection(officer, person):
        return {}
    standing = record.deadlines(person.pk, at=timezone.now())
    ours = [one for one in standing if one.clock.provision == EXPOSED]
    return {"reads_case": True, "clocks": clocks.shown(ours)}
