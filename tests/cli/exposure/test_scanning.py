"""`safeconduct exposure scan`, without Django."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.exposure import exposure

PERSONS = (
    "id,names,nationality,age,role\nA1,한영철,PRK,27,sniper\nA2,오성길,PRK,22,driver\n"
)
TEXT = "Prisoner of war Han, a 27-year-old sniper, was captured in January.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    text, persons = tmp_path / "report.txt", tmp_path / "persons.csv"
    text.write_text(TEXT, "utf-8")
    persons.write_text(PERSONS, "utf-8")
    return text, persons


def run(*arguments: object) -> Result:
    return CliRunner().invoke(exposure, ["scan", *map(str, arguments)])


def test_one_person_as_json(files: tuple[Path, Path]) -> None:
    """One object per person, with spans in the file and k without each detail."""
    result = run(files[0], "--register", files[1], "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (record["person"], record["k"]) == ("A1", 1)
    said = {TEXT[s["start"] : s["end"]]: s["kind"] for s in record["spans"]}
    assert said["Han"] == "direct"
    assert said["27-year-old"] == "quasi"
    assert set(record["k_without"]) >= {"name", "age", "role"}
    assert "file" not in record


def test_plain_output_prints_no_name(files: tuple[Path, Path]) -> None:
    """The case number and numbers only."""
    result = run(files[0], "--register", files[1])
    assert "A1" in result.stdout
    assert "Han" not in result.stdout
    assert "한영철" not in result.stdout


def test_several_files_are_named_and_bad_ones_cost_a_sentence(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    """The rest is answered; the exit code tells that something was not."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    result = run(
        files[0], empty, tmp_path / "none.txt", "--register", files[1], "--json"
    )
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == "report.txt"
    assert "empty.txt: " in result.stderr
    assert "none.txt: The file cannot be opened" in result.stderr


@pytest.mark.parametrize("content", ["", "name\nx\n", "id\n"])
def test_a_useless_register_is_refused(files: tuple[Path, Path], content: str) -> None:
    """A sentence says what to do."""
    files[1].write_text(content, "utf-8")
    result = run(files[0], "--register", files[1])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert "persons.csv" in result.stderr
