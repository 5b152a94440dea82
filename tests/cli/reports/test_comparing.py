"""`safeconduct reports compare`, without Django."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.reports import reports
from safeconduct.text import lineage

ARTICLES = Path(__file__).parents[2] / "text" / "lineage" / "articles"
ORIGINAL, SPLICE = ARTICLES / "f1_original.txt", ARTICLES / "f4_splice.txt"
OTHER = ARTICLES / "f3_original.txt"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(reports, ["compare", *map(str, arguments)])


def test_json() -> None:
    """One object: edges with evidence, families, figures."""
    result = run(ORIGINAL, OTHER, SPLICE, "--json")
    told = json.loads(result.stdout)
    edge = next(edge for edge in told["lineage"] if edge["kind"] == "quotation")

    assert result.exit_code == 0
    assert {"lineage", "families", "figures"} == told.keys()
    assert (edge["from"], edge["to"]) == ("f4_splice.txt", "f1_original.txt")
    shared = edge["evidence"][0]
    assert shared["text"] in SPLICE.read_text("utf-8")
    parent = ORIGINAL.read_text("utf-8")[shared["parent_start"] : shared["parent_end"]]
    assert shared["text"].split()[:5] == parent.split()[:5]
    assert told["families"] == [
        ["f1_original.txt", "f4_splice.txt"],
        ["f3_original.txt"],
    ]


def test_figures_that_disagree(tmp_path: Path) -> None:
    """Disagreements come with their arithmetic."""
    file = tmp_path / "sum.txt"
    file.write_text(
        "Losses of the republic\n\nSince May 2025, the republic has sent between 20,000"
        " and 24,000 troops to the front.\n\nThe ministry estimates that over 3,000, or"
        " some 40%, were wounded or killed.\n",
        "utf-8",
    )
    told = json.loads(run(file, "--json").stdout)

    assert "arithmetic-inconsistent" in {one["relation"] for one in told["figures"]}
    assert {"topic", "relation", "items", "why"} <= told["figures"][0].keys()


def test_readable_output() -> None:
    """A person sees who comes from whom, and what counts as one source."""
    shown = run(ORIGINAL, SPLICE, OTHER).stdout

    assert "f4_splice.txt → f1_original.txt" in shown
    assert "f1_original.txt → Lowland Observer: published-by (declared)" in shown
    assert "Independent sources: 2" in shown
    assert "f1_original.txt, f4_splice.txt" in shown


def test_picture(tmp_path: Path) -> None:
    """The families can be drawn."""
    run(ORIGINAL, SPLICE, "--svg", tmp_path / "drawn.svg")
    assert "Lowland Observer" in (tmp_path / "drawn.svg").read_text("utf-8")


def test_names_that_clash(tmp_path: Path) -> None:
    """Two files of one name are called by their folders too."""
    (tmp_path / ORIGINAL.name).write_bytes(OTHER.read_bytes())
    told = json.loads(run(ORIGINAL, tmp_path / ORIGINAL.name, "--json").stdout)
    names = [f"articles/{ORIGINAL.name}", f"{tmp_path.name}/{ORIGINAL.name}"]

    assert [[name] for name in names] == told["families"]


def test_places_in_a_web_page(tmp_path: Path) -> None:
    """Places count characters of the file, tags included."""
    lines = ORIGINAL.read_text("utf-8").split("\n\n")
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><body><article><h1>Told again</h1>{body}</article></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    told = json.loads(run(ORIGINAL, tmp_path / "page.html", "--json").stdout)
    edge = next(edge for edge in told["lineage"] if edge["kind"] == "copy")
    shared = edge["evidence"][0]

    assert (
        page[shared["start"] : shared["end"]].split()[:4] == shared["text"].split()[:4]
    )


def test_bad_files_among_good_ones(tmp_path: Path) -> None:
    """A bad file costs one sentence and the exit code; the others are compared."""
    (tmp_path / "empty.txt").write_bytes(b"")
    bad = [tmp_path / "empty.txt", tmp_path / "missing.txt"]
    result = run(*bad, ORIGINAL, SPLICE, "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["families"] == [
        ["f1_original.txt", "f4_splice.txt"]
    ]
    assert len(bad) == len(result.stderr.splitlines())
    assert str(tmp_path) not in result.stderr


def test_vectors_that_are_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says how to install them, before anything is read."""

    def missing() -> None:
        raise lineage.VectorsMissing

    monkeypatch.setattr(lineage, "encoder", missing)
    result = run(ORIGINAL, SPLICE, "--vectors")

    assert result.exit_code != 0
    assert "safeconduct[vectors]" in result.output


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is not there is named in a sentence."""
    result = run(ORIGINAL, "--svg", tmp_path / "none" / "drawn.svg")
    assert result.exit_code == 2
    assert "Traceback" not in result.output


@pytest.mark.parametrize("module", ["django", "torch"])
def test_import_without(module: str) -> None:
    """The command needs neither Django nor a model."""
    code = f"import sys, safeconduct.cli.reports; sys.exit('{module}' in sys.modules)"
    command = [sys.executable, "-c", code]
    assert subprocess.run(command, check=False).returncode == 0
