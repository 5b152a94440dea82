"""The generator shares nothing with what is measured on it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "benchmarks" / "registers"
MODULES = sorted(PACKAGE.glob("*.py"))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides where it leads"
            yield node.module or ""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"__import__", "exec", "eval"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.name))
def test_a_module_of_the_generator(path: Path) -> None:
    """It imports nothing of the product, whose figures would otherwise flatter it."""
    ours = {name for name in _imported(path) if name.split(".")[0] == "safeconduct"}

    assert ours == set()
    assert "importlib" not in set(_imported(path))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.name))
def test_a_file_of_the_generator(path: Path) -> None:
    """It names no table outside its own folder."""
    texts = {
        node.value
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    paths = {text for text in texts if text.endswith((".json", ".tsv", ".txt", ".zst"))}

    assert paths == set()
