"""The whole line over HTTP: from the capture card to the arrival."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import make
from tests.api.caller import Caller, Clock

pytestmark = pytest.mark.django_db

REPORT = b"Returned prisoners are tortured, three former guards say."


def test_a_transfer_from_the_card_to_the_arrival(  # noqa: PLR0915  a whole life
    clerk: Caller, second: Caller, korea: Caller, clock: Clock
) -> None:
    """Registered, heard, offered, accepted, found, determined, reviewed, confirmed,
    listed, approved, asked at the border, handed over and received."""
    camp = make.authority("camp")
    assert korea.officer is not None
    mission = str(korea.officer.authority_id)

    common = clerk.post("/facts", {"facts": make.COMMON, "reason": "For a test."})
    assert common.status_code == 201
    card = {
        "holder": str(camp.pk),
        "claims": [{"kind": "name", "source": "stated", "text": "홍길동"}],
        "powers": ["KP"],
        "taken_on": "2026-01-10",
        "facts": make.PLAIN,
    }
    registered = clerk.post("/cases", card)
    assert registered.status_code == 201
    case = f"/cases/{registered.json()['number']}"
    stated = {"facts": {**make.HEALTHY, **make.NO_CASE}, "reason": "For a test."}
    assert clerk.post(f"{case}/facts", stated).status_code == 201

    hearing = {
        "held_at": (clock.time - timedelta(minutes=30)).isoformat(),
        "language": "ko",
        "wish": "refuge:KR",
        "words": "저는 남한으로 가고 싶습니다.",
        "safeguards": make.SAFE,
    }
    assert clerk.post(f"{case}/hearings", hearing).status_code == 201

    offered = clerk.post(
        f"{case}/referrals",
        {"mission": mission, "disclose": ["name"], "consents": True},
    )
    assert offered.status_code == 201
    referral = f"/referrals/{offered.json()['reference']}"
    assert korea.get(referral).json()["dossier"][0]["text"] == "홍길동"
    assert (
        korea.post(f"{referral}/messages", {"text": "Is he well?"}).status_code == 201
    )
    assert clerk.post(f"{referral}/messages", {"text": "He is."}).status_code == 201
    assert korea.post(f"{referral}/accept").json()["status"] == "accepted"

    file = SimpleUploadedFile("report.txt", REPORT)
    report = clerk.upload("/reports", file=file).json()["id"]
    text = clerk.get(f"/reports/{report}").json()["text"]
    marked = {"start": 0, "end": len(text.rstrip())}
    quoted = clerk.post(f"/reports/{report}/passages", marked).json()
    passage, item = quoted["id"], f"/reports/items/{quoted['item']}"
    analyst = Caller(make.officer("analyst"))
    said = {"verdict": "accept", "seen": analyst.get(item).json()["decisions"]}
    assert analyst.post(f"{item}/decisions", said).json()["seconds"] is True
    found = clerk.post(
        f"{case}/findings",
        {"facts": make.AT_RISK, "reason": "The report.", "passages": [passage]},
    )
    assert found.status_code == 201

    reasons = {"reasons": "He was heard in private and fears return."}
    determined = clerk.post(f"{case}/determinations", reasons)
    assert determined.status_code == 201
    assert determined.json()["results"]["X"] == "barred"
    review = f"/determinations/{determined.json()['id']}/review"
    assert second.post(review).status_code == 200
    asked = {"stage": "camp", "answer": "yes"}
    assert clerk.post(f"{case}/confirmations", asked).status_code == 201

    # An exchange would hand him over to whom he fears: refused, with its grounds.
    exchange = {"option": "X", "towards": "RU", "planned": "2026-03-04"}
    swap = clerk.post("/lists", exchange).json()["id"]
    whom = {"case": registered.json()["number"]}
    refused = clerk.post(f"/lists/{swap}/lines", whom)
    assert refused.status_code == 409
    assert refused.json()["error"] == "gate_closed"
    norms = {ground["norm"] for ground in refused.json()["obstacles"]}
    assert "CAT-3-1" in norms
    assert all(ground["what"] for ground in refused.json()["obstacles"])

    planned = {
        "option": "T",
        "towards": "KR",
        "planned": "2026-03-04",
        "receiver": mission,
    }
    transfer = clerk.post("/lists", planned).json()["id"]
    listed = clerk.post(f"/lists/{transfer}/lines", whom)
    assert listed.status_code == 201, listed.json()
    line = f"/lines/{listed.json()['id']}"
    assert second.post(f"{line}/approve").json()["status"] == "approved"

    early = clerk.post(f"{line}/hand-over")
    assert early.status_code == 409
    assert "ENG-RECONFIRM" in {o["norm"] for o in early.json()["obstacles"]}
    asked = {"stage": "border", "answer": "yes"}
    assert clerk.post(f"{case}/confirmations", asked).status_code == 201
    assert clerk.post(f"{line}/hand-over").json()["status"] == "handed_over"

    arrivals = korea.get("/arrivals").json()
    assert [a["reference"] for a in arrivals] == [offered.json()["reference"]]
    received = korea.post(f"{line}/receive")
    assert received.json()["status"] == "received"
    assert registered.json()["number"] not in received.content.decode()

    whole = clerk.get(case).json()
    assert whole["status"] == "departed"
    assert [event["kind"] for event in whole["custody"]] == [
        "captured",
        "transferred_power",
    ]
    kinds = {event["kind"] for event in clerk.get(f"{case}/timeline").json()}
    assert {"departure.refused", "departure.received", "hearing.recorded"} <= kinds
