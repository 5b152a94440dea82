"""How are the texts read from their files?"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from safeconduct.law.errors import LawError

ENGLISH = "en"
LANGUAGES = ("en", "ko", "uk", "ru")
FOLDER = Path(__file__).parent

Text = Mapping[str, str]


class NoWording(LawError):
    """No text is on file under that name, or not in that language."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"No text of the {kind} {name} is on file.")
        self.kind = kind
        self.name = name


@dataclass(frozen=True)
class Version:
    """One text of a norm, and the options it speaks about; none named means all."""

    acts: tuple[str, ...]
    by_language: Text


def text(by_language: Text, language: str) -> str:
    """Choose the language.

    Raises:
        NoWording: The law does not speak that language.
    """
    if language not in by_language:
        raise NoWording("language", language)
    return by_language[language]


def table(file: str, *path: str) -> Any:
    """Look up a file of texts, or something in it.

    Raises:
        NoWording: It is not there.
    """
    found: Any = _read(FOLDER / f"{file}.toml")
    for step in path:
        if step not in found:
            raise NoWording(file.removesuffix("s"), step)
        found = found[step]
    return found


def versions(name: str) -> tuple[Version, ...]:
    """Return every text of a norm, in the order of the file."""
    found = _norms().get(name)
    if found is None:
        raise NoWording("norm", name)
    return found


@cache
def provisions() -> Mapping[str, Mapping[str, Text]]:
    """Return what each provision says, by its id and the name of the part."""
    files = sorted((FOLDER / "provisions").glob("*.toml"))
    return {name: parts for file in files for name, parts in _read(file).items()}


@cache
def _norms() -> dict[str, tuple[Version, ...]]:
    found: dict[str, tuple[Version, ...]] = {}
    for file in sorted((FOLDER / "norms").glob("*.toml")):
        for name, content in _read(file).items():
            entries = content if isinstance(content, list) else [content]
            found[name] = found.get(name, ()) + tuple(map(_version, entries))
    return found


def _version(entry: dict[str, Any]) -> Version:
    by_language = {key: value for key, value in entry.items() if key != "acts"}
    return Version(tuple(entry.get("acts", ())), by_language)


@cache
def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
