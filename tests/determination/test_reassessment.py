"""Everyone in custody is assessed anew, and whoever stands otherwise is counted."""

from datetime import timedelta

import polars as pl
import pytest

from safeconduct.determination import record
from safeconduct.determination.reassessment import (
    Counts,
    Reason,
    reassess,
    statuses,
)
from safeconduct.law import assess
from safeconduct.register import actions as register
from safeconduct.register.models import Person
from tests import make

pytestmark = pytest.mark.django_db
LAW_DAY = make.NOON.date()


def reassessed(**given: str) -> tuple[Counts, pl.DataFrame]:
    counts = Counts()
    parts = list(reassess(on=LAW_DAY, at=make.NOON, counts=counts, **given))
    return counts, pl.concat(parts, how="diagonal")


def test_as_each_alone() -> None:
    """Each has the statuses that a determination of him would have now."""
    people = [make.person(), make.person(facts=make.AT_RISK), make.volunteer()]
    make.heard(people[1])
    _, answers = reassessed()

    together = dict(zip(answers["id"], statuses(answers), strict=True))
    assert set(together) == {person.case_number for person in people}
    for person in people:
        facts = record.facts(person.pk, at=make.NOON)
        options = assess(facts, on=LAW_DAY, position="risk_based").options
        assert together[person.case_number] == {
            letter if state == "-" else f"{letter}[{state}]": there.status.value
            for letter, option in options.items()
            for state, there in option.destinations.items()
        }


def test_nothing_has_changed() -> None:
    """Who was determined on these facts stands as he did; others have no answer yet."""
    person = make.person(facts=make.AT_RISK)
    make.heard(person)
    make.determined(person, at=make.NOON - timedelta(hours=1), reviewed=False)
    make.person()
    counts, _ = reassessed()

    assert (counts.cases, counts.undetermined) == (2, 1)
    assert counts.otherwise.total() == 0
    assert all(results.total() == 2 for results in counts.results.values())


def test_the_facts_have_changed() -> None:
    """That he is a medic is found out since: it changes how he stands, and is why."""
    person = make.person()
    make.heard(person)
    make.determined(person, at=make.NOON - timedelta(hours=2), reviewed=False)
    before, _ = reassessed()
    register.state_facts(
        person.pk,
        {"status.category": "retained", "retained.needed": "F"},
        reason="Made for a test.",
        officer=make.officer(),
        at=make.NOON - timedelta(minutes=1),
    )
    after, _ = reassessed()

    assert before.otherwise.total() == 0
    assert before.results["I"] == {"permitted": 1}
    assert after.otherwise == {Reason.FACTS: 1}
    assert after.results["I"] == {"barred": 1}


def test_the_law_has_changed() -> None:
    """Who refuses to return is barred from it by his will, once that is the law."""
    person = make.person()
    make.heard(person, "refuses")
    make.determined(person, at=make.NOON - timedelta(hours=1), reviewed=False)
    counts, _ = reassessed(position="will_based")

    assert counts.otherwise == {Reason.LAW: 1}


def test_nobody_in_custody() -> None:
    """Without persons there is nothing to answer."""
    counts = Counts()

    assert Person.objects.count() == 0
    assert list(reassess(on=LAW_DAY, at=make.NOON, counts=counts)) == []
    assert counts.cases == 0
