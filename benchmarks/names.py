"""How well are names found and compared across scripts, beside stock matchers?

    ./run bench names [--data ../shared/data/names] [--asked 600] [--pool 200000]
                      [--folds 5] [--alone]

Every name is asked of a model that was trained without it (`_names_cases.py` makes the
folds, `_names_ours.py` trains a copy of the package), through the commands anyone runs:
`safeconduct names rank` and `names score`. `--folds 1` asks the first fold only.

The alternatives (rapidfuzz, Jaro-Winkler and Levenshtein behind anyascii or ICU, and
the name matchers of nomenklatura) are no dependencies of ours: they are installed into
a venv of their own in the user's cache and run there. Where they cannot be installed
they are left out, and that is said; `--alone` leaves them out on purpose.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import venv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from _names_cases import FOLDS, Cases, Pair, Query, Retrieval, draw, read
from _names_judging import decisions, f1, f1_interval, wilson
from _names_ours import Copy

ALTERNATIVES = (
    "rapidfuzz==3.14.*",
    "anyascii==0.3.*",
    "PyICU==2.*",
    "nomenklatura==4.17.*",
    "numpy>=2.3",
)
OURS = "safeconduct"
# What the project set itself: recall at 1 and at 10, F1.
RECALL = {
    "A": (0.82, 0.94),
    "B": (None, 0.97),
    "C": (0.90, 0.96),
    "D": (0.90, 0.99),
    "E": (0.65, 0.92),
    "T": (None, 0.88),
}
F1 = {"Cyr-Lat token": None, "Ukr/Rus/Lat": 0.98}
KOREAN_F1 = 0.96


@dataclass
class Found:
    """What one matcher found, query by query and pair by pair."""

    at_1: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    at_10: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    scores: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    per_second: float = 0.0  # pairs


@dataclass
class Clock:
    """How long our commands took, in seconds, and our queries, in milliseconds."""

    training: list[float] = field(default_factory=list)
    scoring: float = 0.0
    pairs: int = 0
    latencies: list[float] = field(default_factory=list)


def main() -> None:
    """Ask everybody everything, and print what came out."""
    asked = arguments()
    if not asked.data.is_dir():
        raise SystemExit(f"There are no data in {asked.data}. Name them with --data.")
    data = read(asked.data)
    cases = draw(data, asked=asked.asked, pool=asked.pool)
    cases = only(cases, range(asked.folds))
    print_sizes(cases)
    found = {} if asked.alone else alternatives(cases)
    with tempfile.TemporaryDirectory() as folder:
        ours, clock = of_ours(cases, asked.data, Path(folder), range(asked.folds))
        found[OURS] = ours
        print_recalls(cases, found)
        print_pairs(cases, found)
        print_clock(clock)
        print_throughput(cases, Copy(Path(folder) / "whole"))


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    root = Path(__file__).parent.parent
    parser.add_argument(
        "--data", type=Path, default=root.parent / "shared" / "data" / "names"
    )
    parser.add_argument("--asked", type=int, default=600)
    parser.add_argument("--pool", type=int, default=200_000)
    parser.add_argument("--folds", type=int, default=FOLDS, choices=range(1, FOLDS + 1))
    parser.add_argument("--alone", action="store_true")
    return parser.parse_args()


def only(cases: Cases, folds: Iterable[int]) -> Cases:
    """Leave out what belongs to other folds; bring what is left into their order."""
    retrievals = [
        Retrieval(one.kind, one.title, one.pool, in_folds(one.queries, folds))
        for one in cases.retrievals
    ]
    pairs = {kind: in_folds(one, folds) for kind, one in cases.pairs.items()}
    return Cases(cases.pools, retrievals, pairs)


def in_folds(all_: list[Any], folds: Iterable[int]) -> list[Any]:
    """Sort queries or pairs by their folds."""
    return [one for fold in folds for one in all_ if one.fold == fold]


# Ours


def of_ours(
    cases: Cases, data: Path, folder: Path, folds: Iterable[int]
) -> tuple[Found, Clock]:
    """Ask our commands, fold by fold."""
    found, clock = Found(), Clock()
    for fold in folds:
        copy = Copy(folder / str(fold))
        clock.training.append(copy.train(data, fold))
        print(f"· fold {fold}: trained in {clock.training[-1]:.0f} s", file=sys.stderr)
        for one in cases.retrievals:
            queries = [query for query in one.queries if query.fold == fold]
            if queries:
                ask(copy, cases.pools[one.pool], one.kind, queries, found)
            if one.kind == "T":
                texts = [query.text for query in queries]
                clock.latencies += copy.latencies(cases.pools[one.pool], texts)
        for kind, pairs in cases.pairs.items():
            scores, taken = copy.score([one for one in pairs if one.fold == fold])
            found.scores[kind] += scores
            clock.scoring += taken
            clock.pairs += len(scores)
    found.per_second = clock.pairs / clock.scoring
    return found, clock


def ask(
    copy: Copy, pool: list[str], kind: str, queries: list[Query], found: Found
) -> None:
    """Ask a pool, and note whether the right line came first or among ten."""
    texts = [query.text for query in queries]
    answers, taken = copy.rank(pool, texts, 11)
    print(f"·   {kind}: {len(queries)} queries in {taken:.1f} s", file=sys.stderr)
    for query, hits in zip(queries, answers, strict=True):
        # Its own spelling does not count.
        others = [hit for hit in hits if hit != query.text]
        found.at_1[kind].append(bool(set(others[:1]) & set(query.right)))
        found.at_10[kind].append(bool(set(others[:10]) & set(query.right)))


# The others


def alternatives(cases: Cases) -> dict[str, Found]:
    """Let stock matchers do the same, in an environment of their own."""
    python = environment()
    if python is None:
        print("The alternatives were not compared: they cannot be installed.")
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "cases.json")
        path.write_text(json.dumps(told(cases), ensure_ascii=False), encoding="utf-8")
        script = Path(__file__).with_name("_names_alternatives.py")
        ran = subprocess.run(  # noqa: S603 - our own script
            [python, script, path], capture_output=True, text=True, check=False
        )
    if ran.returncode:
        print(f"The alternatives failed: {ran.stderr.strip().splitlines()[-1]}")
        return {}
    return heard(json.loads(ran.stdout))


def told(cases: Cases) -> dict[str, Any]:
    """Say what is to be compared."""
    return {
        "pools": cases.pools,
        "retrievals": {
            one.kind: {
                "pool": one.pool,
                "queries": [[query.text, query.right] for query in one.queries],
            }
            for one in cases.retrievals
        },
        "pairs": {
            kind: [[one.a, one.b] for one in pairs]
            for kind, pairs in cases.pairs.items()
        },
    }


def heard(answer: dict[str, Any]) -> dict[str, Found]:
    """Read what the alternatives found."""
    found: dict[str, Found] = defaultdict(Found)
    for label, kinds in answer["retrieval"].items():
        for kind, one in kinds.items():
            found[label].at_1[kind] = one["at_1"]
            found[label].at_10[kind] = one["at_10"]
    for label, one in answer["pairs"].items():
        found[label].scores.update(one["scores"])
        found[label].per_second = one["per_second"]
    return dict(found)


def environment() -> Path | None:
    """Find the Python beside the alternatives; install them the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "safeconduct-bench" / "names"
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", *ALTERNATIVES]
        subprocess.run(install, check=True, capture_output=True)  # noqa: S603 - as above
    except (OSError, subprocess.CalledProcessError):
        return None
    return python


