"""Who is given away by a report, for programs."""

import pytest

from safeconduct.exposure.models import Incident
from tests import make
from tests.api.caller import Caller
from tests.fonts import needs_hangul

pytestmark = pytest.mark.django_db


@pytest.fixture
def analyst() -> Caller:
    return Caller(make.officer("analyst"))


@pytest.fixture
def assessor() -> Caller:
    return Caller(make.officer("assessor"))


@needs_hangul
def test_from_a_scan_to_a_letter(analyst: Caller, assessor: Caller) -> None:
    """Search, look, confirm; then letter, answer and family, each by whom it is for."""
    person = make.exposed_person()
    report = make.telling_report()

    done = analyst.post(f"/reports/{report.pk}/scans")
    assert (done.status_code, done.json()["found"]) == (201, 1)
    (row,) = analyst.get("/sightings").json()
    assert (row["case"], row["k"], row["state"]) == (person.case_number, 1, "open")
    path = f"/sightings/{row['id']}"
    shown = analyst.get(path)
    assert "Rim" not in shown.content.decode()
    assert {"direct", "quasi", "wish"} == {s["kind"] for s in shown.json()["spans"]}
    words = {one["text"] for one in analyst.post(f"{path}/words").json()}
    assert {"Rim Dae-hyok", "23-year-old"} <= words
    judged = {"answer": "confirmed", "reason": make.REASON}
    began = analyst.post(f"{path}/judgement", judged)
    assert began.status_code == 201
    again = assessor.post(f"{path}/judgement", judged)
    assert (again.status_code, again.json()["error"]) == (409, "decided")

    incident = f"/incidents/{began.json()['incident']}"
    assert [one["case"] for one in assessor.get("/incidents").json()] == [
        person.case_number
    ]
    letter = {"to": "The Editor", "reply_to": "press@bureau.example", "language": "ko"}
    wrong = assessor.post(f"{incident}/letters", {**letter, "quotes": ["never said"]})
    assert (wrong.status_code, wrong.json()["error"]) == (422, "not_printed")
    written = assessor.post(f"{incident}/letters", {**letter, "quotes": ["driver"]})
    assert written.status_code == 201
    printed = assessor.get(f"{incident}/letters/{written.json()['id']}")
    assert printed["Content-Type"] == "application/pdf"
    assert printed["Cache-Control"] == "no-store"
    assert printed.content.startswith(b"%PDF")
    answered = assessor.post(
        f"/letters/{written.json()['id']}/answer", {"answer": "none", "note": "x"}
    )
    assert answered.json()["answer"] == "none"
    warned = {"done": False, "words": make.REASON}
    assert assessor.post(f"{incident}/family", warned).status_code == 201
    early = assessor.post(f"{incident}/closure", {"reason": make.REASON})
    assert (early.status_code, early.json()["error"]) == (409, "not_yet")
    whole = assessor.get(incident).json()
    assert whole["status"] == "answered"
    assert not whole["is_determined"]
    assert len(whole["warnings"]) == len(whole["letters"]) == 1
    assert analyst.post(f"{incident}/family", warned).status_code == 403


def test_refused(analyst: Caller) -> None:
    """A refusal is kept, and nothing begins."""
    found = make.sighted()
    path = f"/sightings/{found.pk}"

    said = analyst.post(
        f"{path}/judgement", {"answer": "refused", "reason": make.REASON}
    )

    assert said.json() == {"answer": "refused", "incident": None}
    assert [one["answer"] for one in analyst.get(path).json()["judgements"]] == [
        "refused"
    ]
    of_report = analyst.get(f"/sightings?report={found.publication_id}").json()
    assert [one["state"] for one in of_report] == ["refused"]
    assert analyst.get("/sightings").json() == []


def test_a_broadcast(assessor: Caller) -> None:
    """What is not among the reports is reported by hand; a bad body names its field."""
    person = make.person()
    body = {"publisher": "Channel North", "language": "ru", "k": 2}
    path = f"/cases/{person.case_number}/incidents"

    wrong = assessor.post(path, {**body, "classes": [], "reason": make.REASON})
    made = assessor.post(path, {**body, "classes": ["wish"], "reason": make.REASON})

    assert wrong.status_code == 422
    assert "classes" in wrong.json()["fields"]
    assert made.status_code == 201
    assert made.json()["report"] is None
    assert Incident.objects.get().classes == "wish"
