"""A slip is printed, photographed, scanned, and checked in a browser, offline."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import Settings

from safeconduct.journal import integrator, publication, receipts, witnesses
from safeconduct.ledger import Policy, Receipt, base45, shorten
from safeconduct.receipt import checker, slip, wording
from tests import make
from tests.browser import test_walk as walk
from tests.journal.witnessing import world
from tests.ledger import logs
from tests.receipt import scanning, slips

pytestmark = walk.pytestmark
CODE = base45.encode(slips.RECEIPT.to_bytes())


class Checker:
    """Somebody in front of the saved page."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.broken: list[str] = []
        page.on("pageerror", lambda error: self.broken.append(str(error)))
        page.on("request", lambda request: self.sent(request.url))
        page.goto(address)

    def sent(self, url: str) -> None:
        if not url.startswith("file:"):
            self.broken.append(f"asked {url}")

    def ask(self, code: str, policy: str | None = None) -> tuple[str, str]:
        """Paste a code, press the button; state of the answer, and its words."""
        self.page.locator("#checker-code").fill(code)
        if policy is not None:
            self.page.locator("#checker-policy").evaluate(
                "(field, text) => { field.value = text }", policy
            )
        self.page.locator("[data-say=check]").click()
        result = self.page.locator("[data-is=result]:not([data-state=busy])")
        return result.get_attribute("data-state"), result.inner_text()


@pytest.fixture
def saved(browser: Any, tmp_path: Path) -> Checker:
    """The page as one file, opened from the disk, with the network off."""
    file = tmp_path / checker.FILE
    file.write_bytes(checker.file(slips.POLICY))
    context = browser.new_context(offline=True, viewport=walk.DESKTOP)
    page = context.new_page()
    page.set_default_timeout(10_000)
    return Checker(page, file.as_uri())


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_from_paper_to_the_answer(saved: Checker, language: str) -> None:
    """In each language: print, scan, paste, and the page says who signed and when."""
    receipt = slips.RECEIPT
    try:
        paper = slip.pdf(slips.KEY, receipt.locator, receipt, language)
    except slip.NoFont:
        pytest.skip("no Hangul font")
    first, second = scanning.scan(paper)
    saved.page.locator("#checker-language").select_option(language)
    words = wording.page(language)

    state, said = saved.ask(second)
    assert state == "valid"
    assert said.startswith(words["valid"])
    for told in ("2026-07-31 12:13:20 UTC", "2026-07-31 12:13:21 UTC", logs.ORIGIN):
        assert told in said
    state, said = saved.ask(first)
    assert (state, words["is_locator"] in said) == ("unknown", True)
    assert saved.broken == []


def test_every_altered_letter(saved: Checker) -> None:
    """A code with one letter changed is refused, wherever the letter stands."""
    for at in range(0, len(CODE), 7):
        other = "0" if CODE[at] != "0" else "1"
        state, said = saved.ask(CODE[:at] + other + CODE[at + 1 :])
        assert state == "invalid", at
        assert "✕" in said
    assert saved.ask(CODE)[0] == "valid"
    assert saved.broken == []


@pytest.mark.parametrize(
    ("altered", "why"),
    [
        (CODE[:-3], "no code of a receipt"),
        (CODE[3:], "no code of a receipt"),
        (CODE + CODE, "no code of a receipt"),
        ("", "no code of a receipt"),
        ("hello", "no code of a receipt"),
        ("c2sp.org/tlog-proof@v1\n", "not written as it must be"),
    ],
    ids=["end", "beginning", "twice", "nothing", "word", "proof"],
)
def test_what_is_no_receipt(saved: Checker, altered: str, why: str) -> None:
    """It is said that this is none, and nothing else was asked."""
    state, said = saved.ask(altered)

    assert (state, why in said) == ("invalid", True)
    assert said.count("not checked") == 4


def test_every_spelling(saved: Checker) -> None:
    """Hex, line ends around it, eaten spaces, a proof file with its entry."""
    for given in (
        slips.RECEIPT.to_bytes().hex(),
        f"{CODE}\n",
        CODE.strip(" "),
        replace(slips.PROOF, extra=slips.ENTRY).text.decode(),
    ):
        assert saved.ask(given)[0] == "valid"
    state, said = saved.ask(slips.PROOF.text.decode())
    assert (state, "does not hold the entry" in said) == ("invalid", True)
    moved = replace(slips.PROOF, extra=slips.ENTRY, index=slips.INDEX - 1)
    state, said = saved.ask(moved.text.decode())
    assert (state, "does not stand at this place" in said) == ("invalid", True)


