"""The press desk as it is typed at, and the analyst's desk by keyboard."""

from pathlib import Path
from typing import Any

import pytest

from safeconduct.reports import actions as reports
from safeconduct.reports.models import Decision
from tests import make
from tests.browser.conftest import CHROMIUM, wait_for_picture
from tests.browser.test_walk import DESKTOP, PHONE, _enter, _shoot
from tests.publication.test_actions import HARMLESS, TELLING, a_sniper
from tests.web.pages import REPORT

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} is missing: apt-get install chromium"
    ),
]


def _sit(page: Any, server: Any) -> Any:
    """Open a sitting at the press desk; give the field of the draft."""
    _enter(page, server, make.officer("press_officer"))
    page.get_by_role("link", name="Press desk", exact=True).click()
    page.get_by_label("What is the draft for?").fill("The release of March.")
    page.get_by_role("button", name="Record the reason and check drafts").click()
    field = page.get_by_label("Draft", exact=True)
    sync_api.expect(field).to_be_visible()
    page.wait_for_load_state("load")  # the script listens from then on
    return field


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_a_draft_is_marked_while_it_is_typed(
    browser: Any, live_server: Any, pictures: Path, size: Any
) -> None:
    """What gives him away shows, goes when it goes, and stands in no address."""
    a_sniper()
    page = browser.new_page(viewport=size)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    field = _sit(page, live_server)

    field.fill(TELLING)
    marked = page.locator("#found .draft mark.telling--direct")
    sync_api.expect(marked.first).to_contain_text("Maeng")
    sync_api.expect(page.get_by_role("status")).to_contain_text("too much of 1 person")
    _shoot(page, pictures, f"press-{size['width']}")

    field.fill(HARMLESS)
    sync_api.expect(page.locator("#found")).to_contain_text("Nobody can be told")
    assert not any("maeng" in url.lower() for url in asked)


def test_a_dropped_file_becomes_the_draft(browser: Any, live_server: Any) -> None:
    """As a journalist's draft comes: a file, dragged onto the field."""
    page = browser.new_page(viewport=DESKTOP)
    field = _sit(page, live_server)
    dropped = page.evaluate_handle(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "draft.txt", { type: "text/plain" }));
            return data;
        }""",
        HARMLESS,
    )
    field.dispatch_event("drop", {"dataTransfer": dropped})
    field = page.get_by_label("Draft", exact=True)
    sync_api.expect(field).to_have_value(HARMLESS)


def test_an_analyst_decides_by_keyboard(
    browser: Any, live_server: Any, pictures: Path
) -> None:
    """J goes on, a accepts; the decision is on record and another item comes."""
    analyst = make.officer("analyst")
    reports.import_report(
        REPORT.encode(), name="two.txt", officer=make.officer("analyst"), at=make.NOON
    )
    page = browser.new_page(viewport=DESKTOP)
    _enter(page, live_server, analyst)
    page.goto(f"{live_server.url}/reports/desk/")
    page.get_by_role("link", name="Begin with the first").click()
    page.locator("#help").wait_for()
    wait_for_picture(page)
    first = page.url
    _shoot(page, pictures, "desk-item")
    page.keyboard.press("j")
    page.wait_for_url(lambda url: url != first)
    wait_for_picture(page)
    second = page.url
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != second)
    assert [row.verdict for row in Decision.objects.all()] == ["accept"]
