"""All readings of an expression agree, in every case there is."""

import sqlite3
from collections.abc import Callable
from functools import reduce
from typing import Any

import duckdb
import polars as pl
import pytest
import z3  # type: ignore[import-untyped]
from django.db import connection
from hypothesis import given, settings

from safeconduct.law.acts import ACTS, Act
from safeconduct.law.expression import Expression, fact, fold, proven
from safeconduct.law.pack import pack
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.planes import (
    Planes,
    plane_of,
    truths_of,
    words_for,
)
from safeconduct.law.readings.polars import PolarsReading
from safeconduct.law.readings.sql import Sql, quoted
from safeconduct.law.readings.z3 import Z3, Rails
from tests.law.cases import DAY
from tests.law.readings.agreement import (
    TRUTHS,
    assignments,
    expressions,
    kleene,
    laws,
    names,
)

Reading = Callable[[Expression, int], list[Truth]]
# An expression over eight facts has 3^8 = 6,561 cases.
FEW, MANY = range(1, 9), 11
A, B = map(fact, names(2))


def by_planes(expression: Expression, count: int) -> list[Truth]:
    columns = zip(*assignments(count), strict=True)
    planes = dict(zip(names(count), map(plane_of, columns), strict=True))
    reading = Planes(planes.__getitem__, words_for(3**count))
    return truths_of(fold(expression, reading), 3**count)


def by_polars(expression: Expression, count: int) -> list[Truth]:
    schema = dict.fromkeys(names(count), pl.Boolean)
    frame = pl.DataFrame(assignments(count), schema, orient="row")
    read = fold(expression, PolarsReading())
    return frame.select(pl.col(names(count)[0]), read=read)["read"].to_list()


def _query(expression: Expression, count: int) -> str:
    """Ask for the truth in each assignment, in the order of `assignments`."""
    tables = ", ".join(
        f"(SELECT 0 AS n{i}, TRUE AS {quoted(name)} UNION ALL SELECT 1, FALSE "
        f"UNION ALL SELECT 2, NULL) AS t{i}"
        for i, name in enumerate(names(count))
    )
    order = ", ".join(f"n{i}" for i in range(count))
    return f"SELECT {fold(expression, Sql())} FROM {tables} ORDER BY {order}"


def _truths(rows: list[tuple[Any]]) -> list[Truth]:
    # SQLite writes truth as 1 and 0.
    return [None if value is None else bool(value) for (value,) in rows]


def by_sqlite(expression: Expression, count: int) -> list[Truth]:
    with sqlite3.connect(":memory:") as database:
        return _truths(database.execute(_query(expression, count)).fetchall())


def by_duckdb(expression: Expression, count: int) -> list[Truth]:
    with duckdb.connect() as database:
        return _truths(database.execute(_query(expression, count)).fetchall())


def by_postgresql(expression: Expression, count: int) -> list[Truth]:
    with connection.cursor() as cursor:
        cursor.execute(_query(expression, count))
        return _truths(cursor.fetchall())


def by_z3(expression: Expression, count: int) -> list[Truth]:
    reading = Z3()
    rails = fold(expression, reading)
    found: list[Truth] = []
    for truths in assignments(count):
        known = [
            (rail, z3.BoolVal(truth is value))
            for name, truth in zip(names(count), truths, strict=True)
            for value, rail in zip((True, False), _pair(reading, name), strict=True)
        ]
        true, false = (
            z3.is_true(z3.simplify(z3.substitute(rail, *known)))
            for rail in (rails.true, rails.false)
        )
        assert not (true and false)
        found.append(True if true else False if false else None)
    return found


def _pair(reading: Z3, name: str) -> tuple[Any, Any]:
    rails: Rails = reading.fact(name)
    return rails.true, rails.false


WITHOUT_SERVER: list[Reading] = [by_planes, by_polars, by_sqlite, by_duckdb]


def title(value: object) -> str:
    return getattr(value, "__name__", str(value))


@pytest.mark.parametrize("reading", WITHOUT_SERVER, ids=title)
@pytest.mark.parametrize("count", FEW)
def test_every_case(reading: Reading, count: int) -> None:
    """Each reading gives the truth of Kleene in all 3^count cases."""
    for expression in laws(count, how_many=4):
        assert kleene(expression, count) == reading(expression, count)


@pytest.mark.django_db
@pytest.mark.parametrize("count", FEW)
def test_every_case_on_postgresql(count: int) -> None:
    """PostgreSQL gives the truth of Kleene in all 3^count cases."""
    for expression in laws(count, how_many=4):
        assert kleene(expression, count) == by_postgresql(expression, count)


