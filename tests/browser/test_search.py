"""A name typed into the page, letter by letter, in a real browser."""

from pathlib import Path
from typing import Any

import pytest

from safeconduct.register.cards import Claim
from tests import make
from tests.browser.conftest import CHROMIUM
from tests.browser.test_walk import DESKTOP, PHONE, _enter, _shoot

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing: apt-get install chromium"
    ),
]


def _named(*names: str) -> str:
    claims = [Claim(kind="name", source="stated", text=name) for name in names]
    return make.person(claims=claims).case_number


def _begin(page: Any, server: Any, officer: Any) -> None:
    _enter(page, server, officer)
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_label("Why do you search?").fill("A family asks after a son.")
    page.get_by_role("button", name="Record the reason and search").click()


def test_hits_come_while_the_name_is_typed(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """Each letter narrows the list; keys go through it; no address holds the name."""
    number = _named("백철수")
    _named("Paek Chol-ho")
    _named("김영호")
    page = browser.new_page(viewport=DESKTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _begin(page, live_server, make.officer("registrar"))
    field = page.get_by_label("Name, or its beginning")
    sync_api.expect(field).to_be_focused()

    field.press_sequentially("paek")
    sync_api.expect(page.locator(".hit")).to_have_count(2)
    _shoot(page, pictures, "search-half")
    field.press_sequentially(" chol su")
    sync_api.expect(page.locator(".hit")).to_have_count(1)
    sync_api.expect(page.get_by_role("status")).to_contain_text("1 person")
    sync_api.expect(page.get_by_text("백철수").first).to_be_visible()
    _shoot(page, pictures, "search-whole")

    field.press("ArrowDown")
    sync_api.expect(page.get_by_role("link", name=number)).to_be_focused()
    page.keyboard.press("Escape")
    sync_api.expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cases/{number}/")
    assert not any("paek" in url.lower() for url in asked)


def test_half_a_syllable_on_a_telephone(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """ㅂ, 배, 백: what a Korean keyboard sends while a syllable is being made."""
    number = _named("Пэк Чхоль Су")
    page = browser.new_page(viewport=PHONE)
    _begin(page, live_server, make.officer("registrar"))
    field = page.get_by_label("Name, or its beginning")

    for typed in ("ㅂ", "배", "백", "백ㅊ", "백처"):
        field.fill(typed)
        sync_api.expect(page.get_by_role("link", name=number)).to_be_visible()
    _shoot(page, pictures, "search-phone")
    field.fill("김")
    sync_api.expect(page.get_by_role("link", name=number)).not_to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]


def test_without_scripts_the_button_does_it(browser: Any, live_server: Any) -> None:
    """The form alone is enough."""
    number = _named("백철수")
    page = browser.new_context(java_script_enabled=False).new_page()
    _begin(page, live_server, make.officer("registrar"))

    page.get_by_label("Name, or its beginning").fill("Пэк Чхоль Су")
    page.get_by_role("button", name="Search", exact=True).click()

    sync_api.expect(page.get_by_role("link", name=number)).to_be_visible()
    assert page.url == f"{live_server.url}/search/"
