"""How fast are protected names found among 100,000 persons, and how often wrongly?

    ./run bench exposure [--persons 100000] [--documents 2000] [--alone]

Beside our automaton stand, in the same run and over the same patterns and folded
texts: pyahocorasick and a plain set of word n-grams. pyahocorasick is no dependency:
without it that row is left out, and it is said. Then whole scans: documents a second,
and false alerts on unrelated documents, half of which speak of war, and on news of
six kinds in four languages that share names with the protected. The documents are
generated, since no public set of war news with a known register exists.

Before that Slavic names are looked for in every case, and registers of other peoples
are built, each in a process of its own: a Slavic name of three words can be written in
some fifty ways.
"""

from __future__ import annotations

import argparse
import importlib
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter, process_time

from benchmarks.exposure.building import built, resident
from benchmarks.exposure.cases import inflected
from benchmarks.exposure.population import documents, persons
from benchmarks.exposure.unrelated import strangers, unrelated
from safeconduct.disclosure import Register, scan
from safeconduct.disclosure.automaton import NameIndex, folded

NAMESAKES = 20_000
"""Persons with a few hundred common names: some fifty have each. No real register is
so dense; it shows what a rule does when every name in the news has an owner."""
LONGEST = 4
"""Words of a pattern that the plain set looks for."""


def main() -> None:
    """Print forms found, build time, memory, speed and false alerts."""
    options = _options()
    print(*inflected(), sep="\n")
    for mix in ("north", "mixed", "slavs"):
        with ProcessPoolExecutor(1, get_context("spawn")) as alone:
            print(alone.submit(built, options.persons, mix).result())
    people = persons(options.persons)
    start = process_time()
    register = Register(people)
    took = process_time() - start
    memory = resident()
    print(f"{len(people):,} persons, {len(register.names):,} patterns")
    print(f"register built in {took:.1f} s of CPU, {memory:.2f} GB resident")
    texts = list(documents(options.documents, war=0.5))
    _compare(register.names, [folded(text) for text in texts], alone=options.alone)
    start = process_time()
    alerts = sum(bool(scan(text, register)) for text in texts)
    rate = len(texts) / (process_time() - start)
    print(f"whole scans: {rate:,.0f} documents/s, half of them on war")
    print(f"false alerts: {alerts} of {len(texts):,} unrelated documents")
    _namesakes(register, "the same persons", options.documents)
    namesakes = Register(strangers(NAMESAKES))
    _namesakes(namesakes, f"{NAMESAKES:,} namesakes", options.documents)


def _namesakes(register: Register, who: str, count: int) -> None:
    """Count false alerts on news of six kinds in four languages."""
    start = process_time()
    topics = Counter(
        topic for _, topic, text in unrelated(count) if scan(text, register)
    )
    rate = count / (process_time() - start)
    told = ", ".join(f"{topic} {n}" for topic, n in topics.most_common())
    print(f"{who}: false alerts {topics.total()} of {count:,} ({told}), {rate:,.0f}/s")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=100_000)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--alone", action="store_true", help="without the alternatives")
    return parser.parse_args()


def _compare(names: NameIndex, texts: list[str], *, alone: bool) -> None:
    print(f"{'matcher':22} {'M characters/s':>14} {'hits':>8}")
    _row("daachorse (ours)", names.count_hits, texts)
    if alone:
        return
    patterns = names.patterns()
    _row("set of word n-grams", _ngrams(set(patterns)), texts)
    try:
        ahocorasick = importlib.import_module("ahocorasick")
    except ImportError:
        print("pyahocorasick          not installed: left out")
        return
    automaton = ahocorasick.Automaton()
    for pattern in patterns:
        automaton.add_word(pattern, pattern)
    automaton.make_automaton()
    _row("pyahocorasick", lambda text: sum(1 for _ in automaton.iter(text)), texts)


def _ngrams(patterns: set[str]) -> Callable[[str], int]:
    def count(text: str) -> int:
        words = text.split(" ")
        return sum(
            f" {' '.join(words[at : at + size])} " in patterns
            for at in range(len(words))
            for size in range(1, LONGEST + 1)
            if at + size < len(words)
        )

    return count


def _row(name: str, count: Callable[[str], int], texts: list[str]) -> None:
    start = perf_counter()
    hits = sum(map(count, texts))
    spent = perf_counter() - start
    speed = sum(map(len, texts)) / spent / 1e6
    print(f"{name:22} {speed:14,.1f} {hits:8,}")


main()