@pytest.mark.parametrize("count", range(1, 5))
def test_every_case_in_the_solver(count: int) -> None:
    """The two formulas of the solver are true where Kleene says true and false."""
    for expression in laws(count, how_many=4):
        assert kleene(expression, count) == by_z3(expression, count)


class Numbers:
    """Read an expression as a number of the solver: 2 true, 1 unknown, 0 false."""

    def __init__(self) -> None:
        self.facts: dict[str, Any] = {}

    def fact(self, name: str) -> Any:
        return self.facts.setdefault(name, z3.Int(name))

    def always(self) -> Any:
        return z3.IntVal(2)

    def never(self) -> Any:
        return z3.IntVal(0)

    def all(self, parts: tuple[Any, ...]) -> Any:
        return reduce(lambda a, b: z3.If(a < b, a, b), parts)

    def any(self, parts: tuple[Any, ...]) -> Any:
        return reduce(lambda a, b: z3.If(a > b, a, b), parts)

    def no(self, part: Any) -> Any:
        return 2 - part

    def proven(self, part: Any) -> Any:
        return z3.If(part == 2, z3.IntVal(2), z3.IntVal(0))


def by_numbers(expression: Expression, count: int) -> list[Truth]:
    reading = Numbers()
    read = fold(expression, reading)
    found: list[Truth] = []
    for truths in assignments(count):
        known = [
            (reading.fact(name), z3.IntVal({True: 2, None: 1, False: 0}[truth]))
            for name, truth in zip(names(count), truths, strict=True)
        ]
        number = z3.simplify(z3.substitute(read, *known)).as_long()
        found.append({2: True, 1: None, 0: False}[number])
    return found


def never_differ(expression: Expression, numbers: Numbers) -> bool:
    """Ask the solver for a case in which its two readings differ; there is none."""
    rails_of = Z3()
    rails, number = fold(expression, rails_of), fold(expression, numbers)
    solver = z3.Solver()
    for name, one in rails_of.facts.items():
        value = numbers.fact(name)
        solver.add(value >= 0, value <= 2, one.true == (value == 2))
        solver.add(one.false == (value == 0))
    solver.add(z3.Or(rails.true != (number == 2), rails.false != (number == 0)))
    return bool(solver.check() == z3.unsat)


def test_all_177147_cases_in_the_solver() -> None:
    """Over 3^11 cases at once: the formulas of the solver are those of Kleene."""
    for expression in laws(MANY, how_many=6):
        assert never_differ(expression, Numbers())


def test_the_solver_sees_a_difference() -> None:
    """A reading that takes doubt for proof is found out."""

    class Credulous(Numbers):
        def proven(self, part: Any) -> Any:
            return part

    assert not never_differ(proven(A & ~B), Credulous())
    assert never_differ(A & ~B, Credulous())


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_the_law_itself_in_the_solver(act: Act) -> None:
    """In every case of the law, whatever its number of facts."""
    law = pack(DAY).statutes[act.name]
    for part in (law.scope, law.bar, law.wait, law.duty, law.basis):
        assert never_differ(part, Numbers())


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("reading", [*WITHOUT_SERVER, by_postgresql], ids=title)
def test_177147_cases(reading: Reading) -> None:
    """Each reading agrees over 3^11 cases as well."""
    for expression in laws(MANY, how_many=2):
        assert kleene(expression, MANY) == reading(expression, MANY)


OPERATORS = [A & B, A | B, ~A, proven(A), ~proven(A & ~B)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "reading", [*WITHOUT_SERVER, by_postgresql, by_z3, by_numbers], ids=title
)
@pytest.mark.parametrize("expression", OPERATORS, ids=repr)
def test_truth_tables(reading: Reading, expression: Expression) -> None:
    """AND, OR, NOT and IS TRUE have the truth tables of Kleene everywhere."""
    assert kleene(expression, 2) == reading(expression, 2)


def test_the_tables_themselves() -> None:
    """The truth table of AND and OR, written out; the other tests lean on it."""
    assert kleene(A & B, 2) == [
        *(True, False, None),
        *(False, False, False),
        *(None, False, None),
    ]
    assert kleene(A | B, 2) == [
        *(True, True, True),
        *(True, False, None),
        *(True, None, None),
    ]
    assert TRUTHS == (True, False, None)


@settings(max_examples=400, deadline=None)
@given(expressions(4))
def test_random_expressions(expression: Expression) -> None:
    """Planes, Polars and SQLite agree with Kleene on whatever one may write."""
    expected = kleene(expression, 4)
    for reading in (by_planes, by_polars, by_sqlite):
        assert expected == reading(expression, 4)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None)
@given(expressions(4))
def test_10000_random_expressions(expression: Expression) -> None:
    """The same, ten thousand times."""
    expected = kleene(expression, 4)
    assert expected == by_planes(expression, 4) == by_polars(expression, 4)
