"""How often is a pair of a certain weight really one person?

People's decisions are the only witness. Probabilities are fitted to them, by Platt's
line while they are few and by isotonic regression (pool adjacent violators) when there
are many, and what was predicted is set against what was decided, with counts.
Decisions judge pairs they were not fitted to: they are split into folds.

Sources: Platt, Probabilistic Outputs for Support Vector Machines (1999), with his
targets against overconfidence; Ayer et al., An Empirical Distribution Function for
Sampling with Incomplete Information (1955); Brier, Verification of Forecasts (1950).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from safeconduct.linkage.errors import TooFewLabels

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Curve = Callable[[Floats], Floats]
LEAST: Final = 5  # decisions of each kind, below which nothing can be said
MANY: Final = 200  # decisions of each kind, above which a free curve is safe
FOLDS: Final = 5
BINS: Final = 10
ROUNDS: Final = 100
SETTLED: Final = 1e-9
RIDGE: Final = 1e-6  # keeps a step finite where all weights are alike
FARTHEST: Final = 30.0  # nats


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the reliability table: pairs predicted between two probabilities."""

    low: float
    high: float
    pairs: int
    predicted: float
    observed: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Probabilities that people's decisions bear out.

    Attributes:
        method: `isotonic` or `platt`.
        curve: From weight in bits to probability.
        same, other: How many decisions there were of each kind.
        brier: The mean squared error on decisions that were held back.
        brier_before: The same of the model's own probabilities.
        table: Predicted against observed, on decisions that were held back.
    """

    method: str
    curve: Curve
    same: int
    other: int
    brier: float
    brier_before: float
    table: tuple[Row, ...]


def calibrate(weights: Floats, same: Bools, before: Floats) -> Calibration:
    """Fit probabilities to decided pairs.

    Args:
        weights: In bits.
        same: What people decided.
        before: The model's own probabilities.

    Raises:
        TooFewLabels: There are fewer than `LEAST` of either kind.
    """
    yes, no = int(same.sum()), int((~same).sum())
    if min(yes, no) < LEAST:
        raise TooFewLabels(yes, no, LEAST)
    method, fit = ("isotonic", isotonic) if min(yes, no) >= MANY else ("platt", platt)
    held = _held_back(weights, same, fit)
    truth = same.astype(np.float64)
    return Calibration(
        method,
        fit(weights, same),
        yes,
        no,
        float(np.mean((held - truth) ** 2)),
        float(np.mean((before - truth) ** 2)),
        reliability(held, same),
    )


def _held_back(
    weights: Floats, same: Bools, fit: Callable[[Floats, Bools], Curve]
) -> Floats:
    """Predict each decision from the others; folds share both kinds evenly."""
    fold = np.empty(len(weights), np.int64)
    for kind in (same, ~same):
        fold[kind] = np.arange(int(kind.sum())) % FOLDS
    found = np.empty(len(weights))
    for number in range(FOLDS):
        held = fold == number
        found[held] = fit(weights[~held], same[~held])(weights[held])
    return found


def reliability(probabilities: Floats, same: Bools) -> tuple[Row, ...]:
    """Set predicted against observed, in tenths."""
    place = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    found = []
    for number in range(BINS):
        here = place == number
        if here.any():
            found.append(
                Row(
                    number / BINS,
                    (number + 1) / BINS,
                    int(here.sum()),
                    float(probabilities[here].mean()),
                    float(same[here].mean()),
                )
            )
    return tuple(found)


def platt(weights: Floats, same: Bools) -> Curve:
    """Fit a logistic line by Newton's method, each step halved until it helps."""
    yes, no = float(same.sum()), float((~same).sum())
    target = np.where(same, (yes + 1) / (yes + 2), 1 / (no + 2))
    x = np.column_stack([weights, np.ones_like(weights)])
    line = np.zeros(2)
    loss = _loss(x @ line, target)
    for _ in range(ROUNDS):
        p = _logistic(x @ line)
        bend = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(2)
        step = np.linalg.solve(bend, x.T @ (p - target))
        while (lower := _loss(x @ (line - step), target)) > loss:
            step /= 2
        line, gained, loss = line - step, loss - lower, lower
        if gained < SETTLED:
            break
    slope, start = float(max(line[0], 0.0)), float(line[1])
    return lambda w: _logistic(slope * w + start)


def _logistic(x: Floats) -> Floats:
    """Stay within 0 and 1, and reach neither."""
    found: Floats = 1 / (1 + np.exp(-np.clip(x, -FARTHEST, FARTHEST)))
    return found


def _loss(x: Floats, target: Floats) -> float:
    return float(np.mean(np.logaddexp(0, x) - target * x))


def isotonic(weights: Floats, same: Bools) -> Curve:
    """Fit a rising curve by pooling adjacent violators; no answer is 0 or 1."""
    order = np.argsort(weights, kind="stable")
    x, y = weights[order], same[order].astype(np.float64)
    blocks: list[list[float]] = []  # value, size, first and last weight
    for place, value in zip(x, y, strict=True):
        blocks.append([value, 1.0, place, place])
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            last, before = blocks.pop(), blocks.pop()
            size = last[1] + before[1]
            mean = (last[0] * last[1] + before[0] * before[1]) / size
            blocks.append([mean, size, before[2], last[3]])
    # Laplace's rule: a pool of n that all agree is not certain.
    level = np.array([(b[0] * b[1] + 0.5) / (b[1] + 1) for b in blocks])
    level = np.maximum.accumulate(level)
    ends = np.array([[b[2], b[3]] for b in blocks]).ravel()
    return lambda w: np.interp(w, ends, np.repeat(level, 2))
