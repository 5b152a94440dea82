"""Files that were made to exhaust the register, brought through its pages."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from safeconduct.bounded import Nursery
from safeconduct.reports import documents
from safeconduct.reports.models import Publication
from safeconduct.reports.reading import read_whole
from safeconduct.text import Part
from tests import hostile, make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db
SECRET = "Maeng Chol-su of Namwon"
TOO_MUCH = "more time or memory than is allowed"


def _file(data: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that are allowed too little for anything long."""
    nursery = Nursery(seconds=2)
    nursery.call(read_whole, Part("", b"One."), "", 99)  # is loaded
    monkeypatch.setattr(documents, "uploads", lambda: nursery)


@pytest.fixture
def cramped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers that are allowed too little for anything large."""
    nursery = Nursery(memory=8 << 20)
    monkeypatch.setattr(documents, "uploads", lambda: nursery)


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_file_is_a_sentence(client: Client, name: str) -> None:
    """It is refused with what to do, or read as far as it can be; nothing falls."""
    answer = client.post("/reports/new/", {"file": _file(hostile.FILES[name](), name)})

    if answer.status_code == 302:  # nothing but its words was in it
        assert Publication.objects.count() == 1
    else:
        assert answer.status_code == 400
        assert 'role="alert"' in answer.content.decode()
        assert not Publication.objects.exists()


@pytest.mark.usefixtures("impatient")
def test_what_takes_too_long(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """A sentence, and neither the log nor the page repeats a word of it."""
    data = SECRET.encode() + b" and " + hostile.endless()
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/reports/new/", {"file": _file(data, "a.txt")})

    assert answer.status_code == 400
    assert TOO_MUCH in answer.content.decode()
    assert "Maeng" not in answer.content.decode()
    assert "Maeng" not in caplog.text
    assert "Traceback" not in caplog.text
    assert not Publication.objects.exists()


@pytest.mark.usefixtures("impatient")
def test_pasted_text_is_not_lost(client: Client) -> None:
    """What was pasted stands in the form again."""
    text = f"{SECRET} and " + hostile.endless().decode()
    answer = client.post("/reports/new/", {"text": text})

    assert answer.status_code == 400
    assert TOO_MUCH in answer.content.decode()
    assert SECRET in answer.content.decode()


@pytest.mark.usefixtures("cramped")
def test_what_takes_too_much(client: Client) -> None:
    """One document of several: it is said of it alone, the other is here."""
    several = [
        _file(pages.REPORT.encode(), "a.txt"),
        _file(hostile.endless(), "b.txt"),
    ]
    answer = client.post("/reports/new/", {"file": several})

    page = answer.content.decode()
    assert "b.txt" in page
    assert TOO_MUCH in page
    assert Publication.objects.count() == 1


@pytest.fixture
def press(signed_in: SignedIn) -> Client:
    """A press officer at his desk."""
    client = signed_in(make.officer("press_officer"))
    client.post("/press/", {"reason": "The press release of March."})
    return client


@pytest.mark.parametrize("name", hostile.FILES)
def test_a_hostile_draft(press: Client, name: str) -> None:
    """The desk says why it cannot be read and keeps what was typed."""
    given = {"file": _file(hostile.FILES[name](), name), "text": "What was typed."}
    answer = press.post("/press/", given)

    page = answer.content.decode()
    if answer.status_code == 400:
        assert 'role="alert"' in page
        assert "What was typed." in page
    else:
        assert answer.status_code == 200


@pytest.mark.usefixtures("cramped")
def test_a_draft_that_takes_too_much(press: Client) -> None:
    """The same sentence at the desk."""
    given = {"file": _file(hostile.endless(), "a.txt"), "text": "What was typed."}
    answer = press.post("/press/", given)

    assert answer.status_code == 400
    assert TOO_MUCH in answer.content.decode()
    assert "What was typed." in answer.content.decode()


@pytest.mark.parametrize(
    "words", ["Mr. K. ", "((", "and ", "20 to 30 of 40, ", "맹철수 "]
)
def test_a_draft_as_long_as_may_be(press: Client, words: str) -> None:
    """It is looked at while he waits; one character more and he is told so."""
    most = ("A prisoner of war said " + words * 20_000)[:20_000]
    typed = {"part": "found", "text": most}
    assert press.post("/press/", typed).status_code == 200
    refused = press.post("/press/", typed | {"text": most + "x"})
    assert refused.status_code == 400
    assert "longer than 20000" in refused.content.decode()
    endless = {"part": "found", "text": hostile.endless().decode()}
    assert press.post("/press/", endless).status_code == 400
