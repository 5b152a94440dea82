import pytest

from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
REASONS = {"reasons": "He was heard in private and fears return."}


@pytest.fixture
def case() -> str:
    """The address of the case of a person in danger who was heard."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    return f"/cases/{person.case_number}"


def test_a_determination_answers_every_option(clerk: Caller, case: str) -> None:
    """Eight options, one word each; nobody has signed it for the second time."""
    made = clerk.post(f"{case}/determinations", REASONS)

    assert made.status_code == 201
    assert set(made.json()["results"]) == {"R1", "R2", "X", "T", "A", "I", "P", "N"}
    assert made.json()["results"]["R1"] == "barred"
    assert made.json()["reviewed"] is None


def test_it_is_listed_with_its_explanation(clerk: Caller, case: str) -> None:
    """Facts, law, answers and the norms behind them, so that it can be questioned."""
    clerk.post(f"{case}/determinations", REASONS)

    made = clerk.get(f"{case}/determinations").json()[0]

    assert made["reasons"] == REASONS["reasons"]
    assert made["facts"]["wish.current"] == "refuge:KR"
    assert made["explanation"]["R1"]["KP"][0]["norm"]
    assert len(made["law"]) == len(made["facts_hash"]) == 64
    assert made["outdated"] == []


def test_without_reasons(clerk: Caller, case: str) -> None:
    """The computed answer alone is no decision."""
    answer = clerk.post(f"{case}/determinations", {"reasons": " "})

    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"reasons"}


def test_a_second_service_signs(clerk: Caller, second: Caller, case: str) -> None:
    """The case shows that it was reviewed; a second review is too late."""
    made = clerk.post(f"{case}/determinations", REASONS).json()["id"]

    signed = second.post(f"/determinations/{made}/review")
    again = second.post(f"/determinations/{made}/review")

    assert signed.status_code == 200
    assert clerk.get(case).json()["determination"]["reviewed"] is not None
    assert again.status_code == 409
    assert again.json()["error"] == "no_such_determination"
    assert "already" in again.json()["message"]


def test_the_same_service_does_not_sign(clerk: Caller, case: str) -> None:
    """Four eyes of two authorities, not of one."""
    made = clerk.post(f"{case}/determinations", REASONS).json()["id"]

    answer = clerk.post(f"/determinations/{made}/review")

    assert answer.status_code == 403
    assert answer.json()["error"] == "not_four_eyes"


def test_an_outdated_determination(clerk: Caller, second: Caller, case: str) -> None:
    """After a new fact it has to be made again; the case says what changed."""
    made = clerk.post(f"{case}/determinations", REASONS).json()["id"]
    stated = {"facts": {"health.fit_to_travel": "F"}, "reason": "A broken leg."}
    clerk.post(f"{case}/facts", stated)

    answer = second.post(f"/determinations/{made}/review")

    assert answer.status_code == 409
    assert answer.json()["error"] == "outdated"
    newest = clerk.get(case).json()["determination"]
    assert newest["outdated"] == ["health.fit_to_travel"]


def test_no_uuid(second: Caller) -> None:
    """What is no UUID is bad input."""
    answer = second.post("/determinations/first/review")

    assert set(answer.json()["fields"]) == {"determination_id"}
