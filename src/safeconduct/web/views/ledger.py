"""The public log, the health of the house, and the page of those who watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from safeconduct import ledger
from safeconduct.accounts.policy import Right
from safeconduct.journal import publication
from safeconduct.journal import queries as journal
from safeconduct.override import queries as override
from safeconduct.receipt import beside
from safeconduct.web import public_log, words
from safeconduct.web.access import page, show

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

_TEXT, _BYTES = "text/plain; charset=utf-8", "application/octet-stream"
_FOR_SECONDS = "public, max-age=5"
_LONGEST_NOTE = 100_000  # characters
_FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Say what the log is, how it grows, who saw it, and how to verify it."""
    context = {
        "log": public_log.gather(at=timezone.now()),
        "origin": settings.LOG_ORIGIN,
        "address": request.build_absolute_uri("/log/"),
    }
    return _never_kept(show(request, "web/log.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def consistency(request: HttpRequest) -> HttpResponse:
    """Tell a visitor whether the log still contains the checkpoint he saved."""
    if request.method != "POST":
        return redirect("log")
    typed = request.POST.get("checkpoint", "")[:_LONGEST_NOTE]
    context = {"compared": public_log.compare(typed), "typed": typed}
    return _never_kept(show(request, "web/consistency.html", context))


def _never_kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def published(request: HttpRequest, path: str) -> HttpResponse:  # noqa: ARG001
    """Serve one file of the log, and nothing else below its folder."""
    if path in (publication.CHECKPOINT, publication.KEY) or path in beside.NAMES:
        # The page that checks receipts is to be kept, not to be shown in our name.
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
    if path == beside.PAGE:
        response.headers["Content-Disposition"] = f'attachment; filename="{path}"'
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
        "set_aside": override.against().most_common(),
        "size": journal.size(),
        "waiting": journal.waiting(),
    }
    return show(request, "web/monitor.html", context)
