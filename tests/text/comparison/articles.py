"""Which invented articles are compared, and what must be found in them?"""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Case:
    """Texts, what is found in them, and which derive from one another."""

    name: str
    texts: tuple[str, ...]
    found: frozenset[tuple[str, str]]
    families: tuple[tuple[int, ...], ...] = ()


def _case(name: str, texts: list[str], found: list[list[str]], **more: object) -> Case:
    families = more.get("families", [])
    assert isinstance(families, list)
    return Case(
        name,
        tuple(texts),
        frozenset((aspect, relation) for aspect, relation in found),
        tuple(tuple(family) for family in families),
    )


CASES = tuple(
    _case(**row)
    for row in tomllib.loads(
        Path(__file__).with_name("articles.toml").read_text("utf-8")
    )["case"]
)
