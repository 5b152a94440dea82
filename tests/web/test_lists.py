"""Departure lists and their steps."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.departure.models import DepartureLine, DepartureList
from tests import make
from tests.web.conftest import NOW, SignedIn

pytestmark = pytest.mark.django_db


def test_a_list_is_opened(client: Client) -> None:
    """A transfer names State, day and mission."""
    mission = make.authority("mission", state="KR")
    typed = {"option": "T", "towards": "kr", "planned": "2026-03-10"}

    answer = client.post("/lists/new/", {**typed, "receiver": str(mission.pk)})

    made = DepartureList.objects.get()
    assert answer.headers["Location"] == f"/lists/{made.pk}/"


def test_a_transfer_needs_its_mission(client: Client) -> None:
    """The form asks for it and keeps the rest."""
    typed = {"option": "T", "towards": "kr", "planned": "2026-03-10"}

    answer = client.post("/lists/new/", typed)

    assert answer.status_code == 400
    assert "needs the mission" in answer.content.decode()


def test_a_person_whom_nothing_bars_is_listed(client: Client) -> None:
    """The line waits for approval."""
    found = make.ready()
    opened = make.departure_list()

    answer = client.post(f"/lists/{opened.pk}/", {"number": found.case_number})

    assert answer.status_code == 302
    assert DepartureLine.objects.get().status == "listed"


def test_a_refusal_tells_every_ground(client: Client) -> None:
    """Norms, sentences and missing facts stand on the page, and that it is kept."""
    found = make.person(facts=make.AT_RISK)
    opened = make.departure_list("X", towards="RU")

    answer = client.post(f"/lists/{opened.pk}/", {"number": found.case_number})

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "CAT-3-1" in page
    assert "on record in the journal" in page
    assert found.case_number in page
    assert not DepartureLine.objects.exists()


def test_nobody_has_this_number(client: Client) -> None:
    """The list stays, the input too."""
    opened = make.departure_list()

    answer = client.post(f"/lists/{opened.pk}/", {"number": "SC-0000-000"})

    assert answer.status_code == 404
    assert "SC-0000-000" in answer.content.decode()


def test_the_steps_are_signed_in_turn(client: Client, signed_in: SignedIn) -> None:
    """The second officer approves, he says yes at the border, and he crosses."""
    line = make.listed()
    url = reverse("line", args=[line.list_id, line.pk])
    second = signed_in(make.officer("second_officer", of=make.second_service()))

    assert second.post(url, {"step": "approve"}).status_code == 302
    assert client.post(url, {"step": "hand_over"}).status_code == 409  # not asked
    make.confirmed(line.person, stage="border", at=NOW)
    assert client.post(url, {"step": "hand_over"}).status_code == 302
    line.refresh_from_db()
    assert line.status == "handed_over"


def test_the_first_service_may_not_approve(client: Client) -> None:
    """The refusal is said on the list."""
    line = make.listed()

    answer = client.post(
        reverse("line", args=[line.list_id, line.pk]), {"step": "approve"}
    )

    assert answer.status_code == 409
    assert "must serve another authority" in answer.content.decode()


def test_he_is_taken_off_with_a_reason(client: Client) -> None:
    """Without a reason he stays on; with one he is off."""
    line = make.listed()
    url = reverse("line", args=[line.list_id, line.pk])

    client.post(url, {"step": "stop", "reason": ""})
    line.refresh_from_db()
    assert line.status == "listed"
    client.post(url, {"step": "stop", "reason": "He changed his mind."})
    line.refresh_from_db()
    assert line.status == "stopped"
