from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from safeconduct.accounts.models import Officer
from safeconduct.departure import actions as departure
from safeconduct.journal.opening_file import OpeningFile
from tests import make
from tests.api import house as houses
from tests.api.caller import Caller
from tests.journal.published import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> str:
    """The address of a person's case."""
    return f"/cases/{make.person().case_number}"


def test_a_card_becomes_a_case(clerk: Caller) -> None:
    """The answer gives the number, and nothing about who he is."""
    answer = clerk.post("/cases", houses.card(make.authority("camp")))

    assert answer.status_code == 201
    assert answer.json()["number"].startswith("SC-")
    assert answer.json()["status"] == "held"
    assert "홍길동" not in answer.content.decode()


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"claims": [{"kind": "rank", "source": "stated", "text": "x"}]}, "bad_card"),
        ({"taken_on": "2027-01-01"}, "bad_card"),
        (
            {
                "claims": [
                    {"kind": "name", "source": "stated", "text": "홍길동"},
                    {"kind": "birth", "source": "stated", "text": "in spring"},
                ]
            },
            "bad_card",
        ),
        ({"facts": {"status.colour": "T"}}, "not_stated"),
        ({"holder": str(houses.NOTHING)}, "bad_card"),
        ({"claims": []}, "bad_input"),
    ],
)
def test_a_card_that_cannot_be_taken(
    clerk: Caller, changed: dict[str, Any], error: str
) -> None:
    """No name, a capture in the future, no date, no such fact, no such holder."""
    card = {**houses.card(make.authority("camp")), **changed}

    answer = clerk.post("/cases", card)

    assert answer.status_code == 422
    assert answer.json()["error"] == error


def test_a_fact_with_a_wrong_name_is_named(clerk: Caller) -> None:
    """The refusal says which fact, and the right name that comes closest."""
    card = {
        **houses.card(make.authority("camp")),
        "facts": {"status.categori": "4A1"},
    }

    fields = clerk.post("/cases", card).json()["fields"]

    assert "status.category" in fields["facts.status.categori"]


