from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.api import house as houses
from tests.api.caller import Caller

pytestmark = pytest.mark.django_db
TEXT = "Of 120 prisoners, some 40 were returned, three former guards say."


def taken_in(clerk: Caller, text: str = TEXT) -> Any:
    return clerk.upload("/reports", file=SimpleUploadedFile("a.txt", text.encode()))


def test_a_report_is_taken_in_and_read(clerk: Caller) -> None:
    """Its text comes back, with the figures in it."""
    answer = taken_in(clerk)

    assert answer.status_code == 201
    report = answer.json()["id"]
    assert [r["id"] for r in clerk.get("/reports").json()] == [report]
    whole = clerk.get(f"/reports/{report}").json()
    assert TEXT in whole["text"]
    assert len(whole["sha256"]) == 64
    for figure in whole["figures"]:
        assert whole["text"][figure["start"] : figure["end"]] == figure["text"]


def test_the_same_bytes_twice(clerk: Caller) -> None:
    """The refusal says where the report is."""
    first = taken_in(clerk).json()["id"]

    again = taken_in(clerk)

    assert again.status_code == 409
    assert again.json()["error"] == "already_imported"
    assert again.json()["report"] == first


def test_a_file_without_text(clerk: Caller) -> None:
    """Nothing in it that can be read."""
    empty = clerk.upload("/reports", file=SimpleUploadedFile("a.txt", b""))
    binary = clerk.upload("/reports", file=SimpleUploadedFile("a.txt", b"\0\1\2" * 99))

    assert empty.status_code == binary.status_code == 422
    assert binary.json()["error"] == "unreadable"


def test_no_file(clerk: Caller) -> None:
    """The sentence says what to send, and how large it may be."""
    answer = clerk.upload("/reports")

    assert answer.status_code == 422
    assert "megabytes" in answer.json()["fields"]["file"]


def test_a_file_that_is_too_large(clerk: Caller, settings: Any) -> None:
    """More than the house takes in never becomes a file on its disk."""
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = taken_in(clerk, "x" * 2000)

    assert answer.status_code == 422
    assert "megabytes" in answer.json()["fields"]["file"]


def test_a_passage_is_marked(clerk: Caller) -> None:
    """It is listed with its words."""
    report = taken_in(clerk).json()["id"]

    marked = clerk.post(f"/reports/{report}/passages", {"start": 3, "end": 16})

    assert marked.status_code == 201
    shown = clerk.get(f"/reports/{report}/passages").json()
    assert [(p["id"], p["text"]) for p in shown] == [
        (marked.json()["id"], "120 prisoners")
    ]


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (5, 5), (6, 2), (0, 10_000), (0, 2**40), ("a", 2)]
)
def test_a_passage_outside_the_text(clerk: Caller, start: Any, end: Any) -> None:
    """Empty, backwards, or beyond the last word."""
    report = taken_in(clerk).json()["id"]

    answer = clerk.post(f"/reports/{report}/passages", {"start": start, "end": end})

    assert answer.status_code == 422


def test_a_report_that_is_not_there(clerk: Caller) -> None:
    """Reading and quoting find nothing."""
    nothing = f"/reports/{houses.NOTHING}"

    assert clerk.get(nothing).status_code == 404
    quoted = clerk.post(f"{nothing}/passages", {"start": 0, "end": 1})
    assert quoted.status_code == 404


def test_a_press_officer_reads_and_does_not_import() -> None:
    """What the pages allow him is what his program may do."""
    press = Caller(make.officer("press_officer", of=make.authority("press")))

    assert press.get("/reports").status_code == 200
    assert taken_in(press).status_code == 403


def test_the_registrar_reads_no_reports() -> None:
    """Reports name people: they are for those who assess them."""
    registrar = Caller(make.officer("registrar"))

    assert registrar.get("/reports").status_code == 403


def _item(clerk: Caller) -> Any:
    taken_in(clerk)
    return clerk.get("/reports/items").json()[0]


def test_an_item_is_corrected_and_seconded(clerk: Caller) -> None:
    """Two analysts; the machine's reading is no longer what stands."""
    row = _item(clerk)
    path = f"/reports/items/{row['id']}"
    said = {
        "verdict": "correct",
        "reason": "It says so.",
        "correction": {"low": "119", "high": None},
        "seen": row["decisions"],
    }
    assert clerk.get(path).json()["figure"]["low"] == "120"

    first = clerk.post(f"{path}/decisions", said)
    second = Caller(make.officer("analyst"))
    agreed = second.post(f"{path}/decisions", {"verdict": "accept", "seen": 1})

    assert first.json()["number"] == 1
    assert agreed.json()["seconds"] is True
    whole = clerk.get(path).json()
    assert (whole["figure"]["low"], whole["figure"]["high"]) == ("119", None)
    assert (whole["state"], whole["seconded"]) == ("corrected", True)
    assert [one["verdict"] for one in whole["said"]] == ["correct", "accept"]


@pytest.mark.parametrize(
    ("said", "status", "error"),
    [
        ({"verdict": "refuse", "seen": 0}, 422, "bad_correction"),
        ({"verdict": "accept", "seen": 7}, 409, "decided_meanwhile"),
        ({"verdict": "perhaps", "seen": 0}, 422, "invalid"),
    ],
)
def test_a_decision_that_is_none(
    clerk: Caller, said: Any, status: int, error: str
) -> None:
    """Each refusal has its code."""
    answer = clerk.post(f"/reports/items/{_item(clerk)['id']}/decisions", said)

    assert answer.status_code == status
    assert error == "invalid" or answer.json()["error"] == error


def test_several_files_at_once(clerk: Caller) -> None:
    """What was taken, and why the rest was not."""
    files = [
        SimpleUploadedFile("a.txt", TEXT.encode()),
        SimpleUploadedFile("b.bin", b"\0\1\2" * 99),
    ]

    answer = clerk.upload("/reports/collections", file=files)

    assert answer.status_code == 201
    assert len(answer.json()["taken"]) == 1
    assert [one["name"] for one in answer.json()["refused"]] == ["b.bin"]


def test_families_topics_and_examples(clerk: Caller) -> None:
    """A report is a family of its own, what it counts a topic; nothing leaves yet."""
    report = taken_in(clerk).json()["id"]

    assert clerk.get("/reports/families").json() == [{"reports": [report]}]
    assert {t["sources"] for t in clerk.get("/reports/topics").json()} == {1}
    assert clerk.post("/reports/examples").json() == []
    assert clerk.post("/reports/comparison").json() == {"proposed": 0}


def test_a_passage_of_one_analyst_is_no_evidence(clerk: Caller) -> None:
    """The finding is refused until a second has accepted the passage."""
    report = taken_in(clerk).json()["id"]
    marked = clerk.post(f"/reports/{report}/passages", {"start": 3, "end": 16}).json()
    case = make.person().case_number
    found = {
        "facts": {"risk.torture[KP]": "U"},
        "reason": "The report.",
        "passages": [marked["id"]],
    }

    refused = clerk.post(f"/cases/{case}/findings", found)
    other = Caller(make.officer("analyst"))
    said = {"verdict": "accept", "seen": 1}
    other.post(f"/reports/items/{marked['item']}/decisions", said)

    assert (refused.status_code, refused.json()["error"]) == (409, "not_accepted")
    assert clerk.post(f"/cases/{case}/findings", found).status_code == 201
    facts = {f["name"]: f for f in clerk.get(f"/cases/{case}").json()["facts"]}
    assert facts["risk.torture[KP]"]["sources"] == 1