# What is printed


def print_sizes(cases: Cases) -> None:
    """Say how much is asked, and in which pools."""
    pools = ", ".join(f"{name} {len(lines):,}" for name, lines in cases.pools.items())
    print(f"Pools: {pools}")
    for one in cases.retrievals:
        print(f"  {one.kind}  {one.title}: {len(one.queries)} queries in {one.pool}")
    for kind, pairs in cases.pairs.items():
        true = sum(pair.same for pair in pairs)
        print(f"  {kind}: {true} true pairs, {len(pairs) - true} false")


def print_recalls(cases: Cases, found: dict[str, Found]) -> None:
    """Print recall at 1 and at 10 of every matcher, and our intervals."""
    kinds = [one.kind for one in cases.retrievals]
    print("\nRecall@1/@10" + " " * 20 + "".join(f"{kind:^11}" for kind in kinds))
    for label, one in found.items():
        if not one.at_1:
            continue  # too slow to look through a pool: it compares pairs only
        cells = (f"{share(one.at_1[k])}/{share(one.at_10[k])}" for k in kinds)
        print(f"{label:<32}" + "".join(f"{cell:^11}" for cell in cells))
    for name, place in (("at 1", 0), ("at 10", 1)):
        marks = [(found[OURS].at_1, found[OURS].at_10)[place][k] for k in kinds]
        limits = (interval(*wilson(sum(one), len(one))) for one in marks)
        print(f"  95 % {name:<25}" + "".join(f"{cell:^11}" for cell in limits))
        wanted = (RECALL.get(k, (None, None))[place] for k in kinds)
        print(f"  wanted {name:<23}" + "".join(f"{target(one):^11}" for one in wanted))


