"""How well are copies found, beside MinHash?

    ./run bench copies [--originals 240] [--each 40] [--seed 5] [--alone]

Seven kinds of texts are made from others, and every pair of texts is asked: does one
come from the other? Thresholds are chosen on generated articles of one seed, and judged
on generated articles of another and on the hand-written ones of the tests, in four
languages, the independent reports on the same events among them. Two texts made from
one source are not judged: they do share its words.

No public collection of copied news lies beside the project; the sets named in its
design (NEWS-COPY and others) have to be fetched by hand. So all texts are ours, and
what is printed compares methods on them and says little of other texts.

MinHash is datasketch's, with runs of three and five words, 128 permutations, an index
at .1, and its estimated likeness from a threshold up. It is no dependency of ours: uv
fetches it into an environment of its own; `--alone` leaves it out.
"""

import argparse
import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.copies.articles import articles
from benchmarks.copies.derivatives import KINDS, Derivative, derive
from safeconduct.text import read
from safeconduct.text.language import language_of
from safeconduct.text.lineage.copying import found_overlaps
from safeconduct.text.lineage.winnowing import fingerprints, shared
from safeconduct.text.lineage.words import words_of

ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "tests" / "text" / "lineage" / "articles"
RUNS = (3, 5)
Pair = tuple[int, int]
Scores = Mapping[Pair, float]


@dataclass(frozen=True)
class Case:
    """Texts, which pairs come from one another, by kind, and which are not judged."""

    title: str
    texts: list[str]
    true: dict[Pair, str]
    ignored: frozenset[Pair]


def main() -> None:
    """Make three sets, compare, and print."""
    asked = arguments()
    cases = [
        generated("generated, other seed", asked.originals, asked.each, asked.seed),
        generated("generated", asked.originals, asked.each, asked.seed + 1),
        written(asked.each // 2, asked.seed + 2),
    ]
    found: dict[str, list[Scores]] = {}
    for case in cases:
        print(f"{case.title}: {len(case.texts)} texts, {len(case.true)} true pairs")
        for method, scores in compared(case, alone=asked.alone).items():
            found.setdefault(method, []).append(scores)
    for method, (chosen_on, *judged_on) in found.items():
        least = threshold(cases[0], chosen_on)
        print(f"\n{method}: threshold {least:.2f}, from the first set")
        for case, scores in zip(cases[1:], judged_on, strict=True):
            print_judged(case, scores, least)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser("./run bench copies", description=__doc__)
    parser.add_argument("--originals", type=int, default=240)
    parser.add_argument("--each", type=int, default=40, help="texts of every kind")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="without MinHash")
    return parser.parse_args()


# Sets


def generated(title: str, originals: int, each: int, seed: int) -> Case:
    """Make a set of generated articles; half as many more are there to be quoted in."""
    random = Random(seed)  # noqa: S311 - of a benchmark, repeatable
    made = articles(originals, random)
    hosts = articles(originals // 2, random)
    return case(title, [text for _, text in made], derive(made, hosts, each, random))


def written(each: int, seed: int) -> Case:
    """Make a set of the tests' articles, all of them, with generated hosts."""
    random = Random(seed)  # noqa: S311 - as above
    texts = {
        file.stem: file.read_text("utf-8") for file in sorted(WRITTEN.glob("*.txt"))
    }
    # A splice there is, too, a text made from two others.
    plain = {name: text for name, text in texts.items() if "splice" not in name}
    told = [(language_of(text) or "en", text) for text in plain.values()]
    hosts = articles(40, random)
    return case(
        "written by hand", list(plain.values()), derive(told, hosts, each, random)
    )


def case(title: str, originals: list[str], made: Sequence[Derivative]) -> Case:
    """Tell the true pairs from the rest."""
    first = len(originals)
    true = {
        (source, first + number): one.kind
        for number, one in enumerate(made)
        for source in one.sources
    }
    siblings = {
        (first + one, first + two)
        for one, left in enumerate(made)
        for two, right in enumerate(made)
        if one < two and related(left, right)
    }
    texts = [*originals, *(one.text for one in made)]
    return Case(title, texts, true, frozenset(siblings))


def related(left: Derivative, right: Derivative) -> bool:
    """Whether two texts share the words of a third."""
    if left.host is not None and left.host == right.host:
        return True
    return bool(set(left.sources) & set(right.sources))


# Methods


def compared(case: Case, *, alone: bool) -> dict[str, Scores]:
    """Score the pairs of a set by every method."""
    begun = perf_counter()
    words = [words_of(read(text.encode(), name="a.txt")) for text in case.texts]
    prepared = perf_counter()
    counted = shared([fingerprints(one) for one in words])
    winnowed = perf_counter()
    found = found_overlaps(words)
    ended = perf_counter()
    print(f"· reading {prepared - begun:.1f} s, winnowing {winnowed - prepared:.1f} s")
    print(f"· lineage, which winnows and measures: {ended - winnowed:.1f} s")
    scores: dict[str, Scores] = {
        "lineage (as it decides)": dict.fromkeys(found, 1.0),
        "winnowing, shared fingerprints": {
            pair: float(one.count) for pair, one in counted.items()
        },
    }
    return scores if alone else scores | minhash(case)


def minhash(case: Case) -> dict[str, Scores]:
    """Let datasketch score the pairs, where uv can fetch it."""
    uv = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "texts.json")
        file.write_text(json.dumps({"texts": case.texts, "runs": RUNS}), "utf-8")
        script = Path(__file__).with_name("minhash.py")
        command = [uv, "run", "--no-project", "--with", "datasketch", script, file]
        try:
            ran = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        except (OSError, subprocess.CalledProcessError):
            print("· MinHash was not compared: uv could not fetch datasketch.")
            return {}
    found = {}
    for run, one in json.loads(ran.stdout).items():
        print(f"· MinHash, runs of {run}: {one['seconds']:.1f} s")
        found[f"MinHash 128, runs of {run}"] = {(a, b): s for a, b, s in one["pairs"]}
    return found


# Judging


def threshold(case: Case, scores: Scores) -> float:
    """Choose the threshold with the best F1."""
    return max(
        sorted(set(scores.values())), key=lambda least: f1(case, scores, least)[0]
    )


def f1(case: Case, scores: Scores, least: float) -> tuple[float, float, float]:
    """Give F1, precision and recall of the pairs that score `least` or more."""
    found = {pair for pair, score in scores.items() if score >= least} - case.ignored
    right = len(found & case.true.keys())
    precision = right / len(found) if found else 1.0
    recall = right / len(case.true)
    return 2 * right / (len(found) + len(case.true)), precision, recall


def print_judged(case: Case, scores: Scores, least: float) -> None:
    """Print F1, and recall kind by kind."""
    total, precision, recall = f1(case, scores, least)
    print(f"  {case.title}: F1 {total:.3f} (P {precision:.3f}, R {recall:.3f})")
    for kind in KINDS:
        pairs = [pair for pair, one in case.true.items() if one == kind]
        hit = sum(scores.get(pair, 0.0) >= least for pair in pairs)
        print(f"    {kind:14} recall {hit / len(pairs):.2f} of {len(pairs)}")


if __name__ == "__main__":
    main()
