"""What is found in all cases at once is what is found in each alone."""

import pytest

from safeconduct.law import check
from safeconduct.law.bulk import Views, read_register
from safeconduct.law.bulk.finders import PLANE_FINDERS
from safeconduct.law.bulk.views import INPUTS, THERE
from safeconduct.law.derive.case import NOWHERE, UNNAMED, Case
from safeconduct.law.derive.predicates import FINDERS, Predicates
from safeconduct.law.readings.planes import truths_of
from safeconduct.law.terms import PREDICATES
from tests.law.records import STATES, records, table

MADE = list(records(1_500, seed=31))
VIEWS = Views(read_register(table(MADE)))
CHECKED = [check(facts) for facts in MADE]
OF_THE_RECORD = [name for name in PREDICATES if not name.startswith("outcome.")]


@pytest.mark.parametrize("predicate", OF_THE_RECORD)
def test_as_found_alone(predicate: str) -> None:
    """Each predicate, from each State, has in each case the truth it has alone."""
    for towards in (*STATES, UNNAMED) if THERE in predicate else (NOWHERE,):
        alone = [Predicates(Case(one, towards)).truth(predicate) for one in CHECKED]
        together = truths_of(VIEWS.plane(predicate, towards), len(MADE))

        assert together == alone, towards


def test_every_finder_says_what_it_reads() -> None:
    """No predicate that has a finder is left out, and none is named that has none."""
    assert set(INPUTS) == set(FINDERS)
    assert set(PLANE_FINDERS) <= set(FINDERS)
