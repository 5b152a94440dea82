import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from safeconduct.cli.exposure import exposure
from tests.disclosure.protected import ENGLISH, FIRST, NAMES, SECOND, people

COLUMNS = ("id", "names", "nationality", "age", "role", "capture_place", "injury")


def persons(folder: Path) -> Path:
    """Write the register as a file."""
    file = folder / "persons.json"
    rows = [
        {
            **{column: getattr(person, column) for column in COLUMNS},
            "capture_month": "{}-{:02}".format(*person.capture_month or (2025, 1)),
        }
        for person in (*people(), FIRST, SECOND)
    ]
    file.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
    return file


def run(folder: Path, file: Path, out: str, *more: str) -> Result:
    words = ["redact", str(file), "--register", str(persons(folder))]
    return CliRunner().invoke(exposure, [*words, "-o", str(folder / out), *more])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as plain text."""
    file = tmp_path / "report.txt"
    file.write_text(ENGLISH, "utf-8")
    return file


def test_a_text_is_redacted(report: Path, tmp_path: Path) -> None:
    """The new text has no name; the output has case numbers, kinds and counts."""
    result = run(tmp_path, report, "new.txt")
    text = (tmp_path / "new.txt").read_text("utf-8").lower()

    assert result.exit_code == 0, result.output
    assert "T-1: k 1 →" in result.stdout
    assert "name: " in result.stdout
    for name in NAMES:
        assert name not in text
        assert name not in result.output.lower()


def test_json_tells_places_and_no_words(report: Path, tmp_path: Path) -> None:
    """Changes are spans of the old text with what stands there now."""
    result = run(tmp_path, report, "new.txt", "--json")
    done = json.loads(result.stdout)

    assert done["withheld"] is None
    assert {case["person"] for case in done["cases"]} == {"T-1", "T-2"}
    assert all(change["start"] < change["end"] for change in done["changes"])
    assert all(name not in result.stdout.lower() for name in NAMES)


def test_a_word_file_stays_one(tmp_path: Path) -> None:
    """Its words are redacted and its author is forgotten."""
    made = docx.Document()
    made.core_properties.author = "Mun Thae-bok"
    for line in ENGLISH.splitlines():
        made.add_paragraph(line)
    made.save(str(tmp_path / "report.docx"))
    result = run(tmp_path, tmp_path / "report.docx", "new.docx")
    again = docx.Document(str(tmp_path / "new.docx"))
    text = "\n".join(paragraph.text for paragraph in again.paragraphs).lower()

    assert result.exit_code == 0, result.output
    assert [name for name in NAMES if name in text] == []
    assert again.core_properties.author == ""


def test_an_impossible_threshold_withholds(report: Path, tmp_path: Path) -> None:
    """Where nothing suffices, nothing is written, and the exit code says so."""
    result = run(tmp_path, report, "new.txt", "-k", "100000")
    written = tmp_path / "new.txt"

    assert result.exit_code in {0, 3}
    assert written.exists() == (result.exit_code == 0)
    if result.exit_code == 0:
        assert "nothing is told of him" in result.stdout


def test_an_image_is_withheld_until_confirmed(tmp_path: Path) -> None:
    """Only a person's word lets an image go; then it is made anew."""
    stream = io.BytesIO()
    picture = Image.new("RGB", (40, 30), (90, 80, 70))
    exif = picture.getexif()
    exif[0x010E] = "Mun Thae-bok"
    picture.save(stream, "JPEG", exif=exif)
    file = tmp_path / "photo.jpg"
    file.write_bytes(stream.getvalue())
    held = run(tmp_path, file, "new.jpg")
    gone = run(tmp_path, file, "new.jpg", "--image-confirmed")

    assert held.exit_code == 3
    assert "Withheld" in held.stderr
    assert gone.exit_code == 0
    assert b"Mun" not in (tmp_path / "new.jpg").read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "out"),
    [
        ("none.txt", None, "new.txt"),
        ("empty.txt", b"", "new.txt"),
        ("broken.pdf", b"%PDF-1.7 x", "new.pdf"),
        ("broken.docx", b"PK\x03\x04 x", "new.docx"),
        ("program", b"\x7fELF" + bytes(50), "new.txt"),
        ("report.txt", ENGLISH.encode(), "new.docx"),
    ],
)
def test_what_cannot_be_redacted_is_a_sentence(
    name: str, data: bytes | None, out: str, tmp_path: Path
) -> None:
    """Exit code 2, one sentence, nothing written."""
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    result = run(tmp_path, file, out)

    assert result.exit_code == 2
    assert result.stderr.strip().endswith(".")
    assert not (tmp_path / out).exists()
