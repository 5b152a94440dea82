"""Who must not get in: nobody, another State's mission, another camp's officers."""

from typing import Any

import pytest

from safeconduct.accounts.models import Role
from safeconduct.api.routes import api
from safeconduct.register import case_numbers
from tests import make
from tests.api import house as houses
from tests.api.caller import Caller
from tests.api.house import House, Route

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return houses.built()


def call(caller: Caller, route: Route, path: str = "") -> Any:
    where = path or route.path
    if route.method == "get":
        return caller.get(where)
    return caller.post(where, route.body)


def told_apart(caller: Caller, routes: list[Route]) -> list[str]:
    """Name the routes that let a stranger in, or tell him that something is there."""
    found = []
    for route in routes:
        here, absent = call(caller, route), call(caller, route, route.absent)
        refused = here.status_code in {403, 404}
        same = (here.status_code, here.content) == (absent.status_code, absent.content)
        if not refused or not same:
            found.append(f"{route.operation} {here.status_code} {absent.status_code}")
    return found


def test_the_table_of_routes_is_whole(house: House) -> None:
    """Every route of the API is tried by these tests."""
    schema: Any = api.get_openapi_schema(path_prefix="/api/v1/")
    known = {o["operationId"] for ops in schema["paths"].values() for o in ops.values()}
    tried = {route.operation for route in houses.all_routes(house)}

    assert known - tried == {"register_case"}  # below, with a card
    assert tried <= known


def test_the_number_of_nobody_could_be_a_case() -> None:
    """The absent case of these tests is refused because it is not there."""
    assert case_numbers.read(houses.NO_CASE) == houses.NO_CASE


def test_nobody_gets_in(house: House, nobody: Caller) -> None:
    """Without a token or a session every route answers 401 and says how to come in."""
    card = Route("register_case", "post", "/cases", houses.card(house.camp))
    for route in [*houses.all_routes(house), card]:
        answer = call(nobody, route)

        assert answer.status_code == 401, route.operation
        assert answer.json()["error"] == "unauthenticated"
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer["Cache-Control"] == "no-store"


def test_the_mission_of_another_state_learns_nothing(house: House) -> None:
    """Its liaison gets the same answer for what is there and for what is not."""
    stranger = Caller(make.stranger())
    routes = [*houses.of_the_case(house), *houses.of_the_house(house)]

    assert told_apart(stranger, routes) == []
    assert stranger.post("/cases", houses.card(house.camp)).status_code == 403
    assert stranger.get("/referrals").json() == []
    assert stranger.get("/arrivals").json() == []
    for closed in ("/cases", "/facts", "/lists", "/reports", "/authorities"):
        assert stranger.get(closed).status_code == 403, closed


def test_the_officers_of_another_camp_learn_nothing(house: House) -> None:
    """With every role at home they see no case, line or referral of this camp."""
    roles = [role for role in Role if role != Role.LIAISON]
    other = Caller(make.officer(*roles, of=make.authority("camp", state="PL")))

    # Lists belong to no camp; that his case is not told apart there stands below.
    routes = [r for r in houses.of_the_case(house) if r.operation != "add_to_list"]
    assert told_apart(other, routes) == []
    assert other.post("/cases", houses.card(house.camp)).status_code == 403
    assert other.get("/cases").json()["items"] == []
    assert other.get(f"/lists/{house.list}").json()["lines"] == []
    assert other.get("/referrals").json() == []
    decline = other.post(f"/lists/{house.list}/lines", {"case": house.case})
    absent = other.post(f"/lists/{house.list}/lines", {"case": houses.NO_CASE})
    assert decline.status_code == absent.status_code == 404
    assert decline.content == absent.content


def test_a_role_without_the_right_sees_and_may_not(house: House) -> None:
    """Who may read the case, but not do this, is told which right it needs."""
    reader = Caller(make.officer("doctor"))
    for route in houses.of_the_case(house):
        if "/cases/" not in route.path or route.method == "get":
            continue
        answer = call(reader, route)
        if route.operation in {"state_facts", "lodge_claim"}:  # a doctor's own
            assert answer.status_code == 201
            continue
        expected = 422 if route.operation == "find" else 403  # its passage is not his
        assert answer.status_code == expected, route.operation
        if expected == 403:
            assert answer.json()["error"] == "not_permitted"
            assert answer.json()["right"]
