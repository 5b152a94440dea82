from datetime import timedelta
from uuid import uuid4

import pytest

from safeconduct.accounts.errors import NotPermitted
from safeconduct.determination import actions, queries, record
from safeconduct.determination.errors import (
    NoSuchClaim,
    NoSuchDetermination,
    NotFourEyes,
    Outdated,
)
from safeconduct.determination.models import Determination, Evidence
from safeconduct.law import assess
from safeconduct.law.record import fingerprint
from safeconduct.register import actions as register
from safeconduct.reports import actions as reports
from safeconduct.reports.errors import NoSuchPassage
from tests import make

pytestmark = pytest.mark.django_db


def test_determination_keeps_question_and_answer() -> None:
    """Facts, law day and hash are kept, and give the same answer again."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    made = make.determined(person)

    again = assess(made.facts, on=made.law_day, position="risk_based")
    assert again.law == made.law_hash
    assert again.as_json()["options"] == made.answers
    assert made.facts_hash == fingerprint(made.facts)
    assert made.answers["X"]["result"] == "barred"
    assert "CAT-3-1" in made.answers["X"]["norms"]


def test_reasons_of_the_officer() -> None:
    """A computed answer alone is no decision."""
    with pytest.raises(Outdated, match="reasons"):
        actions.determine(
            make.person().pk, reasons=" ", officer=make.officer(), at=make.NOON
        )


def test_same_service_reviews() -> None:
    """Two officers of one authority are not four eyes."""
    made = make.determined(make.person(), reviewed=False)
    with pytest.raises(NotFourEyes, match="another authority"):
        actions.review(made.pk, officer=make.officer("reviewer"), at=make.NOON)


def test_reviewed_twice() -> None:
    """A review is given once."""
    made = make.determined(make.person())
    with pytest.raises(NoSuchDetermination, match="already"):
        actions.review(
            made.pk,
            officer=make.officer("reviewer", of=make.second_service()),
            at=make.NOON,
        )


def test_facts_changed_before_review() -> None:
    """A review of what is no longer so is refused, and says what changed."""
    person = make.person()
    made = make.determined(person, reviewed=False)
    register.state_facts(
        person.pk,
        {"health.capacity": "F"},
        reason="Feverish.",
        officer=make.officer(),
        at=make.NOON,
    )
    with pytest.raises(Outdated, match=r"health\.capacity"):
        actions.review(
            made.pk,
            officer=make.officer("reviewer", of=make.second_service()),
            at=make.NOON + timedelta(hours=1),
        )
    assert Determination.objects.get(pk=made.pk).reviewed is None


def test_time_alone_changes_facts() -> None:
    """When a finding is no longer fresh the determination is outdated."""
    person = make.person(facts=make.AT_RISK)
    made = make.determined(person)

    assert record.changes(made, at=make.NOON) == []
    assert "risk.serious_harm[KP]" in record.changes(
        made, at=make.NOON.replace(month=5)
    )


def test_claim_keeps_the_gate_shut() -> None:
    """Whoever lodged a claim is not returned while it runs."""
    person = make.person()
    make.heard(person, "return:KP")
    claim = make.open_claim(person, at=make.NOON - timedelta(days=3))
    made = make.determined(person)

    assert made.facts["claim.status"] == "registered"
    assert "ENG-GATE" in made.answers["X"]["norms"]
    assert claim in queries.claims(person.pk)


def test_claim_goes_its_way() -> None:
    """A claim moves forward through its states, and not backward."""
    person = make.person()
    claim = make.open_claim(person)
    for status in ("open", "rejected", "appeal", "rejected_final"):
        actions.decide_claim(claim.pk, status, officer=make.officer(), at=make.NOON)

    assert record.claim_status(person.pk) == "rejected_final"
    with pytest.raises(NoSuchClaim, match="cannot become"):
        actions.decide_claim(claim.pk, "granted", officer=make.officer(), at=make.NOON)


def test_withdrawn_without_a_hearing() -> None:
    """A claim is not withdrawn on a scrap of paper."""
    claim = make.open_claim(make.person())
    with pytest.raises(NoSuchClaim, match="valid hearing"):
        actions.decide_claim(
            claim.pk, "withdrawn", officer=make.officer(), at=make.NOON
        )


def test_anybody_who_meets_him_lodges() -> None:
    """The doctor may lodge a claim; a press officer does not meet him."""
    person = make.person()
    actions.lodge(person.pk, officer=make.officer("doctor"), at=make.NOON)
    with pytest.raises(NotPermitted):
        actions.lodge(person.pk, officer=make.officer("press_officer"), at=make.NOON)


def test_finding_rests_on_a_passage() -> None:
    """A finding names the passages it rests on."""
    person, analyst = make.person(facts={}), make.officer()
    report = reports.import_report(
        b"A title\n\nReturned soldiers were punished, two witnesses say.\n",
        name="a.txt",
        officer=analyst,
        at=make.NOON,
    )
    passage = reports.quote(report.pk, start=9, end=30, officer=analyst, at=make.NOON)
    make.evidence(passage)
    (fact,) = actions.find(
        person.pk,
        {"risk.torture[KP]": "T"},
        reason="Two independent witnesses.",
        passages=[passage.pk],
        officer=make.officer("assessor"),
        at=make.NOON,
    )

    assert Evidence.objects.get().passage == passage
    assert queries.evidence([fact.pk]) == {fact.pk: [passage.pk]}


def test_unknown_power() -> None:
    """Whose soldier he is may be unknown: then nothing opens."""
    person = make.person(powers=[], facts={})
    made = make.determined(person)

    assert not made.answer_rows.filter(clears=True).exists()


def test_passage_that_is_none() -> None:
    """A finding cannot rest on a passage nobody marked."""
    with pytest.raises(NoSuchPassage):
        actions.find(
            make.person(facts={}).pk,
            {"risk.torture[KP]": "T"},
            reason="Hearsay.",
            passages=[uuid4()],
            officer=make.officer(),
            at=make.NOON,
        )
