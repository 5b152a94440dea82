from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from safeconduct.accounts.models import Officer
from tests import make
from tests.api.caller import ROOT, Caller, Clock, token

pytestmark = pytest.mark.django_db


def with_header(header: str) -> Any:
    return Client(headers={"Authorization": header}).get(f"{ROOT}/me")


def test_a_token_acts_as_its_officer(clerk: Caller) -> None:
    """Whoever shows the token is the officer it was issued to."""
    assert clerk.officer is not None

    assert clerk.get("/me").json()["username"] == clerk.officer.username


@pytest.mark.parametrize(
    "header",
    ["Bearer sc_wrong", "Bearer ", "Bearer", "Bearer sc_\x00", "Bearer 홍길동"],
)
def test_an_unknown_token_is_refused(header: str) -> None:
    """A token that is wrong gets 401, in the shape of every refusal."""
    answer = with_header(header.encode().decode("latin-1"))

    assert answer.status_code == 401
    assert set(answer.json()) == {"error", "message"}


def test_a_token_expires(clock: Clock) -> None:
    """After its last day the token is worth nothing."""
    short = token(make.officer(), days=1)
    assert with_header(f"Bearer {short}").status_code == 200
    clock.forward(days=2)

    answer = with_header(f"Bearer {short}")

    assert answer.status_code == 401
    assert answer.json()["error"] == "unknown_token"


def test_a_token_of_an_officer_who_has_left_is_refused(clerk: Caller) -> None:
    """The token dies with the right to sign in."""
    assert clerk.officer is not None
    Officer.objects.filter(pk=clerk.officer.pk).update(is_active=False)

    assert clerk.get("/me").status_code == 401


def test_a_wrong_token_is_not_passed_over_for_a_session() -> None:
    """Who shows a token means it: a session beside it does not stand in."""
    client = Client(headers={"Authorization": "Bearer sc_wrong"})
    client.force_login(make.officer())

    assert client.get(f"{ROOT}/me").status_code == 401


def test_a_session_reads() -> None:
    """An officer who is signed in in his browser reads without a token."""
    officer = make.officer()
    client = Client(enforce_csrf_checks=True)
    client.force_login(officer)

    assert client.get(f"{ROOT}/me").json()["username"] == officer.username


def test_a_session_writes_only_with_its_csrf_token() -> None:
    """Another site cannot act through the officer's browser."""
    person = make.person()
    client = Client(enforce_csrf_checks=True)
    client.force_login(make.officer())
    address = f"{ROOT}/cases/{person.case_number}/claims"

    forged = client.post(address)

    assert forged.status_code == 403
    assert forged.json()["error"] == "refused"
    client.cookies["csrftoken"] = "a" * 32
    meant = client.post(address, headers={"X-CSRFToken": "a" * 32})
    assert meant.status_code == 201


def test_without_anything_writing_is_401_not_403(nobody: Caller) -> None:
    """Nobody is asked to sign in, not for a CSRF token."""
    assert nobody.post("/cases", {}).status_code == 401


def test_the_scheme_is_read_without_regard_to_case(clerk: Caller) -> None:
    """`bearer` and `Bearer` are one scheme (RFC 9110, 11.1)."""
    assert clerk.officer is not None

    assert with_header(f"bearer {token(clerk.officer)}").status_code == 200


def test_a_token_of_tomorrow_is_good_today(clock: Clock) -> None:
    """Issued for thirty days, it is good on the twenty-ninth."""
    held = token(make.officer(), days=30)
    clock.time = make.NOON + timedelta(days=29)

    assert with_header(f"Bearer {held}").status_code == 200
