"""The public log, the health of the house, and the page of those who watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from safeconduct import ledger
from safeconduct.accounts.policy import Right
from safeconduct.journal import publication
from safeconduct.journal import queries as journal
from safeconduct.web import words
from safeconduct.web.access import page, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

_TEXT, _BYTES = "text/plain; charset=utf-8", "application/octet-stream"
_FOR_SECONDS = "public, max-age=5"
_FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say what the log is, how large it is, and how to verify it."""
    note = publication.published(settings.LOG_FOLDER)
    key = publication.read(settings.LOG_FOLDER, publication.KEY)
    context = {
        "note": note.decode() if note is not None else "",
        "size": note.decode().split("\n")[1] if note is not None else "0",
        "vkey": key.decode().strip() if key is not None else "",
        "origin": settings.LOG_ORIGIN,
        "address": request.build_absolute_uri("/log/"),
    }
    response = show(request, "web/log.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def published(request: HttpRequest, path: str) -> HttpResponse:  # noqa: ARG001
    """Serve one file of the log, and nothing else below its folder."""
    if path in (publication.CHECKPOINT, publication.KEY):
        kind, kept = _TEXT, _FOR_SECONDS
    else:
        try:
            path = ledger.parse_path(path).path
        except ValueError:
            raise Http404 from None
        kind, kept = _BYTES, _FOR_EVER
    content = publication.read(settings.LOG_FOLDER, path)
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=kind)
    response.headers["Cache-Control"] = kept
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Say whether the database can be reached, and nothing else."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"database": False}, status=503)
    return JsonResponse({"database": True})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Ask search engines to stay out."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type=_TEXT)


@page(Right.WATCH)
def monitor(request: HttpRequest, officer: Officer) -> HttpResponse:  # noqa: ARG001
    """Count the acts of each kind; no case and no identity stands here."""
    counted = journal.counts()
    context = {
        "counts": [(words.act(kind), kind, number) for kind, number in counted],
        "total": sum(number for _kind, number in counted),
        "refused": journal.count("departure.refused"),
        "size": journal.size(),
        "waiting": journal.waiting(),
    }
    return show(request, "web/monitor.html", context)
