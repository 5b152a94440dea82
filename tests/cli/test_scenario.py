import pytest
from django.utils import timezone

from safeconduct.accounts.models import Officer
from safeconduct.cli import scenario
from safeconduct.departure.models import DepartureLine
from safeconduct.journal import check, integrator
from safeconduct.journal.models import Entry
from safeconduct.journal.queries import opened
from safeconduct.matching import queries as waiting
from safeconduct.matching.models import Proposal
from safeconduct.override.models import Override
from safeconduct.register.models import Person

pytestmark = pytest.mark.django_db


def test_story_is_whole() -> None:
    """Six prisoners, one twice; two refusals, two on their way; the log agrees."""
    assert not scenario.is_loaded()
    scenario.load()
    integrator.integrate(at=timezone.now())

    assert scenario.is_loaded()
    assert Person.objects.count() == 7
    pair = Proposal.objects.get()
    assert pair.probability > 0.9
    assert len(waiting.to_answer(Officer.objects.get(username="assessor"))) == 1
    refusals = Entry.objects.filter(kind="departure.refused").order_by("at")
    assert ["CAT-3-1" in str(opened(e)["norms"]) for e in refusals] == [True, True]
    assert "risk.serious_harm[KP]" in str(opened(refusals[1])["missing"])
    assert sorted(DepartureLine.objects.values_list("list__option", flat=True)) == [
        "T",
        "X",
    ]
    closed = Override.objects.get()
    assert (closed.option, closed.towards, closed.opens) == ("X", "RU", False)
    assert list(check.differences()) == []


def test_nothing_happens_tomorrow() -> None:
    """The story ends before now, in the order in which it is told."""
    scenario.load()

    assert Entry.objects.latest("at").at <= timezone.now()


def test_guide_says_whom_to_sign_in_as() -> None:
    """The guide names the address and every officer of the story."""
    scenario.load()
    text = scenario.guide("http://127.0.0.1:8000")

    assert "http://127.0.0.1:8000" in text
    for username in ("departure", "reviewer", "senior", "liaison", "monitor"):
        assert f"\n  {username} " in text
