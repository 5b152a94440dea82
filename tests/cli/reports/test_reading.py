"""`safeconduct reports read`, without Django."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.reports import reports

TEXT = """Camp visited

At least 40 soldiers were captured in May 2025, the ministry said.

Source: Example Daily
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(TEXT, "utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(reports, ["read", *map(str, arguments)])


def test_one_file_as_json(report: Path) -> None:
    """One file gives one object with offsets into the file."""
    result = run(report, "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert record["file"] == "report.txt"
    assert record["title"] == "Camp visited"
    assert record["language"] == "en"
    assert record["declared_sources"] == ["Example Daily"]
    assert [line["kind"] for line in record["boilerplate"]] == ["source-credit"]
    (figure,) = record["figures"]
    assert TEXT[figure["start"] : figure["end"]] == figure["text"] == "At least 40"
    assert (figure["role"], figure["low"], figure["high"]) == ("captured", 40, None)
    assert figure["period"]["start"] == "2025-05-01"
    assert figure["attribution"] == [{"who": "ministry", "how": "said"}]


def test_two_files_as_json(report: Path) -> None:
    """Several files give a line each."""
    lines = run(report, report, "--json").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["report.txt"] * 2


def test_readable_output(report: Path) -> None:
    """A person sees the interval and who said it."""
    result = run(report)
    assert (
        "“At least 40” captured [40, ∞) soldier (asserted: ministry)" in result.stdout
    )


def test_bad_files_among_good_ones(report: Path, tmp_path: Path) -> None:
    """A bad file costs one sentence and the exit code; the others are read."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n")
    bad = [tmp_path / name for name in ("empty.txt", "image.png", "missing.txt", "")]
    result = run(*bad, report, "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == "report.txt"
    assert len(result.stderr.splitlines()) == len(bad)
    assert str(tmp_path) not in result.stderr
    assert "Traceback" not in result.output


def test_import_without_django() -> None:
    """The command needs neither Django nor a database."""
    code = "import sys, safeconduct.cli.reports; sys.exit('django' in sys.modules)"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, check=False).returncode == 0
