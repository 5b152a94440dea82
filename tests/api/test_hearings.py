from typing import Any

import pytest

from tests import make
from tests.api.caller import Caller
from tests.api.house import HEARING

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
