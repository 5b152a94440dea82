"""The law as every officer may read it."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from safeconduct import ledger
from safeconduct.law.pages import INSTRUMENTS, NoFont, Page, review
from safeconduct.web import statutes
from safeconduct.web.statutes import LETTERS
from tests import make
from tests.web import pages
from tests.web.conftest import NOW, SignedIn

pytestmark = pytest.mark.django_db


def test_any_officer_reads_the_law(signed_in: SignedIn) -> None:
    """Also one who may read no case; a stranger to the house may not."""
    client = signed_in(make.officer("administrator"))

    assert client.get(reverse("law")).status_code == 200
    assert reverse("law") in client.get("/").content.decode()
    assert Client().get(reverse("law")).status_code == 302


def test_each_page_is_listed_and_well_made(client: Client) -> None:
    """Options, instruments, the whole law: each is there and breaks no rule."""
    listed = client.get(reverse("law")).content.decode()
    places = [
        *(reverse("law-option", args=[letter]) for letter in sorted(LETTERS)),
        *(reverse("law-instrument", args=[name]) for name in INSTRUMENTS),
        reverse("law-whole"),
    ]

    for place in places:
        answer = client.get(place)
        assert f'href="{place}"' in listed
        assert answer.status_code == 200
        assert pages.broken(answer.content.decode()) == [], place


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Prohibitions"), ("ko", "금지"), ("uk", "Заборони"), ("ru", "Запреты")],
)
def test_four_languages(client: Client, language: str, word: str) -> None:
    """The page is in the language asked for, and says so to screen readers."""
    place = reverse("law-option", args=["X"])
    text = client.get(place, {"language": language}).content.decode()

    assert f'<div class="law" lang="{language}">' in text
    assert f"<h2>{word}</h2>" in text
    assert pages.broken(text) == []


def test_the_language_of_the_house_is_the_default(client: Client) -> None:
    """What the officer chose counts, and without a choice what his browser says."""
    place = reverse("law-instrument", args=["cat"])
    browser = client.get(place, headers={"accept-language": "uk"}).content.decode()
    client.post("/language/", {"language": "ko", "next": "/"})
    chosen = client.get(place).content.decode()

    assert '<div class="law" lang="uk">' in browser
    assert '<div class="law" lang="ko">' in chosen
    assert "고문방지협약" in client.get(reverse("law")).content.decode()


def test_a_language_the_law_does_not_speak(client: Client) -> None:
    """It is answered in that of the house."""
    place = reverse("law-instrument", args=["cat"])
    text = client.get(place, {"language": "fr"}).content.decode()

    assert '<div class="law" lang="en">' in text


def test_paper(client: Client) -> None:
    """A page is handed out as PDF under a name that says what it is."""
    answer = client.get(reverse("law-paper", args=["option", "X"]), {"language": "ru"})
    whole = client.get(reverse("law-whole-paper"))

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"].endswith('"law-X-ru.pdf"')
    assert whole.headers["Content-Type"] == "application/pdf"


def test_no_font_on_the_server(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The officer reads what is missing, not an error."""

    def refuse(_page: Page) -> bytes:
        raise NoFont

    monkeypatch.setattr(statutes, "pdf", refuse)
    statutes.paper.cache_clear()
    answer = client.get(reverse("law-paper", args=["option", "X"]))

    assert answer.status_code == 409
    assert "fonts-noto-cjk" in answer.content.decode()


@pytest.mark.parametrize(
    "place",
    [
        "/law/option/Z/",
        "/law/instrument/bible/",
        "/law/option/Z/pdf/",
        "/law/statute/X/pdf/",
        "/law/law/X/pdf/",
    ],
)
def test_what_there_is_not(client: Client, place: str) -> None:
    """Another option, instrument or kind of page has no page."""
    assert client.get(place).status_code == 404


def test_each_norm_leads_to_its_entry() -> None:
    """A link to a norm leads to an anchor that is on the page it names."""
    law = statutes.in_force()
    anchors: dict[str, set[str]] = {}
    client = Client()
    client.force_login(make.officer())
    for norm in law.norms:
        for letter in ("", *(act.option for act in norm.acts)):
            place, _, anchor = statutes.place(norm.name, letter).partition("#")
            if place not in anchors:
                text = client.get(place).content.decode()
                anchors[place] = set(re.findall(r"<article id='([^']+)'", text))
            assert anchor in anchors[place], (norm.name, letter)


def test_norms_that_have_no_entry() -> None:
    """Our own steps stand in no law; the rule on the unknown heads each page."""
    assert statutes.place("ENG-4EYES") == ""
    assert statutes.place("ENG-UNKNOWN", "X") == reverse("law-option", args=["X"])
    assert statutes.place("ENG-UNKNOWN") == reverse("law")
    assert statutes.place("GCIII-118-1", "R2").endswith("#gciii-118-1-duty-r2")


def test_reasons_link_to_the_law(client: Client) -> None:
    """From the matrix and from each reason one click leads to the norm."""
    found = make.person(facts=make.AT_RISK)
    make.heard(found)
    made = make.determined(found)
    matrix = client.get(reverse("determinations", args=[found.case_number]))
    option = client.get(reverse("option", args=[found.case_number, made.pk, "R1"]))
    entry = reverse("law-option", args=["R1"]) + "#cat-3-1-r1-r2-x"

    assert f'href="{entry}"' in matrix.content.decode()
    assert f'href="{entry}"' in option.content.decode()


def test_a_page_is_composed_once() -> None:
    """A second reader gets what is in memory, whatever the hour."""
    statutes._composed.cache_clear()
    first = statutes.page("option", "P", "en")
    again = statutes.page("option", "P", "en")
    statutes.page("option", "P", "ko")

    assert first == again
    assert statutes._composed.cache_info().misses == 2


def test_a_review_is_shown(client: Client, tmp_path: Path, settings: Settings) -> None:
    """A signature by a reviewer the house knows is told on the page, and no other."""
    settings.DATA = tmp_path
    place = reverse("law-instrument", args=["cat"])
    signer = ledger.Signer("counsel.example/olena", bytes(32))
    made = statutes.page("instrument", "cat", "en")
    text = review(made, reviewer="Olena Example", role="counsel", on=NOW.date()).text
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "one.review").write_bytes(ledger.sign_note(text.encode(), signer))
    before = client.get(place).content.decode()
    (folder / "reviewers").write_text(f"{signer.verifier.vkey}\n")
    after = client.get(place).content.decode()
    other = client.get(reverse("law-instrument", args=["echr"])).content.decode()

    assert "Not yet reviewed by counsel." in before
    assert "Reviewed by Olena Example, counsel" in after
    assert "Not yet reviewed by counsel." in other
