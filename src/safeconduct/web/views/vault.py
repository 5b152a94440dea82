"""The identity vault: the one page that says who somebody is.

It is shown in answer to a POST only, is never stored and never redirected to, so
that no address, history or cache holds an identity.
"""

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
from safeconduct.register.cards import Claim
from safeconduct.web import words
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.cases import ClaimForm, VaultForm

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page(Right.READ_CASE, methods=BOTH)
def vault(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Ask why, record the look, and show the claims once."""
    person = queries.case(number, officer=officer)
    policy.require(officer, Right.OPEN_VAULT, matter_of=person.holder_id)
    form = VaultForm(posted(request))
    if form.is_valid():
        claims = form.attempt(
            lambda: actions.open_vault(
                person.pk,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if claims is not None:
            kinds, sources = dict(queries.claim_kinds()), dict(queries.claim_sources())
            rows = [
                {
                    "kind": kinds[claim.kind],
                    "source": sources[claim.source],
                    "claim": claim,
                    "language": words.LANGUAGE_OF_SCRIPT.get(claim.script, ""),
                    "exact": words.exact(claim.precision) if claim.precision else "",
                    "genuine": words.value(claim.genuine) if claim.genuine else "",
                }
                for claim in claims
            ]
            context = {"person": person, "claims": rows}
            return show(request, "web/cases/vault_open.html", context)
    return show(request, "web/cases/vault.html", {"person": person}, form)


@page(Right.READ_CASE, methods=BOTH)
def claim(request: HttpRequest, officer: Officer, number: str) -> HttpResponse:
    """Put one more identity claim beside the others."""
    person = queries.case(number, officer=officer)
    policy.require(officer, Right.CLAIM_IDENTITY, matter_of=person.holder_id)
    form = ClaimForm(posted(request))
    if form.is_valid():
        typed = form.cleaned_data
        made = form.attempt(
            lambda: actions.claim_identity(
                person.pk, Claim(**typed), officer=officer, at=timezone.now()
            )
        )
        if made is not None:
            messages.success(request, _("The claim stands beside the others."))
            return redirect("case", person.case_number)
    return show(request, "web/cases/identity.html", {"person": person}, form)
