from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from safeconduct.journal.models import Entry
from safeconduct.ledger import Receipt, base45
from tests import make
from tests.api.caller import Caller
from tests.api.house import HEARING
from tests.journal.published import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> str:
    """The address of a person's case."""
    return f"/cases/{make.person().case_number}"


def test_a_hearing_is_recorded(clerk: Caller, case: str) -> None:
    """The answer carries the wish, not his words; the list carries both."""
    answer = clerk.post(f"{case}/hearings", HEARING)

    assert answer.status_code == 201
    assert answer.json()["wish"] == "stay"
    assert "여기에" not in answer.content.decode()
    heard = clerk.get(f"{case}/hearings").json()[0]
    assert (heard["words"], heard["valid"]) == (HEARING["words"], "T")


@pytest.mark.parametrize(
    ("said", "valid"), [({}, "U"), ({**make.SAFE, "coercion": "T"}, "F")]
)
def test_validity_follows_from_the_safeguards(
    clerk: Caller, case: str, said: dict[str, str], valid: str
) -> None:
    """What nobody asked is unknown, and unknown is neither valid nor invalid."""
    clerk.post(f"{case}/hearings", {**HEARING, "safeguards": said})

    assert clerk.get(f"{case}/hearings").json()[0]["valid"] == valid


def test_each_hearing_is_judged_by_its_own_safeguards(clerk: Caller, case: str) -> None:
    """A good hearing after a bad one does not heal it."""
    forced = {**HEARING, "held_at": "2026-03-01T12:00:00Z", "wish": "return"}
    forced["safeguards"] = {**make.SAFE, "coercion": "T"}
    clerk.post(f"{case}/hearings", forced)
    clerk.post(f"{case}/hearings", HEARING)

    assert [h["valid"] for h in clerk.get(f"{case}/hearings").json()] == ["T", "F"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"wish": "to go home"}, "wish"),
        ({"wish": "refuge:Korea"}, "wish"),
        ({"held_at": "2026-03-02T12:10:00"}, "held_at"),
        ({"held_at": "yesterday"}, "held_at"),
        ({"words": ""}, "words"),
        ({"language": "Korean of the north"}, "language"),
        ({"safeguards": {"private": "yes"}}, "safeguards.private"),
        ({"safeguards": {"comfortable": "T"}}, "safeguards.comfortable"),
        ({"valid": "T"}, "valid"),
    ],
)
def test_a_hearing_that_cannot_be_taken(
    clerk: Caller, case: str, changed: dict[str, Any], field: str
) -> None:
    """No such wish, a time without a zone, no such safeguard, a typed validity."""
    answer = clerk.post(f"{case}/hearings", {**HEARING, **changed})

    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {field}


def test_a_hearing_in_the_future(clerk: Caller, case: str) -> None:
    """What has not taken place is not recorded."""
    later = {**HEARING, "held_at": "2026-04-01T12:00:00Z"}

    answer = clerk.post(f"{case}/hearings", later)

    assert answer.status_code == 422
    assert answer.json()["error"] == "bad_wish"


def test_he_is_asked_once_more(clerk: Caller, case: str) -> None:
    """His answer belongs to the hearing whose wish it confirms."""
    hearing = clerk.post(f"{case}/hearings", HEARING).json()["id"]

    asked = clerk.post(f"{case}/confirmations", {"stage": "camp", "answer": "delay"})

    assert asked.status_code == 201
    assert asked.json()["hearing"] == hearing
    assert clerk.get(case).json()["confirmations"][0]["answer"] == "delay"


def test_nothing_to_confirm(clerk: Caller, case: str) -> None:
    """Before the first hearing there is no wish to confirm."""
    answer = clerk.post(f"{case}/confirmations", {"stage": "camp", "answer": "yes"})

    assert answer.status_code == 409
    assert answer.json()["error"] == "nothing_to_confirm"


def test_no_such_answer(clerk: Caller, case: str) -> None:
    """He says yes, no, or that he needs more time."""
    answer = clerk.post(f"{case}/confirmations", {"stage": "camp", "answer": "maybe"})

    assert answer.status_code == 422


def test_the_receipt_of_an_interview(
    clerk: Caller, settings: Settings, tmp_path: Path
) -> None:
    """Both codes, as the slip has them; printing it is on record."""
    heard = make.heard(make.person())
    policy = published(settings, tmp_path)
    address = f"/cases/{heard.person.case_number}/interviews/{heard.pk}/receipt"
    answer = clerk.post(address)

    assert answer.status_code == 201
    given = answer.json()
    receipt = Receipt.parse(base45.decode(given["proof"]))
    assert receipt.verify(policy).checkpoint.size == 64
    assert receipt.locator.index == given["index"]
    assert base45.decode(given["locator"]) == receipt.locator.to_bytes()
    assert set(given) == {"index", "locator", "proof"}
    assert Entry.objects.filter(kind="receipt.printed").count() == 1


def test_a_receipt_before_the_log_has_it(clerk: Caller) -> None:
    """There is nothing to print before the next step of the log."""
    heard = make.heard(make.person())
    address = f"/cases/{heard.person.case_number}/interviews/{heard.pk}/receipt"
    answer = clerk.post(address)

    assert answer.status_code == 409
    assert "next step of the log" in answer.json()["message"]
    assert not Entry.objects.filter(kind="receipt.printed").exists()


def test_a_receipt_of_another_person(clerk: Caller, case: str) -> None:
    """An interview of somebody else is not there."""
    heard = make.heard(make.person())

    answer = clerk.post(f"{case}/interviews/{heard.pk}/receipt")
    assert answer.status_code == 404
