"""Stating facts and findings."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.determination.models import Evidence
from safeconduct.register.models import Fact
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_facts_are_stated(client: Client) -> None:
    """What was answered is stated, what was left alone is not."""
    found = make.person()
    url = reverse("facts", args=[found.case_number]) + "?group=status"
    before = Fact.objects.count()

    answer = client.post(
        url, {"status-surrender": "surrendered", "reason": "He said so himself."}
    )

    assert answer.status_code == 302
    assert Fact.objects.count() == before + 1


def test_a_fact_without_a_reason_is_asked_again(client: Client) -> None:
    """The answer stays chosen."""
    found = make.person()
    url = reverse("facts", args=[found.case_number]) + "?group=status"

    answer = client.post(url, {"status-surrender": "surrendered", "reason": ""})

    assert answer.status_code == 400
    assert 'value="surrendered" selected' in answer.content.decode()


def test_nothing_answered_is_no_statement(client: Client) -> None:
    """A reason alone states nothing."""
    found = make.person()
    url = reverse("facts", args=[found.case_number]) + "?group=status"

    assert client.post(url, {"reason": "Because."}).status_code == 400


def test_a_finding_rests_on_a_passage(client: Client) -> None:
    """Facts about a State, with the passage as evidence, shown on the case page."""
    there = pages.world()
    number = there.person.case_number
    url = reverse("findings", args=[number]) + "?group=risk&d=KP&e="

    answer = client.post(
        url,
        {
            "risk-torture-KP": "T",
            "reason": "Three reports agree.",
            "passages": [str(there.passage.pk)],
        },
        follow=True,
    )

    assert Fact.objects.filter(name="risk.torture[KP]", value="T").exists()
    assert Evidence.objects.get().passage_id == there.passage.pk
    assert "Two priso" in answer.content.decode()


def test_being_passed_on_names_two_states(client: Client) -> None:
    """The question appears once both States are named."""
    found = make.person()
    url = reverse("findings", args=[found.case_number])

    page = client.get(url, {"group": "risk", "d": "ru", "e": "kp"}).content.decode()

    assert 'name="risk-onward-RU-KP"' in page


def test_the_doctor_states_health_alone(signed_in: SignedIn) -> None:
    """The groups on offer are those of the officer's service."""
    found = make.person()
    client = signed_in(make.officer("doctor"))

    page = client.get(reverse("facts", args=[found.case_number])).content.decode()

    assert 'value="health"' in page
    assert 'value="risk"' not in page
    assert 'value="penal"' not in page


def test_who_states_nothing_is_refused(signed_in: SignedIn) -> None:
    """The departure officer establishes no facts."""
    found = make.person()
    client = signed_in(make.officer("departure_officer"))

    assert client.get(reverse("facts", args=[found.case_number])).status_code == 403


def test_a_passage_leads_to_its_case(client: Client) -> None:
    """From the report to the findings of the case, with the passage ticked."""
    there = pages.world()
    typed = {"case": there.person.case_number, "passage": str(there.passage.pk)}

    answer = client.get(reverse("attach"), typed, follow=True)

    assert f'value="{there.passage.pk}"' in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_a_passage_for_nobody_is_asked_again(client: Client) -> None:
    """A wrong case number keeps what was typed."""
    there = pages.world()
    typed = {"case": "SC-9999-999", "passage": str(there.passage.pk)}

    answer = client.get(reverse("attach"), typed)

    assert answer.status_code == 404
    assert "SC-9999-999" in answer.content.decode()


def test_facts_of_the_house_are_stated(client: Client) -> None:
    """The legal officer states the hostilities for everybody."""
    answer = client.post(
        "/house/facts/?group=conflict",
        {"conflict-active_hostilities": "T", "reason": "As everybody knows."},
    )

    assert answer.status_code == 302
    assert Fact.objects.get().person_id is None


def test_the_house_needs_a_reason_too(client: Client) -> None:
    """The same rule holds for everybody's facts."""
    answer = client.post(
        "/house/facts/?group=conflict", {"conflict-active_hostilities": "T"}
    )

    assert answer.status_code == 400
