import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.law import law

HOME = '{"baseline": "vignettes", "facts": {"wish.current": "return"}}'


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(law, list(arguments), input=given)


def test_json() -> None:
    """One case in, one line of JSON out."""
    result = run("assess", "-", "--json", "--on", "2026-11-01", given=HOME)
    answer = json.loads(result.stdout)

    assert result.exit_code == 0
    assert answer["on"] == "2026-11-01"
    assert answer["options"]["P"]["result"] == "barred"
    assert answer["options"]["R1"]["result"] == "not_yet"


def test_json_lines(tmp_path: Path) -> None:
    """A case on each line gives a line of JSON each; empty lines do not count."""
    cases = tmp_path / "cases.jsonl"
    cases.write_text(f'{HOME}\n\n{{"facts": {{}}}}\n')
    result = run("assess", str(cases), "--json")

    assert result.exit_code == 0
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2


def test_one_case_over_many_lines() -> None:
    """A case may be printed over several lines."""
    result = run("assess", "-", "--json", given=json.dumps(json.loads(HOME), indent=2))

    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1


def test_table() -> None:
    """People read a row per option and destination."""
    result = run("assess", "-", given=HOME)

    assert result.exit_code == 0
    assert "T   KR      not_yet" in result.stdout
    assert "would be settled by: " in result.stdout


def test_explain() -> None:
    """The explanation tells norms, citations, wordings and facts."""
    result = run("explain", "-", "--option", "P", given=HOME)

    assert result.exit_code == 0
    assert result.stdout.startswith("P: barred\n  GCIII-13-2b [T] GC III Art 13(2)\n")
    assert "- image.identifiable = T: Can he be identified" in result.stdout


def test_explain_one_destination() -> None:
    """With --towards only that State is explained, as JSON if asked."""
    result = run(
        *("explain", "-", "--option", "R1", "--towards", "KP", "--json"), given=HOME
    )

    assert result.exit_code == 0
    assert list(json.loads(result.stdout)) == ["KP"]


def test_norms() -> None:
    """All norms in force are listed beneath the hash of the law."""
    result = run("norms", "--position", "will_based", "--on", "2026-11-01")

    assert result.exit_code == 0
    assert "GCIII-118-KR [S]" in result.stdout
    assert "    forbids R2: Nobody is returned against" in result.stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "Line 1: there is no case."),
        ("{", "Line 1: this is not JSON"),
        ('{\n"facts": {},\n}', "Line 3: this is not JSON"),
        ("[]", "Line 1: a case is an object with facts"),
        ('{"facts": []}', "Line 1: a case is an object with facts"),
        ('{"facts": {}}\n{"facts": {"wsh.current": "stay"}}', "Line 2: There is no"),
        ('{"facts": {}}\n\n{"facts"', "Line 3: this is not JSON"),
        ('{"facts": {"wsh.current": "stay"}}', "Did you mean wish.current?"),
        ('{"facts": {"wish.current": "go"}}', "wish.current cannot be 'go'"),
        ('{"facts": {"person.alive": NaN}}', "NaN is no value"),
        ('{"facts": {"person.alive": "T", "person.alive": "F"}}', "stands twice"),
        (
            '{"facts": {"risk.serious_harm[KP]": "F", "risk.killing[KP]": "T"}}',
            "both cannot be right",
        ),
        ('{"facts": {}, "baselin": "vignettes"}', "Did you mean baseline?"),
        ('{"facts": {}, "baseline": "other"}', "there is no baseline other"),
        ("[" * 100_000, "Line 1: "),
        (b'{"facts": {}}\n\xff', "Line 2: this is not UTF-8"),
    ],
)
def test_wrong_input(given: str | bytes, sentence: str) -> None:
    """Wrong input ends with exit code 2 and a sentence, and prints no answer."""
    result = run("assess", "-", "--json", given=given)

    assert result.exit_code == 2
    assert sentence in result.stderr
    assert result.stdout == ""


def test_no_such_destination() -> None:
    """A State that is no destination is refused with those that are."""
    result = run("explain", "-", "--option", "R1", "--towards", "KR", given=HOME)

    assert result.exit_code == 2
    assert "KR is no destination of R1; there is KP." in result.stderr


@pytest.mark.parametrize("command", [["assess", "-"], ["norms"]])
def test_before_the_first_law(command: list[str]) -> None:
    """A day without law is refused with a sentence."""
    result = run(*command, "--on", "1950-06-25", given=HOME)

    assert result.exit_code == 2
    assert "No law is on file for 1950-06-25" in result.stderr


def test_no_such_file(tmp_path: Path) -> None:
    """A file that is not there is refused with a sentence."""
    result = run("assess", str(tmp_path / "missing.json"))

    assert result.exit_code == 2
    assert "No such file" in result.stderr
