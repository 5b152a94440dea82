"""The gate in the database gives the answers of the engine."""

import json
import random
from collections.abc import Iterator
from itertools import islice

import pytest
from django.db import DatabaseError, connection

from safeconduct.law import Pack, check, pack
from safeconduct.law.acts import ACTS
from safeconduct.law.assess import destinations
from safeconduct.law.decision import decide
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.gate_sql import gate_functions
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.terms import PREDICATES
from tests.law.cases import DAY
from tests.law.records import records

Asked = tuple[str, dict[str, Truth]]
Told = tuple[str, bool, bool]
AT_ONCE = 2_500  # cases in one query
OUTCOMES = ("outcome.departure", "outcome.internment")


def asked(how_many: int, seed: int) -> Iterator[Asked]:
    """Ask about acts in cases from records, some of their predicates changed."""
    chance = random.Random(seed)
    made = 0
    for facts in records(how_many, seed):
        record = check(facts)
        for act in ACTS:
            if made == how_many:
                return
            states, _ = destinations(act, record)
            seen = Predicates(Case(record, chance.choice(states)))
            found = {n: seen.truth(n) for n in PREDICATES if n not in OUTCOMES}
            changed = chance.choice((0, 0, 2, 9))
            for name in chance.sample(sorted(PREDICATES), changed):
                found[name] = chance.choice((True, False, None))
            made += 1
            yield act.name, found


def install(law: Pack) -> None:
    with connection.cursor() as cursor:
        cursor.execute(gate_functions(law).replace("%", "%%"), [])


def told(cases: list[Asked]) -> list[Told]:
    """Ask the database, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT law_gate_status(act, facts::jsonb),"
            " law_gate_open(act, facts::jsonb),"
            " law_gate_signable(act, facts::jsonb)"
            " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS c(act, facts, n)"
            " ORDER BY n",
            [[act for act, _ in cases], [json.dumps(facts) for _, facts in cases]],
        )
        found: list[Told] = cursor.fetchall()
        return found


def expected(law: Pack, case: Asked) -> Told:
    act, facts = case
    decision = decide(law.statutes[act], facts.get)
    return decision.status.value, decision.gate_open, decision.signable


def agree(position: str, how_many: int, seed: int) -> None:
    law = pack(DAY, position)
    install(law)
    cases = asked(how_many, seed)
    told_in_all: set[Told] = set()
    answered = 0
    # In parts: the house ends a transaction that stands idle for a minute.
    while part := list(islice(cases, AT_ONCE)):
        answers = told(part)
        assert [expected(law, case) for case in part] == answers
        told_in_all.update(answers)
        answered += len(answers)

    assert answered == how_many
    assert len({status for status, _, _ in told_in_all}) == 5
    assert {opened for _, opened, _ in told_in_all} == {True, False}
    assert {signable for _, _, signable in told_in_all} == {True, False}


@pytest.mark.django_db
@pytest.mark.parametrize("position", ["risk_based", "will_based"])
def test_as_the_engine_decides(position: str) -> None:
    """Status and gate are those of the engine in 10,000 cases."""
    agree(position, 5_000, seed=3)


@pytest.mark.slow
@pytest.mark.django_db
def test_as_the_engine_decides_100000_times() -> None:
    """The same in 100,000 other cases."""
    agree("risk_based", 100_000, seed=4)


@pytest.mark.django_db
def test_the_law_is_named() -> None:
    """The database can say by which law it judges."""
    law = pack(DAY)
    install(law)
    with connection.cursor() as cursor:
        cursor.execute("SELECT law_gate_law()")
        assert cursor.fetchone() == (law.hash,)


@pytest.mark.django_db
def test_what_is_no_truth_is_unknown() -> None:
    """Words, numbers and absent facts are unknown; nothing opens on them."""
    law = pack(DAY)
    install(law)
    for value in ("T", "true", 1, [True], None):
        facts: dict[str, object] = dict.fromkeys(PREDICATES, value)
        (answer,) = told([("exchange", facts)])  # type: ignore[list-item]

        assert answer == ("OPEN", False, False)


@pytest.mark.django_db
def test_no_such_act() -> None:
    """An act the law does not know is an error, not a permission."""
    install(pack(DAY))
    with pytest.raises(DatabaseError, match="The law knows no act deportation"):
        told([("deportation", {})])
