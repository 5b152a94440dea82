import pytest

from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_missions_are_found_by_kind(clerk: Caller) -> None:
    """Who offers a person finds the mission's UUID here."""
    mission = make.authority("mission", state="KR")

    found = clerk.get("/authorities?kind=mission").json()

    assert [(a["id"], a["state"]) for a in found] == [(str(mission.pk), "KR")]


def test_an_unknown_kind(clerk: Caller) -> None:
    """Only the kinds that a case can have to do with are listed."""
    assert clerk.get("/authorities?kind=press").status_code == 422


def test_a_mission_does_not_learn_our_camps() -> None:
    """The places where people are held are not for other States."""
    assert Caller(make.stranger()).get("/authorities").status_code == 403
