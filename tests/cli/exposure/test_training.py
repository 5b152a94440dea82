"""``exposure train``: learned, compared, refused."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safeconduct.cli.exposure import exposure

LINES = (
    "Hyon {w:dreads the bridge more than the winter}. The minister opened a bridge.\n",
    "Rim {s:kept a sparrow in his helmet}. The museum kept a helmet of that war.\n",
)


@pytest.fixture
def paragraphs(tmp_path: Path) -> Path:
    """Give a folder of two small files."""
    folder = tmp_path / "data"
    folder.mkdir()
    for at, line in enumerate(LINES):
        (folder / f"{at}.txt").write_text(line, encoding="utf-8")
    return folder


def train(data: Path, *options: str) -> Result:
    return CliRunner().invoke(exposure, ["train", "--data", str(data), *options])


def test_the_same_paragraphs_give_the_same_model(
    paragraphs: Path, tmp_path: Path
) -> None:
    made = tmp_path / "model.tsv"
    assert train(paragraphs, "-o", str(made)).exit_code == 0
    before = made.read_bytes()
    told = train(paragraphs, "-o", str(made), "--check")
    assert (told.exit_code, told.output) == (0, "model.tsv: as it was\n")
    assert made.read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_the_check_tells_what_differs_and_writes_nothing(
    paragraphs: Path, tmp_path: Path
) -> None:
    made = tmp_path / "model.tsv"
    made.write_text("another\n", encoding="utf-8")
    told = train(paragraphs, "-o", str(made), "--check")
    assert (told.exit_code, told.output) == (1, "model.tsv: differs\n")
    assert made.read_text(encoding="utf-8") == "another\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"He is {q:thirty}.\n", "Line 1 of 0.txt is wrongly marked"),
        (b"\xff\xfe{", "is not UTF-8"),
        (b"\n", None),
    ],
)
def test_wrong_paragraphs_are_refused_in_a_sentence(
    paragraphs: Path, content: bytes, told: str | None
) -> None:
    for path in paragraphs.iterdir():
        path.write_bytes(content)
    answer = train(paragraphs, "--check")
    assert answer.exit_code == 2
    assert (told or "holds no marked paragraphs") in answer.output
    assert "Traceback" not in answer.output
