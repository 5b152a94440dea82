from pathlib import Path

import pyarrow.parquet as pq
from click.testing import CliRunner, Result

from safeconduct.cli.exposure import exposure
from tests.cli.exposure.test_redacting import persons
from tests.disclosure.protected import ENGLISH, NAMES
from tests.disclosure.sweep.archives import archive, pages


def run(folder: Path, *archives: Path, more: tuple[str, ...] = ()) -> Result:
    words = ["sweep", *map(str, archives), "--register", str(persons(folder))]
    out = str(folder / "alerts.parquet")
    return CliRunner().invoke(exposure, [*words, "-o", out, "--workers", "1", *more])


def test_a_sweep_finds_somebody(tmp_path: Path) -> None:
    """Exit code 1; counts are printed, names are not; alerts are in the table."""
    told = ENGLISH.replace("\n", "</p><p>")
    file = archive(tmp_path / "crawl.warc.gz", pages(["bread", told, "bread"]))
    result = run(tmp_path, file)
    rows = pq.read_table(tmp_path / "alerts.parquet").to_pylist()

    assert result.exit_code == 1, result.output
    assert "3 pages, 1 read, 2 alerts." in result.stdout
    assert {row["person"] for row in rows} == {"T-1", "T-2"}
    assert [row["uri"] for row in rows] == ["https://site.example/1"] * 2
    assert all(name not in result.output.lower() for name in NAMES)


def test_a_sweep_that_finds_nobody(tmp_path: Path) -> None:
    """Exit code 0 and an empty table."""
    file = archive(tmp_path / "crawl.warc", pages(["bread", "fish"]))
    result = run(tmp_path, file)

    assert result.exit_code == 0, result.output
    assert pq.read_table(tmp_path / "alerts.parquet").num_rows == 0


def test_a_second_run_is_refused_and_afresh_is_not(tmp_path: Path) -> None:
    """A result is not written over by accident."""
    file = archive(tmp_path / "crawl.warc", pages(["bread"]))

    assert run(tmp_path, file).exit_code == 0
    again = run(tmp_path, file)
    assert again.exit_code == 2
    assert "--afresh" in again.stderr
    assert run(tmp_path, file, more=("--afresh",)).exit_code == 0


def test_what_is_no_archive_is_a_sentence(tmp_path: Path) -> None:
    """The sentence names the file and not its folder."""
    file = tmp_path / "crawl.warc"
    file.write_text("no archive")
    result = run(tmp_path, file)

    assert result.exit_code == 2
    assert "crawl.warc: This is no WARC file" in result.stderr
    assert str(tmp_path) not in result.stderr
