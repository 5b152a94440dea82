import ast
from pathlib import Path

import pytest

from safeconduct import law

SOURCE = Path(__file__).parents[2] / "src/safeconduct/law"
MODULES = sorted(SOURCE.rglob("*.py"))
FORBIDDEN = {"django", "psycopg", "time", "random", "secrets", "os", "socket"}


def test_exported_names() -> None:
    """Every exported name exists, and the list is sorted as ruff sorts it."""
    assert all(hasattr(law, name) for name in law.__all__)


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(SOURCE))
)
def test_imports(path: Path) -> None:
    """The library stands alone: no framework, no clock, no chance, no network."""
    tree = ast.parse(path.read_text())
    names = {
        a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names
    }
    names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}

    assert not {name.partition(".")[0] for name in names} & FORBIDDEN


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(SOURCE))
)
def test_every_module_says_what_it_answers(path: Path) -> None:
    """The first sentence of each module says which question it answers."""
    assert ast.get_docstring(ast.parse(path.read_text()))
