"""Two rules for every answer: nobody unknown gets in, and nothing stays behind."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url

Answer = Callable[[HttpRequest], HttpResponse]

# The API checks its own tokens; the log, what checks receipts and the health page are
# for everybody.
_OPEN = ("/log/", "/api/", "/language/", "/verify/")
_OPEN_EXACTLY = ("/healthz", "/robots.txt", "/log", "/verify")


class SignInRequired:
    """Send everybody who is not signed in to the sign-in page."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let officers pass, and everybody to the few open pages."""
        if request.user.is_authenticated or _is_open(request.path):
            return self.answer(request)
        back = {"next": request.get_full_path()} if request.path != "/" else {}
        query = f"?{urlencode(back)}" if back else ""
        return HttpResponseRedirect(resolve_url(settings.LOGIN_URL) + query)


def _is_open(path: str) -> bool:
    return (
        path in _OPEN_EXACTLY
        or path == resolve_url(settings.LOGIN_URL)
        or path.startswith((*_OPEN, settings.STATIC_URL))
    )


class NothingIsCached:
    """Forbid every cache to keep our pages; static files and the log may be kept."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Mark the answer, except of what is the same for everybody."""
        response = self.answer(request)
        if not request.path.startswith((settings.STATIC_URL, "/log/")):
            response.headers["Cache-Control"] = "no-store"
        return response
