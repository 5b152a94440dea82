"""The log's front page in a real browser that comes back another day."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from pytest_django import Settings

from safeconduct.journal import integrator
from safeconduct.ledger import Checkpoint, Signer, sign_checkpoint
from tests import make
from tests.browser.conftest import CHROMIUM
from tests.journal.published import published

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing: apt-get install chromium"
    ),
]


def said(page: Any, server: Any) -> str:
    """Visit the log and wait for what the script found."""
    page.goto(f"{server.url}/log/")
    shown = page.locator("#since [data-says]:visible:not([data-says=looking])")
    sync_api.expect(shown).to_have_count(1)
    found = shown.get_attribute("data-says")
    assert isinstance(found, str)
    return found


def test_visits(
    browser: Any,
    live_server: Any,
    settings: Settings,
    tmp_path: Path,
    pictures: Path,
) -> None:
    """First, the same, grown; then a rollback and a fork, and evidence is not lost."""
    make.person()
    published(settings, tmp_path)
    page = browser.new_context().new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text))

    assert said(page, live_server) == "first"
    assert said(page, live_server) == "same"
    first = (tmp_path / "checkpoint").read_bytes()
    published(settings, tmp_path)
    assert said(page, live_server) == "grown"
    page.screenshot(path=pictures / "log.png", full_page=True)
    sync_api.expect(page.get_by_text("64 → 128")).to_be_visible()

    second = (tmp_path / "checkpoint").read_bytes()
    (tmp_path / "checkpoint").write_bytes(first)
    assert said(page, live_server) == "smaller"
    page.screenshot(path=pictures / "smaller.png", full_page=True)
    signer = integrator.signer()
    forged = sign_checkpoint(Checkpoint(signer.name, 128, bytes(32)), signer)
    (tmp_path / "checkpoint").write_bytes(forged)
    assert said(page, live_server) == "forked"
    (tmp_path / "checkpoint").write_bytes(second)
    assert said(page, live_server) == "same"

    other = Signer(configured.LOG_ORIGIN, bytes(32))
    (tmp_path / "log.vkey").write_text(f"{other.verifier.vkey}\n")
    assert said(page, live_server) == "unsigned"
    state = Checkpoint(other.name, 128, integrator.root_at(128))
    (tmp_path / "checkpoint").write_bytes(sign_checkpoint(state, other))
    assert said(page, live_server) == "key"
    assert faults == []


def test_without_a_script(
    browser: Any, live_server: Any, settings: Settings, tmp_path: Path
) -> None:
    """The form answers what the script would have found."""
    make.person()
    published(settings, tmp_path)
    saved = (tmp_path / "checkpoint").read_text()
    published(settings, tmp_path)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}/log/")
    page.get_by_label("The checkpoint as you saved it").fill(saved)
    page.get_by_role("button", name="Compare").click()

    sync_api.expect(page.get_by_text("contains the 64 entries you saw")).to_be_visible()
    assert "old 64" in page.locator("pre").first.inner_text()
