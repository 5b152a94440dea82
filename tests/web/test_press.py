"""The press desk and the statistics, as officers see them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from safeconduct.publication import actions
from safeconduct.publication.models import Request
from tests import make
from tests.publication.test_actions import HARMLESS, TELLING, a_sniper
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
PRESS = "/press/"


@pytest.fixture
def press(signed_in: SignedIn) -> Client:
    """A press officer at his desk."""
    client = signed_in(make.officer("press_officer"))
    answer = client.post(PRESS, {"reason": "The press release of March."})
    assert answer.status_code == 302
    return client


def test_a_reason_comes_first(signed_in: SignedIn) -> None:
    """Without one the desk asks for it and keeps what was typed."""
    client = signed_in(make.officer("press_officer"))
    assert "What is the draft for?" in client.get(PRESS).content.decode()
    answer = client.post(PRESS, {"reason": "short"})
    assert answer.status_code == 400
    assert "short" in answer.content.decode()


def test_what_gives_away_is_marked_as_it_is_typed(press: Client) -> None:
    """Numbers and his own words come back; no case number does."""
    a_sniper()
    said = press.post(PRESS, {"part": "found", "text": TELLING}).content.decode()
    assert "It fits 1 person." in said
    assert 'class="telling telling--direct"' in said
    assert "SC-" not in said
    assert "<html" not in said


def test_other_words_are_suggested_beside_the_draft(press: Client) -> None:
    """His name goes; what is suggested gives nobody away when it is checked."""
    a_sniper()
    said = press.post(PRESS, {"suggest": "1", "text": TELLING})
    suggestion = said.context["suggestion"]

    assert "The same in other words" in said.content.decode()
    assert "Maeng" in "".join(piece.text for piece in suggestion.before)
    assert suggestion.text
    assert "Maeng" not in suggestion.text
    asked = {"suggest": "1", "text": suggestion.text}
    assert "The same in other words" not in press.post(PRESS, asked).content.decode()


def test_a_harmless_draft_is_asked_for(press: Client, signed_in: SignedIn) -> None:
    """It goes to a second officer, who allows it."""
    a_sniper()
    sent = {"text": HARMLESS, "where": "The website", "ask": "1"}
    answer = press.post(PRESS, sent)
    request = Request.objects.get()
    page = reverse("press-request", args=[request.pk])
    assert answer.headers["Location"] == page
    assert "Allow it" not in press.get(page).content.decode()

    second = signed_in(make.officer("reviewer"))
    assert "Allow it" in second.get(page).content.decode()
    second.post(reverse("press-allow", args=[request.pk]))
    assert "may be published" in press.get(page).content.decode()


def test_a_telling_draft_is_not_taken(press: Client) -> None:
    """The page keeps it, marks it and says what to do."""
    a_sniper()
    sent = {"text": TELLING, "where": "The website", "ask": "1"}
    answer = press.post(PRESS, sent)
    assert answer.status_code == 409
    said = answer.content.decode()
    assert "Take details out" in said
    assert said.count("Maeng") == 2  # in the field, and marked beside it
    assert not Request.objects.exists()


def test_a_file_becomes_the_draft(press: Client) -> None:
    """What cannot be read is refused with a sentence."""
    file = SimpleUploadedFile("draft.txt", HARMLESS.encode())
    assert HARMLESS in press.post(PRESS, {"file": file}).content.decode()
    broken = SimpleUploadedFile("draft.txt", b"\x00\x01\x02" * 100)
    answer = press.post(PRESS, {"file": broken})
    assert 'role="alert"' in answer.content.decode()


def test_others_have_no_desk(signed_in: SignedIn) -> None:
    """Nor has a press officer of a camp: a check asks the whole register."""
    camp = make.officer(of=make.authority("camp"))
    for officer in (make.officer("monitor"), make.officer("doctor"), camp):
        assert signed_in(officer).get(PRESS).status_code == 403


def test_the_statistics_of_a_month(signed_in: SignedIn) -> None:
    """Made by the press officer, read by the monitor, as a page and as a table."""
    for _ in range(11):
        make.person()
    press = signed_in(make.officer("press_officer"))
    assert "No month was counted yet." in press.get("/statistics/").content.decode()
    assert press.post("/statistics/").status_code == 302

    monitor = signed_in(make.officer("monitor"))
    said = monitor.get("/statistics/").content.decode()
    assert "February 2026" in said
    assert "under 10" in said
    assert "Make the figures" not in said
    rows = monitor.get("/statistics/?form=csv").content.decode().splitlines()
    assert rows[0] == "month,table,cell,people"
    held = next(row for row in rows if row.startswith("2026-02,standing,held,"))
    assert held.rsplit(",", 1)[1] in {"10", "15"}


def test_a_month_that_is_there_is_not_made_again(signed_in: SignedIn) -> None:
    """The page says so."""
    officer = make.officer("press_officer")
    actions.publish_figures(date(2026, 2, 1), officer=officer, at=make.NOON)
    answer = signed_in(officer).post("/statistics/")
    assert "A month is counted once." in answer.content.decode()
