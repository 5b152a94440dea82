"""The rules of the house that no linter knows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "safeconduct"
APPS = sorted(path.parent for path in SOURCE.glob("*/models.py"))
WRITES = {
    *("save", "create", "bulk_create", "bulk_update", "update_or_create", "delete"),
    *("get_or_create", "write", "change"),
}
# Who else writes, and why.
WRITERS = {
    "journal/acts.py": "writes what every act writes",
    "journal/integrator.py": "moves the intake into the log",
    "journal/padding.py": "makes the dummies of a step",
    "journal/publication.py": "writes files, not rows",
    "journal/staff.py": "acts on officers",
    "journal/witnesses.py": "keeps the lines of witnesses",
    "register/reindexing.py": "an act at the console, some hundred persons at a time",
    "register/vault/name_keys.py": "keeps what follows from a name that an act wrote",
}
SIGNED = {"officer", "actor"}
# Not acts: they run inside one and take its deed, or make the key an act needs.
INSIDE = {"keyring/actions.py"}
CLOCKS = {"now", "utcnow", "today", "localtime", "localdate"}


def _python(folder: Path) -> Iterator[Path]:
    yield from (p for p in folder.rglob("*.py") if "migrations" not in p.parts)


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def _called(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


@pytest.mark.parametrize("app", APPS, ids=lambda app: str(app.name))
def test_only_actions_write(app: Path) -> None:
    """Rows are written by acts, and by the few that acts are made of."""
    for path in set(_python(app)) - {app / "actions.py"}:
        if _name(path) not in WRITERS:
            assert not WRITES & {name for name, _ in _called(path)}, _name(path)


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*/actions.py")), ids=_name)
def test_every_act_says_who_and_when(path: Path) -> None:
    """A public act takes officer and time by name, so that none is forgotten."""
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            keywords = {argument.arg for argument in node.args.kwonlyargs}
            assert "at" in keywords, node.name
            assert keywords & SIGNED or _name(path) in INSIDE, node.name


@pytest.mark.parametrize("app", APPS, ids=lambda app: str(app.name))
def test_the_domain_reads_no_clock(app: Path) -> None:
    """Time comes in as `at`; faces alone look at the clock."""
    for path in _python(app):
        assert not CLOCKS & {name for name, _ in _called(path)}, _name(path)


@pytest.mark.parametrize("app", APPS, ids=lambda app: str(app.name))
def test_no_signals(app: Path) -> None:
    """What an act causes stands in the act, not in a receiver somewhere else."""
    for path in _python(app):
        assert "@receiver" not in path.read_text(), _name(path)


def test_no_drawers() -> None:
    """A file is called by the noun it is about."""
    drawers = {"utils.py", "helpers.py", "services.py", "common.py", "misc.py"}
    assert not drawers & {path.name for path in _python(SOURCE)}


@pytest.mark.parametrize("path", sorted(_python(SOURCE)), ids=_name)
def test_each_file_says_what_it_answers(path: Path) -> None:
    """Every file with code in it begins with a sentence about its question."""
    tree = ast.parse(path.read_text())
    if tree.body and path.name not in {"apps.py", "__init__.py"}:
        assert ast.get_docstring(tree), _name(path)
