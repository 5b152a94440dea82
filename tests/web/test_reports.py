"""Taking in reports, reading them, marking passages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from safeconduct.reports.models import Passage, Publication
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


def test_a_pasted_report_is_read(client: Client) -> None:
    """Title, source, figures and telling details stand on its page."""
    answer = client.post("/reports/new/", {"text": pages.REPORT}, follow=True)

    page = answer.content.decode()
    assert "Two prisoners in Kyiv" in page
    assert "Example Agency" in page
    assert '<mark class="detail">26 years old' in page
    assert "About 4,000" in page


def test_a_file_is_read(client: Client) -> None:
    """HTML from a file; its markup is text, never markup of ours."""
    html = b"<html><body><article><h1>Hi</h1><p>He is 26 &lt;script&gt;.</p></article>"
    file = SimpleUploadedFile("a.html", html, content_type="text/html")

    answer = client.post("/reports/new/", {"file": file}, follow=True)

    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("typed", [{}, {"text": "   "}])
def test_an_empty_form_is_asked_again(client: Client, typed: dict[str, str]) -> None:
    """One of the two is needed."""
    answer = client.post("/reports/new/", typed)

    assert answer.status_code == 400
    assert not Publication.objects.exists()


def test_bytes_that_are_no_text_are_refused(client: Client) -> None:
    """The reader says why it cannot read them."""
    file = SimpleUploadedFile("a.txt", bytes(range(256)) * 20)

    answer = client.post("/reports/new/", {"file": file})

    assert answer.status_code == 400
    assert not Publication.objects.exists()


def test_the_same_report_twice_leads_to_the_first(client: Client) -> None:
    """A conflict, with the way to what is here."""
    client.post("/reports/new/", {"text": pages.REPORT})

    answer = client.post("/reports/new/", {"text": pages.REPORT})

    assert answer.status_code == 409
    here = reverse("report", args=[Publication.objects.get().pk])
    assert here in answer.content.decode()


def test_ticked_sentences_become_a_passage(client: Client) -> None:
    """From the first that is ticked to the last."""
    client.post("/reports/new/", {"text": pages.REPORT})
    url = reverse("report", args=[Publication.objects.get().pk])
    start = pages.REPORT.index("One of them")

    answer = client.post(url, {"sentence": [str(start)]}, follow=True)

    assert Passage.objects.get().start == start
    assert "One of them, 26 years old" in answer.content.decode()


def test_no_sentence_is_no_passage(client: Client) -> None:
    """The page says what to do first."""
    client.post("/reports/new/", {"text": pages.REPORT})
    url = reverse("report", args=[Publication.objects.get().pk])

    answer = client.post(url, {"sentence": ["77777", "x"]})

    assert answer.status_code == 400
    assert "Tick the sentences" in answer.content.decode()


def test_a_reader_does_not_import(signed_in: SignedIn) -> None:
    """The press officer reads reports and takes none in."""
    client = signed_in(make.officer("press_officer"))

    assert client.get("/reports/new/").status_code == 403
    assert "/reports/new/" not in client.get("/reports/").content.decode()
