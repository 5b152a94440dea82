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
    assert record["boilerplate"] == ["Source: Example Daily"]
    assert [line["kind"] for line in record["lines"]] == [
        "title",
        "body",
        "source-credit",
    ]
    (figure,) = record["figures"]
    assert TEXT[figure["start"] : figure["end"]] == figure["text"] == "At least 40"
    assert (figure["role"], figure["low"], figure["high"]) == ("captured", 40, None)
    assert figure["period"] == ["2025-05-01", "2025-05-31"]
    assert (figure["restates"], figure["undated"]) == (None, None)
    assert figure["period_text"] == "in May 2025"
    assert figure["attribution"] == [{"who": "ministry", "how": "said"}]


def test_two_files_as_json(report: Path) -> None:
    """Several files give a line each."""
    lines = run(report, report, "--json").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["report.txt"] * 2


def test_offsets_of_a_web_page(tmp_path: Path) -> None:
    """Offsets count in the decoded source, tags and entities included."""
    source = (
        "<!doctype html><html><body><h1>Camp visited</h1><p>The ministry said that"
        " at&nbsp;least <b>40</b> soldiers were captured in May 2025.</p></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_text(source, "utf-8")
    record = json.loads(run(file, "--json").stdout)
    (figure,) = record["figures"]
    assert figure["text"] == "at least 40"
    assert source[figure["start"] : figure["end"]] == "at&nbsp;least <b>40"
    for line in record["lines"]:
        assert source[line["start"]] == line["text"][0]


def test_folder(report: Path, tmp_path: Path) -> None:
    """A folder stands for its files, in order; what lies beside a page is left."""
    folder = tmp_path / "folder"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "advert.html").write_text("<p>advert</p>", "utf-8")
    (folder / ".hidden").write_text("hidden", "utf-8")
    for name in ("b.txt", "a.txt", "page.html"):
        (folder / name).write_text(TEXT, "utf-8")
    lines = run(folder, report, "--json").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == [
        "a.txt",
        "b.txt",
        "page.html",
        "report.txt",
    ]


def test_two_files_called_alike(tmp_path: Path) -> None:
    """Files of one name are told apart by their folders."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.txt").write_text(TEXT, "utf-8")
    lines = run(tmp_path / "one", tmp_path / "two", "--json").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == [
        "one/report.txt",
        "two/report.txt",
    ]


def test_document_that_takes_too_long(report: Path, tmp_path: Path) -> None:
    """A document that takes too long costs a sentence; the next one is read."""
    (tmp_path / "long.txt").write_text("40 soldiers and more " * 400_000, "utf-8")
    result = run(tmp_path / "long.txt", report, "--json", "--seconds", "1")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["file"] == "report.txt"
    assert result.stderr == (
        "long.txt: Reading took more than 1 seconds; split it or allow more.\n"
    )


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
    bad = [tmp_path / name for name in ("empty.txt", "image.png", "missing.txt")]
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
