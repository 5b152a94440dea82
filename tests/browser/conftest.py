"""Chromium, a folder for pictures, a clock that stands still, and who clears away."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from tests import make

CHROMIUM = Path(os.environ.get("SAFECONDUCT_CHROMIUM", "/usr/bin/chromium"))
NOW = make.NOON + timedelta(minutes=5)
_PAINTED = (
    "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
)
# Threads of the live server outlive it while Chromium keeps a line open.
_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture(scope="session", autouse=True)
def _let_go_of_the_database(
    django_db_setup: None,  # noqa: ARG001
    django_db_blocker: Any,
) -> Iterator[None]:
    """End the sessions of such threads, so that the test database can be dropped."""
    yield
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute(_OTHERS)
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL has it


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    # Playwright keeps a loop running in this thread; our own queries are not inside.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def browser() -> Iterator[Any]:
    """Start Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  may be missing

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox"]
        )
        yield started
        started.close()


@pytest.fixture
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pictures go."""
    return tmp_path_factory.mktemp("pictures")


def wait_for_picture(page: Any) -> None:
    """Wait until a page has been painted: Chromium drops the keys pressed before."""
    page.wait_for_load_state("load")
    page.evaluate(_PAINTED)
