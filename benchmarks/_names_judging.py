"""How good are hits and scores, and how sure is that?"""

from collections.abc import Sequence
from math import sqrt

import numpy as np

Z = 1.96  # of the normal distribution, for 95 %
RESAMPLES = 1000


def wilson(hits: float, count: int) -> tuple[float, float]:
    """Give Wilson's 95 % interval of a share."""
    if not count:
        return 0.0, 1.0
    share, z2 = hits / count, Z * Z / count
    middle = (share + z2 / 2) / (1 + z2)
    half = Z * sqrt(share * (1 - share) / count + z2 / (4 * count)) / (1 + z2)
    return middle - half, middle + half


def best_threshold(scores: np.ndarray, same: np.ndarray) -> float:
    """Find the score from which on "the same" gives the best F1."""
    order = np.argsort(-scores, kind="stable")
    true = np.cumsum(same[order])
    f1 = 2 * true / (np.arange(1, len(order) + 1) + same.sum())
    ranked = scores[order]
    # A threshold lies between two scores that differ.
    last = np.append(ranked[1:] < ranked[:-1], True)
    at = int(np.argmax(np.where(last, f1, -1)))
    if at + 1 == len(ranked) or not np.isfinite(ranked[at + 1]):
        return float(ranked[at])
    return float(ranked[at] + ranked[at + 1]) / 2


def decisions(
    scores: Sequence[float], same: Sequence[bool], folds: Sequence[int]
) -> tuple[np.ndarray, np.ndarray]:
    """Decide each fold by the threshold that is best on the other folds."""
    marks, truth = np.array(scores, float), np.array(same)
    fold, said = np.array(folds), np.zeros(len(truth), bool)
    for one in set(folds):
        here = fold == one
        others = ~here if (~here).any() else here
        said[here] = marks[here] >= best_threshold(marks[others], truth[others])
    return said, truth


def f1(said: np.ndarray, same: np.ndarray) -> float:
    """The harmonic mean of precision and recall."""
    total = said.sum() + same.sum()
    return 2 * float((said & same).sum()) / float(total) if total else 0.0


def f1_interval(said: np.ndarray, same: np.ndarray) -> tuple[float, float]:
    """Give the 95 % interval of F1 by the bootstrap over pairs."""
    chance = np.random.default_rng(5)
    drawn = [chance.integers(0, len(said), len(said)) for _ in range(RESAMPLES)]
    found = sorted(f1(said[one], same[one]) for one in drawn)
    return found[int(RESAMPLES * 0.025)], found[int(RESAMPLES * 0.975) - 1]
