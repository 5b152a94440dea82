"""Officers who are signed in, on the day on which the made cases are fresh."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from safeconduct.accounts.models import Officer
from tests import make

NOW = make.NOON + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the faces read the day on which `make` places its cases."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


SignedIn = Callable[[Officer], Client]


@pytest.fixture
def signed_in() -> SignedIn:
    """Sign an officer in."""

    def enter(officer: Officer) -> Client:
        client = Client()
        client.force_login(officer)
        return client

    return enter


@pytest.fixture
def client(db: None, signed_in: SignedIn) -> Client:  # noqa: ARG001
    """An officer of the bureau who holds every role."""
    return signed_in(make.officer())


def moment(at: datetime) -> str:
    """Write a moment as a browser does."""
    return at.strftime("%Y-%m-%dT%H:%M")


def hearing_form(**changed: Any) -> dict[str, Any]:
    """A valid hearing as typed."""
    return {
        "held_at": moment(make.NOON - timedelta(days=1)),
        "language": "ko",
        "wish": "refuge",
        "wish_state": "kr",
        "words": "저는 남한으로 가고 싶습니다.",
        **make.SAFE,
        **changed,
    }


def card_form(**changed: Any) -> dict[str, Any]:
    """A capture card as typed, with two names."""
    return {
        "names-TOTAL_FORMS": "2",
        "names-INITIAL_FORMS": "0",
        "names-0-text": "홍길동",
        "names-0-source": "stated",
        "names-1-text": "Иванов Иван",
        "names-1-source": "card_disputed",
        "papers-TOTAL_FORMS": "1",
        "papers-INITIAL_FORMS": "0",
        "papers-0-text": "AB 123",
        "papers-0-issuer": "RU",
        "papers-0-genuine": "F",
        "holder": str(make.authority("camp").pk),
        "taken_on": "2026-02-20",
        "place": "Kursk",
        "powers": "kp ru",
        "birth": "2003-05",
        "rank": "private",
        "number": "77",
        "nationality": "KP",
        "unit": "",
        "father": "",
        "post": "mortar crew",
        "home": "Hamhung",
        "wound": "",
        "doubt": "F",
        "minor": "U",
        "category": "4A1",
        "confidence": "claimed",
        "surrender": "",
        **changed,
    }