def test_cases_come_in_pages(clerk: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page holds so many and says how many there are; past the last it is empty."""
    monkeypatch.setattr("safeconduct.api.cases._ON_A_PAGE", 1)
    for _ in range(2):
        make.person()

    first, second, third = (
        clerk.get(f"/cases?page={page}").json() for page in (1, 2, 3)
    )

    assert (first["count"], first["pages"]) == (2, 2)
    assert first["items"][0]["number"] != second["items"][0]["number"]
    assert third["items"] == []


def test_a_camp_sees_its_own_cases() -> None:
    """An officer of a camp lists the persons it holds."""
    camp = make.authority("camp")
    person = make.person(holder=camp)
    reader = Caller(make.officer("registrar", of=camp))

    assert [row["number"] for row in reader.get("/cases").json()["items"]] == [
        person.case_number
    ]


def test_a_case_as_it_stands(clerk: Caller) -> None:
    """Results, hearings with their validity, claims, facts, custody in one answer."""
    person = make.ready()

    case = clerk.get(f"/cases/{person.case_number}").json()

    assert case["determination"]["results"]["T"] in {"permitted", "not_yet"}
    assert case["determination"]["outdated"] == []
    assert case["hearings"][0]["valid"] == "T"
    assert case["confirmations"][0]["answer"] == "yes"
    assert case["claims"] == []
    assert {f["name"]: f["value"] for f in case["facts"]}["health.capacity"] == "T"
    assert case["custody"][0]["kind"] == "captured"
    assert "홍길동" not in str(case)


def test_a_number_is_read_as_typed(clerk: Caller) -> None:
    """Small letters and a missing hyphen lead to the same case."""
    number = make.person().case_number

    typed = number.lower().replace("-", "")

    assert clerk.get(f"/cases/{typed}").json()["number"] == number


def test_the_timeline_keeps_every_act(clerk: Caller, case: str) -> None:
    """The newest act stands first, with who did it and for what purpose."""
    clerk.post(f"{case}/claims")

    newest = clerk.get(f"{case}/timeline").json()[0]

    assert newest["kind"] == "claim.lodged"
    assert newest["purpose"]
    assert newest["index"] is None


def test_identity_claims_stand_beside_each_other(clerk: Caller, case: str) -> None:
    """A second name overwrites nothing; both are in the vault, in their own script."""
    given = {"kind": "name", "source": "card_disputed", "text": "Ким Чхоль"}

    kept = clerk.post(f"{case}/identity", given)
    opened = clerk.post(f"{case}/vault", {"reason": "Preparing his hearing."})

    assert kept.status_code == 201
    assert "Ким" not in kept.content.decode()
    assert opened.status_code == 200
    assert {(c["text"], c["script"]) for c in opened.json()} == {
        ("홍길동", "Hang"),
        ("Ким Чхоль", "Cyrl"),
    }
    assert "홍길동" in opened.content.decode()  # readable, not \\ud64d


def test_the_vault_wants_a_reason(clerk: Caller, case: str) -> None:
    """Without a reason, or with half a word, nobody looks."""
    assert clerk.post(f"{case}/vault", {"reason": "  "}).status_code == 422
    short = clerk.post(f"{case}/vault", {"reason": "why not"})

    assert short.status_code == 422
    assert short.json()["error"] == "not_stated"


def test_the_look_itself_is_on_record(clerk: Caller, case: str) -> None:
    """Opening the vault stands in the timeline, with its reason."""
    clerk.post(f"{case}/vault", {"reason": "Preparing his hearing."})

    newest = clerk.get(f"{case}/timeline").json()[0]

    assert newest["kind"] == "vault.opened"
    assert newest["details"]["reason"] == "Preparing his hearing."


def test_a_move_changes_the_holder(clerk: Caller, case: str) -> None:
    """After the move the other camp holds him."""
    other = make.authority("camp", state="PL")

    moved = clerk.post(f"{case}/moves", {"to": str(other.pk), "day": "2026-03-01"})

    assert moved.status_code == 201
    assert moved.json()["kind"] == "transferred_camp"
    assert clerk.get(case).json()["holder"]["id"] == str(other.pk)


def test_a_move_to_nowhere(clerk: Caller, case: str) -> None:
    """A camp that does not exist is bad input."""
    nowhere = {"to": str(houses.NOTHING), "day": "2026-03-01"}

    assert clerk.post(f"{case}/moves", nowhere).status_code == 422


def test_who_has_left_is_not_moved(clerk: Caller) -> None:
    """After the hand-over the case takes no more moves."""
    line = make.listed(make.ready())
    departure.approve(
        line.pk,
        officer=make.officer("second_officer", of=make.second_service()),
        at=make.NOON + timedelta(minutes=1),
    )
    crossing = make.NOON + timedelta(minutes=2)
    make.confirmed(line.person, stage="border", at=crossing)
    crossed = crossing + timedelta(minutes=1)
    departure.hand_over(line.pk, officer=make.officer(), at=crossed)
    mission = Officer.objects.get(authority=line.list.receiver)
    departure.receive(line.pk, officer=mission, at=crossed)
    somewhere = {"to": str(line.person.holder_id), "day": "2026-03-02"}

    answer = clerk.post(f"/cases/{line.person.case_number}/moves", somewhere)

    assert answer.status_code == 409
    assert answer.json()["error"] == "not_held"


def test_keepers_do_not_learn_the_wish() -> None:
    """Whoever keeps or treats him reads custody and health, not wish nor ways out."""
    person = make.ready()
    keeper = Caller(make.officer("registrar", "doctor", of=person.holder))
    number = person.case_number
    case = keeper.get(f"/cases/{number}").json()
    timeline = keeper.get(f"/cases/{number}/timeline").json()

    assert case["limited"] is True
    assert case["facts"]
    assert case["hearings"] == case["claims"] == case["confirmations"] == []
    assert {event["kind"].split(".")[0] for event in timeline} <= {"register", "vault"}
    deadlines = keeper.get(f"/cases/{number}/deadlines").json()
    assert "KR" not in str(case) + str(timeline) + str(deadlines)
    for part in ("hearings", "determinations", "claims"):
        assert keeper.get(f"/cases/{number}/{part}").status_code == 403


def opened(clerk: Caller, case: str, **body: Any) -> Any:
    entry = clerk.get(f"{case}/timeline").json()[0]["id"]
    return clerk.post(f"{case}/entries/{entry}/opening", body)


def test_an_entry_is_opened_for_somebody_outside(
    clerk: Caller, case: str, settings: Settings, tmp_path: Path
) -> None:
    """The answer is the very file that is checked against the public log."""
    policy = published(settings, tmp_path)

    answer = opened(clerk, case, fields=["act", "subject"], recipient="ICRC")

    assert answer.status_code == 200
    shown = OpeningFile.parse(answer.content).verify(policy)
    assert [name for name, _ in shown.fields] == ["act", "subject"]
    newest = clerk.get(f"{case}/timeline").json()[0]
    assert newest["kind"] == "journal.opened"
    assert newest["details"]["recipient"] == "ICRC"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"fields": ["colour"], "recipient": "ICRC"}, "no_such_field"),
        ({"fields": ["act", "act"], "recipient": "ICRC"}, "no_such_field"),
        ({"fields": [], "recipient": "ICRC"}, "bad_input"),
        ({"fields": ["act"], "recipient": "  "}, "bad_input"),
    ],
)
def test_an_entry_that_is_not_opened(
    clerk: Caller,
    case: str,
    settings: Settings,
    tmp_path: Path,
    body: dict[str, Any],
    error: str,
) -> None:
    """No such field, one twice, none, or for nobody."""
    published(settings, tmp_path)

    answer = opened(clerk, case, **body)

    assert (answer.status_code, answer.json()["error"]) == (422, error)


def test_an_entry_that_is_not_published(
    clerk: Caller, case: str, settings: Settings, tmp_path: Path
) -> None:
    """What nobody could check is not handed out; the answer says when it will be."""
    settings.LOG_FOLDER = tmp_path

    answer = opened(clerk, case, fields=["act"], recipient="ICRC")

    assert (answer.status_code, answer.json()["error"]) == (409, "not_published")


def test_an_entry_of_another_case(
    clerk: Caller, case: str, settings: Settings, tmp_path: Path
) -> None:
    """An entry of somebody else is not there."""
    other = f"/cases/{make.person().case_number}"
    published(settings, tmp_path)
    entry = clerk.get(f"{other}/timeline").json()[0]["id"]
    body = {"fields": ["act"], "recipient": "ICRC"}

    answer = clerk.post(f"{case}/entries/{entry}/opening", body)

    assert (answer.status_code, answer.json()["error"]) == (404, "no_such_entry")
