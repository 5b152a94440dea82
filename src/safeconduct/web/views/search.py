"""Searching the register by name, as it is typed.

The name travels in the body of a POST only, and the answer is kept nowhere. The page
works without its script: then the button sends what was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone

from safeconduct.accounts.policy import Right
from safeconduct.register import actions, queries
from safeconduct.register import search as register
from safeconduct.register.errors import SearchEnded
from safeconduct.web import refusals, words
from safeconduct.web.access import BOTH, page, posted, show
from safeconduct.web.forms.cases import SearchForm

if TYPE_CHECKING:
    from datetime import datetime

    from safeconduct.accounts.models import Officer

_KEPT = "search"  # in the session: which search is open
_LONGEST = 200  # characters


@page(Right.SEARCH_NAMES, methods=BOTH)
def search(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Ask why; then take names, and show whom they may mean and for what reason."""
    at = timezone.now()
    if "part" in request.POST:
        return _part(request, officer, at)
    opened, _ended = refusals.attempt(lambda: _running(request, officer, at))
    if opened is None:
        return _ask(request, officer, at)
    context: dict[str, Any] = {"until": opened.until, "longest": _LONGEST}
    if request.method == "POST":
        context |= _found(request, officer, at)
    return show(request, "web/search/search.html", context)


def _ask(request: HttpRequest, officer: Officer, at: datetime) -> HttpResponse:
    """Open a search for a reason, which is on record."""
    form = SearchForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        made = form.attempt(
            lambda: actions.open_search(reason=reason, officer=officer, at=at)
        )
        if made is not None:
            request.session[_KEPT] = str(made.pk)
            return redirect("search")
    return show(request, "web/search/reason.html", {}, form)


def _part(request: HttpRequest, officer: Officer, at: datetime) -> HttpResponse:
    """Answer the script of the page: the hits alone, without a page around them."""
    found, refusal = refusals.attempt(lambda: _found(request, officer, at))
    if found is None and refusal is not None:
        found = {"refusal": refusals.sentence(refusal)}
    status = 200 if refusal is None else refusals.status(refusal)
    return HttpResponse(render_to_string("web/search/hits.html", found), status=status)


def _found(request: HttpRequest, officer: Officer, at: datetime) -> dict[str, Any]:
    typed = request.POST.get("name", "").strip()
    found = register.search(typed, search=_kept(request), officer=officer, at=at)
    sources = dict(queries.claim_sources())
    rows = [
        {
            "hit": hit,
            "source": sources[hit.claim.source],
            "language": words.LANGUAGE_OF_SCRIPT.get(hit.claim.script, ""),
            "reasons": [words.reason(reason) for reason in hit.reasons],
        }
        for hit in found.hits
    ]
    return {"typed": typed, "rows": rows, "has_more": found.has_more}


def _running(request: HttpRequest, officer: Officer, at: datetime) -> Any:
    return register.running(_kept(request), officer=officer, at=at)


def _kept(request: HttpRequest) -> UUID:
    """Return the search that this session opened.

    Raises:
        SearchEnded: It opened none.
    """
    if _KEPT not in request.session:
        raise SearchEnded("The search has ended. Say once more why you search.")
    return UUID(request.session[_KEPT])
