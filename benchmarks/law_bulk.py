"""How fast does the law answer a register, and how do others do on the same norms?

    ./run bench law_bulk [--cases 1000000]

Prints sizes, times and ratios; the best of three runs each, one thread where it can be
asked for. The facts are drawn by chance with a fixed seed, a quarter of them unknown.
Part 1 is the full law on prepared planes. Part 2 is a subset of seven norms, answered
by each program in the same run, with the answers compared case by case. Part 3 is one
case.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import Any

# Before Polars is loaded: what is compared is one thread each.
os.environ.setdefault("POLARS_MAX_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

import duckdb
import numpy as np
import polars as pl

from safeconduct.law import acts, assess, over_baseline, pack
from safeconduct.law.answer import BEST_FIRST
from safeconduct.law.bulk import Evaluation, Slot
from safeconduct.law.bulk.second import boolean, statuses
from safeconduct.law.bulk.statuses import read_planes
from safeconduct.law.decision import decide
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.diff import differences
from safeconduct.law.explanation import explain
from safeconduct.law.expression import fold
from safeconduct.law.gate_sql import STATUS
from safeconduct.law.missing import missing
from safeconduct.law.pack import Pack, load
from safeconduct.law.readings.names import Names
from safeconduct.law.readings.planes import Plane, packed
from safeconduct.law.readings.sql import Sql
from safeconduct.law.record import check
from safeconduct.law.statute import Statute
from safeconduct.law.terms import PREDICATES

DAY = date(2026, 11, 1)
SUBSET = (
    *("CAT-3-1", "CSR-33-1", "GCIII-118-NR", "GCIII-109-3"),
    *("GCIII-109-1/duty", "GCIII-109-2", "ENG-GATE"),
)
# Shares of the cases in which a fact is true, and in which it is known.
TRUE, KNOWN = 0.375, 0.75
NAMES = ("scope", "bar", "wait", "duty", "basis")


def best(run: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of a few runs, in seconds."""
    found = []
    for _ in range(times):
        begun = perf_counter()
        run()
        found.append(perf_counter() - begun)
    return min(found)


def drawn(cases: int) -> dict[str, Plane]:
    """Draw the predicates of so many cases, a quarter of them unknown."""
    chance = np.random.default_rng(0)
    found = {}
    for name in PREDICATES:
        value = chance.random(cases)
        found[name] = Plane(
            packed(value < TRUE), packed((value >= TRUE) & (value < KNOWN))
        )
    return found


def evaluated(law: Pack, planes: dict[str, Plane], cases: int) -> Evaluation:
    """Answer every act of a law, each towards one State, on prepared planes."""
    everywhere = packed(np.ones(cases, np.bool_))
    nowhere = np.zeros_like(everywhere)
    answers = {
        Slot(act, "KP"): read_planes(
            law.statutes[act.name], planes.__getitem__, everywhere, nowhere
        )
        for act in acts.ACTS
    }
    return Evaluation(law, cases, MappingProxyType(answers))


def full_law(cases: int) -> None:
    """Answer the full law on prepared planes, and compare two laws."""
    law, other = pack(DAY), pack(DAY, "will_based")
    planes = drawn(cases)
    size = sum(p.true.nbytes + p.false.nbytes for p in planes.values()) / 1e6
    print(
        f"1. Full law: {len(law.norms)} norms, {len(acts.ACTS)} acts, "
        f"{len(PREDICATES)} predicates, {cases:,} cases, planes {size:.0f} MB"
    )
    time = best(lambda: evaluated(law, planes, cases))
    print(
        f"   answers on prepared planes        {time * 1e3:9.1f} ms   "
        "(target 100 ms per million)"
    )
    old, new = evaluated(law, planes, cases), evaluated(other, planes, cases)

    def listed() -> int:
        count = 0
        for change in differences(old, new):
            count += len(np.flatnonzero(old.mask(change.cases)))
        return count

    time = best(listed)
    print(
        f"   diff of two laws, with ids        {time * 1e3:9.1f} ms   "
        f"({listed():,} changes; target 100 ms per million)"
    )


