"""Lines of our own for tests that read many: one per line, parted by tabs."""

from pathlib import Path

FOLDER = Path(__file__).with_name("data") / "lines"


def lines_of(name: str) -> list[list[str]]:
    """Read the rows of a file; a row that opens with "#" says what the file holds."""
    text = (FOLDER / name).read_text("utf-8")
    return [row.split("\t") for row in text.splitlines() if not row.startswith("# ")]
