"""The law as a lawyer reads it: for every officer, in four languages, on paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe

from safeconduct.law import wording
from safeconduct.law.pages import NoFont, Page, body
from safeconduct.web import statutes
from safeconduct.web.access import page, refused, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


@page()
def index(request: HttpRequest, officer: Officer) -> HttpResponse:  # noqa: ARG001
    """List the pages: options, instruments, the whole law."""
    law = statutes.in_force()
    spoken = statutes.language()
    context = {
        **statutes.titles(spoken),
        "fingerprint": law.hash,
        "position": wording.term(f"position.{law.position}", spoken),
    }
    return show(request, "web/law/index.html", context)


@page()
def option(request: HttpRequest, officer: Officer, name: str) -> HttpResponse:  # noqa: ARG001
    """Show everything the law says about one option."""
    return _shown(request, statutes.OPTION, name)


@page()
def instrument(request: HttpRequest, officer: Officer, name: str) -> HttpResponse:  # noqa: ARG001
    """Show what one instrument says."""
    return _shown(request, statutes.INSTRUMENT, name)


@page()
def whole(request: HttpRequest, officer: Officer) -> HttpResponse:  # noqa: ARG001
    """Show the whole law."""
    return _shown(request, statutes.WHOLE, "")


@page()
def paper(
    request: HttpRequest,
    officer: Officer,  # noqa: ARG001
    kind: str,
    name: str = "",
) -> HttpResponse:
    """Hand a page out as PDF."""
    made = _made(request, kind, name)
    try:
        content = statutes.paper(made)
    except NoFont as refusal:
        return refused(request, refusal)
    parts = ("law", name, made.language)
    file = "-".join(part for part in parts if part)
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{file}.pdf"'},
    )


def _shown(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    made = _made(request, kind, name)
    context = {
        "made": made,
        # Every text in it is escaped where it is written.
        "body": mark_safe(body(made)),  # noqa: S308
        "kind": kind,
        "name": name,
        "spoken": made.language,
        "tongues": [
            (code, wording.term(f"language.{code}", code)) for code in wording.LANGUAGES
        ],
    }
    return show(request, "web/law/page.html", context)


def _made(request: HttpRequest, kind: str, name: str) -> Page:
    """Make the page in the language that was asked for.

    Raises:
        Http404: The law has no such page.
    """
    spoken = statutes.language(request.GET.get("language", ""))
    try:
        return statutes.page(kind, name, spoken)
    except statutes.NoSuchPage:
        raise Http404 from None
