"""Which invented pages are there, and what is each of their lines?

A file for each language in `data/pages`, pages parted by `=====`. Comments give the
credits that the page should yield, then each line stands behind its kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "pages"
LANGUAGES = ("en", "ko", "uk", "ru")


@dataclass(frozen=True)
class Pasted:
    """A page as somebody pasted it, and what is true of it."""

    language: str
    number: int
    text: str
    kinds: tuple[str, ...]
    credits: dict[str, str]

    def __str__(self) -> str:
        return f"{self.language}{self.number}"


@cache
def pasted() -> tuple[Pasted, ...]:
    """Read every page of every language."""
    return tuple(
        _page(language, number, block)
        for language in LANGUAGES
        for number, block in enumerate(
            (FOLDER / f"{language}.txt").read_text("utf-8").split("=====\n"), start=1
        )
    )


def _page(language: str, number: int, block: str) -> Pasted:
    comments = [line[2:] for line in block.splitlines() if line.startswith("# ")]
    told = [line for line in block.splitlines() if not line.startswith("# ")]
    return Pasted(
        language,
        number,
        "\n".join(line.partition("|")[2] for line in told),
        tuple(line.partition("|")[0] for line in told if line),
        {
            key.strip(): value.strip()
            for key, _, value in (comment.partition("=") for comment in comments[1:])
        },
    )
