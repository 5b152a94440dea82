"""The whole line on real input, walked in a browser from the reports to the log.

The reports print names of protected people: the pictures go into a temporary
folder, and nothing of the texts stands here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from safeconduct.accounts.models import Authority, Officer, Role
from safeconduct.departure.models import DepartureLine
from safeconduct.journal import check, integrator, publication
from safeconduct.journal.models import Entry
from safeconduct.register.models import Person
from tests import make
from tests.browser import test_walk as walk
from tests.browser.conftest import wait_for_picture
from tests.web.conftest import moment

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "reports"
pytestmark = [
    *walk.pytestmark,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason="the shared reports are not beside the project"
    ),
]
KOREA, UNDECIDED = "refuge", "undecided"


class Walker:
    """One officer after the other in front of one browser."""

    def __init__(self, page: Any, server: Any, pictures: Path) -> None:
        self.page, self.server, self.pictures = page, server, pictures
        self._taken = 0

    def enter(self, officer: Officer) -> None:
        """Sign in, after whoever was there has left."""
        leave = self.page.get_by_role("button", name="Sign out")
        if leave.count():
            leave.click()
        walk._enter(self.page, self.server, officer)

    def go(self, path: str) -> None:
        """Open an address of the house."""
        self.page.goto(f"{self.server.url}{path}")

    def press(self, name: str) -> None:
        """Press a button, wait for the next page, and take its picture."""
        named = re.compile(rf"^\s*{re.escape(name)}")
        self.page.get_by_role("button", name=named).first.click()
        self.page.wait_for_load_state()
        self._taken += 1
        walk._shoot(self.page, self.pictures, f"line-{self._taken:02}")

    def tick(self, name: str, value: str) -> None:
        """Choose one of several."""
        self.page.locator(f"input[name='{name}'][value='{value}']").check()

    def fill(self, name: str, text: str) -> None:
        """Type into a field."""
        self.page.locator(f"[name='{name}']").first.fill(text)

    def sees(self, text: str) -> bool:
        """Say whether the page shows these words."""
        return text in self.page.inner_text("main")


@pytest.fixture
def walker(
    browser: Any,
    live_server: Any,
    pictures: Path,
) -> Iterator[Walker]:
    page = browser.new_page(viewport=walk.DESKTOP)
    page.set_default_timeout(10_000)
    yield Walker(page, live_server, pictures)
    page.close()


def _import_and_mark(walker: Walker, name: str, words: str) -> None:
    walker.go("/reports/new/")
    walker.page.set_input_files("input[name=file]", SHARED / name)
    walker.press("Take in")
    sentence = walker.page.locator("label", has_text=words).first
    sentence.click()
    walker.press("Mark the ticked sentences as one passage")


def _register(walker: Walker, camp: str) -> str:
    walker.go("/cases/new/")
    page = walker.page
    page.get_by_label("Name owed, Art. 17").first.fill("as printed in a report")
    page.get_by_label("Day of capture").fill("2026-01-09")
    page.get_by_label("Camp or service that holds him").select_option(camp)
    page.get_by_label("Powers on which he depends").fill("KP")
    page.get_by_label("Place of capture").fill("Kursk region")
    walker.tick("doubt", "F")
    walker.tick("minor", "F")
    page.locator("[name=category]").select_option("4A1")
    page.locator("[name=confidence]").select_option("corroborated")
    page.locator("[name=surrender]").select_option("captured")
    walker.press("Register")
    return str(page.url.rstrip("/").rsplit("/", 1)[1])


def _hear(walker: Walker, number: str, wish: str) -> None:
    walker.go(f"/cases/{number}/hearings/new/")
    walker.fill("held_at", moment(make.NOON - timedelta(hours=3)))
    for name, answer in make.SAFE.items():
        walker.tick(name, answer)
    walker.tick("wish", wish)
    if wish == KOREA:
        walker.fill("wish_state", "KR")
    walker.fill("words", "제 뜻은 이렇습니다.")
    walker.press("Record the hearing")


def _find(walker: Walker, number: str, d: str, e: str, harm: str, onward: str) -> None:
    walker.go(f"/cases/{number}/findings/?group=risk&d={d}&e={e}")
    walker.tick(f"risk-serious_harm-{d}", harm)
    walker.tick(f"risk-onward-{d}-{e}", onward)
    for box in walker.page.locator("input[name=passages]").all():
        box.check()
    walker.fill("reason", "Both reports, and the country report.")
    walker.press("State")


def _determine(walker: Walker, number: str) -> None:
    walker.go(f"/cases/{number}/determine/")
    walker.fill("reasons", "Heard, assessed, compared with both reports.")
    walker.press("Determine and sign")


def _open_list(walker: Walker, option: str, towards: str, receiver: str = "") -> None:
    walker.go("/lists/new/")
    walker.tick("option", option)
    walker.fill("towards", towards)
    walker.fill("planned", make.NOON.date().isoformat())
    if receiver:
        walker.page.locator("[name=receiver]").select_option(receiver)
    walker.press("Open the list")


def _put(walker: Walker, number: str) -> None:
    walker.fill("number", number)
    walker.press("Put on the list")


def _confirm(walker: Walker, number: str, stage: str) -> None:
    walker.go(f"/cases/{number}/reconfirm/")
    walker.tick("stage", stage)
    walker.tick("answer", "yes")
    walker.press("Record his answer")


@dataclass(frozen=True)
class Cast:
    """Who takes part, and where."""

    clerk: Officer
    second: Officer
    analyst: Officer
    liaison: Officer
    camp: Authority
    mission: Authority


def _cast() -> Cast:
    camp, mission = make.authority("camp"), make.authority("mission", state="KR")
    clerk = make.officer(*[role for role in Role if role != Role.LIAISON])
    make.common_facts(clerk)
    return Cast(
        clerk=clerk,
        second=make.officer("reviewer", "second_officer", of=make.second_service()),
        analyst=make.officer("analyst"),
        liaison=make.officer("liaison", of=mission),
        camp=camp,
        mission=mission,
    )


def _second(walker: Walker, cast: Cast) -> None:
    """Let another analyst accept both passages, by keyboard."""
    walker.enter(cast.analyst)
    walker.go("/reports/desk/?second")
    walker.page.get_by_role("link", name="Begin with the first").click()
    for _ in range(2):
        walker.page.locator("#help").wait_for()  # the script listens
        wait_for_picture(walker.page)
        with walker.page.expect_navigation():
            walker.page.keyboard.press("a")
        assert walker.sees("Seconded.")
    walker.enter(cast.clerk)


def _open_and_hear(walker: Walker, cast: Cast) -> tuple[str, str]:
    """Import both reports, open two cases, hear both."""
    walker.enter(cast.clerk)
    _import_and_mark(walker, "report_a.txt", "repatriation")
    _import_and_mark(walker, "report_b.txt", "severe punishment")
    _second(walker, cast)
    camp = str(cast.camp.pk)
    wishing, undecided = _register(walker, camp), _register(walker, camp)
    for number, wish in ((wishing, KOREA), (undecided, UNDECIDED)):
        make.camp_facts(Person.objects.get(case_number=number))
        _hear(walker, number, wish)
    return wishing, undecided


def _offer_and_accept(walker: Walker, cast: Cast, number: str) -> None:
    walker.go(f"/cases/{number}/offer/")
    walker.page.locator("[name=mission]").select_option(str(cast.mission.pk))
    walker.tick("disclose", "name")
    walker.page.locator("[name=consents]").check()
    walker.press("Offer")
    walker.enter(cast.liaison)
    walker.go("/referrals/")
    walker.page.locator("a[href^='/referrals/RF-']").first.click()
    assert not walker.sees(number)
    walker.press("Accept")


def _assess(walker: Walker, cast: Cast, wishing: str, undecided: str) -> None:
    """State findings for one, determine both, and have both reviewed."""
    walker.enter(cast.clerk)
    _find(walker, wishing, "KP", "RU", "T", "U")
    _find(walker, wishing, "RU", "KP", "U", "T")
    _find(walker, wishing, "KR", "KP", "F", "F")
    _determine(walker, wishing)
    _determine(walker, undecided)
    walker.enter(cast.second)
    for number in (wishing, undecided):
        walker.go(f"/cases/{number}/options/")
        walker.press("Confirm as second officer")


def _transfer(walker: Walker, cast: Cast, number: str) -> None:
    """Confirm, list, approve, ask at the crossing, hand over, receive."""
    _confirm(walker, number, "camp")
    _open_list(walker, "T", "KR", str(cast.mission.pk))
    transfer = walker.page.url.removeprefix(walker.server.url)
    _put(walker, number)
    walker.enter(cast.second)
    walker.go(transfer)
    walker.press("Approve")
    walker.enter(cast.clerk)
    _confirm(walker, number, "border")
    walker.go(transfer)
    walker.press("Sign: he has crossed")
    walker.enter(cast.liaison)
    walker.go("/arrivals/")
    walker.press("Sign: he has arrived")


def test_from_two_reports_to_a_departure(walker: Walker, tmp_path: Path) -> None:
    """Reports, cases, hearings, referral, refusals, transfer, hand-over, log."""
    cast = _cast()
    wishing, undecided = _open_and_hear(walker, cast)
    _offer_and_accept(walker, cast, wishing)
    _assess(walker, cast, wishing, undecided)

    walker.enter(cast.clerk)
    _open_list(walker, "X", "RU")
    _put(walker, wishing)
    assert walker.sees("CAT-3-1")
    assert walker.sees("on record in the journal")
    _put(walker, undecided)
    assert walker.sees("Nobody has established yet")
    assert Entry.objects.filter(kind="departure.refused").count() == 2

    _transfer(walker, cast, wishing)
    assert DepartureLine.objects.get().status == "received"
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(tmp_path, at=make.NOON)
    assert list(check.differences()) == []
    walker.go("/log/")
    assert walker.sees("Public log")
