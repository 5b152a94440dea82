from typing import Any

import pytest

from tests import make
from tests.api import house as houses
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
EXCHANGE = {"option": "X", "towards": "RU", "planned": "2026-03-04"}


def test_a_list_is_opened(clerk: Caller) -> None:
    """It is empty, and stands among the lists."""
    opened = clerk.post("/lists", EXCHANGE)

    assert opened.status_code == 201
    assert clerk.get("/lists").json() == [opened.json()]
    assert clerk.get(f"/lists/{opened.json()['id']}").json()["lines"] == []


@pytest.mark.parametrize(
    "changed",
    [
        {"option": "A"},
        {"towards": "Russia"},
        {"planned": "soon"},
        {"receiver": "Seoul"},
        {"option": "T", "towards": "KR"},
        {"option": "T", "towards": "KR", "receiver": str(houses.NOTHING)},
    ],
)
def test_a_list_that_cannot_be_opened(clerk: Caller, changed: dict[str, Any]) -> None:
    """No such kind, no State, no day, a transfer without the mission of its State."""
    assert clerk.post("/lists", {**EXCHANGE, **changed}).status_code == 422


def test_a_person_is_listed(clerk: Caller) -> None:
    """Where nothing stands in the way he waits for approval."""
    person = make.ready()
    transfer = make.departure_list()

    listed = clerk.post(f"/lists/{transfer.pk}/lines", {"case": person.case_number})

    assert listed.status_code == 201, listed.json()
    assert listed.json()["status"] == "listed"
    lines = clerk.get(f"/lists/{transfer.pk}").json()["lines"]
    assert [line["case"] for line in lines] == [person.case_number]


def test_a_refusal_names_every_ground(clerk: Caller) -> None:
    """Norm, sentence and missing facts; and the attempt is on record."""
    person = make.person(facts=make.AT_RISK)
    exchange = make.departure_list("X", towards="RU")

    refused = clerk.post(f"/lists/{exchange.pk}/lines", {"case": person.case_number})

    assert refused.status_code == 409
    body = refused.json()
    assert body["error"] == "gate_closed"
    assert {"ENG-4EYES"} < {ground["norm"] for ground in body["obstacles"]}
    told = {"norm", "what", "missing", "elsewhere"}
    assert all(set(o) == told for o in body["obstacles"])
    newest = clerk.get(f"/cases/{person.case_number}/timeline").json()[0]
    assert newest["kind"] == "departure.refused"


def test_nobody_stands_on_two_lists(clerk: Caller) -> None:
    """Who is listed is not listed again."""
    line = make.listed()
    whom = {"case": line.person.case_number}

    answer = clerk.post(f"/lists/{line.list_id}/lines", whom)

    assert answer.status_code == 409
    assert answer.json()["error"] == "not_in_turn"


def test_no_such_case_on_a_list(clerk: Caller) -> None:
    """A number nobody has is not found."""
    exchange = make.departure_list("X", towards="RU")

    answer = clerk.post(f"/lists/{exchange.pk}/lines", {"case": houses.NO_CASE})

    assert answer.status_code == 404
    assert answer.json()["error"] == "no_such_case"


def test_another_service_approves(clerk: Caller, second: Caller) -> None:
    """The officer who listed him does not approve; the second service does, once."""
    line = f"/lines/{make.listed().pk}"

    own = clerk.post(f"{line}/approve")
    approved = second.post(f"{line}/approve")
    again = second.post(f"{line}/approve")

    assert (own.status_code, own.json()["error"]) == (403, "same_person")
    assert approved.json()["status"] == "approved"
    assert (again.status_code, again.json()["error"]) == (409, "not_in_turn")


def test_a_departure_is_stopped(clerk: Caller, second: Caller) -> None:
    """With a reason, and then it cannot be approved."""
    line = f"/lines/{make.listed().pk}"

    assert clerk.post(f"{line}/stop", {"reason": ""}).status_code == 422
    stopped = clerk.post(f"{line}/stop", {"reason": "He asked for more time."})

    assert stopped.json()["status"] == "stopped"
    assert second.post(f"{line}/approve").status_code == 409


def test_a_new_fact_closes_the_gate_of_an_approval(
    clerk: Caller, second: Caller
) -> None:
    """What came after the listing bars the approval, with its grounds."""
    line = make.listed()
    stated = {"facts": {"health.fit_to_travel": "F"}, "reason": "A broken leg."}
    clerk.post(f"/cases/{line.person.case_number}/facts", stated)

    refused = second.post(f"/lines/{line.pk}/approve")

    assert refused.status_code == 409
    assert refused.json()["obstacles"]


def test_he_is_handed_over_and_received(
    clerk: Caller, second: Caller, korea: Caller
) -> None:
    """The mission knows him by its reference and learns no case number."""
    line = make.listed()
    at = f"/lines/{line.pk}"
    second.post(f"{at}/approve")
    early = korea.post(f"{at}/receive")
    border = {"stage": "border", "answer": "yes"}
    clerk.post(f"/cases/{line.person.case_number}/confirmations", border)

    assert clerk.post(f"{at}/hand-over").json()["status"] == "handed_over"
    assert clerk.post(f"{at}/receive").status_code == 403
    received = korea.post(f"{at}/receive")

    assert (early.status_code, early.json()["error"]) == (409, "not_in_turn")
    assert received.json()["status"] == "received"
    assert received.json()["reference"].startswith("RF-")
    arrivals = korea.get("/arrivals")
    assert [a["status"] for a in arrivals.json()] == ["received"]
    assert line.person.case_number not in arrivals.content.decode()


def test_he_is_not_handed_over_before_he_says_yes(
    clerk: Caller, second: Caller
) -> None:
    """At the crossing the last question is asked."""
    line = f"/lines/{make.listed().pk}"
    second.post(f"{line}/approve")

    refused = clerk.post(f"{line}/hand-over")

    assert refused.status_code == 409
    assert "ENG-RECONFIRM" in {o["norm"] for o in refused.json()["obstacles"]}
