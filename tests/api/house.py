"""A house with one of everything, for tests that go round all routes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from safeconduct.accounts.models import Authority
from safeconduct.determination import queries as determination
from safeconduct.exposure.models import Takedown
from safeconduct.referral import queries as referral
from safeconduct.reports import actions as reports
from tests import make

NO_CASE = "SC-0000-000"  # its check symbol is right, and nobody has it
NO_REFERENCE = "RF-0000-000"
NOTHING = UUID("00000000-0000-4000-8000-000000000000")


@dataclass(frozen=True)
class House:
    """The addresses of what is there."""

    camp: Authority
    case: str
    claim: UUID
    interview: UUID
    entry: UUID
    determination: UUID
    opening: UUID
    erasure: UUID
    list: UUID
    line: UUID
    referral: str
    report: UUID
    passage: UUID
    item: UUID
    pair: UUID
    letter: Takedown


@dataclass(frozen=True)
class Route:
    """One call that succeeds, and the same for what does not exist."""

    operation: str
    method: str
    path: str
    body: Any = None
    absent: str = ""


def built() -> House:
    """Bring a person as far as a list, and take in a report."""
    person = make.ready()
    line = make.listed(person)
    make.closed(person, at=make.NOON + timedelta(minutes=1))
    opening = make.proposed(person, at=make.NOON + timedelta(minutes=2))
    lodged = make.open_claim(person, at=make.NOON + timedelta(minutes=5))
    erasure = make.asked_to_erase(make.departed(), at=make.NOON + timedelta(minutes=3))
    analyst = make.officer()
    report = reports.import_report(
        b"Three former guards speak of torture.",
        name="report.txt",
        officer=analyst,
        at=make.NOON,
    )
    passage = reports.quote(report.pk, start=0, end=5, officer=analyst, at=make.NOON)
    make.evidence(passage)
    newest = determination.newest(person.pk)
    assert newest is not None
    return House(
        camp=person.holder,
        case=person.case_number,
        claim=lodged.pk,
        interview=person.hearings.latest("held_at").pk,
        entry=lodged.entry_id,
        determination=newest.pk,
        opening=opening.pk,
        erasure=erasure.pk,
        list=line.list_id,
        line=line.pk,
        referral=referral.of_person(person.pk)[0].reference,
        report=report.pk,
        passage=passage.pk,
        item=passage.item_id,
        pair=make.pair(person, make.person()).pk,
        letter=make.asked_takedown(make.exposed()),
    )


def everywhere() -> Iterator[Route]:
    """Routes that concern nobody in particular."""
    reading = {
        "read_me": "/me",
        "list_authorities": "/authorities",
        "list_cases": "/cases",
        "read_common_facts": "/facts",
        "list_lists": "/lists",
        "list_arrivals": "/arrivals",
        "list_referrals": "/referrals",
        "list_reports": "/reports",
        "list_items": "/reports/items",
        "list_families": "/reports/families",
        "list_topics": "/reports/topics",
        "list_erasures": "/erasures",
        "list_pairs": "/pairs",
        "list_sightings": "/sightings",
        "list_incidents": "/incidents",
        "read_log": "/log",
        "read_checkpoint": "/log/checkpoint",
    }
    for operation, path in reading.items():
        yield Route(operation, "get", path)
    common = {"facts": make.COMMON, "reason": "For a test."}
    yield Route("state_common_facts", "post", "/facts", common)
    opened = {"option": "X", "towards": "RU", "planned": "2026-03-04"}
    yield Route("open_list", "post", "/lists", opened)
    why = {"reason": "A family asks after a son."}
    yield Route("open_search", "post", "/searches", why)
    asked = {"search": str(NOTHING), "name": "홍"}
    yield Route("search_names", "post", "/search", asked)
    both = {"first": NO_CASE, "second": NO_CASE, "why": "For a test."}
    yield Route("propose_pair", "post", "/pairs", both)
    yield Route("import_report", "post", "/reports")
    yield Route("import_reports", "post", "/reports/collections")
    yield Route("compare_reports", "post", "/reports/comparison")
    yield Route("export_examples", "post", "/reports/examples")


def card(holder: Authority) -> dict[str, Any]:
    """A capture card as a program sends it."""
    return {
        "holder": str(holder.pk),
        "claims": [{"kind": "name", "source": "stated", "text": "홍길동"}],
        "powers": ["KP"],
        "taken_on": "2026-01-10",
        "facts": make.PLAIN,
    }


HEARING = {
    "held_at": "2026-03-02T12:10:00+00:00",
    "language": "ko",
    "wish": "stay",
    "words": "여기에 있고 싶습니다.",
    "safeguards": make.SAFE,
}


def of_the_case(house: House) -> Iterator[Route]:
    """Routes that concern the one person."""

    def at(operation: str, method: str, rest: str, body: Any = None) -> Route:
        here, absent = f"/cases/{house.case}{rest}", f"/cases/{NO_CASE}{rest}"
        return Route(operation, method, here, body, absent)

    yield at("read_case", "get", "")
    yield at("read_timeline", "get", "/timeline")
    opened = {"fields": ["act"], "recipient": "Counsel"}
    yield at("open_entry", "post", f"/entries/{house.entry}/opening", opened)
    yield at("list_deadlines", "get", "/deadlines")
    yield at("list_hearings", "get", "/hearings")
    yield at("list_claims", "get", "/claims")
    yield at("list_determinations", "get", "/determinations")
    more = {"kind": "rank", "source": "stated", "text": "Sergeant"}
    yield at("claim_identity", "post", "/identity", more)
    yield at("open_vault", "post", "/vault", {"reason": "Preparing his hearing."})
    move = {"to": str(house.camp.pk), "day": "2026-03-01"}
    yield at("move", "post", "/moves", move)
    yield at("record_hearing", "post", "/hearings", HEARING)
    yield at("reconfirm", "post", "/confirmations", {"stage": "camp", "answer": "yes"})
    yield at("print_receipt", "post", f"/interviews/{house.interview}/receipt")
    stated = {"facts": {"health.fit_to_travel": "T"}, "reason": "Seen today."}
    yield at("state_facts", "post", "/facts", stated)
    found = {
        "facts": {"risk.torture[KP]": "T"},
        "reason": "The report.",
        "passages": [str(house.passage)],
    }
    yield at("find", "post", "/findings", found)
    yield at("lodge_claim", "post", "/claims")
    decision = {"status": "open"}
    yield at("decide_claim", "post", f"/claims/{house.claim}/decision", decision)
    yield at("determine", "post", "/determinations", {"reasons": "For a test."})
    offer = {
        "mission": str(make.authority("mission", state="KR").pk),
        "disclose": ["name"],
        "consents": True,
    }
    yield at("offer", "post", "/referrals", offer)
    review = "/determinations/%s/review"
    yield Route(
        "review_determination",
        "post",
        review % house.determination,
        None,
        review % NOTHING,
    )
    yield at("list_signatures", "get", "/signatures")
    beside = {"option": "T", "towards": "KR", "reason": make.REASON}
    closure = beside | {"citation": "GC III Art 12(2)"}
    yield at("close_way_out", "post", "/closures", closure)
    opening = closure | {"expires": "2026-03-05T12:00:00Z"}
    yield at("propose_opening", "post", "/openings", opening)
    yield at("request_erasure", "post", "/erasure", {"reason": make.REASON})
    for operation, path, body, id_ in (
        (
            "confirm_erasure",
            "/erasures/%s/confirmation",
            {"case_number": NO_CASE},
            house.erasure,
        ),
        ("sign_opening", "/openings/%s/signature", None, house.opening),
        (
            "endorse_answer",
            "/determinations/%s/endorsements",
            beside,
            house.determination,
        ),
    ):
        yield Route(operation, "post", path % id_, body, path % NOTHING)
    yield from (*_of_a_pair(house), *_of_an_incident(house))
    for step, operation in (
        ("approve", "approve_departure"),
        ("hand-over", "hand_over"),
        ("receive", "receive"),
    ):
        absent = f"/lines/{NOTHING}/{step}"
        yield Route(operation, "post", f"/lines/{house.line}/{step}", None, absent)
    because = {"reason": "For a test."}
    yield Route(
        "stop_departure",
        "post",
        f"/lines/{house.line}/stop",
        because,
        f"/lines/{NOTHING}/stop",
    )
    whom = {"case": house.case}
    adding = f"/lists/{house.list}/lines"
    yield Route("add_to_list", "post", adding, whom, f"/lists/{NOTHING}/lines")
    for operation, method, rest, body in (
        ("read_referral", "get", "", None),
        ("write_message", "post", "/messages", {"text": "Who is he?"}),
        ("accept", "post", "/accept", None),
        ("decline", "post", "/decline", None),
    ):
        here = f"/referrals/{house.referral}{rest}"
        absent = f"/referrals/{NO_REFERENCE}{rest}"
        yield Route(operation, method, here, body, absent)


def _of_a_pair(house: House) -> Iterator[Route]:
    """Routes that concern the person and another record of his."""
    because = {"reason": make.REASON}
    for operation, method, rest, body in (
        ("read_pair", "get", "", None),
        ("compare_records", "post", "/records", None),
        ("answer_pair", "post", "/answers", {"answer": "same", **because}),
        ("merge_records", "post", "/merge", {"leading": house.case, **because}),
        ("ask_undo_merge", "post", "/undoing", because),
        ("undo_merge", "post", "/undoing/signature", None),
    ):
        here, absent = f"/pairs/{house.pair}{rest}", f"/pairs/{NOTHING}{rest}"
        yield Route(operation, method, here, body, absent)


def _of_an_incident(house: House) -> Iterator[Route]:
    """Routes that concern another person, whom a report gives away."""
    outside = {"publisher": "A channel", "language": "ru", "k": 1}
    outside |= {"classes": ["direct"], "reason": make.REASON}
    here, absent = (f"/cases/{one}/incidents" for one in (house.case, NO_CASE))
    yield Route("report_incident", "post", here, outside, absent)
    incident = house.letter.incident
    because = {"reason": make.REASON}
    letter: dict[str, Any] = {"to": "The Editor", "reply_to": "press@x.example"}
    letter |= {"language": "en", "quotes": ["23-year-old"]}
    for operation, method, path, rest, body in (
        ("read_sighting", "get", "sightings", "", None),
        ("look_at_sighting", "post", "sightings", "/words", None),
        (
            *("judge_sighting", "post", "sightings", "/judgement"),
            {"answer": "refused", **because},
        ),
        ("read_incident", "get", "incidents", "", None),
        ("ask_takedown", "post", "incidents", "/letters", letter),
        ("print_letter", "get", "incidents", f"/letters/{house.letter.pk}", None),
        (
            *("warn_family", "post", "incidents", "/family"),
            {"done": False, "words": make.REASON},
        ),
        ("close_incident", "post", "incidents", "/closure", because),
        (
            *("record_takedown_answer", "post", "letters", "/answer"),
            {"answer": "refused"},
        ),
    ):
        whose = {
            "sightings": incident.sighting_id,
            "incidents": incident.pk,
            "letters": house.letter.pk,
        }
        here, absent = f"/{path}/{whose[path]}{rest}", f"/{path}/{NOTHING}{rest}"
        yield Route(operation, method, here, body, absent)


def of_the_house(house: House) -> Iterator[Route]:
    """Routes that concern lists and reports, which belong to no camp."""
    yield Route("read_list", "get", f"/lists/{house.list}", None, f"/lists/{NOTHING}")
    here, absent = f"/reports/{house.report}", f"/reports/{NOTHING}"
    yield Route("read_report", "get", here, None, absent)
    yield Route("scan_report", "post", f"{here}/scans", None, f"{absent}/scans")
    here, absent = f"{here}/passages", f"{absent}/passages"
    yield Route("list_passages", "get", here, None, absent)
    yield Route("quote", "post", here, {"start": 0, "end": 5}, absent)
    here, absent = f"/reports/items/{house.item}", f"/reports/items/{NOTHING}"
    yield Route("read_item", "get", here, None, absent)
    said = {"verdict": "accept", "seen": 0}
    here, absent = f"{here}/decisions", f"{absent}/decisions"
    yield Route("decide_item", "post", here, said, absent)


def all_routes(house: House) -> list[Route]:
    """Every route of the API, once."""
    return [*everywhere(), *of_the_case(house), *of_the_house(house)]
