"""Opening an entry for somebody outside, from the record of a case."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from safeconduct.journal.models import Entry
from safeconduct.journal.opening_file import OpeningFile
from tests import make
from tests.journal.published import published
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(settings: Settings, tmp_path: Path) -> Any:
    """Somebody who was heard, and whose acts are published."""
    found = make.person()
    make.heard(found)
    published(settings, tmp_path)
    return found


def address(case: Any) -> str:
    entry = Entry.objects.get(kind="hearing.recorded")
    return reverse("open-entry", args=[case.case_number, entry.pk])


def test_a_file_for_a_monitor(
    case: Any, client: Client, settings: Settings, tmp_path: Path
) -> None:
    """The chosen fields come as a file whose name tells nothing; the act is kept."""
    policy = published(settings, tmp_path)
    typed = {"opened": ["act", "at"], "recipient": "ICRC"}

    answer = client.post(address(case), typed)

    shown = OpeningFile.parse(answer.content).verify(policy)
    assert [name for name, _ in shown.fields] == ["act", "at"]
    kept = answer.headers["Content-Disposition"]
    assert kept == f'attachment; filename="opening-{shown.index}.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert b"refuge" not in answer.content
    page = client.get(reverse("case", args=[case.case_number])).content.decode()
    assert "Opened fields of an entry for somebody outside" in page
    assert "For: ICRC" in page


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"opened": ["act"]},
        {"recipient": "ICRC"},
        {"opened": ["colour"], "recipient": "ICRC"},
    ],
)
def test_asked_again(case: Any, client: Client, typed: dict[str, Any]) -> None:
    """Without fields or without a recipient nothing is opened."""
    answer = client.post(address(case), typed)

    assert answer.status_code == 400
    assert not Entry.objects.filter(kind="journal.opened").exists()


def test_offered_in_the_record(case: Any, client: Client, signed_in: SignedIn) -> None:
    """Who may open finds the way beside each act; others do not see it."""
    there = reverse("case", args=[case.case_number])
    other = signed_in(make.officer("hearing_officer"))

    assert address(case) in client.get(there).content.decode()
    assert address(case) not in other.get(there).content.decode()
    assert other.get(address(case)).status_code == 403


def test_the_entry_of_another_case(case: Any, client: Client) -> None:
    """An entry is opened from the case it belongs to, and from no other."""
    entry = Entry.objects.get(kind="hearing.recorded")
    other = make.person()
    there = reverse("open-entry", args=[other.case_number, entry.pk])

    assert client.get(there).status_code == 404
    assert client.get(address(case)).status_code == 200


def test_not_published_yet(client: Client, settings: Settings, tmp_path: Path) -> None:
    """What nobody could check yet is refused with a sentence that says when."""
    settings.LOG_FOLDER = tmp_path
    found = make.person()
    make.heard(found)

    answer = client.post(address(found), {"opened": ["act"], "recipient": "ICRC"})

    assert answer.status_code == 409
    assert "after the next step of the log" in answer.content.decode()
