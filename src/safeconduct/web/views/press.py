"""The press desk: what a draft gives away as it is typed, and who allows it.

The draft travels in the body of a POST only, and is kept nowhere until it is asked
for. The page works without its script: then the button has the draft checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from safeconduct.accounts.policy import Right
from safeconduct.publication import actions, permission, queries
from safeconduct.publication.checking import LONGEST, Checked, Piece
from safeconduct.publication.errors import SittingEnded
from safeconduct.web import counted, refusals
from safeconduct.web.access import BOTH, POST, page, posted, show
from safeconduct.web.forms.press import DraftForm, RefusalForm, SittingForm

if TYPE_CHECKING:
    from datetime import datetime

    from safeconduct.accounts.models import Officer

_KEPT = "sitting"  # in the session: which sitting is open


@page(Right.PUBLISH, methods=BOTH)
def desk(request: HttpRequest, officer: Officer) -> HttpResponse:
    """Ask what for; then take drafts, and mark what gives somebody away."""
    at = timezone.now()
    if "part" in request.POST:
        return _part(request, officer, at)
    opened, _ended = refusals.attempt(
        lambda: queries.running(_kept(request), officer=officer, at=at)
    )
    if opened is None:
        return _open(request, officer, at)
    text, refused = _draft(request)
    context: dict[str, Any] = {
        "until": opened.until,
        "longest": LONGEST,
        "text": text,
        "problem": "" if refused is None else refusals.sentence(refused),
        "requests": queries.requests(officer)[:20],
    }
    form = DraftForm(posted(request) if "ask" in request.POST else None)
    if form.is_valid():
        made = form.attempt(
            lambda: actions.ask(
                form.cleaned_data["text"],
                where=form.cleaned_data["where"],
                officer=officer,
                at=at,
            )
        )
        if made is not None:
            said = _("The request is on record. A second officer answers it.")
            messages.success(request, said)
            return redirect("press-request", made.pk)
    if text:
        context |= _checked(request, text, officer, at)
        found: Checked | None = context.get("found")
        if "suggest" in request.POST and found is not None and found.gives_away:
            context |= _suggested(request, text, officer, at)
        refused = refused or context.get("refused")
    answer = show(request, "web/press/desk.html", context, form)
    if refused is not None:
        answer.status_code = refusals.status(refused)
    return answer


def _open(request: HttpRequest, officer: Officer, at: datetime) -> HttpResponse:
    """Open a sitting for a reason, which is on record."""
    form = SittingForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        made = form.attempt(
            lambda: actions.open_desk(reason=reason, officer=officer, at=at)
        )
        if made is not None:
            request.session[_KEPT] = str(made.pk)
            return redirect("press")
    context = {"requests": queries.requests(officer)[:20]}
    return show(request, "web/press/reason.html", context, form)


def _draft(request: HttpRequest) -> tuple[str, Exception | None]:
    """Take the draft from a file, or from the field; what was typed is never lost."""
    typed, given = request.POST.get("text", ""), request.FILES.get("file")
    if given is None:
        return typed, None
    text, refused = refusals.attempt(
        lambda: queries.text_of(given.read(), given.name or "")
    )
    return (typed if text is None else text), refused


def _part(request: HttpRequest, officer: Officer, at: datetime) -> HttpResponse:
    """Answer the script of the page: what was found alone, without a page around it."""
    found = _checked(request, request.POST.get("text", ""), officer, at)
    refusal = found.get("refused")
    status = 200 if refusal is None else refusals.status(refusal)
    return HttpResponse(render_to_string("web/press/found.html", found), status=status)


def _checked(
    request: HttpRequest, text: str, officer: Officer, at: datetime
) -> dict[str, Any]:
    found, refusal = refusals.attempt(
        lambda: queries.checked(
            _plain(text), sitting=_kept(request), officer=officer, at=at
        )
    )
    if found is None:
        assert refusal is not None  # noqa: S101 - `attempt` gives one of the two
        return {"refused": refusal, "refusal": refusals.sentence(refusal)}
    telling = [
        (one.k, [(counted.detail(field), k) for field, k in one.without])
        for one in found.telling
    ]
    return {
        "found": found,
        "telling": telling,
        "marked": _marked(found.pieces),
        "typed": bool(text.strip()),
    }


def _suggested(
    request: HttpRequest, text: str, officer: Officer, at: datetime
) -> dict[str, Any]:
    found, refusal = refusals.attempt(
        lambda: queries.suggested(
            _plain(text), sitting=_kept(request), officer=officer, at=at
        )
    )
    if found is None:
        return {"refused": refusal}
    return {
        "suggestion": found,
        "before": _marked(found.before),
        "after": _marked(found.after),
    }


def _plain(text: str) -> str:
    """Undo the line ends that a form sends."""
    return text.replace("\r\n", "\n")


def _marked(pieces: Sequence[Piece]) -> SafeString:
    """Write the draft with its marks; each says to a screen reader what it is."""
    said = {
        "direct": _("names him"),
        "wish": _("his wish"),
        "quasi": _("a telling detail"),
        "changed": _("changed"),
    }
    mark = (
        '<mark class="telling telling--{}">{}<span class="unseen"> ({})</span></mark>'
    )
    return format_html_join(
        "",
        "{}",
        (
            (
                format_html(mark, one.kind, one.text, said[one.kind])
                if one.kind
                else one.text,
            )
            for one in pieces
        ),
    )


def _kept(request: HttpRequest) -> UUID:
    """Return the sitting that this session opened.

    Raises:
        SittingEnded: It opened none.
    """
    if _KEPT not in request.session:
        raise SittingEnded(
            "The sitting has ended. Say once more what the draft is for."
        )
    return UUID(request.session[_KEPT])


@page(Right.PUBLISH, Right.ALLOW_PUBLICATION)
def requests(request: HttpRequest, officer: Officer) -> HttpResponse:
    """List what was asked and what waits."""
    context = {"requests": queries.requests(officer)}
    return show(request, "web/press/requests.html", context)


@page(Right.PUBLISH, Right.ALLOW_PUBLICATION, methods=BOTH)
def one(request: HttpRequest, officer: Officer, request_id: UUID) -> HttpResponse:
    """Show one request, and let a second officer refuse it."""
    opened = queries.request(request_id, officer=officer)
    form = RefusalForm(posted(request))
    if form.is_valid():
        made = form.attempt(
            lambda: actions.refuse(
                request_id,
                reason=form.cleaned_data["reason"],
                officer=officer,
                at=timezone.now(),
            )
        )
        if made is not None:
            return redirect("press-request", request_id)
    may = (
        opened.request.status == "asked"
        and opened.request.officer_id != officer.pk
        and permission.allows(officer, Right.ALLOW_PUBLICATION)
    )
    context = {"opened": opened, "row": opened.request, "may": may}
    return show(request, "web/press/request.html", context, form)


@page(Right.ALLOW_PUBLICATION, methods=POST)
def allow(request: HttpRequest, officer: Officer, request_id: UUID) -> HttpResponse:
    """Allow a text, after it was looked at once more."""
    actions.allow(request_id, officer=officer, at=timezone.now())
    messages.success(request, _("Allowed. Publish this text and no other."))
    return redirect("press-request", request_id)
