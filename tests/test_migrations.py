"""The tables are what the models say, and the migrations stand in one line."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_models_and_tables_agree() -> None:
    """No model has changed without a migration."""
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_checks_are_silent() -> None:
    """Django and its applications find nothing to say."""
    call_command("check", fail_level="WARNING")
