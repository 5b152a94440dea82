"""`safeconduct link`, without Django."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.registers import Plan, register
from safeconduct.cli.link import link
from safeconduct.cli.main import safeconduct


@pytest.fixture(scope="module")
def camp(tmp_path_factory: pytest.TempPathFactory) -> Path:
    records, _ = register(Plan(persons=300, records=600, seed=4))
    file = tmp_path_factory.mktemp("camp") / "camp.csv"
    records.drop("person_id").write_csv(file)
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(link, list(map(str, arguments)))


def test_a_table_is_searched(camp: Path, tmp_path: Path) -> None:
    """Columns, counts, the expected error, and that nothing is merged."""
    result = run("dedupe", camp, "-o", tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert "name = name" in result.stdout
    assert "are expected to be right" in result.stdout
    assert "Nothing is merged" in result.stdout
    assert json.loads((tmp_path / "out" / "report.json").read_text())["records"] == 600


def test_two_tables_are_matched(camp: Path, tmp_path: Path) -> None:
    """A table beside itself: every record has its own other self."""
    other = tmp_path / "other.csv"
    other.write_bytes(camp.read_bytes())
    result = run("match", camp, other, "-o", tmp_path / "out", "--threshold", "0.9")

    assert result.exit_code == 0, result.output
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert report["kind"] == "match"
    assert report["threshold"]["probability"] == 0.9
    assert report["threshold"]["pairs"] >= 500


def test_broken_rows_and_dates_are_named_by_row(camp: Path, tmp_path: Path) -> None:
    """Good rows go on; exit code 1 says that something needs a look."""
    lines = camp.read_text("utf-8").splitlines()
    lines[4] += ",x,y"
    cells = lines[8].split(",")
    cells[lines[0].split(",").index("birth")] = "in spring"
    lines[8] = ",".join(cells)
    file = tmp_path / "camp.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    result = run("dedupe", file, "-o", tmp_path / "out")

    assert result.exit_code == 1, result.output
    assert "has too many columns: row 5." in result.stderr
    assert "no day or year of birth can be read" in result.stderr
    assert "row 9." in result.stderr
    assert "in spring" not in result.output
    rejected = (tmp_path / "out" / "rejected.csv").read_text("utf-8-sig")
    assert "camp.csv,5,has too many columns" in rejected


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--map", "name=NAMES"], "there is no column 'NAMES'"),
        (["--map", "surname=name"], "names the field 'surname'"),
        (["--map", "name"], "FIELD=COLUMN"),
        (["--memory", "plenty"], "write it as 2GB"),
    ],
)
def test_wrong_options_are_refused_with_a_sentence(
    camp: Path, tmp_path: Path, options: list[str], sentence: str
) -> None:
    """Exit code 2, and no traceback."""
    result = run("dedupe", camp, "-o", tmp_path / "out", *options)

    assert result.exit_code == 2
    assert sentence in result.stderr


def test_a_mapping_and_labels_can_be_files(camp: Path, tmp_path: Path) -> None:
    """The mapping is TOML; labels that fit no record are refused by row."""
    (tmp_path / "map.toml").write_text('name = "name"\nprovince = "capture_place"\n')
    (tmp_path / "labels.csv").write_text("left,right,same\n1,99999,yes\n")
    result = run(
        *("dedupe", camp, "-o", tmp_path / "out", "--mapping", tmp_path / "map.toml"),
        *("--labels", tmp_path / "labels.csv"),
    )

    assert result.exit_code == 2
    assert "province = capture_place" in result.stdout
    assert "no record has the id given in row 2" in result.stderr


def test_a_full_folder_is_not_written_over(camp: Path, tmp_path: Path) -> None:
    """The sentence names --force."""
    (tmp_path / "mine.txt").write_text("keep")
    result = run("dedupe", camp, "-o", tmp_path)

    assert result.exit_code == 2
    assert "--force" in result.stderr


def test_help_does_not_load_django_or_splink() -> None:
    """Asking for help is quick."""
    code = (
        "import sys; from safeconduct.cli.link import link; "
        "link(['dedupe', '--help'], standalone_mode=False); "
        "assert not {'django', 'splink', 'duckdb'} & set(sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env=dict(os.environ),
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()


def test_the_command_is_there() -> None:
    """`safeconduct link` lists both commands."""
    shown = CliRunner().invoke(safeconduct, ["link", "--help"])

    assert "dedupe" in shown.output
    assert "match" in shown.output
