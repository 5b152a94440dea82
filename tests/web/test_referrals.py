"""The channel to a receiving State, from both of its ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.departure import actions as departure
from safeconduct.referral import actions
from safeconduct.referral.models import Message, Referral
from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def _offered() -> Referral:
    found = make.person()
    make.heard(found)
    return actions.offer(
        found.pk,
        mission=make.authority("mission", state="KR").pk,
        disclose=["name"],
        consents=True,
        officer=make.officer(),
        at=make.NOON,
    )


def test_he_is_offered_to_the_state_he_asked_for(client: Client) -> None:
    """With consent, and with what he let us disclose."""
    found = make.person()
    make.heard(found)
    mission = make.authority("mission", state="KR")

    answer = client.post(
        reverse("offer", args=[found.case_number]),
        {"mission": str(mission.pk), "disclose": ["name"], "consents": "on"},
    )

    made = Referral.objects.get()
    assert answer.headers["Location"] == f"/referrals/{made.reference}/"


def test_nothing_goes_out_without_consent(client: Client) -> None:
    """The act refuses; what was ticked stays ticked."""
    found = make.person()
    make.heard(found)
    mission = make.authority("mission", state="KR")

    answer = client.post(
        reverse("offer", args=[found.case_number]),
        {"mission": str(mission.pk), "disclose": ["name"]},
    )

    assert answer.status_code == 400
    assert "without his consent" in answer.content.decode()
    assert not Referral.objects.exists()


def test_the_mission_reads_the_dossier_and_no_case(signed_in: SignedIn) -> None:
    """The name he let us disclose, and no case number on any of its pages."""
    made = _offered()
    client = signed_in(make.liaison())

    page = client.get(f"/referrals/{made.reference}/").content.decode()

    assert "홍길동" in page
    for url in ("/", "/referrals/", f"/referrals/{made.reference}/", "/arrivals/"):
        assert made.person.case_number not in client.get(url).content.decode()


def test_the_house_reads_kinds_only(client: Client) -> None:
    """Inside the house an identity is read in the vault alone."""
    made = _offered()

    page = client.get(f"/referrals/{made.reference}/").content.decode()

    assert "홍길동" not in page
    assert "read in the vault" in page


def test_question_and_answer(client: Client, signed_in: SignedIn) -> None:
    """Both sides write into one thread."""
    made = _offered()
    url = f"/referrals/{made.reference}/"

    signed_in(make.liaison()).post(url, {"text": "Is he well?"})
    answer = client.post(url, {"text": "He is."}, follow=True)

    assert [m.from_mission for m in Message.objects.order_by("at", "id")].count(
        True
    ) == 1
    assert "Is he well?" in answer.content.decode()


def test_an_empty_message_is_not_sent(client: Client) -> None:
    """The form asks for words."""
    made = _offered()

    answer = client.post(f"/referrals/{made.reference}/", {"text": " "})

    assert answer.status_code == 400
    assert not Message.objects.exists()


def test_the_mission_accepts_once(signed_in: SignedIn) -> None:
    """A second answer is refused on the thread."""
    made = _offered()
    client = signed_in(make.liaison())
    url = reverse("answer", args=[made.reference])

    assert client.post(url, {"answer": "accept"}).status_code == 302
    again = client.post(url, {"answer": "decline"})

    assert again.status_code == 409
    made.refresh_from_db()
    assert made.status == "accepted"


def test_an_answer_that_is_none(signed_in: SignedIn) -> None:
    """Only accept and decline are answers."""
    made = _offered()
    client = signed_in(make.liaison())

    answer = client.post(reverse("answer", args=[made.reference]), {"answer": "hm"})

    assert answer.status_code == 404


def test_an_arrival_is_signed(signed_in: SignedIn) -> None:
    """The liaison sees his reference and signs; a case number is not shown."""
    line = make.listed()
    second = make.officer("second_officer", of=make.second_service())
    departure.approve(line.pk, officer=second, at=make.NOON)
    make.confirmed(line.person, stage="border", at=make.NOON)
    departure.hand_over(
        line.pk, officer=make.officer(), at=make.NOON + timedelta(minutes=1)
    )
    client = signed_in(make.liaison())
    reference = Referral.objects.get().reference

    page = client.get("/arrivals/").content.decode()
    answer = client.post(reverse("receive", args=[line.pk]))

    assert reference in page
    assert line.person.case_number not in page
    assert answer.status_code == 302
    line.refresh_from_db()
    assert line.status == "received"


def test_an_arrival_cannot_be_signed_before_he_left(signed_in: SignedIn) -> None:
    """Who has not been handed over has not arrived."""
    line = make.listed()

    answer = signed_in(make.liaison()).post(reverse("receive", args=[line.pk]))

    assert answer.status_code == 409
