"""The documents say what the code does: settings, commands, rooms, links."""

import re
from pathlib import Path

import pytest
from click import Group
from click.testing import CliRunner

from safeconduct.cli.main import safeconduct

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "safeconduct"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def _settings_in_code() -> set[str]:
    text = (SOURCE / "config" / "settings.py").read_text()
    return set(re.findall(r'"(SAFECONDUCT_[A-Z_]+)"', text))


def test_every_setting_is_documented() -> None:
    """Each variable the settings read stands in the reference, and none besides."""
    page = (ROOT / "docs" / "reference" / "settings.md").read_text()
    documented = set(re.findall(r"^\| `(SAFECONDUCT_[A-Z_]+)`", page, re.MULTILINE))

    assert documented == _settings_in_code()


def _commands() -> list[list[str]]:
    found = []
    context = safeconduct.make_context("safeconduct", ["law"], resilient_parsing=True)
    for name in safeconduct.list_commands(context):
        found.append([name])
        command = safeconduct.get_command(context, name)
        if isinstance(command, Group):
            found += [[name, inner] for inner in command.list_commands(context)]
    return found


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_has_help(words: list[str]) -> None:
    """Each command says what it does; those that do something give an example."""
    shown = CliRunner().invoke(safeconduct, [*words, "--help"])

    assert shown.exit_code == 0
    assert "Usage:" in shown.output
    if "Commands:" not in shown.output:
        assert "Example" in shown.output


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_is_documented(words: list[str]) -> None:
    """Each command stands in the reference of commands."""
    page = (ROOT / "docs" / "reference" / "commands.md").read_text()

    assert f"`{' '.join(words)}" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the project leads to a file that is there."""
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_that_are_named_exist(page: Path) -> None:
    """A path into a room, named in a document, is there."""
    rooms = "|".join(p.name for p in SOURCE.iterdir() if p.is_dir())
    for path in re.findall(rf"`((?:{rooms})/[\w/]+\.py)`", page.read_text()):
        assert (SOURCE / path).exists(), path
