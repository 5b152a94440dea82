from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner, Result

from safeconduct.cli.law import pages as law_page
from safeconduct.law.pages import NoFont, Page


def run(command: Command, *arguments: str) -> Result:
    return CliRunner().invoke(command, list(arguments))


def test_a_page(tmp_path: Path) -> None:
    """One option in one language, as a file."""
    file = tmp_path / "exchange.html"
    result = run(
        law_page.page,
        *("--option", "X", "--language", "uk", "--on", "2026-11-01", "-o", str(file)),
    )

    assert result.exit_code == 0
    assert 'lang="uk"' in file.read_text()
    assert "2026-11-01" in file.read_text()


def test_the_whole_law_without_style(tmp_path: Path) -> None:
    """To be embedded."""
    file = tmp_path / "law.html"

    assert run(law_page.page, "--bare", "-o", str(file)).exit_code == 0
    assert file.read_text().startswith("<main")


def test_paper(tmp_path: Path) -> None:
    """The ending of the name decides."""
    file = tmp_path / "cat.pdf"

    assert run(law_page.page, "--instrument", "cat", "-o", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF")


def test_a_graph(tmp_path: Path) -> None:
    """The picture alone."""
    file = tmp_path / "exchange.svg"
    result = run(law_page.graph, "--option", "X", "--language", "ru", "-o", str(file))

    assert result.exit_code == 0
    assert file.read_text().startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--option", "X", "--instrument", "cat", "-o", "a.html"], "not for both"),
        (["-o", "law.docx"], "must end in .html or .pdf"),
        (["--bare", "-o", "law.pdf"], "Only HTML"),
        (["--on", "1999-01-01", "-o", "a.html"], "No law is on file"),
        (["--option", "Z", "-o", "a.html"], "'Z' is not one of"),
        (["--language", "fr", "-o", "a.html"], "'fr' is not one of"),
        (["-o", "no/such/folder/law.html"], "cannot be written"),
        ([], "Missing option"),
    ],
    ids=["both", "ending", "bare", "day", "option", "language", "folder", "file"],
)
def test_refusals(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sentence and exit code 2, never a traceback; nothing is written."""
    monkeypatch.chdir(tmp_path)
    result = run(law_page.page, *arguments)

    assert result.exit_code == 2
    assert sentence in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_graph_is_svg(tmp_path: Path) -> None:
    """Another ending is refused."""
    result = run(law_page.graph, "--option", "X", "-o", str(tmp_path / "x.png"))

    assert result.exit_code == 2
    assert "must end in .svg" in result.output


def test_no_hangul_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The missing font is a sentence, too."""

    def refuse(_page: Page) -> bytes:
        raise NoFont

    monkeypatch.setattr(law_page, "pdf", refuse)
    result = run(law_page.page, "--language", "ko", "-o", str(tmp_path / "law.pdf"))

    assert result.exit_code == 2
    assert "fonts-noto-cjk" in result.output
