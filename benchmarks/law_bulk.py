"""How fast does the law answer a register, and how do others do on the same norms?

    ./run bench law_bulk [--cases 1000000] [--most 10000000]

Prints sizes, times and ratios; the best of three runs each, one thread where it can be
asked for. The facts are drawn by chance with a fixed seed, a quarter of them unknown.
Part 1 is the full law on prepared planes. Part 2 is a subset of seven norms, answered
by each program in the same run, with the answers compared case by case. Part 3 is one
case. Part 4 is a register with every fact in it, from Parquet to Parquet, and its
survey.

OpenFisca-core is under the AGPL and no dependency of ours: it is installed into a venv
of its own in the user's cache, and runs there as a program of its own. Where it cannot
be installed it is left out, and that is said.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
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
from _registers import all_distinct, with_few_kinds

from safeconduct.law import acts, assess, over_baseline, pack
from safeconduct.law.answer import BEST_FIRST
from safeconduct.law.bulk import Evaluation, Slot, Views, evaluate, read_register
from safeconduct.law.bulk.second import boolean, statuses
from safeconduct.law.bulk.statuses import read_planes
from safeconduct.law.changes import Wanted, changes
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
from safeconduct.law.readings.planes import Plane, packed, unpacked
from safeconduct.law.readings.sql import Sql
from safeconduct.law.record import check
from safeconduct.law.statute import Statute
from safeconduct.law.survey import open_cases, survey
from safeconduct.law.terms import PREDICATES

DAY = date(2026, 11, 1)
SUBSET = (
    *("CAT-3-1", "CSR-33-1", "GCIII-118-NR", "GCIII-109-3"),
    *("GCIII-109-1/duty", "GCIII-109-2", "ENG-GATE"),
)
# Shares of the cases in which a fact is true, and in which it is known.
TRUE, KNOWN = 0.375, 0.75
NAMES = ("scope", "bar", "wait", "duty", "basis")
OPENFISCA = "OpenFisca-Core==46.*"
FEW = 20_000


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
        f"(target {cases / 1e4:,.0f} ms)"
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
        f"({listed():,} changes; target {cases / 1e4:,.0f} ms)"
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
    print(_by_openfisca(law, planes, names, cases, base, expected))
    few = min(cases, FEW)
    rows = frame.head(few).to_dicts()
    _line(*_by_source(law, names, planes, cases, base, expected))
    code = {status: place for place, status in enumerate(BEST_FIRST)}
    alone = np.array([code[decide(law, row.__getitem__).status] for row in rows])
    time = best(lambda: [decide(law, row.__getitem__).status for row in rows], 1)
    _line(
        f"Python, tree walk (from {few:,})",
        time * cases / few,
        base,
        _same(alone, expected[:few]),
    )


class Source:
    """Read an expression as Python over -1 (no), 0 (unknown) and 1 (yes).

    Args:
        least, most: The functions for "and" and "or".
        shown: How "is shown" is written, with `{}` for the part.
        fact: How a fact is written, with `{}` for its variable.
    """

    def __init__(self, least: str, most: str, shown: str, fact: str) -> None:
        self._least, self._most = least, most
        self._shown, self._fact = shown, fact

    def fact(self, name: str) -> str:
        """Name the variable."""
        return self._fact.format(variable(name))

    def always(self) -> str:
        """Be yes."""
        return "1"

    def never(self) -> str:
        """Be no."""
        return "-1"

    def all(self, parts: tuple[str, ...]) -> str:
        """Take the least."""
        return _nested(self._least, parts)

    def any(self, parts: tuple[str, ...]) -> str:
        """Take the greatest."""
        return _nested(self._most, parts)

    def no(self, part: str) -> str:
        """Turn the sign."""
        return f"-({part})"

    def proven(self, part: str) -> str:
        """Take unknown for no."""
        return self._shown.format(part)


def _nested(function: str, parts: tuple[str, ...]) -> str:
    return (
        parts[0]
        if len(parts) == 1
        else (f"{function}({parts[0]}, {_nested(function, parts[1:])})")
    )


def variable(name: str) -> str:
    """Write the name of a fact so that a program may use it."""
    return "".join(c if c.isalnum() else "_" for c in name)


def ternary(plane: Plane, cases: int) -> Any:
    """Write a plane as -1, 0 and 1."""
    true, false = unpacked(plane.true, cases), unpacked(plane.false, cases)
    return true.astype(np.int8) - false.astype(np.int8)


# The status from scope, bar, wait, duty and basis; numbers are places in BEST_FIRST.
ONE_STATUS = (
    "4 if scope == -1 else 3 if bar == 1 else 2 if bar == 0 or wait >= 0 "
    "else 0 if duty == 1 else 1 if basis == 1 else 2 if basis == 0 else 4"
)
EVERY_STATUS = (
    "np.select([ask('scope') == -1, ask('bar') == 1, (ask('bar') == 0) | "
    "(ask('wait') >= 0), ask('duty') == 1, ask('basis') == 1, ask('basis') == 0], "
    "[4, 3, 2, 0, 1, 2], 4)"
)


def _by_source(
    law: Statute,
    names: list[str],
    planes: dict[str, Plane],
    cases: int,
    base: float,
    expected: Any,
) -> tuple[str, float, float, int]:
    """Write the norms as a Python function, and call it case by case."""
    reading = Source("min", "max", "(1 if {} > 0 else -1)", "{}")
    body = "\n".join(f"    {n} = {fold(getattr(law, n), reading)}" for n in NAMES)
    given = ", ".join(map(variable, names))
    space: dict[str, Any] = {}
    exec(f"def status({given}):\n{body}\n    return {ONE_STATUS}", space)  # noqa: S102 - our own norms
    few = min(cases, 10 * FEW)
    columns = [ternary(planes[n], cases)[:few].tolist() for n in names]
    found = np.fromiter(map(space["status"], *columns), np.uint8)
    time = best(lambda: list(map(space["status"], *columns)), 1) * cases / few
    label = f"Python, generated source (from {few:,})"
    return label, time, base, _same(found, expected[:few])


def _by_openfisca(
    law: Statute,
    planes: dict[str, Plane],
    names: list[str],
    cases: int,
    base: float,
    expected: Any,
) -> str:
    """Let OpenFisca-core calculate, in a process and a venv of its own."""
    python = _openfisca()
    if python is None:
        return f"   OpenFisca-core was not compared: {OPENFISCA} cannot be installed."
    reading = Source(
        "np.minimum", "np.maximum", "np.where(({}) > 0, 1, -1)", "ask('{}')"
    )
    formulas = {n: fold(getattr(law, n), reading) for n in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        facts = {variable(n): ternary(planes[n], cases) for n in names}
        np.savez(f"{folder}/facts.npz", **facts)
        told = json.dumps({**formulas, "status": EVERY_STATUS})
        Path(folder, "formulas.json").write_text(told)
        script = Path(__file__).with_name("_openfisca.py")
        ran = subprocess.run(  # noqa: S603 - our own script
            [python, script, folder], capture_output=True, text=True, check=False
        )
        if ran.returncode:
            return f"   OpenFisca-core failed: {ran.stderr.strip().splitlines()[-1]}"
        equal = _same(np.load(f"{folder}/status.npy"), expected)
    return _told("OpenFisca-core (AGPL), -1/0/1", float(ran.stdout), base, equal)


def _openfisca() -> Path | None:
    """Find the Python beside OpenFisca-core; install it the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "safeconduct-bench" / "openfisca"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", OPENFISCA]
        subprocess.run(install, check=True, capture_output=True)  # noqa: S603 - as above
    except (OSError, subprocess.CalledProcessError):
        return None
    return python


