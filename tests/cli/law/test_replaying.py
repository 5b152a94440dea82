import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law import law
from safeconduct.law import assess
from tests.law.cases import DAY, WANTS_HOME

KEPT = Path(__file__).parents[2] / "law" / "determinations.jsonl"


def run(given: str) -> Result:
    return CliRunner().invoke(law, ["replay", "-"], input=given)


def determination(**changed: object) -> str:
    """One determination as the interface for programs gives it."""
    answer = assess(WANTS_HOME, on=DAY)
    told = {
        "id": "7f3c",
        "at": f"{DAY}T10:00:00Z",
        "law": answer.law,
        "facts": WANTS_HOME,
        "answers": answer.as_json()["options"],
    }
    return json.dumps(told | changed)


def test_all_the_same() -> None:
    """Kept determinations are asked again and counted."""
    result = CliRunner().invoke(law, ["replay", str(KEPT)])

    assert result.exit_code == 0
    assert result.stdout == "29 asked again, 0 not as they were.\n"


def test_not_as_it_was() -> None:
    """What differs is named, with the id and not with the person."""
    other = json.loads(determination())["answers"]
    other["R1"]["destinations"]["KP"]["duty"] = True
    result = run(determination(answers=other))

    assert result.exit_code == 1
    assert "7f3c: R1 towards KP: duty was True, is False.\n" in result.stdout
    assert result.stdout.endswith("1 asked again, 1 not as they were.\n")


def test_facts_that_were_altered() -> None:
    """Facts that do not fit the hash beside them are a difference."""
    result = run(determination(facts_hash="00"))

    assert result.exit_code == 1
    assert "The facts do not fit their hash." in result.stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "there is no determination"),
        ("{}", "Line 1: a determination has law, facts, answers"),
        (determination() + "\n[]", "Line 2: a determination has"),
        (determination(at="yesterday"), "Line 1: say the law day"),
        (determination(answers=[]), "Line 1: facts and answers are objects"),
        ("nothing", "Line 1: this is not JSON"),
    ],
)
def test_wrong_input(given: str, sentence: str) -> None:
    """Wrong input is a sentence that names the line."""
    result = run(given)

    assert result.exit_code == 2
    assert sentence in result.stderr
