"""Probabilities that decisions bear out."""

import numpy as np
import pytest

from safeconduct.linkage.calibration import calibrate, isotonic, platt, reliability
from safeconduct.linkage.errors import TooFewLabels
from safeconduct.linkage.thresholds import probability


def decisions(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights that overstate: the truth has half the slope and leans to no."""
    chance = np.random.default_rng(5)
    weights = chance.uniform(-8, 12, count)
    truth = 1 / (1 + np.exp(-(0.35 * weights - 1)))
    return weights, chance.random(count) < truth


@pytest.mark.parametrize(("count", "method"), [(150, "platt"), (3_000, "isotonic")])
def test_overstated_weights_are_corrected(count: int, method: str) -> None:
    """The Brier score of held-back decisions is better than the model's own."""
    weights, same = decisions(count)
    found = calibrate(weights, same, probability(weights))

    assert found.method == method
    assert found.brier < found.brier_before
    assert sum(row.pairs for row in found.table) == count


@pytest.mark.parametrize("fit", [platt, isotonic])
def test_more_weight_is_never_less_probable(fit: object) -> None:
    """Curves rise, stay within 0 and 1, and reach neither."""
    curve = fit(*decisions(400))  # type: ignore[operator]
    found = curve(np.linspace(-50, 50, 300))

    assert (np.diff(found) >= -1e-12).all()
    assert 0 < found.min() <= found.max() < 1


def test_platt_finds_the_line() -> None:
    """Slope and place of an invented truth are recovered."""
    curve = platt(*decisions(20_000))

    assert curve(np.array([1 / 0.35])) == pytest.approx(0.5, abs=0.03)


def test_reliability_counts_every_decision() -> None:
    """Predicted and observed stand side by side, with counts."""
    rows = reliability(np.array([0.05, 0.06, 0.95, 1.0]), np.array([0, 1, 1, 1], bool))

    assert [(row.pairs, row.observed) for row in rows] == [(2, 0.5), (2, 1.0)]


def test_a_handful_of_decisions_is_refused() -> None:
    """With fewer than five of a kind nothing can be said."""
    with pytest.raises(TooFewLabels, match="at least 5 of each"):
        calibrate(np.zeros(9), np.arange(9) < 3, np.full(9, 0.5))
