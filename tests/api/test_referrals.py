from typing import Any

import pytest

from tests import make
from tests.api import house as houses
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> str:
    """The address of the case of a person who asked for Korea."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    return f"/cases/{person.case_number}"


def offer(to: Caller, **changed: Any) -> dict[str, Any]:
    assert to.officer is not None
    mission = str(to.officer.authority_id)
    return {"mission": mission, "disclose": ["name"], "consents": True, **changed}


def test_an_offer_has_a_reference_of_its_own(
    clerk: Caller, korea: Caller, case: str
) -> None:
    """The mission finds the dossier under it, and no case number."""
    offered = clerk.post(f"{case}/referrals", offer(korea))

    assert offered.status_code == 201
    reference = offered.json()["reference"]
    assert [r["reference"] for r in korea.get("/referrals").json()] == [reference]
    whole = korea.get(f"/referrals/{reference}")
    assert whole.json()["dossier"] == [
        {"kind": "name", "text": "홍길동", "source": "stated"}
    ]
    assert case.rpartition("/")[2] not in whole.content.decode()
    assert clerk.get(f"/referrals/{reference}").json() == whole.json()


@pytest.mark.parametrize(
    ("changed", "status", "error"),
    [
        ({"consents": False}, 422, "no_consent"),
        ({"disclose": ["diary"]}, 422, "bad_input"),
        ({"mission": str(houses.NOTHING)}, 409, "not_his_wish"),
        ({"mission": "Seoul"}, 422, "bad_input"),
    ],
)
def test_an_offer_that_cannot_be_made(
    clerk: Caller,
    korea: Caller,
    case: str,
    changed: dict[str, Any],
    status: int,
    error: str,
) -> None:
    """Without consent, with more than there is, or to nobody."""
    answer = clerk.post(f"{case}/referrals", offer(korea, **changed))

    assert answer.status_code == status
    assert answer.json()["error"] == error


def test_a_state_he_did_not_ask_for(clerk: Caller, case: str) -> None:
    """He is offered only where he wants to go."""
    answer = clerk.post(f"{case}/referrals", offer(Caller(make.stranger())))

    assert answer.status_code == 409
    assert answer.json()["error"] == "not_his_wish"


def test_the_two_sides_write(clerk: Caller, korea: Caller, case: str) -> None:
    """A question and an answer, in their order."""
    reference = clerk.post(f"{case}/referrals", offer(korea)).json()["reference"]
    there = f"/referrals/{reference}/messages"

    korea.post(there, {"text": "Does he have relatives with us?"})
    whole = clerk.post(there, {"text": "He names a cousin."})

    assert whole.status_code == 201
    assert [m["from_mission"] for m in whole.json()["messages"]] == [True, False]


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001])
def test_a_message_of_no_use(
    clerk: Caller, korea: Caller, case: str, text: str
) -> None:
    """Nothing, or too much."""
    reference = clerk.post(f"{case}/referrals", offer(korea)).json()["reference"]

    answer = korea.post(f"/referrals/{reference}/messages", {"text": text})

    assert set(answer.json()["fields"]) == {"text"}


@pytest.mark.parametrize(
    ("step", "status"), [("accept", "accepted"), ("decline", "declined")]
)
def test_the_state_answers_once(
    clerk: Caller, korea: Caller, case: str, step: str, status: str
) -> None:
    """After the answer the referral is closed, to messages as well."""
    reference = clerk.post(f"{case}/referrals", offer(korea)).json()["reference"]
    there = f"/referrals/{reference}"

    answered = korea.post(f"{there}/{step}")

    assert answered.status_code == 200
    assert answered.json()["status"] == status
    for late in (
        korea.post(f"{there}/{step}"),
        clerk.post(f"{there}/messages", {"text": "Why?"}),
    ):
        assert (late.status_code, late.json()["error"]) == (409, "not_open")


def test_the_house_does_not_answer_for_the_state(
    clerk: Caller, korea: Caller, case: str
) -> None:
    """Who can read the referral is told that the answer is not his."""
    reference = clerk.post(f"{case}/referrals", offer(korea)).json()["reference"]

    assert clerk.post(f"/referrals/{reference}/accept").status_code == 403


def test_two_offers_to_one_mission(clerk: Caller, korea: Caller, case: str) -> None:
    """While one waits for its answer there is no second."""
    clerk.post(f"{case}/referrals", offer(korea))

    answer = clerk.post(f"{case}/referrals", offer(korea))

    assert (answer.status_code, answer.json()["error"]) == (409, "not_open")
