"""The page on which a name is typed: who may, what is kept, and what never is."""

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from safeconduct.journal.models import Entry
from safeconduct.register import actions
from safeconduct.register.cards import Claim
from tests import make
from tests.web import pages
from tests.web.conftest import NOW, SignedIn

pytestmark = pytest.mark.django_db
URL = "/search/"
REASON = {"reason": "A family asks after a son."}


def part(client: Client, name: str) -> Any:
    """Ask as the script of the page does."""
    return client.post(URL, {"name": name, "part": "hits"})


def test_first_the_reason(client: Client) -> None:
    """Before it there is no field for a name; with it the search is on record."""
    found = make.person()

    asked = client.get(URL).content.decode()
    assert 'name="reason"' in asked
    assert 'name="name"' not in asked

    answer = client.post(URL, REASON)

    assert (answer.status_code, answer.headers["Location"]) == (302, URL)
    assert Entry.objects.filter(kind=actions.OPENED_SEARCH).count() == 1
    page = client.get(URL)
    assert 'name="name"' in page.content.decode()
    assert found.case_number not in page.content.decode()
    assert pages.broken(page.content.decode()) == []


def test_a_word_is_no_reason(client: Client) -> None:
    """The page says what is missing, and no search is open."""
    assert client.post(URL, {"reason": "x"}).status_code == 400
    assert part(client, "홍").status_code == 409


def test_without_its_script_the_button_searches(client: Client) -> None:
    """The whole page comes back, with the name in its field and the hits below."""
    found = make.person()
    client.post(URL, REASON)

    answer = client.post(URL, {"name": "Hong Kil"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert found.case_number in page
    assert "홍길동" in page
    assert 'value="Hong Kil"' in page
    assert pages.broken(page) == []
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("typed", ["ㅎ", "호", "홍ㄱ", "hong", "Хон Ги"])
def test_as_it_is_typed(client: Client, typed: str) -> None:
    """The hits alone, with the reason why each is there, kept by no cache."""
    found = make.person()
    client.post(URL, REASON)
    acts = Entry.objects.count()

    answer = part(client, typed)

    text = answer.content.decode()
    assert "<html" not in text
    assert reverse("case", args=[found.case_number]) in text
    assert "May become 홍길동" in text
    assert answer.headers["Cache-Control"] == "no-store"
    assert Entry.objects.count() == acts


def test_nobody_is_found(client: Client) -> None:
    """A sentence says what to try."""
    client.post(URL, REASON)

    assert "Try another spelling" in part(client, "Paek").content.decode()


def test_what_is_typed_is_text(client: Client) -> None:
    """Nothing that is typed, or registered, becomes markup."""
    marked = Claim(kind="name", source="stated", text="<b>Paek</b> Chol-su")
    make.person(claims=[marked])
    client.post(URL, REASON)

    answer = client.post(URL, {"name": '"><b>Paek Chol-su'}).content.decode()

    assert "<b>Paek" not in answer


def test_a_search_ends(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a quarter of an hour the page asks why once more."""
    make.person()
    client.post(URL, REASON)
    later = NOW + timedelta(minutes=15)
    monkeypatch.setattr(timezone, "now", lambda: later)

    answer = part(client, "홍")

    assert answer.status_code == 409
    assert "홍길동" not in answer.content.decode()
    assert "Say once more why" in answer.content.decode()
    assert 'name="reason"' in client.get(URL).content.decode()


def test_a_name_needs_a_token_of_the_form(signed_in: SignedIn) -> None:
    """Another site cannot ask in the officer's name."""
    officer = make.officer("registrar")
    signed_in(officer)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(officer)

    assert strict.post(URL, REASON).status_code == 403
    assert strict.post(URL, {"name": "홍", "part": "hits"}).status_code == 403


@pytest.mark.parametrize("role", ["doctor", "departure_officer", "reviewer"])
def test_who_may_not_search_sees_no_door(signed_in: SignedIn, role: str) -> None:
    """No link, no page, no answer."""
    make.person()
    client = signed_in(make.officer(role))

    assert client.get(URL).status_code == 403
    assert part(client, "홍").status_code == 403
    assert f'href="{URL}"' not in client.get("/").content.decode()


def test_who_may_finds_the_door(signed_in: SignedIn) -> None:
    """It stands in the navigation."""
    client = signed_in(make.officer("registrar"))

    assert f'href="{URL}"' in client.get("/").content.decode()


def test_the_name_is_nowhere_but_in_the_answer(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    """No address, session, cookie, journal entry or log line holds what was typed."""
    make.person()
    caplog.set_level(logging.DEBUG)
    client.post(URL, REASON)
    for typed in ("홍길", "홍길동", "Hong Kil-dong"):
        answer = part(client, typed)
        assert "Location" not in answer.headers
        assert "홍" not in str(answer.headers)
    client.get(f"{URL}?name=홍길동")  # nobody sends it so; then it finds nothing

    assert "홍길" not in caplog.text
    assert "Hong" not in caplog.text
    for session in Session.objects.all():
        assert set(session.get_decoded()) >= {"search"}
        assert "홍" not in str(session.get_decoded())
    assert not any("홍" in str(value) for value in client.cookies.values())
