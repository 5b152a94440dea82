"""What every test with a database stands on: a founded house, triggers as shipped."""

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker, Settings

# No test asserts a time, Hypothesis neither: the machine may be busy.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

# The flush between tests that use real transactions empties tables, which the
# database refuses by design. Tests of that refusal switch it on again.
_EMPTIED = "SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'is_never_emptied'"


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None,  # noqa: ARG001  ours comes after pytest-django's own
    django_db_blocker: DjangoDbBlocker,
) -> None:
    """Let the test runner empty tables between tests."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(_EMPTIED)
        for (table,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER is_never_emptied")


@pytest.fixture(autouse=True)
def _english() -> None:
    """Begin in English: a page of the test before may have left another language."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def _cheap_passwords(settings: Settings) -> None:
    """Hash passwords fast: a test enrols dozens of officers."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
