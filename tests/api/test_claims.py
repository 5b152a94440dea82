import pytest

from tests import make
from tests.api import house as houses
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> str:
    """The address of a person's case."""
    return f"/cases/{make.person().case_number}"


def test_a_claim_needs_no_form(clerk: Caller, case: str) -> None:
    """An empty request is enough; the claim runs from now on."""
    lodged = clerk.post(f"{case}/claims")

    assert lodged.status_code == 201
    assert lodged.json()["status"] == "registered"
    assert clerk.get(f"{case}/claims").json() == [lodged.json()]


def test_a_claim_comes_to_its_next_state(clerk: Caller, case: str) -> None:
    """Registered, then examined."""
    claim = clerk.post(f"{case}/claims").json()["id"]

    decided = clerk.post(f"{case}/claims/{claim}/decision", {"status": "open"})

    assert decided.status_code == 200
    assert decided.json()["status"] == "open"


@pytest.mark.parametrize("status", ["rejected_final", "withdrawn"])
def test_a_claim_that_cannot_come_to_this_state(
    clerk: Caller, case: str, status: str
) -> None:
    """It is there, so this is no 404; the sentence says why not."""
    claim = clerk.post(f"{case}/claims").json()["id"]

    answer = clerk.post(f"{case}/claims/{claim}/decision", {"status": status})

    assert answer.status_code == 409
    assert answer.json()["error"] == "no_such_claim"
    assert "claim" in answer.json()["message"].lower()


def test_no_such_state(clerk: Caller, case: str) -> None:
    """A state the law does not know is bad input."""
    claim = clerk.post(f"{case}/claims").json()["id"]

    answer = clerk.post(f"{case}/claims/{claim}/decision", {"status": "forgotten"})

    assert set(answer.json()["fields"]) == {"status"}


def test_a_claim_of_another_case(clerk: Caller, case: str) -> None:
    """A claim is found in its own case only."""
    elsewhere = make.open_claim(make.person())

    there = clerk.post(f"{case}/claims/{elsewhere.pk}/decision", {"status": "open"})
    nothing = clerk.post(f"{case}/claims/{houses.NOTHING}/decision", {"status": "open"})

    assert there.status_code == 404
    assert there.content == nothing.content
