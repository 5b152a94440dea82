from typing import Any

import pytest

from safeconduct.reports import actions as reports
from tests import make
from tests.api import house as houses
from tests.api.caller import Caller, Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> str:
    """The address of a person's case."""
    return f"/cases/{make.person().case_number}"


def test_facts_of_the_house(clerk: Caller) -> None:
    """What is stated for everybody is in force for everybody."""
    stated = {"facts": make.COMMON, "reason": "Note of the ministry."}

    assert clerk.post("/facts", stated).status_code == 201
    assert clerk.get("/facts").json() == {"facts": make.COMMON}


def test_a_fact_that_is_no_longer_fresh_is_not_in_force(clock: Clock) -> None:
    """What a receiving State was willing to do a month ago counts as unknown."""
    clerk = Caller(make.officer(), days=90)
    clerk.post("/facts", {"facts": make.COMMON, "reason": "Note of the ministry."})
    clock.forward(days=40)

    assert clerk.get("/facts").json() == {"facts": {"conflict.active_hostilities": "T"}}


def test_a_fact_of_one_person_is_not_for_everybody(clerk: Caller) -> None:
    """It is refused, and the sentence says where to state it."""
    stated = {"facts": {"excl.1F": "F"}, "reason": "For a test."}

    answer = clerk.post("/facts", stated)

    assert answer.status_code == 422
    assert answer.json()["error"] == "not_stated"


def test_facts_about_a_person(clerk: Caller, case: str) -> None:
    """The answer says until when each is fresh; the case shows its reason."""
    stated = {"facts": {"health.fit_to_travel": "F"}, "reason": "A broken leg."}

    answer = clerk.post(f"{case}/facts", stated)

    assert answer.status_code == 201
    assert answer.json()[0]["valid_until"] is not None
    shown = {f["name"]: f for f in clerk.get(case).json()["facts"]}
    assert shown["health.fit_to_travel"]["value"] == "F"
    assert shown["health.fit_to_travel"]["reason"] == "A broken leg."


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"wish.current": "stay"},
        {"risk.torture": "T"},
        {"risk.torture[KP]": "perhaps"},
        {"risk.torture[KP]": {"a": 1}},
        {"person.is_minor": [["T"]]},
        {"x" * 81: "T"},
        {"conflict.active_hostilities": "T"},
    ],
)
def test_facts_that_cannot_be_stated(
    clerk: Caller, case: str, facts: dict[str, Any]
) -> None:
    """None, one from a hearing, a wrong name or value, one of the house."""
    answer = clerk.post(f"{case}/facts", {"facts": facts, "reason": "For a test."})

    assert answer.status_code == 422, answer.json()


def test_facts_without_a_reason(clerk: Caller, case: str) -> None:
    """A fact without a reason cannot be reviewed."""
    stated = {"facts": {"health.fit_to_travel": "T"}, "reason": " "}

    assert set(clerk.post(f"{case}/facts", stated).json()["fields"]) == {"reason"}


def test_a_finding_rests_on_its_passages(clerk: Caller, case: str) -> None:
    """The case shows each fact with the passages that support it, named once."""
    officer = make.officer()
    report = reports.import_report(
        b"Returned prisoners are tortured.",
        name="a.txt",
        officer=officer,
        at=make.NOON,
    )
    quoted = reports.quote(report.pk, start=0, end=8, officer=officer, at=make.NOON)
    passage = str(make.evidence(quoted).pk)
    found = {
        "facts": {"risk.onward[RU->KP]": "U"},
        "reason": "The report.",
        "passages": [passage, passage],
    }

    assert clerk.post(f"{case}/findings", found).status_code == 201
    shown = {f["name"]: f for f in clerk.get(case).json()["facts"]}
    assert shown["risk.onward[RU->KP]"]["passages"] == [passage]


def test_a_passage_that_does_not_exist(clerk: Caller, case: str) -> None:
    """A finding does not rest on nothing."""
    found = {
        "facts": {"risk.torture[KP]": "U"},
        "reason": "The report.",
        "passages": [str(houses.NOTHING)],
    }

    answer = clerk.post(f"{case}/findings", found)

    assert answer.status_code == 422
    assert answer.json()["error"] == "no_such_passage"


def test_a_finding_without_passages(clerk: Caller, case: str) -> None:
    """What the assessor knows from elsewhere needs no passage, but a reason."""
    found = {"facts": {"risk.family": "U"}, "reason": "He said so himself."}

    assert clerk.post(f"{case}/findings", found).status_code == 201
