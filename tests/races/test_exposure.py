"""Two acts on one sighting at the same moment; as in `test_matching.py`."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from safeconduct.exposure import actions
from safeconduct.exposure.errors import Decided
from safeconduct.exposure.models import Incident, Judgement, Scan, Sighting
from safeconduct.journal.check import differences
from safeconduct.register.models import Fact
from tests import make
from tests.races.test_matching import AT_ONCE, Start, start, together

__all__ = ["start"]
pytestmark = pytest.mark.django_db(transaction=True)
LATER = make.NOON + timedelta(minutes=1)


def judging(found: Sighting, number: int) -> Callable[[], object]:
    officer = make.officer("analyst" if number % 2 else "assessor")
    judge = actions.confirm if number % 3 else actions.refuse
    return lambda: judge(found.pk, reason=make.REASON, officer=officer, at=LATER)


def test_judged_at_once(start: Start) -> None:
    """Of eight who judge one sighting at once one is heard; seven come too late."""
    found = make.sighted()

    late = together([judging(found, number) for number in range(AT_ONCE)], start)

    assert len(late) == AT_ONCE - 1
    assert all(isinstance(error, Decided) for error in late)
    (judged,) = Judgement.objects.all()
    found.refresh_from_db()
    assert found.state == judged.answer
    began = judged.answer == "confirmed"
    assert Incident.objects.count() == began
    stated = Fact.objects.filter(person=found.person, name__startswith="exposure.")
    assert stated.count() == 2 * began
    assert list(differences()) == []


def test_two_analysts_confirm_at_once(start: Start) -> None:
    """One incident begins, and the case learns of it once."""
    found = make.sighted()

    def confirming() -> Callable[[], object]:
        officer = make.officer("analyst")
        return lambda: actions.confirm(
            found.pk, reason=make.REASON, officer=officer, at=LATER
        )

    late = together([confirming(), confirming()], start)

    assert [type(error) for error in late] == [Decided]
    assert Incident.objects.count() == 1
    assert Fact.objects.filter(name="exposure.detected_at").count() == 1


def test_scanned_at_once(start: Start) -> None:
    """Several scans of one report leave one answer and one sighting."""
    make.exposed_person()
    report = make.telling_report()

    def scanning() -> Callable[[], object]:
        officer = make.officer("analyst")
        return lambda: actions.scan(report.pk, officer=officer, at=LATER)

    late = together([scanning() for _ in range(4)], start)

    assert late == []
    assert Scan.objects.count() == 1
    assert Sighting.objects.count() == 1
    assert list(differences()) == []
