import re
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner, Result

from safeconduct.cli.law import pages as law_page
from safeconduct.law.pages import NoFont, Page
from tests.fonts import needs_hangul
from tests.law.records import records, table


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


@needs_hangul
def test_what_has_changed(tmp_path: Path) -> None:
    """The law of a day against an earlier one, on screen and on paper."""
    file = tmp_path / "changes.html"
    command = ("--against", "2022-03-01", "--on", "2026-11-01", "--language", "ko")

    assert run(law_page.page, *command, "-o", str(file)).exit_code == 0
    assert "UA-WANTLIVE" in file.read_text()
    assert "2022-03-01" in file.read_text()
    paper = tmp_path / "changes.pdf"
    assert run(law_page.page, *command, "-o", str(paper)).exit_code == 0
    assert paper.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("ending", ["parquet", "arrow"])
def test_whom_a_change_affects(ending: str, tmp_path: Path) -> None:
    """The cases of a register are counted, in all and under each norm."""
    register, file = tmp_path / f"register.{ending}", tmp_path / "changes.html"
    made = table(list(records(300)))
    if ending == "parquet":
        made.write_parquet(register)
    else:
        made.write_ipc(register)
    result = run(
        law_page.page,
        *("--against", "2026-11-01:risk_based", "--position", "will_based"),
        *("--on", "2026-11-01", "--register", str(register), "-o", str(file)),
    )

    assert result.exit_code == 0, result.output
    text = file.read_text()
    assert "In the register: 300 cases." in text
    counted = re.search(r"Cases affected: (\d+)", text)
    assert counted is not None
    assert int(counted[1]) > 0


def test_a_table_that_is_none(tmp_path: Path) -> None:
    """It is refused by its name."""
    register = tmp_path / "register.parquet"
    register.write_text("no table")
    result = run(
        law_page.page,
        *("--against", "2026-11-01", "--register", str(register)),
        *("-o", str(tmp_path / "changes.html")),
    )

    assert result.exit_code == 2
    assert "register.parquet cannot be read as a table" in result.output


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
        (["--against", "spring", "-o", "a.html"], "spring is no law: write a day"),
        (["--against", "1999-01-01", "-o", "a.html"], "No law is on file"),
        (["--against", "2026-11-01:mild", "-o", "a.html"], "no position mild"),
        (["--against", "2026-11-01", "--option", "X", "-o", "a.html"], "whole law"),
        (["--register", __file__, "-o", "a.html"], "--against"),
        ([], "Missing option"),
    ],
    ids=[
        *("both", "ending", "bare", "day", "option", "language", "folder"),
        *("old", "old_day", "old_position", "part", "register", "file"),
    ],
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
