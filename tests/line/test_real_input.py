"""The whole line on real input: two open reports, two cases, one departure.

The reports print names of protected people: nothing of them stands in this file,
and no message of this test shows their text.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from safeconduct.accounts.models import Officer
from safeconduct.cli.ledger import ledger
from safeconduct.departure import actions as departure
from safeconduct.departure.errors import GateClosed
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.determination import actions as determination
from safeconduct.determination.models import Evidence
from safeconduct.hearing import actions as hearing
from safeconduct.journal import check, integrator, publication
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened
from safeconduct.receipt import beside
from safeconduct.register import actions as register
from safeconduct.register.cards import CaptureCard, Claim
from safeconduct.register.models import Person
from safeconduct.reports import actions as reports
from safeconduct.reports import queries as open_reports
from safeconduct.reports.models import Passage, Publication
from tests import make

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "reports"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not SHARED.is_dir(), reason="the shared reports are not beside the project"
    ),
]
DAY = timedelta(days=1)
KURSK = date(2026, 1, 9)


@dataclass
class Line:
    """What the first half of the line leaves behind."""

    wishing: Person
    undecided: Person
    exchange: DepartureList
    refusals: dict[str, GateClosed]


def _import(name: str, by: Officer) -> Publication:
    data = (SHARED / name).read_bytes()
    return reports.import_report(data, name=name, officer=by, at=make.NOON - 20 * DAY)


def _quote(report: Publication, words: str, by: Officer) -> Passage:
    """Mark the sentence that holds some harmless words."""
    text = open_reports.report(report.pk, officer=by).text
    at = text.index(words)
    start = max(text.rfind(".", 0, at), text.rfind("\n", 0, at)) + 1
    end = text.index(".", at) + 1
    passage = reports.quote(
        report.pk, start=start, end=end, officer=by, at=make.NOON - 19 * DAY
    )
    return make.evidence(passage, at=make.NOON - 19 * DAY)


def _open_case(by: Officer) -> Person:
    """Open a case from a report: somebody was captured; who, is claimed only."""
    card = CaptureCard(
        claims=[
            Claim(kind="name", source="report", text="name as printed in a report"),
            Claim(kind="capture", source="report", text="Kursk region"),
        ],
        powers=["KP"],
        taken_on=KURSK,
        facts=make.PLAIN,
        source="two open reports",
    )
    camp = make.authority("camp").pk
    return register.register(card, holder=camp, officer=by, at=make.NOON - 18 * DAY)


def _state_rest(person: Person, by: Officer) -> None:
    register.state_facts(
        person.pk,
        {**make.HEALTHY, **make.NO_CASE, "status.surrender": "captured"},
        reason="Camp and prosecutor.",
        officer=by,
        at=make.NOON - 17 * DAY,
    )


@pytest.fixture
def line() -> Line:
    """Import, open, hear, find, determine, and try to exchange both."""
    officer = make.officer()
    make.common_facts(officer)
    a, b = _import("report_a.txt", officer), _import("report_b.txt", officer)
    passages = [
        _quote(a, "repatriation", officer),
        _quote(b, "severe punishment or execution", officer),
    ]
    wishing, undecided = _open_case(officer), _open_case(officer)
    for person in (wishing, undecided):
        _state_rest(person, officer)
        make.heard(person, "refuge:KR" if person is wishing else "undecided")
    make.accepted(wishing)
    determination.find(
        wishing.pk,
        make.AT_RISK,
        reason="Both reports; two families of sources.",
        passages=[p.pk for p in passages],
        officer=officer,
        at=make.NOON - 5 * DAY,
    )
    determination.find(
        undecided.pk,
        {"risk.onward[RU->KP]": "U"},
        reason="Not assessed.",
        passages=[passages[0].pk],
        officer=officer,
        at=make.NOON - 5 * DAY,
    )
    exchange = make.departure_list("X", towards="RU")
    refusals = {}
    for person in (wishing, undecided):
        make.determined(person)
        with pytest.raises(GateClosed) as refusal:
            departure.add(exchange.pk, person.pk, officer=officer, at=make.NOON)
        refusals[person.case_number] = refusal.value
    return Line(wishing, undecided, exchange, refusals)


def _go(line: Line) -> DepartureLine:
    """Transfer the first: reconfirmed, approved by the second, asked, handed over."""
    make.confirmed(line.wishing)
    transfer = make.departure_list("T", towards="KR")
    officer = make.officer()
    listed = departure.add(transfer.pk, line.wishing.pk, officer=officer, at=make.NOON)
    make.commit()
    second = make.officer("second_officer", of=make.second_service())
    departure.approve(listed.pk, officer=second, at=make.NOON)
    hearing.reconfirm(
        line.wishing.pk,
        stage="border",
        answer="yes",
        officer=make.officer("intermediary"),
        at=make.NOON + timedelta(hours=5),
    )
    make.commit()
    departure.hand_over(listed.pk, officer=officer, at=make.NOON + timedelta(hours=6))
    make.commit()
    return departure.receive(
        listed.pk, officer=make.liaison(), at=make.NOON + timedelta(hours=9)
    )


def test_evidence_is_attached(line: Line) -> None:
    """The findings rest on passages of both reports."""
    facts = Evidence.objects.filter(fact__person=line.wishing)

    assert facts.values("passage__publication").distinct().count() == 2


def test_both_are_refused_with_grounds(line: Line) -> None:
    """One is barred by norms; for the other the missing facts are named."""
    barred = line.refusals[line.wishing.case_number]
    unknown = line.refusals[line.undecided.case_number]

    norms = {o.norm for o in barred.obstacles}  # type: ignore[attr-defined]
    assert {"CAT-3-1", "ECHR-2-3", "ENG-CHAIN"} <= norms
    missing = {f for o in unknown.obstacles for f in o.missing}  # type: ignore[attr-defined]
    assert "risk.serious_harm[KP]" in missing
    for person in (line.wishing, line.undecided):
        entry = Entry.objects.get(subject=person.pk, kind=departure.REFUSED)
        assert opened(entry)["grounds"]


def test_the_first_goes_to_korea(line: Line) -> None:
    """He is transferred as he wished; the other stays where he is."""
    arrived = _go(line)

    assert arrived.status == "received"
    line.wishing.refresh_from_db()
    line.undecided.refresh_from_db()
    assert line.wishing.status == Person.Status.DEPARTED
    assert line.undecided.status == Person.Status.HELD


def _verify(folder: Path) -> tuple[int, list[dict[str, object]]]:
    key = integrator.signer().verifier.vkey
    done = CliRunner().invoke(ledger, ["verify", str(folder), "--key", key, "--json"])
    return done.exit_code, json.loads(done.stdout)["findings"]


def test_log_proves_it(line: Line, tmp_path: Path) -> None:
    """The published log verifies; one altered byte of any file of it is found.

    What lies beside it is no part of it: policy and programs are to be had elsewhere.
    """
    _go(line)
    integrator.integrate(at=make.NOON)
    publication.bring_up_to_date(tmp_path, at=make.NOON)
    assert _verify(tmp_path) == (0, [])

    every = (path for path in tmp_path.rglob("*") if path.is_file())
    files = [path for path in every if path.name not in beside.NAMES]
    assert len(files) >= 4
    for path in files:
        whole = path.read_bytes()
        for at in {0, len(whole) // 3, len(whole) // 2, len(whole) - 1}:
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            code, findings = _verify(tmp_path)
            assert code == 1, (path.name, at)
            assert findings
        path.write_bytes(whole)
    assert _verify(tmp_path) == (0, [])


def test_database_proves_it(line: Line) -> None:
    """One altered row of the database is found as well."""
    _go(line)
    integrator.integrate(at=make.NOON)
    make.commit()
    assert list(check.differences()) == []

    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE departure_departureline DISABLE TRIGGER USER")
        cursor.execute("UPDATE departure_departureline SET status = 'stopped'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE departure_departureline ENABLE TRIGGER USER")

    assert {d.table for d in check.differences()} == {"departure_departureline"}
