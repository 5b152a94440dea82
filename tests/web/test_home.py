"""The desk."""

import pytest
from django.test import Client

from safeconduct.departure import actions as departure
from tests import make
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_what_waits_is_counted(client: Client) -> None:
    """A person nobody has heard stands on the desk of who may hear him."""
    make.person()

    page = client.get("/").content.decode()

    assert "Not heard yet" in page
    assert "?show=unheard" in page


def test_the_reviewer_finds_what_waits_for_another_service(signed_in: SignedIn) -> None:
    """A determination waits on the desk of the second service, not of the first."""
    found = make.person()
    make.heard(found)
    make.determined(found, reviewed=False)

    second = make.officer("reviewer", of=make.second_service())
    theirs = signed_in(second).get("/").content.decode()
    ours = signed_in(make.officer("reviewer")).get("/").content.decode()

    assert "Determinations to review" in theirs
    assert "Determinations to review" not in ours


def test_nothing_waits(client: Client) -> None:
    """An empty desk says what happens next."""
    assert "Nothing waits for you" in client.get("/").content.decode()


def test_a_wrong_password_keeps_the_name(db: None) -> None:  # noqa: ARG001
    """The door says what is wrong and keeps what was typed."""
    someone = make.officer()
    door = Client()

    answer = door.post("/account/login/", {"login": someone.username, "password": "x"})

    assert answer.status_code == 200
    assert someone.username in answer.content.decode()
    assert "Please look at this first" in answer.content.decode()


def test_the_right_password_opens(db: None) -> None:  # noqa: ARG001
    """Sign-in leads to the desk."""
    someone = make.officer()

    answer = Client().post(
        "/account/login/", {"login": someone.username, "password": make.PASSWORD}
    )

    assert answer.headers["Location"] == "/"


def test_the_crossing_waits_for_the_intermediary(client: Client) -> None:
    """Who is approved is shown to whoever asks him once more."""
    line = make.listed()
    departure.approve(
        line.pk,
        officer=make.officer("second_officer", of=make.second_service()),
        at=make.NOON,
    )
    client.force_login(make.officer("intermediary", of=make.authority("intermediary")))

    assert "to be asked at the crossing" in client.get("/").content.decode()