def part(law: Pack) -> Statute:
    """Take the few norms on return during hostilities that every program can state."""
    names = set(SUBSET)
    norms = tuple(n for n in law.norms if n.name in names and acts.R1 in n.acts)
    kept = tuple(
        type(n)(
            **{
                **vars(n),
                "prevails_over": tuple(w for w in n.prevails_over if w in names),
            }
        )
        for n in norms
    )
    return load(kept, law.position).statutes[acts.R1.name]


def compared(cases: int) -> None:
    """Let each program answer the same few norms."""
    law = part(pack(DAY))
    planes = drawn(cases)
    names = sorted(
        frozenset[str]().union(*(fold(getattr(law, p), Names()) for p in NAMES))
    )
    print(f"2. {len(law.rules)} norms on one act, {len(names)} facts, {cases:,} cases")
    everywhere = packed(np.ones(cases, np.bool_))
    nowhere = np.zeros_like(everywhere)

    def by_planes() -> Any:
        return read_planes(law, planes.__getitem__, everywhere, nowhere)

    expected = by_planes().codes(cases)
    base = best(by_planes)
    _line("bit planes, planes ready", base, base, cases)
    frame = pl.DataFrame([boolean(name, planes[name], cases) for name in names])
    found = statuses(law, frame).to_numpy()
    _line(
        "Polars, one thread",
        best(lambda: statuses(law, frame)),
        base,
        _same(found, expected),
    )
    database = duckdb.connect()
    database.execute("SET threads = 1")
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/facts.parquet"
        frame.write_parquet(file)
        database.execute("CREATE TABLE facts AS SELECT * FROM read_parquet(?)", [file])
    read = ", ".join(f"{fold(getattr(law, p), Sql())} AS {p}" for p in NAMES)
    status = STATUS
    for place, one in enumerate(BEST_FIRST):
        status = status.replace(f"'{one}'", f"{place}::UTINYINT")
    query = f"SELECT {status} AS status FROM (SELECT {read} FROM facts)"  # noqa: S608
    told = database.execute(query).fetchnumpy()["status"]
    time = best(lambda: database.execute(query).fetchnumpy())
    _line("DuckDB, one thread", time, base, _same(told, expected))
    few = min(cases, 20_000)
    rows = frame.head(few).to_dicts()
    code = {status: place for place, status in enumerate(BEST_FIRST)}
    alone = np.array([code[decide(law, row.__getitem__).status] for row in rows])
    time = best(lambda: [decide(law, row.__getitem__).status for row in rows], 1)
    _line(
        f"Python, case by case (from {few:,})",
        time * cases / few,
        base,
        _same(alone, expected[:few]),
    )
    print("   OpenFisca-core (AGPL) is no dependency of ours and was not compared.")


def _same(found: Any, expected: Any) -> int:
    equal = int((found == expected).sum())
    if equal < len(found):
        raise SystemExit(f"{len(found) - equal} answers differ.")
    return equal


def _line(name: str, time: float, base: float, equal: int) -> None:
    print(
        f"   {name:<34}{time * 1e3:9.1f} ms   x {time / base:9,.0f}   {equal:,} equal"
    )


def one_case() -> None:
    """Explain one case."""
    facts = over_baseline(
        {
            "wish.current": "return",
            "hearing.valid": "T",
            "wish.reconfirmed": "T",
            "risk.torture[KP]": "U",
            "health.fit_to_travel": "U",
            "status.doubt": "U",
        }
    )
    law = pack(DAY)
    record = check(facts)
    print("3. One case, eight options (best of 20)")
    looks = [(act, Predicates(Case(record, "KP"))) for act in acts.RETURNS]
    decided = [(decide(law.statutes[a.name], p.truth), p) for a, p in looks]
    for name, ask, target in (
        ("explanation of one answer", explain, "1 ms"),
        ("what is missing for one answer", missing, "10 ms"),
    ):
        worst = max(best(lambda d=d, p=p, ask=ask: ask(d, p), 20) for d, p in decided)
        print(f"   {name:<34}{worst * 1e3:9.2f} ms   (target {target})")
    time = best(lambda: assess(facts, on=DAY), 20)
    print(f"   {'everything, eight options':<34}{time * 1e3:9.2f} ms")
    unknown: dict[str, object] = {}
    time = best(lambda: assess(unknown, on=DAY), 5)
    print(f"   {'everything, nothing known':<34}{time * 1e3:9.2f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    given = parser.parse_args()
    full_law(given.cases)
    compared(given.cases)
    one_case()
