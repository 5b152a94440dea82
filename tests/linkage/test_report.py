"""What a run leaves in its folder."""

import csv
import json
from pathlib import Path

import polars as pl
import pytest

from safeconduct.linkage import FILES, LinkageError, Outcome, Table, make_room, write
from safeconduct.linkage.report import safe


@pytest.fixture(scope="session")
def folder(
    outcome: Outcome, table: Table, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    found = tmp_path_factory.mktemp("out")
    write(outcome, [table], found, 50)
    return found


def test_every_file_is_there(folder: Path) -> None:
    """Nothing is missing and nothing else lies there."""
    assert {file.name for file in folder.iterdir()} == set(FILES)


def test_the_report_says_what_was_done(folder: Path, outcome: Outcome) -> None:
    """Counts, weights, thresholds with their expected error."""
    report = json.loads((folder / "report.json").read_text("utf-8"))

    assert report["records"] == 2_000
    assert report["pairs"]["kept"] == outcome.pairs.height
    assert sum(report["pairs"]["zones"].values()) == outcome.pairs.height
    assert report["probabilities"]["from"] == "the model"
    assert 0 < report["threshold"]["expected_precision"] <= 1
    assert {row["rule"] for row in report["blocking"]} >= {"any reading", "paper"}


def test_only_two_files_repeat_what_records_say(folder: Path, outcome: Outcome) -> None:
    """No name stands anywhere but in the files made for people."""
    names = outcome.prepared.raw["name"].drop_nulls().unique().to_list()
    for name in set(FILES) - {"review.csv", "rejected.csv"}:
        data = (folder / name).read_bytes()
        assert not any(known.encode() in data for known in names if len(known) > 4), (
            name
        )


def test_pairs_for_people_say_why(folder: Path) -> None:
    """Both records side by side, what agrees and what contradicts, and no decision."""
    with (folder / "review.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))

    assert len(rows) == 50
    assert all(row["agree"] and not row["same"] for row in rows)
    assert {"name_l", "name_r", "birth_l", "birth_r", "read as"} <= rows[0].keys()


def test_all_pairs_carry_probability_weight_and_levels(folder: Path) -> None:
    """Each pair says by record and row which two it means, and how they compare."""
    pairs = pl.read_parquet(folder / "pairs.parquet")

    assert {"record_l", "row_r", "probability", "weight", "zone"} <= set(pairs.columns)
    assert {"name", "name_bits", "birth", "birth_bits"} <= set(pairs.columns)
    assert pairs["zone"].is_in(["first", "review", "not shown"]).all()


def test_charts_are_pictures(folder: Path) -> None:
    """Each is drawn as SVG and as PNG."""
    for name in ("weights", "pairs"):
        assert (folder / f"{name}.svg").read_bytes().startswith(b"<svg")
        assert (folder / f"{name}.png").read_bytes().startswith(b"\x89PNG")


def test_a_full_folder_is_not_written_over(tmp_path: Path) -> None:
    """Without force it is refused; with it only files of a run are taken away."""
    (tmp_path / "report.json").write_text("old")
    (tmp_path / "mine.txt").write_text("keep")

    with pytest.raises(LinkageError, match="--force"):
        make_room(tmp_path, force=False)
    make_room(tmp_path, force=True)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\tx"])
def test_a_spreadsheet_runs_nothing(cell: str) -> None:
    """The cells are strangers' texts."""
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["백철수", "-3.5", 7, "a=b"])
def test_other_cells_stay(cell: object) -> None:
    """Names and numbers are written as they are."""
    assert safe(cell) == cell
