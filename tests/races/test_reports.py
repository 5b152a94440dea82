"""Two analysts on one item, and two imports of one report, at the same moment."""

from collections.abc import Callable

import pytest

from safeconduct.journal.check import differences
from safeconduct.reports import actions
from safeconduct.reports.errors import AlreadyImported, DecidedMeanwhile
from safeconduct.reports.models import Decision, Item, Publication
from tests import make
from tests.races.test_matching import AT_ONCE, Start, start, together
from tests.reports import world

__all__ = ["start"]
pytestmark = pytest.mark.django_db(transaction=True)


def _deciding(item: Item, verdict: str) -> Callable[[], object]:
    officer = make.officer("analyst")
    return lambda: actions.decide(
        item.pk, verdict, reason="Read.", seen=0, officer=officer, at=make.NOON
    )


def test_one_decision_is_the_first(start: Start) -> None:
    """All but one looked at what is no longer so, and are told."""
    world.taken(world.OTHER)
    item = Item.objects.filter(kind=Item.Kind.FIGURE).first()
    assert item is not None
    verdicts = ["accept", "refuse"] * (AT_ONCE // 2)

    errors = together([_deciding(item, verdict) for verdict in verdicts], start)

    assert [type(error) for error in errors] == [DecidedMeanwhile] * (AT_ONCE - 1)
    assert Decision.objects.count() == 1
    item.refresh_from_db()
    assert (item.decisions_made, item.second) == (1, None)
    assert list(differences()) == []


def test_one_report_is_taken_in_once(start: Start) -> None:
    """The same bytes at the same moment: one report, and the others say where it is."""

    def importing() -> Callable[[], object]:
        officer = make.officer("analyst")
        return lambda: world.taken(world.FIRST, by=officer)

    errors = together([importing() for _ in range(4)], start)

    assert [type(error) for error in errors] == [AlreadyImported] * 3
    assert Publication.objects.count() == 1


def test_two_imports_see_each_other(start: Start) -> None:
    """A report and its copy at the same moment: one edge, whichever was first."""

    def importing(text: str) -> Callable[[], object]:
        officer = make.officer("analyst")
        return lambda: world.taken(text, by=officer)

    errors = together([importing(world.FIRST), importing(world.COPY)], start)

    assert errors == []
    assert Item.objects.filter(kind=Item.Kind.LINEAGE).exclude(other=None).count() == 1
