"""The main line as a person walks it, in a real browser, with pictures taken."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safeconduct.accounts.models import Role
from tests import make
from tests.browser.conftest import CHROMIUM, wait_for_picture
from tests.web import pages
from tests.web.conftest import moment

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing: apt-get install chromium"
    ),
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}


def _enter(page: Any, server: Any, officer: Any) -> None:
    page.goto(f"{server.url}/account/login/")
    page.get_by_label("Username").fill(officer.username)
    page.get_by_label("Password").fill(make.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{server.url}/")


def _shoot(page: Any, pictures: Path, name: str) -> None:
    page.screenshot(path=pictures / f"{name}.png", full_page=True)


def test_from_the_capture_card_to_the_second_signature(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """Register, hear, determine, review: each page leads to the next."""
    camp, second = make.authority("camp"), make.second_service()
    clerk = make.officer()
    make.common_facts(clerk)
    page = browser.new_page(viewport=DESKTOP)
    _enter(page, live_server, clerk)

    page.get_by_role("link", name="Register a person").click()
    page.get_by_label("Name owed, Art. 17").first.fill("홍길동")
    page.get_by_label("Day of capture").fill("2026-02-20")
    page.get_by_label("Camp or service that holds him").select_option(label=camp.name)
    page.get_by_label("Powers on which he depends").fill("KP RU")
    _shoot(page, pictures, "register")
    page.get_by_role("button", name="Register", exact=True).click()
    sync_api.expect(page.get_by_text("What to do next")).to_be_visible()

    page.get_by_role("link", name="Do this now").click()
    page.get_by_label("When it took place").fill(moment(make.NOON - timedelta(hours=2)))
    for name, answer in make.SAFE.items():
        page.locator(f"input[name={name}][value={answer}]").check()
    page.locator("input[name=wish][value=refuge]").check()
    page.get_by_label("State he named").fill("KR")
    page.get_by_label("The wish in his own words").fill("저는 남한으로 가고 싶습니다.")
    page.get_by_role("button", name="Record the hearing").click()
    sync_api.expect(page.get_by_role("status")).to_be_visible()
    _shoot(page, pictures, "heard")

    page.get_by_role("link", name="Determine", exact=True).click()
    page.get_by_label("Your reasons").fill("He asks for refuge and was well heard.")
    page.get_by_role("button", name="Determine and sign").click()
    sync_api.expect(page.get_by_role("table", name="Options down")).to_be_visible()
    address = page.url
    page.get_by_role("button", name="Sign out").click()

    _enter(page, live_server, make.officer("reviewer", of=second))
    page.goto(address)
    page.get_by_role("button", name="Confirm as second officer").click()
    sync_api.expect(page.get_by_text("Departures may now rest on it")).to_be_visible()
    _shoot(page, pictures, "matrix")


def test_no_page_scrolls_sideways_on_a_phone(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """At 320 pixels everything can be read without scrolling to the side."""
    there = pages.world()
    everybody = make.officer(*[role.value for role in Role])
    wide = {}
    for size, name in ((PHONE, "phone"), (DESKTOP, "desktop")):
        page = browser.new_page(viewport=size)
        _enter(page, live_server, everybody)
        for title, address in there.pages().items():
            if title in pages.POSTED:
                continue
            page.goto(f"{live_server.url}{address}")
            _shoot(page, pictures, f"{name}-{title}")
            across = page.evaluate("document.documentElement.scrollWidth")
            if across > size["width"]:
                wide[f"{name} {title}"] = across

    assert wide == {}


def test_the_hearing_form_is_walked_by_keyboard(browser: Any, live_server: Any) -> None:
    """Tab goes through the form in the order in which it is read, nothing twice."""
    person = make.person()
    page = browser.new_page(viewport=DESKTOP)
    _enter(page, live_server, make.officer())
    page.goto(f"{live_server.url}/cases/{person.case_number}/hearings/new/")
    wait_for_picture(page)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#id_held_at").focus()
    seen = []
    for _ in range(40):
        name = page.evaluate("document.activeElement.name || ''")
        if name and name not in seen:
            seen.append(name)
        page.keyboard.press("Tab")

    expected = ["held_at", "language", *make.SAFE, "wish", "wish_state", "words"]
    assert [name for name in seen if name in expected] == expected
    assert page.evaluate(_FOCUS_IS_SEEN)


_FOCUS_IS_SEEN = """() => {
    document.getElementById('id_words').focus();
    return getComputedStyle(document.activeElement).outlineStyle !== 'none';
}"""


def test_a_refused_departure_tells_all_its_grounds(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """The red panel names every norm and says that the attempt is on record."""
    person = make.person(facts=make.AT_RISK)
    opened = make.departure_list("X", towards="RU")
    page = browser.new_page(viewport=DESKTOP)
    _enter(page, live_server, make.officer())

    page.goto(f"{live_server.url}/lists/{opened.pk}/")
    page.get_by_label("Case number").fill(person.case_number)
    page.get_by_role("button", name="Put on the list").click()

    sync_api.expect(page.get_by_text("on record in the journal")).to_be_visible()
    _shoot(page, pictures, "refused")
