"""What a log line may say: what failed and where, never about whom.

An exception's message may hold a value somebody typed, and a path may hold a
query. The type, the file and the line are enough to mend a fault.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

from django.http import HttpRequest

_EXPECTED = 500


class Discreet(logging.Filter):
    """Let no argument through that can carry what a person typed."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Put the view's pattern in the place of the request."""
        # Django attaches the request where the message names its path.
        if hasattr(record, "request"):
            status = getattr(record, "status_code", _EXPECTED)
            route = _route(getattr(record, "request", None))
            record.msg, record.args = "%s at %s", (status, route)
        return True


def _route(request: object) -> str:
    """Name the view by its pattern: a path itself may name a case."""
    match = getattr(request, "resolver_match", None)
    return str(match.route) if match is not None else "an unknown address"


class Line(logging.Formatter):
    """Time, level, logger, message; of an exception only type and places."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(  # noqa: N802  logging's name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Name the type and the places; leave out what it says."""
        kind, _, trace = ei
        if kind is None:
            return ""
        frames = traceback.extract_tb(trace)
        places = [f"  {f.filename}:{f.lineno} {f.name}" for f in frames]
        return "\n".join([kind.__qualname__, *places])


class NoReport:
    """Stands in for Django's reporter, which prints local variables."""

    html_template_path = text_template_path = None

    def __init__(
        self,
        _request: HttpRequest | None,
        kind: type[BaseException],
        *_: Any,
        **__: Any,
    ) -> None:
        self.kind = kind

    def get_traceback_html(self) -> str:
        """Give a page that says nothing."""
        return "<!doctype html><title>Error</title><p>The page failed.</p>"

    def get_traceback_text(self) -> str:
        """Give the type of the error alone."""
        return self.kind.__qualname__

    def get_traceback_data(self) -> dict[str, Any]:
        """Give nothing."""
        return {}
