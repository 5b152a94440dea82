"""The one page that says who somebody is."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.journal import queries as journal
from safeconduct.register.models import IdentityClaim
from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_the_vault_opens_with_a_reason(client: Client) -> None:
    """The answer to the POST itself shows the name, uncached, and the look is kept."""
    found = make.person()
    url = reverse("vault", args=[found.case_number])

    answer = client.post(url, {"reason": "To prepare the hearing."})

    assert answer.status_code == 200
    assert "홍길동" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    kinds = [event.kind for event in journal.timeline(found.pk)]
    assert kinds[0] == "vault.opened"


def test_asking_is_not_looking(client: Client) -> None:
    """The page with the question shows nothing and leaves no act."""
    found = make.person()

    answer = client.get(reverse("vault", args=[found.case_number]))

    assert "홍길동" not in answer.content.decode()
    assert "vault.opened" not in [e.kind for e in journal.timeline(found.pk)]


def test_a_reason_too_short_keeps_it_shut(client: Client) -> None:
    """A word is no reason."""
    found = make.person()

    answer = client.post(reverse("vault", args=[found.case_number]), {"reason": "x"})

    assert answer.status_code == 400
    assert "홍길동" not in answer.content.decode()


def test_who_has_no_key_sees_no_door(signed_in: SignedIn) -> None:
    """An officer who reads the case but not the vault is refused."""
    found = make.person()
    client = signed_in(make.officer("departure_officer"))

    url = reverse("vault", args=[found.case_number])

    assert client.post(url, {"reason": "Just curious today."}).status_code == 403
    assert url not in client.get(f"/cases/{found.case_number}/").content.decode()


def test_a_claim_is_added(client: Client) -> None:
    """It stands beside the others, sealed."""
    found = make.person()
    typed = {"kind": "name", "source": "comrade", "text": "김철수", "genuine": "U"}

    answer = client.post(reverse("identity", args=[found.case_number]), typed)

    assert answer.status_code == 302
    assert IdentityClaim.objects.filter(source="comrade").exists()


def test_a_birth_that_is_no_date_is_refused(client: Client) -> None:
    """The vault says how a date of birth is written."""
    found = make.person()
    typed = {"kind": "birth", "source": "stated", "text": "long ago", "genuine": "U"}

    answer = client.post(reverse("identity", args=[found.case_number]), typed)

    assert answer.status_code == 400
    assert "long ago" in answer.content.decode()
