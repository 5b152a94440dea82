import pytest

from safeconduct.keyring import queries as keyring
from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
BODY = {"reason": make.REASON}
BELOW = (
    *("", "/timeline", "/deadlines", "/hearings", "/claims", "/determinations"),
    "/signatures",
)


@pytest.fixture
def reviewer() -> Caller:
    """An officer of another authority who may erase."""
    return Caller(make.officer("reviewer", of=make.second_service()))


def test_two_officers_erase(clerk: Caller, reviewer: Caller) -> None:
    """Asked by one, found and confirmed by the other; then everything is gone."""
    person = make.departed()
    case = f"/cases/{person.case_number}"

    made = clerk.post(f"{case}/erasure", BODY)
    (listed,) = reviewer.get("/erasures").json()
    where = f"/erasures/{made.json()['id']}/confirmation"
    number = {"case_number": person.case_number}
    early = clerk.post(where, number)
    wrong = reviewer.post(where, {"case_number": "SC-0000-000"})
    done = reviewer.post(where, number)
    again = reviewer.post(where, number)

    assert made.status_code == 201
    assert (made.json()["done"], made.json()["second"]) == (None, None)
    assert listed == made.json()
    assert clerk.get("/erasures").json() == []
    assert (early.status_code, early.json()["error"]) == (403, "same_authority")
    assert (wrong.status_code, wrong.json()["error"]) == (422, "number_differs")
    assert done.status_code == 200
    assert done.json()["done"] is not None
    assert done.json()["case"] == person.case_number
    assert (again.status_code, again.json()["error"]) == (409, "no_such_erasure")
    assert reviewer.get("/erasures").json() == []
    assert not keyring.has_key(person.pk)


def test_what_is_left_answers_410(clerk: Caller) -> None:
    """Every route below the case says since when; lists go on."""
    person, other = make.departed(), make.ready()
    made = person.determinations.get()
    line = person.departures.get()
    reference = person.referrals.get().reference
    make.erased(person)
    case = f"/cases/{person.case_number}"

    gone = [clerk.get(case + below) for below in BELOW]
    gone.append(clerk.post(f"{case}/erasure", BODY))
    gone.append(clerk.post(f"{case}/claims"))
    gone.append(clerk.post(f"{case}/vault", {"reason": "Preparing his hearing."}))
    gone.append(clerk.get(f"/referrals/{reference}"))
    rows = {row["number"]: row for row in clerk.get("/cases").json()["items"]}

    for answer in gone:
        assert answer.status_code == 410
        assert answer.json()["error"] == "key_destroyed"
        assert answer.json()["erased"] == "2026-03-02T12:00:00+00:00"
        assert str(person.pk) not in answer.content.decode()
    assert rows[person.case_number]["erased"] is not None
    assert rows[other.case_number]["erased"] is None
    assert clerk.get(f"/lists/{line.list_id}").status_code == 200
    assert clerk.get("/referrals").status_code == 200
    assert clerk.post(f"/determinations/{made.pk}/review").status_code in {409, 410}


def test_who_has_not_left(clerk: Caller) -> None:
    """While somebody holds him nobody is erased."""
    answer = clerk.post(f"/cases/{make.ready().case_number}/erasure", BODY)

    assert (answer.status_code, answer.json()["error"]) == (409, "not_yet")
    assert "custody" in answer.json()["message"]


def test_a_reason_is_needed(clerk: Caller) -> None:
    """Fewer than forty characters are refused by the field's name."""
    case = f"/cases/{make.departed().case_number}"

    answer = clerk.post(f"{case}/erasure", {"reason": "Closed."})

    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"reason"}


def test_who_may_not(clerk: Caller) -> None:
    """A hearing officer neither asks, nor reads what waits, nor confirms."""
    person = make.departed()
    case = f"/cases/{person.case_number}"
    row = clerk.post(f"{case}/erasure", BODY).json()["id"]
    hearing = Caller(make.officer("hearing_officer", of=make.second_service()))
    number = {"case_number": person.case_number}

    assert hearing.get("/erasures").json()["right"] == "erasure.erase"
    assert hearing.post(f"{case}/erasure", BODY).status_code == 403
    assert hearing.post(f"/erasures/{row}/confirmation", number).status_code == 403
    assert keyring.has_key(person.pk)