def _same(found: Any, expected: Any) -> int:
    equal = int((found == expected).sum())
    if equal < len(found):
        raise SystemExit(f"{len(found) - equal} answers differ.")
    return equal


def _line(name: str, time: float, base: float, equal: int) -> None:
    print(_told(name, time, base, equal))


def _told(name: str, time: float, base: float, equal: int) -> str:
    ratio = f"x {time / base:9,.0f}"
    return f"   {name:<42}{time * 1e3:11.1f} ms   {ratio}   {equal:,} equal"


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
    for act in acts.RETURNS:
        time = best(lambda act=act: _changed(facts, act.option), 3)  # type: ignore[misc]
        print(
            f"   {f'what would change {act.option}, up to 3':<34}{time * 1e3:9.2f} ms"
            "   (target 60 ms)"
        )
    time = best(lambda: assess(facts, on=DAY), 20)
    print(f"   {'everything, eight options':<34}{time * 1e3:9.2f} ms")
    unknown: dict[str, object] = {}
    time = best(lambda: assess(unknown, on=DAY), 5)
    print(f"   {'everything, nothing known':<34}{time * 1e3:9.2f} ms")


def _changed(facts: dict[str, object], option: str) -> object:
    return changes(facts, on=DAY, option=option, towards="KP", wanted=Wanted.OPEN)


