"""Determining, reviewing, and the reasons behind every cell."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.determination.models import Determination
from safeconduct.web import words
from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_a_determination_is_made_and_shown(client: Client) -> None:
    """The matrix has every option and every State."""
    found = make.person(facts=make.AT_RISK)
    make.heard(found)

    answer = client.post(
        reverse("determine", args=[found.case_number]),
        {"reasons": "He would be tortured."},
        follow=True,
    )

    page = answer.content.decode()
    assert all(f'<span class="letter">{o}</span>' in page for o in words.OPTION_NAMES)
    assert "North Korea (KP)" in page
    assert "CAT-3-1" in page
    assert "He would be tortured." in page


def test_reasons_are_not_optional(client: Client) -> None:
    """Without reasons nothing is determined."""
    found = make.person()

    answer = client.post(reverse("determine", args=[found.case_number]), {})

    assert answer.status_code == 400
    assert not Determination.objects.exists()


def test_what_is_missing_is_told_before(client: Client) -> None:
    """The form shows the facts that will be used and those that could settle it."""
    found = make.person(facts={})
    make.heard(found)

    page = client.get(reverse("determine", args=[found.case_number])).content.decode()

    assert "could still settle" in page
    assert "risk." in page


def test_every_reason_is_one_click_away(client: Client) -> None:
    """The page of an option tells mode, source, mark and facts of each norm."""
    found = make.person(facts=make.AT_RISK)
    make.heard(found)
    made = make.determined(found)

    for option in words.OPTION_NAMES:
        url = reverse("option", args=[found.case_number, made.pk, option])
        assert client.get(url).status_code == 200
    page = client.get(reverse("option", args=[found.case_number, made.pk, "R1"]))
    text = page.content.decode()
    assert "Forbids it" in text
    assert "absolute: nobody may override it" in text
    assert "our own inference" in text
    assert "Is he in real danger of serious harm in North Korea?" in text


def test_the_second_service_reviews(signed_in: SignedIn) -> None:
    """Its button is offered and signs."""
    found = make.person()
    make.heard(found)
    made = make.determined(found, reviewed=False)
    client = signed_in(make.officer("reviewer", of=make.second_service()))
    url = reverse("review", args=[found.case_number, made.pk])

    offered = client.get(reverse("determinations", args=[found.case_number]))
    answer = client.post(url)

    assert url in offered.content.decode()
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.reviewed is not None


def test_the_first_service_may_not_review(client: Client) -> None:
    """Four eyes of one house are two: the page says so and stays."""
    found = make.person()
    make.heard(found)
    made = make.determined(found, reviewed=False)

    answer = client.post(reverse("review", args=[found.case_number, made.pk]))

    assert answer.status_code == 409
    assert "must serve another authority" in answer.content.decode()


def test_another_persons_determination_is_not_there(client: Client) -> None:
    """The number in the address and the determination must belong together."""
    one, other = make.person(), make.person()
    make.heard(other)
    made = make.determined(other)

    url = reverse("option", args=[one.case_number, made.pk, "T"])

    assert client.get(url).status_code == 404
    assert (
        client.post(reverse("review", args=[one.case_number, made.pk])).status_code
        == 404
    )


def test_no_such_option(client: Client) -> None:
    """An option the law does not know has no page."""
    found = make.person()
    make.heard(found)
    made = make.determined(found)

    url = reverse("option", args=[found.case_number, made.pk, "Q"])

    assert client.get(url).status_code == 404


def test_what_an_answer_hangs_on(client: Client) -> None:
    """The page of an option tells what would open it, or shut what is open."""
    found = make.ready()
    made = Determination.objects.get()
    where = [found.case_number, made.pk]

    barred = client.get(reverse("option", args=[*where, "X"])).content.decode()
    assert "What would have to be otherwise for it to open" in barred
    assert "Never show it to the person" in barred

    words_of = client.get(reverse("option", args=[*where, "P"])).content.decode()
    assert "What would shut it" not in words_of