def print_pairs(cases: Cases, found: dict[str, Found]) -> None:
    """Print F1 of every matcher, with the threshold from the other folds."""
    kinds = list(cases.pairs)
    print("\nF1 of pairs" + " " * 21 + "".join(f"{k:^16}" for k in kinds) + " pairs/s")
    for label, one in found.items():
        cells = [f"{f1(*judged(one, k, cases.pairs[k])):.3f}" for k in kinds]
        row = "".join(f"{cell:^16}" for cell in cells)
        print(f"{label:<32}{row}{one.per_second:>8,.0f}")
    limits = (
        interval(*f1_interval(*judged(found[OURS], k, cases.pairs[k]))) for k in kinds
    )
    print(f"{'  95 %':<32}" + "".join(f"{cell:^16}" for cell in limits))
    wanted = (target(F1.get(k, KOREAN_F1)) for k in kinds)
    print(f"{'  wanted':<32}" + "".join(f"{cell:^16}" for cell in wanted))


def judged(found: Found, kind: str, pairs: list[Pair]) -> Any:
    """Decide the pairs of a kind."""
    same, folds = [one.same for one in pairs], [one.fold for one in pairs]
    return decisions(found.scores[kind], same, folds)


def print_clock(clock: Clock) -> None:
    """Print how long our commands took."""
    print(f"\nTraining: {median(clock.training):.0f} s")
    late = sorted(clock.latencies)
    print(
        f"A query with a typing error: median {median(late):.1f} ms, "
        f"p95 {late[int(len(late) * 0.95)]:.1f} ms"
    )


def print_throughput(cases: Cases, copy: Copy) -> None:
    """Ask 300 names of each script of pools of one size, and print the seconds."""
    asked = [
        query.text
        for one in cases.retrievals
        if one.kind in "ABCE"
        for query in one.queries[:75]
    ]
    size = len(cases.pools["hangul"])
    for name, pool in throughput_pools(cases, size).items():
        before = processor()
        _hits, taken = copy.rank(pool, asked, 10)
        told = f"{len(set(asked))} queries, pool of {len(pool):,} {name}"
        used = processor() - before
        print(f"names rank, {told}: {taken:.1f} s, of processors {used:.1f} s")
    some = [pair for pairs in cases.pairs.values() for pair in pairs]
    many = (some * (20_000 // len(some) + 1))[:20_000]
    _scores, taken = copy.score(many)
    print(f"names score, {len(many):,} pairs: {len(many) / taken:,.0f} a second")


def processor() -> float:
    """Give the seconds that programs we called have used of all processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def throughput_pools(cases: Cases, size: int) -> dict[str, list[str]]:
    """Make pools of one size: Hangul, Korean in Latin, words, and all of them."""
    pools = cases.pools

    def filled(lines: list[str]) -> list[str]:
        return (lines * (size // len(lines) + 1))[:size]

    mixed = [line for three in zip(*pools.values(), strict=False) for line in three]
    return {
        "Hangul": filled(pools["hangul"]),
        "Latin": filled(pools["latin"]),
        "words": filled(pools["tokens"]),
        "mixed": filled(mixed),
    }


def share(marks: list[float]) -> str:
    """Write a share: .87."""
    return f"{sum(marks) / len(marks):.2f}".replace("0.", ".") if marks else "-"


def interval(low: float, high: float) -> str:
    """Write an interval: .84-.90."""
    return f"{low:.2f}-{high:.2f}".replace("0.", ".")


def target(value: float | None) -> str:
    """Write what is wanted, or nothing."""
    return f"{value:.2f}".replace("0.", ".") if value else ""


if __name__ == "__main__":
    begun = perf_counter()
    main()
    print(f"\nThe whole run: {(perf_counter() - begun) / 60:.0f} minutes")
