"""Who calls in a test: an officer with a token, or nobody."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from safeconduct.accounts.models import Officer
from safeconduct.journal import staff
from tests import make

ROOT = "/api/v1"


class Clock:
    """A clock that goes on by a second whenever somebody reads it."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def forward(self, **by: float) -> None:
        self.time += timedelta(**by)


class Caller:
    """Calls the API as one officer."""

    def __init__(self, officer: Officer | None, *, days: int = 30) -> None:
        self.officer = officer
        self.client = Client()
        if officer is not None:
            bearer = token(officer, days=days)
            self.client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {bearer}"

    def get(self, path: str) -> Any:
        return self.client.get(ROOT + path)

    def post(self, path: str, body: Any = None) -> Any:
        sent = "" if body is None else body
        return self.client.post(ROOT + path, sent, content_type="application/json")

    def upload(self, path: str, **files: Any) -> Any:
        return self.client.post(ROOT + path, files)


def token(of: Officer, *, days: int = 30) -> str:
    """Issue a token as the administrator does."""
    return staff.issue_token(
        of, "test", days=days, officer=make.administrator(), at=make.NOON
    )
