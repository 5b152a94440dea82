"""The slip of an interview, and the page that checks one."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from safeconduct.hearing.models import Hearing
from safeconduct.journal import integrator, publication, receipts, witnesses
from safeconduct.journal.models import Entry
from safeconduct.ledger import Receipt, base45
from safeconduct.receipt import checker
from tests import make
from tests.fonts import needs_hangul
from tests.journal.witnessing import world
from tests.receipt import scanning
from tests.web import pages
from tests.web.conftest import SignedIn, hearing_form

pytestmark = pytest.mark.django_db
REDEEM = "/verify/redeem/"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    made = settings.LOG_FOLDER = tmp_path / "log"
    return made


def step(folder: Path) -> None:
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)


def address(hearing: Hearing) -> str:
    return reverse("receipt", args=[hearing.person.case_number, hearing.pk])


def locator(hearing: Hearing) -> str:
    standing = receipts.of_entry(hearing.entry_id)
    assert standing is not None
    return base45.encode(standing.locator.to_bytes())


@needs_hangul
def test_printed(client: Client, folder: Path) -> None:
    """The case leads to it; the paper comes under a name that tells nothing."""
    hearing = make.heard(make.person())
    step(folder)
    case = client.get(reverse("case", args=[hearing.person.case_number]))
    page = client.get(address(hearing)).content.decode()
    answer = client.post(address(hearing))

    assert address(hearing) in case.content.decode()
    assert "Print his receipt" in page
    assert pages.broken(page) == []
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="receipt.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(scanning.scan(answer.content)) == 2
    assert hearing.person.case_number not in scanning.text(answer.content)
    assert Entry.objects.filter(kind="receipt.printed").count() == 1


def test_before_the_log_took_it_in(client: Client) -> None:
    """The page says when to come back; printing is refused."""
    hearing = make.heard(make.person())

    assert "every 10 minutes" in client.get(address(hearing)).content.decode()
    answer = client.post(address(hearing))
    assert answer.status_code == 409
    assert "next step of the log" in answer.content.decode()
    assert not Entry.objects.filter(kind="receipt.printed").exists()


@needs_hangul
def test_before_witnesses_signed(
    client: Client, folder: Path, settings: Settings, tmp_path: Path, monkeypatch: Any
) -> None:
    """The page says that only code 1 is there; it is printed, and redeemed later."""
    watched, settings.LOG_POLICY = world(tmp_path)
    monkeypatch.setattr(witnesses, "ask", watched.ask)
    for one in watched.by_url.values():
        one.answers = False
    hearing = make.heard(make.person())
    step(folder)
    assert "Code 2 is printed after" in client.get(address(hearing)).content.decode()
    (code,) = scanning.scan(client.post(address(hearing)).content)
    early = Client().post(REDEEM, {"locator": code})
    for one in watched.by_url.values():
        one.answers = True
    step(folder)
    late = Client().post(REDEEM, {"locator": code})

    assert early.status_code == 409
    assert late.status_code == 200
    policy = receipts.policy()
    assert policy is not None
    slip = Receipt.parse(base45.decode(late.content.decode()))
    assert len(slip.verify(policy).times) == 3


@pytest.mark.parametrize(
    ("language", "said"), [("ko", "Korean, English"), ("vi", "Have the interpreter")]
)
def test_his_language(client: Client, folder: Path, language: str, said: str) -> None:
    """The officer sees what the paper speaks, and what to do where it does not."""
    person = make.person()
    client.post(
        reverse("hearing-new", args=[person.case_number]),
        hearing_form(language=language),
    )
    step(folder)

    assert said in client.get(address(Hearing.objects.get())).content.decode()


@pytest.mark.parametrize("role", ["registrar", "reviewer"])
def test_only_those_who_hear_print(
    signed_in: SignedIn, folder: Path, role: str
) -> None:
    """Others see no link, and no page."""
    hearing = make.heard(make.person())
    step(folder)
    client = signed_in(make.officer(role))
    case = client.get(reverse("case", args=[hearing.person.case_number]))

    assert client.get(address(hearing)).status_code == 403
    assert client.post(address(hearing)).status_code == 403
    assert "receipt" not in case.content.decode().split("<main")[1].split("</main")[0]


def test_an_interview_of_another(client: Client) -> None:
    """The interview of one person is not found with another's number."""
    hearing, other = make.heard(make.person()), make.person()
    wrong = reverse("receipt", args=[other.case_number, hearing.pk])

    assert client.get(wrong).status_code == 404
    assert client.post(wrong).status_code == 404


def test_everybody_checks(folder: Path) -> None:
    """The page is there without sign-in, with this log's policy, and sends nothing."""
    make.heard(make.person())
    step(folder)
    answer = Client().get("/verify/")
    page = answer.content.decode()
    policy = receipts.policy()

    assert policy is not None
    assert policy.text.decode().strip() in page
    assert f'data-redeem="{REDEEM}"' in page
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "Set-Cookie" not in answer.headers or "csrftoken" in answer.cookies
    assert _faults(page) == []


def _faults(page: str) -> list[str]:
    """What a page must not have, but for the texts, which are data and no script."""
    return [one for one in pages.broken(page) if one != "inline or foreign script"]


def test_script_and_style_are_files(folder: Path) -> None:  # noqa: ARG001
    """They come from the house, as files."""
    page = Client().get("/verify/").content.decode()

    for name in ("checker.js", "checker.css"):
        assert f"/static/receipt/{name}" in page
        answer = Client().get(f"/static/receipt/{name}")
        assert b"checker" in answer.getvalue()
        answer.close()


def test_saved_as_one_file(folder: Path) -> None:
    """The file is the page, with the policy in it, handed out to be kept."""
    make.heard(make.person())
    step(folder)
    answer = Client().get("/verify/safeconduct-verify.html")

    assert answer.content == checker.file(receipts.policy())
    assert "attachment" in answer.headers["Content-Disposition"]


def test_before_anything_is_published() -> None:
    """The page is there; whoever brings a policy can use it."""
    assert Client().get("/verify/").status_code == 200
    assert Client().get("/verify").status_code in {200, 301}
    assert Client().get("/verify/safeconduct-verify.html").status_code == 200


def test_redeem(folder: Path) -> None:
    """A locator is exchanged for the text of code 2, also in hex; nothing is kept."""
    hearing = make.heard(make.person())
    step(folder)
    code = locator(hearing)
    stranger = Client(enforce_csrf_checks=True)
    answer = stranger.post(REDEEM, {"locator": code})
    again = stranger.post(REDEEM, {"locator": base45.decode(code).hex()})

    assert answer.status_code == 200
    assert answer.content == again.content
    redeemed = Receipt.parse(base45.decode(answer.content.decode()))
    assert base45.encode(redeemed.locator.to_bytes()) == code
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert not answer.cookies


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({}, 400),
        ({"locator": "hello"}, 400),
        ({"locator": "한글"}, 400),
        ({"locator": base45.encode(b"\x01" + bytes(41))}, 404),
    ],
)
def test_what_cannot_be_redeemed(typed: dict[str, str], status: int) -> None:
    """A sentence says why, and repeats nothing."""
    answer = Client().post(REDEEM, typed)

    assert answer.status_code == status
    assert "hello" not in answer.content.decode()
    assert answer.content.decode().endswith(".")


def test_redeeming_is_posted() -> None:
    """A locator never stands in an address."""
    assert Client().get(REDEEM).status_code == 405
