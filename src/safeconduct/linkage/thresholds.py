"""From which weight on is a pair worth a person's look, and how often is that wrong?

The answers come from the probabilities themselves: a pair of probability p is expected
to be right p times and wrong 1 - p times. They are as good as the probabilities are;
labels (calibration.py) tell how good that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# A pair so likely goes to the front of the queue.
SURE: Final = 0.95
# Below this a pair is not shown at all.
SHOWN: Final = 0.1


def probability(weight: Any) -> Any:
    """Turn bits of weight into a probability."""
    return 1 / (1 + np.exp2(-np.clip(np.asarray(weight, np.float64), -500, 500)))


@dataclass(frozen=True, slots=True)
class Expected:
    """What to expect above a probability.

    Attributes:
        probability: The threshold.
        pairs: How many lie at or above it.
        precision: The share of them that is expected to be right.
        recall: The share of the matches among all pairs kept that lie above it. What
            blocking never brought together is in neither number.
    """

    probability: float
    pairs: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def expected(probabilities: Floats, threshold: float) -> Expected:
    """Tell what to expect above one threshold."""
    above = probabilities[probabilities >= threshold]
    whole = float(probabilities.sum())
    right = float(above.sum())
    return Expected(
        threshold,
        len(above),
        right / len(above) if len(above) else 1.0,
        right / whole if whole else 0.0,
    )


def chosen(probabilities: Floats) -> Expected:
    """Choose the threshold whose expected F1 is highest, from no labels at all."""
    if not len(probabilities):
        return Expected(0.5, 0, 1.0, 0.0)
    ordered = np.sort(probabilities)[::-1]
    right = np.cumsum(ordered)
    count = np.arange(1, len(ordered) + 1)
    f1 = 2 * right / (count + right[-1])
    return expected(probabilities, float(ordered[int(np.argmax(f1))]))
