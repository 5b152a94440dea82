"""What tests with a live server leave behind, and who clears it away."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

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
