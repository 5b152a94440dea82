"""What holds of every page, whatever it shows."""

from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver

from safeconduct.accounts.models import Officer
from safeconduct.journal import staff
from tests import make
from tests.web import pages
from tests.web.conftest import SignedIn

pytestmark = pytest.mark.django_db


# For every officer; the PDFs are tried in test_law.py.
OF_THE_LAW = {"law", "law-whole", "law-option", "law-instrument"}
PAPERS = {"law-paper", "law-whole-paper"}


def test_each_address_is_known_to_these_tests() -> None:
    """A new page cannot be forgotten here: each name is walked or open to all."""
    names = {
        pattern.name
        for outer in get_resolver().url_patterns
        if getattr(outer, "namespace", None) is None
        for pattern in getattr(outer, "url_patterns", [outer])
        if "api" not in str(outer.pattern)
    }
    walked = {
        *("home", "account_change_password", "cases", "register", "house-facts"),
        "search",
        *("lists", "list-new", "referrals", "arrivals", "reports", "report-new"),
        *("attach", "monitor", *pages.OF_A_CASE, "decide-claim", "review", "option"),
        *("sign", "erasure-confirm", "matches", *pages.OF_A_PAIR),
        *("incidents", "incidents-scan", *pages.OF_AN_INCIDENT),
        *(*pages.OF_A_SIGHTING, *pages.OF_A_LETTER),
        *("receipt", "open-entry"),
        *("list", "line", "referral", "answer", "receive", "report"),
        *(*pages.OF_REPORTS, "report-topic", "report-item"),
        *("press", "press-requests", "press-request", "press-allow", "statistics"),
        *OF_THE_LAW,
    }

    assert names - {"set_language"} - PAPERS == walked | pages.OPEN


def _answers(client: Client, there: pages.World) -> dict[str, Any]:
    return {
        name: client.post(url) if name in pages.POSTED else client.get(url)
        for name, url in there.pages().items()
    }


def test_an_officer_with_every_role_reads_well_made_pages(client: Client) -> None:
    """One h1, a label for every field, no inline code, nothing cached."""
    there = pages.world()
    client.force_login(
        make.officer(*_EVERY_ROLE, of=make.authority("bureau"))
    )  # a liaison as well

    wrong = {}
    for name, answer in _answers(client, there).items():
        if name in pages.POSTED:
            continue
        if name in {"attach", "arrivals"}:
            assert answer.status_code in {200, 400}, name
        else:
            assert answer.status_code == 200, name
        if faults := pages.broken(answer.content.decode()):
            wrong[name] = faults
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], name
        assert answer.headers["Cache-Control"] == "no-store", name
    assert wrong == {}


_EVERY_ROLE = (
    *("administrator", "registrar", "doctor", "hearing_officer", "intermediary"),
    *("assessor", "legal_officer", "reviewer", "departure_officer", "second_officer"),
    *("senior_officer", "liaison", "analyst", "press_officer", "monitor"),
)


def test_nobody_signed_in_sees_the_sign_in_page_only() -> None:
    """Every page sends a stranger to the door, with no word of what is behind it."""
    there = pages.world()

    for name, answer in _answers(Client(), there).items():
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith("/account/login/"), name
        assert there.person.case_number not in answer.content.decode(), name


# Reports, and lists without their lines, belong to the whole house.
OF_THE_HOUSE = {"list", "report", "report-topic", "report-item", *pages.OF_REPORTS}
# Sections an officer may open although nothing of others is in them.
_OWN = {
    "camp": {
        "cases",
        "register",
        "search",
        "lists",
        "list-new",
        "house-facts",
        "reports",
    }
    | {"report-new", "attach", "monitor", "referrals", "matches", "statistics"}
    | {"incidents"},
    "liaison": {"referrals", "arrivals"},
}


def _camp_officer() -> Officer:
    other = staff.add_authority(
        "Another camp", "camp", state="UA", officer=make.administrator(), at=make.NOON
    )
    return make.officer(of=other)


def _roleless() -> Officer:
    return make.officer("administrator")


@pytest.mark.parametrize(
    ("who", "own"),
    [
        (_camp_officer, _OWN["camp"]),
        (make.stranger, _OWN["liaison"]),
        (_roleless, set()),
    ],
)
def test_a_stranger_learns_nothing(
    who: Any, own: set[str], signed_in: SignedIn
) -> None:
    """Neither a 200 nor a case number, and no difference to what is not there."""
    there = pages.world()
    stranger = who()
    client = signed_in(stranger)
    shared = OF_THE_HOUSE if who is _camp_officer else set()
    his = {"home", "account_change_password"} | OF_THE_LAW | own | shared

    for name, answer in _answers(client, there).items():
        page = answer.content.decode()
        assert name in his or answer.status_code in {403, 404}, name
        assert there.person.case_number not in page, name
        assert there.reference not in page, name


def test_what_is_not_his_looks_like_what_is_not_there(signed_in: SignedIn) -> None:
    """The page of a foreign case and of no case are the same, byte for byte."""
    there = pages.world()
    client = signed_in(_camp_officer())

    foreign = client.get(f"/cases/{there.person.case_number}/")
    absent = client.get("/cases/SC-0000-000/")

    assert (foreign.status_code, absent.status_code) == (404, 404)
    assert _plain(foreign) == _plain(absent)


def _plain(answer: Any) -> list[str]:
    lines = answer.content.decode().splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line]


def test_no_page_but_the_vault_says_who_he_is(client: Client) -> None:
    """The name that was registered stands on no page, in no title and no address."""
    there = pages.world()

    for name, answer in _answers(client, there).items():
        said = "홍길동".encode() in answer.content
        assert said == (name in pages.SAYS_WHO), name
        assert "홍길동" not in answer.headers.get("Location", ""), name


def test_every_language_has_its_page(client: Client) -> None:
    """The language is chosen by a form and said in the page."""
    client.post("/language/", {"language": "ko", "next": "/"})

    assert '<html lang="ko"' in client.get("/").content.decode()
