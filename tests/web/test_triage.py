"""In which order an analyst looks, when danger and open cases are known."""

from datetime import timedelta

import pytest

from safeconduct.determination import actions as determination
from safeconduct.exposure import queries as exposure
from safeconduct.reports import actions
from safeconduct.web import triage
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db


def test_a_report_waits_with_the_case_that_rests_on_it() -> None:
    """Until the determination of that case is made and reviewed."""
    world.taken(world.FIRST)
    relied_on = world.taken(world.OTHER)
    person = make.person(facts={})
    make.heard(person)
    analyst = make.officer("analyst")
    passage = actions.quote(relied_on.pk, start=0, end=9, officer=analyst, at=make.NOON)
    make.evidence(passage)
    assert triage.awaited() == frozenset()

    determination.find(
        person.pk,
        make.AT_RISK,
        reason="The report.",
        passages=[passage.pk],
        officer=make.officer(),
        at=make.NOON,
    )

    assert triage.awaited() == {relied_on.pk}
    first = triage.queue(analyst, second=False)[0]
    assert relied_on.pk in {first.publication, first.other}
    make.determined(person, reviewed=False, at=make.NOON)
    assert triage.awaited() == {relied_on.pk}
    make.determined(person, at=make.NOON + timedelta(minutes=1))
    assert triage.awaited() == frozenset()


def test_danger_is_the_smaller_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of two is worse off than one of four; one of many is in no danger."""
    few, some, many = (
        world.taken(text).pk for text in (world.FIRST, world.OTHER, world.COPY)
    )
    monkeypatch.setattr(exposure, "dangers", lambda: {few: 2, some: 4, many: 60})

    weighed = triage.danger(make.officer("analyst"))

    assert weighed[few] > weighed[some] > 0
    assert many not in weighed
    assert triage.danger(make.officer("press_officer")) == {}
