"""Searching by name as a program does."""

from uuid import uuid4

import pytest

from safeconduct.journal.models import Entry
from safeconduct.register import actions
from tests import make
from tests.api.caller import Caller, Clock

pytestmark = pytest.mark.django_db
WHY = {"reason": "A family asks after a son."}


def opened(caller: Caller) -> str:
    answer = caller.post("/searches", WHY)
    assert answer.status_code == 201
    return str(answer.json()["id"])


def test_a_half_typed_name(clerk: Caller) -> None:
    """The answer tells whom it may mean and why; the search is one act."""
    person = make.person()
    search = opened(clerk)

    answer = clerk.post("/search", {"search": search, "name": "hong k"})

    assert answer.status_code == 200
    (hit,) = answer.json()["hits"]
    assert (hit["case"], hit["name"]) == (person.case_number, "홍길동")
    assert (hit["how"], hit["reading"], hit["weight"]) == ("begins", "홍길동", None)
    assert answer.json()["has_more"] is False
    assert answer["Cache-Control"] == "no-store"
    assert Entry.objects.filter(kind=actions.OPENED_SEARCH).count() == 1


def test_a_whole_name_is_weighed(clerk: Caller) -> None:
    """With the evidence in nats, and in words."""
    make.person()

    answer = clerk.post("/search", {"search": opened(clerk), "name": "Hong Gildong"})

    (hit,) = answer.json()["hits"]
    assert hit["how"] == "whole"
    assert hit["weight"] > 5
    assert hit["reasons"]


def test_a_search_ends(clerk: Caller, clock: Clock) -> None:
    """It ends after a quarter of an hour, and was never another's."""
    search = opened(clerk)
    other = Caller(make.officer("registrar"))
    asked = {"search": search, "name": "홍"}

    assert other.post("/search", asked).status_code == 409
    assert clerk.post("/search", {**asked, "search": str(uuid4())}).status_code == 409
    clock.forward(minutes=15)
    answer = clerk.post("/search", asked)
    assert (answer.status_code, answer.json()["error"]) == (409, "search_ended")


def test_no_reason(clerk: Caller) -> None:
    """A word is no reason."""
    assert clerk.post("/searches", {"reason": "x"}).status_code == 422


def test_too_long(clerk: Caller) -> None:
    """The field says how long a name may be."""
    answer = clerk.post("/search", {"search": opened(clerk), "name": "a" * 201})

    assert answer.status_code == 422


def test_without_the_right(clerk: Caller) -> None:
    """Who does not open the vault does not search it."""
    doctor = Caller(make.officer("doctor"))
    search = opened(clerk)

    for path, body in [
        ("/searches", WHY),
        ("/search", {"search": search, "name": "홍"}),
    ]:
        answer = doctor.post(path, body)
        assert (answer.status_code, answer.json()["right"]) == (403, "vault.search")
