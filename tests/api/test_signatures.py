import pytest

from tests import make
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
WAY = {"option": "T", "towards": "KR", "reason": make.REASON}
CLOSURE = WAY | {"citation": "GC III Art 12(2)"}
OPENING = CLOSURE | {"expires": "2026-03-05T12:00:00Z"}


def test_one_officer_closes(clerk: Caller) -> None:
    """The closure stands at once, and is listed with reason and service."""
    case = f"/cases/{make.ready().case_number}"

    made = clerk.post(f"{case}/closures", CLOSURE)

    assert made.status_code == 201
    assert made.json()["stands"] is True
    (listed,) = clerk.get(f"{case}/signatures").json()
    assert listed == made.json()
    assert listed["kind"] == "closure"
    assert listed["reason"] == make.REASON
    assert listed["service"]
    assert listed["expires"] is None


def test_two_officers_open(clerk: Caller) -> None:
    """A proposal waits; the signature of the second service opens."""
    case = f"/cases/{make.unable().case_number}"
    second = Caller(make.officer("reviewer", of=make.second_service()))

    made = clerk.post(f"{case}/openings", OPENING)
    early = clerk.post(f"/openings/{made.json()['id']}/signature")
    signed = second.post(f"/openings/{made.json()['id']}/signature")
    again = second.post(f"/openings/{made.json()['id']}/signature")

    assert made.status_code == 201
    assert (made.json()["waits"], made.json()["stands"]) == (True, False)
    assert (made.json()["result"], made.json()["norms"]) == ("barred", ["GCIII-12-2"])
    assert (early.status_code, early.json()["error"]) == (403, "same_service")
    assert signed.status_code == 200
    assert (signed.json()["waits"], signed.json()["stands"]) == (False, True)
    assert signed.json()["second_service"] == "Second service"
    assert (again.status_code, again.json()["error"]) == (409, "no_such_override")


def test_what_no_signature_opens(clerk: Caller) -> None:
    """Every hindrance is named with its norm."""
    facts = make.AT_RISK | {"risk.serious_harm[KR]": "T"}
    person = make.person(facts=facts)
    make.heard(person)
    make.determined(person)

    answer = clerk.post(f"/cases/{person.case_number}/openings", OPENING)

    assert answer.status_code == 409
    assert answer.json()["error"] == "may_not_open"
    norms = {one["norm"] for one in answer.json()["hindrances"]}
    assert "CAT-3-1" in norms
    assert all(one["what"] for one in answer.json()["hindrances"])


def test_nothing_to_stand_beside(clerk: Caller) -> None:
    """Without a determination there is nothing an opening could refer to."""
    case = f"/cases/{make.person().case_number}"

    answer = clerk.post(f"{case}/openings", OPENING)

    assert answer.status_code == 409
    assert answer.json()["error"] == "no_such_answer"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"reason": "Because."}, "reason"),
        ({"citation": " "}, "citation"),
        ({"citation": "x" * 301}, "citation"),
        ({"option": "N"}, "option"),
        ({"towards": "kr"}, "towards"),
        ({"expires": "2026-03-05T12:00:00"}, "expires"),
        ({"expires": None}, "expires"),
        ({"at": "2026-03-02T12:00:00Z"}, "at"),
    ],
)
def test_incomplete_opening(
    clerk: Caller, changed: dict[str, str | None], field: str
) -> None:
    """Each field that cannot be taken is named."""
    case = f"/cases/{make.person().case_number}"

    answer = clerk.post(f"{case}/openings", OPENING | changed)

    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {field}


@pytest.mark.parametrize(
    ("route", "last"),
    [
        ("openings", "2026-06-01T12:00:00Z"),
        ("openings", "2026-03-01T12:00:00Z"),
        ("closures", "2026-03-01T12:00:00Z"),
        ("closures", "9999-12-31T23:59:59-05:00"),
    ],
)
def test_a_last_day_out_of_reach(clerk: Caller, route: str, last: str) -> None:
    """Past, or further away than it may stand: refused with a sentence."""
    case = f"/cases/{make.unable().case_number}"

    answer = clerk.post(f"{case}/{route}", CLOSURE | {"expires": last})

    assert answer.status_code == 422
    assert answer.json()["error"] == "no_reason"
    assert "day" in answer.json()["message"]


def test_a_senior_officer_decides(clerk: Caller) -> None:
    """A contested answer is decided once, by somebody who did not sign it."""
    person = make.volunteer()
    path = f"/determinations/{person.determinations.get().pk}/endorsements"
    body = {"option": "R1", "towards": "KP", "reason": make.REASON}
    senior = Caller(make.officer("senior_officer"))

    made = senior.post(path, body)
    again = senior.post(path, body)
    plain = senior.post(path, body | {"option": "T", "towards": "KR"})

    assert made.status_code == 201
    assert (made.json()["kind"], made.json()["stands"]) == ("endorsement", True)
    assert (again.status_code, again.json()["error"]) == (409, "no_such_answer")
    assert plain.status_code == 409
    listed = clerk.get(f"/cases/{person.case_number}/signatures").json()
    assert [one["id"] for one in listed] == [made.json()["id"]]


def test_who_may_not(clerk: Caller) -> None:
    """A doctor neither reads nor signs; a hearing officer closes and does not open."""
    person = make.unable()
    case = f"/cases/{person.case_number}"
    opening = clerk.post(f"{case}/openings", OPENING).json()["id"]
    doctor = Caller(make.officer("doctor"))
    hearing = Caller(make.officer("hearing_officer"))

    assert doctor.get(f"{case}/signatures").status_code == 403
    assert doctor.post(f"/openings/{opening}/signature").status_code == 403
    assert hearing.post(f"{case}/closures", CLOSURE).status_code == 201
    assert hearing.post(f"{case}/openings", OPENING).json()["right"] == "override.open"
