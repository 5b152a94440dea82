"""What expectation maximisation learns from patterns."""

import numpy as np
import polars as pl
import pytest

from safeconduct.linkage.model import APART, BY_FIELD, apart, gamma
from safeconduct.linkage.training import Session, maximised

FIELDS = ("paper", "sex", "capture_month")


def drawn(
    shares: dict[str, list[float]], count: int, chance: np.random.Generator
) -> dict[str, np.ndarray]:
    return {
        f"gamma_{field}": chance.choice(len(share), count, p=share)
        for field, share in shares.items()
    }


def test_the_weights_that_made_the_data_are_found_again() -> None:
    """Of invented pairs with known m, u and share, all are recovered."""
    chance = np.random.default_rng(1)
    m = {
        "paper": [0.1, 0.2, 0.7],
        "sex": [0.02, 0.98],
        "capture_month": [0.1, 0.2, 0.7],
    }
    u = {
        "paper": [0.96, 0.03, 0.01],
        "sex": [0.2, 0.8],
        "capture_month": [0.8, 0.1, 0.1],
    }
    same, other = drawn(m, 20_000, chance), drawn(u, 80_000, chance)
    frame = pl.DataFrame({k: np.concatenate([same[k], other[k]]) for k in same})
    patterns = frame.group_by(frame.columns).len("n").sort(frame.columns)
    found, share = maximised(
        patterns, FIELDS, {field: np.array(value) for field, value in u.items()}
    )

    assert share == pytest.approx(0.2, abs=0.01)
    for field, truth in m.items():
        assert found[field] == pytest.approx(np.array(truth), abs=0.03)


def test_what_is_not_known_teaches_nothing() -> None:
    """A field unknown in every pair keeps all its levels possible."""
    patterns = pl.DataFrame(
        {
            "gamma_paper": [2, 0],
            "gamma_sex": [-1, -1],
            "gamma_capture_month": [2, 0],
            "n": [50, 50],
        }
    )
    u = {
        "paper": np.array([0.9, 0.05, 0.05]),
        "sex": np.array([0.5, 0.5]),
        "capture_month": np.array([0.8, 0.1, 0.1]),
    }
    found, share = maximised(patterns, FIELDS, u)

    assert found["sex"] == pytest.approx(np.array([0.5, 0.5]))
    assert share == pytest.approx(0.5, abs=0.05)


def test_equal_weights_are_moved_apart() -> None:
    """Levels are told apart by their weights, so no two may be alike, and none 0."""
    moved = apart({"a": (0.5, 0.25), "b": (0.5, 0.25), "c": (0.3, 0.3)})
    bits = sorted([0.0, *(float(np.log2(m / u)) for m, u in moved.values())])

    assert min(np.diff(bits)) >= APART * 0.99
    assert moved["b"][0] == pytest.approx(0.5, rel=1e-3)


def test_levels_are_numbered_as_splink_does() -> None:
    """The last level is 0, the first the highest."""
    for field, comparison in BY_FIELD.items():
        numbers = [gamma(field, level.code) for level in comparison.levels]
        assert numbers == list(reversed(range(len(comparison.levels))))


@pytest.mark.parametrize(
    ("tops", "kept"),
    [
        ((0.5, 0.34, 0.73, 0.25, 0.99), True),
        ((0.01, 0.01, 0.07, 0.09, 0.92), False),
    ],
)
def test_a_session_of_one_people_is_told_from_one_of_persons(
    tops: tuple[float, ...], *, kept: bool
) -> None:
    """Namesakes agree on hardly anything else, however often they were found."""
    names = ("name", "birth", "unit", "rank", "sex")
    m = {name: np.array([1 - top, top]) for name, top in zip(names, tops, strict=True)}
    session = Session(("father",), 113_871.0, 115_829, 911_244, m)
    assert session.is_of_persons is kept
