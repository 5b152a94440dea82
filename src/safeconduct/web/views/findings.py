"""Stating facts about a person, and findings that rest on passages of reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from safeconduct.accounts import policy
from safeconduct.accounts.errors import NotPermitted
from safeconduct.accounts.policy import Right
from safeconduct.determination import actions as determination
from safeconduct.determination import record
from safeconduct.law import Fact
from safeconduct.register import actions
from safeconduct.register import queries as register
from safeconduct.reports import queries as reports
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.facts import GROUPS, AboutForm, FactsForm, statable
from safeconduct.web.forms.ways import AttachForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

_SHOWN = 90  # characters of a passage in a list


@page(Right.READ_CASE, methods=BOTH)
def facts(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """State facts of one group about a person."""
    person = register.case(number, officer=officer)
    groups = _groups(officer, person)
    known = record.facts(person.pk, at=timezone.now())
    asked = Asked(request.GET, groups, known)
    form = asked.form(posted(request))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.state_facts(
                person.pk,
                form.stated,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            messages.success(request, _("The facts are on record."))
            return redirect(reverse("case", args=[person.case_number]) + "#facts")
    context = {"person": person, "asked": asked}
    return show(request, "web/findings/facts.html", context, form)


@page(Right.READ_CASE, methods=BOTH)
def findings(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """State findings and the passages of reports on which they rest."""
    person = register.case(number, officer=officer)
    groups = _groups(officer, person)
    known = record.facts(person.pk, at=timezone.now())
    marked = [
        (str(p.id), f"“{p.text[:_SHOWN]}” ({p.title})")
        for p in reports.passages(officer)
        if p.is_evidence
    ]
    asked = Asked(request.GET, groups, known, first="risk")
    form = asked.form(posted(request), marked)
    if form.is_valid():
        chosen = [UUID(pk) for pk in form.cleaned_data.get("passages", [])]
        made = form.attempt(
            lambda: determination.find(
                person.pk,
                form.stated,
                reason=form.cleaned_data["reason"],
                passages=chosen,
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            messages.success(request, _("The findings are on record."))
            return redirect(reverse("case", args=[person.case_number]) + "#facts")
    context = {"person": person, "asked": asked, "has_passages": bool(marked)}
    return show(request, "web/findings/findings.html", context, form)


def _groups(officer: Officer, person: Any) -> dict[str, list[Fact]]:
    held = policy.rights(officer)
    here = [r for r in held if policy.allows(officer, r, matter_of=person.holder_id)]
    found = statable(here, common=False)
    if not found:
        raise NotPermitted(Right.STATE_REGISTER)
    return found


@page(Right.READ_REPORTS)
def attach(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Lead from a marked passage to the findings of the case it belongs to."""
    form = AttachForm(request.GET)
    if not form.is_valid():
        return show(request, "web/findings/attach.html", {}, form)
    number, passage = form.cleaned_data["case"], form.cleaned_data["passage"]
    person = form.attempt(lambda: register.case(number, officer=officer))
    if person is None:
        return show(request, "web/findings/attach.html", {}, form)
    address = reverse("findings", args=[person.case_number])
    return redirect(f"{address}?passage={passage}")


class Asked:
    """Which group of facts the page asks, and about which States."""

    def __init__(
        self,
        query: Mapping[str, str],
        groups: Mapping[str, list[Fact]],
        known: Mapping[str, Any],
        *,
        first: str = "",
    ) -> None:
        self.known = known
        fallback = first if first in groups else next(iter(groups))
        self.group = query.get("group", fallback)
        if self.group not in groups:
            self.group = fallback
        self.label = GROUPS.get(self.group, self.group)
        self.facts = groups[self.group]
        self.passage = query.get("passage", "")
        states = list(_under_discussion(known))
        chosen = {
            "group": self.group,
            "d": query.get("d") or (states[0] if states else ""),
            "e": query.get("e", ""),
        }
        self.about = AboutForm(chosen, groups=groups)
        self.about.is_valid()
        typed = self.about.cleaned_data
        self.states = (typed.get("d", ""), typed.get("e", ""))
        self.needs_state = any(fact.parameters for fact in self.facts)
        self.needs_onward = any(len(fact.parameters) > 1 for fact in self.facts)

    def form(
        self, data: Any, passages: list[tuple[str, str]] | None = None
    ) -> FactsForm:
        """Make the form that asks these facts."""
        return FactsForm(
            data,
            facts=self.facts,
            states=self.states,
            known=self.known,
            passages=passages or [],
            initial={"passages": [self.passage]},
        )


def _under_discussion(known: Mapping[str, Any]) -> Iterable[str]:
    for name in ("status.powers", "receiving.state", "person.nationalities"):
        value = known.get(name)
        if isinstance(value, list):
            yield from value
