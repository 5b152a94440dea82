"""Expected errors from probabilities."""

import numpy as np
import pytest

from safeconduct.linkage.thresholds import chosen, expected, probability


def test_a_weight_of_nothing_is_one_half() -> None:
    """0 bits is even odds, 1 bit two to one; no weight overflows."""
    found = probability([0, 1, -1e6, 1e6])

    assert found == pytest.approx([0.5, 2 / 3, 0, 1])


def test_precision_and_recall_are_expected_from_probabilities() -> None:
    """Two of four pairs lie above; they hold 1.7 of 2 expected matches."""
    found = expected(np.array([0.9, 0.8, 0.2, 0.1]), 0.5)

    assert found.pairs == 2
    assert found.precision == pytest.approx(0.85)
    assert found.recall == pytest.approx(0.85)
    assert found.f1 == pytest.approx(0.85)


def test_the_threshold_chosen_beats_every_other() -> None:
    """No other threshold has a higher expected F1."""
    probabilities = np.random.default_rng(3).beta(0.3, 0.6, 2_000)
    best = chosen(probabilities)
    others = [expected(probabilities, t).f1 for t in np.linspace(0.01, 0.99, 50)]

    assert best.f1 >= max(others) - 1e-9


def test_without_pairs_there_is_nothing_to_choose() -> None:
    """An empty register has a threshold too."""
    assert chosen(np.array([])).pairs == 0
