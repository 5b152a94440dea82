"""How well do stock matchers compare names? Runs in a venv of its own.

    python _names_alternatives.py cases.json

The environment is its own because nomenklatura pins DuckDB below 2. Prints as JSON
the recall of each matcher, the score it gives each pair, and how fast it was. The
matchers are helped: the surname of a Hangul name is split off before it is romanised.
"""

import json
import sys
from functools import lru_cache
from math import comb
from pathlib import Path
from time import perf_counter

import icu
import numpy as np
from anyascii import anyascii
from nomenklatura.matching import get_algorithm
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler, Levenshtein

DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고")
TO_LATIN = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
FEW = 100  # queries of a matcher that manages 2 million comparisons a second only


def split(name):
    """Put a blank after the surname of a Hangul name."""
    if not name or not all("가" <= letter <= "힣" for letter in name):
        return name
    double = len(name) > 3 and name.startswith(DOUBLE_SURNAMES)  # noqa: PLR2004
    cut = 2 if double else 1
    return f"{name[:cut]} {name[cut:]}"


def by_anyascii(name):
    """Romanise with anyascii."""
    return anyascii(split(name)).lower()


def by_icu(name):
    """Romanise with ICU."""
    return TO_LATIN.transliterate(split(name))


def in_order(romanise):
    """Sort the words after romanising."""
    return lambda name: " ".join(sorted(romanise(name).split()))


SCANS = {
    "rapidfuzz WRatio, anyascii": (fuzz.WRatio, by_anyascii),
    "rapidfuzz token_sort, anyascii": (fuzz.token_sort_ratio, by_anyascii),
    "Jaro-Winkler, anyascii": (JaroWinkler.similarity, by_anyascii),
    "Jaro-Winkler sorted, ICU": (JaroWinkler.similarity, in_order(by_icu)),
    "Levenshtein, ICU": (Levenshtein.normalized_similarity, by_icu),
}
RULES = ("logic-v1", "logic-v2")


def retrieve(cases):
    """Look every query up by scanning its pool."""
    found = {}
    for label, (scorer, romanise) in SCANS.items():
        found[label] = {}
        for kind, asked in cases["retrievals"].items():
            queries = asked["queries"]
            if scorer is fuzz.WRatio:
                queries = queries[:: max(1, len(queries) // FEW)][:FEW]
            pool = cases["pools"][asked["pool"]]
            found[label][kind] = recalls(scorer, romanise, pool, queries)
    return found


def recalls(scorer, romanise, pool, queries):
    """Give the expected recall at 1 and at 10 of each query, ties shared out."""
    latin = [romanise(name) for name in pool]
    place = {name: n for n, name in enumerate(pool)}
    at_1, at_10 = [], []
    begun = perf_counter()
    for first in range(0, len(queries), 20):
        part = queries[first : first + 20]
        asked = [romanise(text) for text, _right in part]
        scores = process.cdist(asked, latin, scorer=scorer, workers=2, dtype=np.float32)
        for (text, right), row in zip(part, scores, strict=True):
            if text in place:
                row[place[text]] = -1  # its own spelling does not count
            goals = [place[name] for name in right if name in place]
            at_1.append(expected(row, goals, 1))
            at_10.append(expected(row, goals, 10))
    rate = len(queries) * len(pool) / (perf_counter() - begun)
    return {"at_1": at_1, "at_10": at_10, "per_second": rate}


def expected(row, goals, k):
    """How likely is a right line among the first k, if ties fall by chance?"""
    if not goals:
        return 0.0
    best = row[goals].max()
    better, ties = int((row > best).sum()), int((row == best).sum())
    right = int((row[goals] == best).sum())
    left = min(max(k - better, 0), ties)
    return 1 - comb(ties - right, left) / comb(ties, left)


def compare(cases):
    """Score every pair with every matcher."""
    scorers = {label: scan_scorer(*how) for label, how in SCANS.items()}
    scorers |= {f"nomenklatura {name}": rule_scorer(name) for name in RULES}
    found = {}
    for label, score in scorers.items():
        found[label], begun, count = {"scores": {}}, perf_counter(), 0
        for kind, pairs in cases["pairs"].items():
            found[label]["scores"][kind] = [float(score(a, b)) for a, b in pairs]
            count += len(pairs)
        found[label]["per_second"] = count / (perf_counter() - begun)
    return found


def scan_scorer(scorer, romanise):
    """Romanise both, then compare."""
    return lambda a, b: scorer(romanise(a), romanise(b))


def rule_scorer(name):
    """Compare two people of whom nothing but the name is known."""
    from followthemoney import model  # noqa: PLC0415
    from nomenklatura.matching.types import ScoringConfig  # noqa: PLC0415

    algorithm = get_algorithm(name)
    config = (
        algorithm.default_config()
        if hasattr(algorithm, "default_config")
        else ScoringConfig.defaults()
    )

    @lru_cache(maxsize=4096)
    def person(text, side):
        entity = {
            "id": f"{side}-{text}",
            "schema": "Person",
            "properties": {"name": [split(text)]},
        }
        return model.get_proxy(entity)

    return lambda a, b: algorithm.compare(person(a, "a"), person(b, "b"), config).score


def main(path):
    """Retrieve and compare, and say what came out."""
    cases = json.loads(Path(path).read_text(encoding="utf-8"))
    print(json.dumps({"retrieval": retrieve(cases), "pairs": compare(cases)}))


if __name__ == "__main__":
    main(sys.argv[1])
