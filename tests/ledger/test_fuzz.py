"""The harnesses of `fuzz`, on what they start from and for a moment beyond."""

import pytest

from fuzz.harnesses import HARNESSES, Harness
from fuzz.unguided import run


@pytest.mark.parametrize("name", HARNESSES)
def test_seeds(name: str) -> None:
    """No example that fuzzing starts from is a finding."""
    for seed in HARNESSES[name].seeds:
        HARNESSES[name].check(seed)


@pytest.mark.parametrize("name", HARNESSES)
def test_a_moment(name: str) -> None:
    """Nor is what Hypothesis makes of it in one batch."""
    assert run(HARNESSES[name], 0.001) >= 1


def test_finding() -> None:
    """A parser that forgives is found, and the bytes are shown."""

    def forgiving(content: bytes) -> None:
        if content.strip() != content:
            raise AssertionError("two spellings")

    with pytest.raises(AssertionError, match="two spellings"):
        run(Harness(forgiving, (b"one",)), 5)
