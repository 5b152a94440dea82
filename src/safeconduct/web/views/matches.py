"""Two records, one person? The queue, the pair, both records side by side, the merge.

Both records are shown in answer to a POST only, like the vault: no address, history or
cache holds who somebody is.
"""

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
from safeconduct.matching import actions, queries
from safeconduct.matching.errors import NoSuchPair
from safeconduct.register import queries as register
from safeconduct.web import refusals, sidebyside
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.matches import (
    AnswerForm,
    MergeForm,
    ProposeForm,
    UndoForm,
)

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer
    from safeconduct.matching.queries import Joined, Pair
    from safeconduct.web.forms.fields import HouseForm


@page(Right.MATCH, Right.MERGE, methods=BOTH)
def index(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List the pairs that wait for this officer, and take a new one."""
    form = ProposeForm(posted(request))
    if form.is_valid():
        typed = form.cleaned_data

        def propose() -> Any:
            first, second = (
                register.case(typed[name], officer=officer)
                for name in ("first", "second")
            )
            return actions.propose(
                first.pk,
                second.pk,
                why=typed["why"],
                officer=officer,
                at=timezone.now(),
            )

        made = form.attempt(propose)
        if made is not None:
            said = _("Proposed. It waits for two reviewers.")
            messages.success(request, said)
            return redirect("match", made.pk)
    context = {
        "to_answer": _listed(queries.to_answer(officer)),
        "to_merge": _listed(queries.to_merge(officer)),
        "to_undo": _listed(queries.to_undo(officer)),
        "joined": _listed(queries.joined(officer)),
        "may_match": policy.allows(officer, Right.MATCH),
    }
    return show(request, "web/matches/index.html", context, form)


def _listed(found: list[queries.Waiting]) -> list[tuple[queries.Waiting, str]]:
    return [(one, sidebyside.percent(one.probability)) for one in found]


@page(Right.MATCH, Right.MERGE)
def pair(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Show one pair: where it came from, and what was said once that may be known."""
    return _page(request, officer, queries.pair(pair_id, officer=officer))


@page(Right.MATCH, methods=POST)
def records(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Open both records side by side; the look is on record in both."""
    found = queries.pair(pair_id, officer=officer)
    return _records(request, officer, found, AnswerForm())


@page(Right.MATCH, methods=POST)
def answer(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Take a reviewer's answer; if it cannot be taken, show both records again."""
    found = queries.pair(pair_id, officer=officer)
    form = AnswerForm(request.POST)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.answer(
                pair_id, **form.cleaned_data, officer=officer, at=timezone.now()
            )
        )
        if done is not None:
            messages.success(request, _("Your answer is on record."))
            return redirect("match", pair_id)
    return _records(request, officer, found, form)


@page(Right.MERGE, methods=POST)
def merge(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Join the two records; both stay as they were."""
    found = queries.pair(pair_id, officer=officer)
    form = MergeForm(request.POST, records=_choices(found))
    if form.is_valid():
        typed = form.cleaned_data
        done = form.attempt(
            lambda: actions.merge(
                pair_id,
                leading=UUID(typed["leading"]),
                reason=typed["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if done is not None:
            said = _("Joined. A departure of one now asks for the other as well.")
            messages.success(request, said)
            return redirect("match", pair_id)
    return _page(request, officer, found, form)


@page(Right.MERGE, methods=POST)
def ask_undo(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Ask, as first officer, to part two records again."""
    found = queries.pair(pair_id, officer=officer)
    form = UndoForm(request.POST)
    if form.is_valid():
        done = form.attempt(
            lambda: actions.ask_undo(
                _merged(found).id,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if done is not None:
            said = _("Asked. It waits for an officer of another authority.")
            messages.success(request, said)
            return redirect("match", pair_id)
    return _page(request, officer, found, form)


@page(Right.MERGE, methods=POST)
def undo(request: HttpRequest, officer: Officer, pair_id: UUID) -> HttpResponse:
    """Part two records, as second officer."""
    found = queries.pair(pair_id, officer=officer)
    merge_id = _merged(found).id
    done, refusal = refusals.attempt(
        lambda: actions.undo(merge_id, officer=officer, at=timezone.now())
    )
    if done is None:
        return _page(request, officer, found, refusal=refusal)
    said = _("Parted. Both cases have to be determined again.")
    messages.success(request, said)
    return redirect("match", pair_id)


def _merged(found: Pair) -> Joined:
    if found.merge is None:
        raise NoSuchPair
    return found.merge


def _choices(found: Pair) -> list[tuple[str, str]]:
    return [(str(one.pk), one.case_number) for one in (found.first, found.second)]


def _records(
    request: HttpRequest, officer: Officer, found: Pair, form: AnswerForm
) -> HttpResponse:
    comparison = actions.compare_records(found.id, officer=officer, at=timezone.now())
    context = {
        "pair": found,
        "rows": sidebyside.rows(comparison),
        "bearers": comparison.bearers,
        "weight": sidebyside.signed(comparison.weight),
        "strength": sidebyside.strength(comparison.weight),
        "likely": sidebyside.percent(found.probability),
        "may_answer": found.settled is None and found.mine is None,
    }
    return show(request, "web/matches/records.html", context, form)


def _page(
    request: HttpRequest,
    officer: Officer,
    found: Pair,
    tried: HouseForm | None = None,
    *,
    refusal: Exception | None = None,
) -> HttpResponse:
    """Show the pair; after a refusal with what was typed."""
    may_merge = all(
        policy.allows(officer, Right.MERGE, matter_of=one.holder_id)
        for one in (found.first, found.second)
    )
    context: dict[str, Any] = {
        "pair": found,
        "likely": sidebyside.percent(found.probability),
        "strength": sidebyside.strength(found.weight),
        "weight": sidebyside.signed(found.weight),
        "may_match": policy.allows(officer, Right.MATCH),
        "may_merge": may_merge,
        "refusal": refusals.sentence(refusal) if refusal is not None else "",
    }
    if may_merge and found.can_be_joined:
        fresh = MergeForm(records=_choices(found))
        context["merge_form"] = tried if isinstance(tried, MergeForm) else fresh
    if may_merge and found.is_joined and _merged(found).undo_asked is None:
        context["undo_form"] = tried if isinstance(tried, UndoForm) else UndoForm()
    response = show(request, "web/matches/pair.html", context, tried)
    if refusal is not None:
        response.status_code = refusals.status(refusal)
    return response
