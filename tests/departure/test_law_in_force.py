import json

import pytest
from django.db import connection

from safeconduct.departure import law_in_force
from safeconduct.determination.models import Determination
from safeconduct.law import assess, pack
from safeconduct.law.assess import seen
from tests import make

pytestmark = pytest.mark.django_db
ACTS = {
    "R1": "return_during_hostilities",
    "R2": "return_after_hostilities",
    "X": "exchange",
    "T": "transfer",
}


def test_law_of_a_day() -> None:
    """The database holds the law it was given, by its hash."""
    given = law_in_force.install(on=make.NOON.date())

    with connection.cursor() as cursor:
        cursor.execute("SELECT law_gate_law()")
        assert cursor.fetchone() == (given,)
    assert given == pack(make.NOON.date()).hash


@pytest.mark.parametrize("facts", [make.AT_RISK, make.NO_RISK, {}])
@pytest.mark.parametrize("wish", ["refuge:KR", "return:KP", "undecided"])
def test_database_and_engine_agree(facts: dict[str, str], wish: str) -> None:
    """Of every answer that was kept the database says what the engine says."""
    law_in_force.install(on=make.NOON.date())
    person = make.person(facts=facts)
    make.heard(person, wish)
    made: Determination = make.determined(person)

    rows = made.answer_rows.filter(option__in=["R1", "X", "T"])
    assert rows
    for row in rows:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT law_gate_open(%s, %s)",
                [ACTS[row.option], json.dumps(row.predicates)],
            )
            assert cursor.fetchone() == (row.clears,), row.option


def test_what_the_norms_see() -> None:
    """Only what is known is kept; a forecast is seen as if hostilities had ceased."""
    facts = {"status.powers": ["KP"], "conflict.active_hostilities": "T"}
    looked = seen("R2", facts)["KP"]

    assert looked["conflict.active_hostilities"] is False
    assert "health.capacity" not in looked
    assert assess(facts, on=make.NOON.date()).options["R2"].forecast
