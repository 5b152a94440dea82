import json
from typing import Any

import pytest

from safeconduct.law import BASELINES
from tests.law.cases import SHARED, told, vignettes

CASES = vignettes()
CELLS = [
    pytest.param(case["facts"], option, expected, id=f"{case['id']}-{option}")
    for case in CASES
    for option, expected in case["expected"].items()
]
BASELINE = dict(BASELINES["vignettes"])


def test_the_baseline_is_ours() -> None:
    """The package carries the baseline of the worked cases, word for word."""
    assert json.loads(SHARED.read_text())["baseline"] == BASELINE


@pytest.mark.parametrize(("facts", "option", "expected"), CELLS)
def test_result(facts: dict[str, Any], option: str, expected: dict[str, Any]) -> None:
    """Each worked case has the result that the lawyers expect."""
    assert expected["result"] == told(BASELINE | facts).options[option].result


@pytest.mark.parametrize(("facts", "option", "expected"), CELLS)
def test_norms(facts: dict[str, Any], option: str, expected: dict[str, Any]) -> None:
    """At least one norm the lawyers list is named; for internment they only guide."""
    if option != "I" and expected["result"] != "not_applicable":
        assert set(expected["norms"]) & set(
            told(BASELINE | facts).options[option].norms
        )


@pytest.mark.parametrize("facts", [pytest.param(c["facts"], id=c["id"]) for c in CASES])
def test_every_deciding_norm_is_explained(facts: dict[str, Any]) -> None:
    """No norm is named without its wording and citation; deciding ones stand first."""
    for option in told(BASELINE | facts).options.values():
        for answer in option.destinations.values():
            if answer.result != "not_applicable":
                told_of = [entry["norm"] for entry in answer.explanation]
                assert set(answer.norms) <= set(told_of)
                assert answer.norms[0] == told_of[0]
