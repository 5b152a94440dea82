from typing import Any

import pytest

from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_what_is_due(clerk: Caller) -> None:
    """Each clock that has started, with its source, its start and its end."""
    person = make.ready()
    found = clerk.get(f"/cases/{person.case_number}/deadlines")
    told = {one["clock"]: one for one in found.json()}

    assert found.status_code == 200
    window = told["ENG-RECONFIRM/window"]
    assert window["starts"] == "2026-03-01T16:00:00Z"
    assert window["due"] == "2026-03-04T16:00:00Z"
    assert window["state"] == "running"
    assert window["mark"] == "[I]"
    assert told["GCIII-31/inspection"]["state"] == "missed"
    assert told["GCIII-122-1/data"]["state"] == "at_once"


def test_a_house_sets_its_own_window(clerk: Caller, settings: Any) -> None:
    """The clock of the page is the one the gate goes by."""
    settings.RECONFIRM_HOURS = 12
    person = make.ready()
    found = clerk.get(f"/cases/{person.case_number}/deadlines").json()
    told = {one["clock"]: one for one in found}

    assert told["ENG-RECONFIRM/window"]["state"] == "missed"
    assert told["ENG-RECONFIRM/window"]["period"] == "PT12H"


def test_keepers_see_their_own_clocks() -> None:
    """Who keeps him sees cards and doctors, and nothing of wish, claim or harm."""
    person = make.ready()
    make.open_claim(person)
    keeper = Caller(make.officer("registrar", "doctor", of=person.holder))
    found = keeper.get(f"/cases/{person.case_number}/deadlines").json()
    names = {one["clock"] for one in found}
    facts = {fact for one in found for fact in one["why"]}

    assert "GCIII-70/week" in names
    assert not [name for name in names if name.startswith(("ENG", "KR", "KPW"))]
    assert "GCIII-122-SAFE/warning" not in names
    hidden = ("wish.", "hearing.", "claim.", "risk.", "disc.", "determination.")
    assert not [fact for fact in facts if fact.startswith(hidden)]
