"""What the proofs take for granted holds in every record."""

from collections.abc import Iterator

import pytest

from safeconduct.law import check, fold
from safeconduct.law.acts import ACTS
from safeconduct.law.assess import destinations
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.expression import Expression
from safeconduct.law.proofs.relations import (
    FOLLOWS,
    KNOWN_TOGETHER,
    KNOWN_WITH,
    NEVER_FALSE,
)
from safeconduct.law.readings.kleene import Kleene
from tests.law.records import STATES, records


def views() -> Iterator[Predicates]:
    """Look at records from each State an act of theirs is about."""
    for facts in records(400, seed=1):
        record = check(facts)
        for act in ACTS:
            states, unnamed_by = destinations(act, record)
            for state in states:
                yield Predicates(Case(record, state, unnamed_by))


VIEWS = list(views())


@pytest.mark.parametrize("relation", NEVER_FALSE, ids=repr)
def test_never_false(relation: Expression) -> None:
    """No record makes the relation false."""
    assert all(fold(relation, Kleene(one.truth)) is not False for one in VIEWS)


@pytest.mark.parametrize(("one", "other"), FOLLOWS, ids=repr)
def test_follows(one: Expression, other: Expression) -> None:
    """Where the first is true the second is."""
    for view in VIEWS:
        if fold(one, Kleene(view.truth)) is True:
            assert fold(other, Kleene(view.truth)) is True


@pytest.mark.parametrize(("one", "other"), KNOWN_WITH, ids=repr)
def test_known_with(one: Expression, other: Expression) -> None:
    """Where the first is known the second is."""
    for view in VIEWS:
        if view.truth(one.name) is not None:
            assert view.truth(other.name) is not None


@pytest.mark.parametrize("group", KNOWN_TOGETHER, ids=repr)
def test_known_together(group: tuple[Expression, ...]) -> None:
    """In each record all of the group are known or none is."""
    for one in VIEWS:
        assert len({one.truth(part.name) is None for part in group}) == 1


def test_there_are_many_views() -> None:
    """The records lead to each State, to nowhere, and to a State nobody named."""
    assert {*STATES, "-", "?"} == {one.case.towards for one in VIEWS}
