"""The pages that Django shows by itself when something is wrong."""

from uuid import UUID

import pytest
from django.template.loader import render_to_string
from django.test import Client

from safeconduct.keyring.errors import KeyDestroyed
from safeconduct.web import refusals
from tests import make
from tests.web import pages

NAMES = ("400", "403", "403_csrf", "404", "500")


@pytest.mark.parametrize("name", NAMES)
def test_error_pages_stand_alone(name: str) -> None:
    """They need no officer, no database and no context, and keep our rules."""
    page = render_to_string(f"{name}.html")

    assert pages.broken(page) == []


@pytest.mark.django_db
def test_a_form_without_its_token_is_not_taken() -> None:
    """A forged form meets our own page and changes nothing."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.officer())
    found = make.person()

    answer = client.post(f"/cases/{found.case_number}/lodge/")

    assert answer.status_code == 403
    assert "The page was open too long" in answer.content.decode()


def test_a_refusal_never_names_an_erased_subject() -> None:
    """What the keyring says to itself is not repeated on a page."""
    subject = UUID(int=7)

    said = refusals.sentence(KeyDestroyed(subject))

    assert str(subject) not in said
    assert refusals.status(KeyDestroyed(subject)) == 410