POLICIES = {
    "too few": (
        logs.policy("group all-of-them all w1 w2 w3\nquorum all-of-them\n").text,
        "Signed have: w1, w2",
    ),
    "no quorum": (b"", "no policy"),
    "another key": (
        slips.POLICY.text.replace(
            slips.KEY.vkey.encode(),
            type(logs.SIGNER)(logs.ORIGIN, bytes(32)).verifier.vkey.encode(),
        ),
        "another log",
    ),
    "unknown witness": (
        b"\n".join(
            line
            for line in slips.POLICY.text.split(b"\n")
            if line.startswith((b"log", b"witness w1"))
        )
        + b"\nquorum w1\n",
        "other witnesses",
    ),
    "a name twice": (
        slips.POLICY.text.replace(b"witness w2", b"witness w1"),
        "Line 3",
    ),
    "an unknown line": (b"logs are good\n" + slips.POLICY.text, "Line 1"),
    "a threshold of none": (
        slips.POLICY.text.replace(b"both all", b"both 0"),
        "Line 5",
    ),
}


@pytest.mark.parametrize("name", POLICIES)
def test_another_policy(saved: Checker, name: str) -> None:
    """Whom the reader believes decides, and what fails is named."""
    policy, why = POLICIES[name]
    state, said = saved.ask(CODE, policy.decode())

    assert (state, why in said) == ("invalid", True), said
    assert saved.broken == []


def test_without_witnesses(saved: Checker) -> None:
    """A policy that asks for none is told what its answer is worth."""
    proof = logs.proof(slips.INDEX, slips.SIZE)
    alone = f"log {slips.KEY.vkey}\nquorum none\n"
    receipt = shorten(proof, slips.ENTRY, Policy.parse(alone.encode()))
    state, said = saved.ask(base45.encode(receipt.to_bytes()), alone)

    assert state == "valid"
    assert "No witness has signed" in said


@pytest.mark.parametrize(
    "lack", ["subtle.importKey = () => Promise.reject()", "subtle.verify = () => true"]
)
def test_a_browser_without_the_signatures(
    browser: Any, tmp_path: Path, lack: str
) -> None:
    """It is said that nothing was checked; a browser that nods is not believed."""
    file = tmp_path / checker.FILE
    file.write_bytes(checker.file(slips.POLICY))
    page = browser.new_context(offline=True).new_page()
    page.add_init_script(f"crypto.{lack}")
    state, said = Checker(page, file.as_uri()).ask(CODE)

    assert state == "unknown"
    assert "cannot check Ed25519 signatures" in said


def test_the_answer_follows_the_language(saved: Checker) -> None:
    """Changed after the answer, the language of all of it changes."""
    saved.ask(CODE)
    for language in ("uk", "ko", "ru", "en"):
        saved.page.locator("#checker-language").select_option(language)
        words = wording.page(language)
        shown = saved.page.locator("main").inner_text()
        assert words["valid"] in shown
        assert words["code_hint"] in shown
        assert saved.page.evaluate("document.documentElement.lang") == language


def test_no_sideways_scrolling(saved: Checker, pictures: Path) -> None:
    """On a phone everything is read without scrolling to the side."""
    saved.page.set_viewport_size(walk.PHONE)
    saved.ask(CODE)
    walk._shoot(saved.page, pictures, "checker-phone")

    assert saved.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_in_the_house(
    browser: Any,
    live_server: Any,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: Any,
    pictures: Path,
) -> None:
    """Heard, printed with code 1 alone, redeemed on the page once witnesses signed."""
    settings.LOG_FOLDER = tmp_path / "log"
    watched, settings.LOG_POLICY = world(tmp_path)
    monkeypatch.setattr(witnesses, "ask", watched.ask)
    _answer(watched, answers=False)
    person = make.person()
    make.heard(person)
    _step(settings.LOG_FOLDER)
    page = browser.new_page(viewport=walk.DESKTOP)
    walk._enter(page, live_server, make.officer("hearing_officer"))
    page.goto(live_server.url + reverse("case", args=[person.case_number]))
    page.get_by_role("link", name="Print his receipt").click()
    walk._shoot(page, pictures, "receipt")
    with page.expect_download() as download:
        page.get_by_role("button", name="Print his receipt").click()
    assert download.value.suggested_filename == "receipt.pdf"
    (code,) = scanning.scan(Path(download.value.path()).read_bytes())

    _answer(watched, answers=True)
    _step(settings.LOG_FOLDER)
    stranger = browser.new_context(viewport=walk.DESKTOP).new_page()
    stranger.goto(f"{live_server.url}/verify/")
    stranger.locator("#checker-code").fill(code)
    stranger.get_by_role("button", name="Check", exact=True).click()
    stranger.get_by_role("button", name=re.compile("Exchange it")).click()
    walk.sync_api.expect(stranger.locator("[data-state=valid]")).to_be_visible()
    walk._shoot(stranger, pictures, "verify")

    got = stranger.locator("#checker-code").input_value()
    policy = receipts.policy()
    assert policy is not None
    assert len(Receipt.parse(base45.decode(got)).verify(policy).times) == 3


def _step(folder: Path) -> None:
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(folder, at=make.NOON)


def _answer(watched: Any, *, answers: bool) -> None:
    for one in watched.by_url.values():
        one.answers = answers