def registers(cases: int) -> None:
    """Survey a register, and answer one from Parquet to Parquet."""
    for name, made in (("no two alike", all_distinct), ("few kinds", with_few_kinds)):
        frame = made(cases)
        print(
            f"4. A register, {name}: {cases:,} cases, {frame.width - 1} facts, "
            "three States and more"
        )
        time = best(lambda frame=frame: _surveyed(frame), 1)
        print(
            f"   answers and survey, from a table  {time:9.2f} s    "
            f"of which the survey {SURVEYED[-1]:.2f} s (target 2 s)"
        )
        with tempfile.TemporaryDirectory() as folder:
            source, target = f"{folder}/in.parquet", f"{folder}/out.parquet"
            frame.write_parquet(source)
            del frame
            time, memory = _answered(source, target)
        print(
            f"   law bulk, Parquet to Parquet      {time:9.2f} s    "
            f"two readings, two threads, at most {memory:,} MB"
        )


SURVEYED: list[float] = []


def _surveyed(frame: pl.DataFrame) -> None:
    views = Views(read_register(frame))
    evaluation = evaluate(pack(DAY), views)
    begun = perf_counter()
    found = list(survey(evaluation, views))
    SURVEYED.append(perf_counter() - begun)
    told = sum(len(one.answers) for one in found)
    print(
        f"   {open_cases(evaluation):,} cases with an open question; {len(found)} "
        f"questions settle some, by {told} answers"
    )


# What `getrusage` says of a child counts what it was before it became a program.
_PROGRAM = """
import re, sys
from safeconduct.cli.main import run
code = run(sys.argv[1:])
with open("/proc/self/status") as status:
    print(re.search(r"VmHWM:[^0-9]*([0-9]+)", status.read())[1], file=sys.__stderr__)
sys.exit(code)
"""


def _answered(source: str, target: str) -> tuple[float, int]:
    """Run `law bulk`; return the seconds and the most memory it took, in MB."""
    begun = perf_counter()
    ran = subprocess.run(  # noqa: S603 - our own program
        [
            *(sys.executable, "-c", _PROGRAM),
            *("law", "bulk", source, target, "--on", DAY.isoformat()),
        ],
        check=True,
        env=os.environ | {"POLARS_MAX_THREADS": "2"},
        capture_output=True,
        text=True,
    )
    return perf_counter() - begun, int(ran.stderr.split()[-1]) >> 10


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--most", type=int, default=10_000_000)
    given = parser.parse_args()
    full_law(given.cases)
    full_law(given.most)
    compared(given.cases)
    one_case()
    registers(given.cases)
