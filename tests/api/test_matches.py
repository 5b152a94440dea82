"""Pairs of records, for programs: reviewed, joined and parted as on the pages."""

from typing import Any

import pytest

from safeconduct.matching import links
from safeconduct.register.cards import Claim
from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
SAME = {"answer": "same", "reason": make.REASON}


@pytest.fixture
def reviewer() -> Caller:
    return Caller(make.officer("registrar"))


@pytest.fixture
def senior() -> Caller:
    return Caller(make.officer("senior_officer"))


def proposed(caller: Caller) -> Any:
    """Two records of one man, proposed by this caller."""
    one = make.record(Claim("name", "stated", "백철수"))
    other = make.record(Claim("name", "card_disputed", "Paek Ch'ŏl-su"))
    both = {"first": one.case_number, "second": other.case_number}
    answer = caller.post("/pairs", {**both, "why": "Found in a search."})
    assert answer.status_code == 201
    return answer.json()


def test_from_proposal_to_undoing(reviewer: Caller, senior: Caller) -> None:
    """Each step, by whoever may take it; the queues follow."""
    pair = proposed(reviewer)
    path = f"/pairs/{pair['id']}"
    second = Caller(make.officer("assessor"))
    assert [one["id"] for one in second.get("/pairs").json()] == [pair["id"]]

    first = reviewer.post(f"{path}/answers", SAME)
    assert (first.status_code, first.json()["mine"]) == (201, "same")
    assert first.json()["answers"] == []
    assert reviewer.get("/pairs").json() == []
    assert second.get(path).json()["answers"] == []
    early = senior.post(f"{path}/merge", {**_leading(pair), "reason": make.REASON})
    assert (early.status_code, early.json()["error"]) == (409, "not_in_turn")
    settled = second.post(f"{path}/answers", SAME).json()
    assert settled["settled"] == "same"
    assert len(settled["answers"]) == 2

    (waiting,) = senior.get("/pairs?queue=to_merge").json()
    merged = senior.post(f"{path}/merge", {**_leading(pair), "reason": make.REASON})
    assert waiting["id"] == pair["id"]
    assert merged.status_code == 201
    assert merged.json()["merge"]["leading"] == pair["second"]
    asked = senior.post(f"{path}/undoing", {"reason": make.REASON})
    assert asked.json()["merge"]["undo_asked"] is not None
    alone = senior.post(f"{path}/undoing/signature")
    assert (alone.status_code, alone.json()["error"]) == (403, "same_service")
    other = Caller(make.officer("reviewer", of=make.second_service()))
    assert len(other.get("/pairs?queue=to_undo").json()) == 1
    undone = other.post(f"{path}/undoing/signature")

    assert undone.json()["merge"]["undone"] is not None
    again = other.post(f"{path}/undoing/signature")
    assert (again.status_code, again.json()["error"]) == (409, "not_in_turn")


def _leading(pair: Any) -> dict[str, str]:
    return {"leading": pair["second"].lower()}


def test_both_records(reviewer: Caller) -> None:
    """Fields with what they say; a role without the right is told which it needs."""
    pair = proposed(reviewer)
    path = f"/pairs/{pair['id']}/records"

    found = reviewer.post(path).json()
    refused = Caller(make.officer("senior_officer")).post(path)

    (name,) = found["compared"]
    assert (name["kind"], name["says"], name["why"]) == ("name", "agrees", ["백철수"])
    assert "Both can be read as 백철수." in name["reasons"]
    assert found["bearers"] == 0
    texts = {name["first"][0]["text"], name["second"][0]["text"]}
    assert texts == {"백철수", "Paek Ch'ŏl-su"}
    assert found["weight"] == pytest.approx(name["weight"])
    assert refused.status_code == 403
    assert refused.json()["right"] == "matching.review"


def test_what_cannot_be_taken(reviewer: Caller, senior: Caller) -> None:
    """No reason, the same record twice, a leading record that is none of the two."""
    pair = proposed(reviewer)
    path = f"/pairs/{pair['id']}"
    twice = {"first": pair["first"], "second": pair["first"], "why": "Alike."}
    short = {"answer": "same", "reason": "Yes."}
    stranger = {"leading": "SC-0000-000", "reason": make.REASON}

    answers = [
        reviewer.post("/pairs", twice),
        reviewer.post(f"{path}/answers", short),
        reviewer.post(f"{path}/answers", {**SAME, "answer": "perhaps"}),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert senior.post(f"{path}/merge", stranger).json()["error"] == "may_not_merge"
    assert senior.post(f"{path}/undoing/signature").status_code == 409
    again = {**twice, "second": pair["second"]}
    assert reviewer.post("/pairs", again).json()["error"] == "already_proposed"


def test_grounds_name_the_other_record(clerk: Caller) -> None:
    """A closed gate says which grounds stand in another record of the same person."""
    one, other = make.person(), make.person()
    make.merged(one, other)
    departure = make.departure_list()

    answer = clerk.post(f"/lists/{departure.pk}/lines", {"case": one.case_number})

    assert answer.status_code == 409
    elsewhere = {ground["elsewhere"] for ground in answer.json()["obstacles"]}
    assert elsewhere == {True, False}
    assert len(links.together(one.pk)) == 2


def test_who_was_erased(reviewer: Caller) -> None:
    """A pair with somebody who was erased answers 410."""
    gone = make.departed()
    pair = make.pair(gone, make.person())
    make.erased(gone)

    for answer in (
        reviewer.get(f"/pairs/{pair.pk}"),
        reviewer.post(f"/pairs/{pair.pk}/records"),
        reviewer.post(f"/pairs/{pair.pk}/answers", SAME),
    ):
        assert answer.status_code == 410
    assert reviewer.get("/pairs").json() == []
