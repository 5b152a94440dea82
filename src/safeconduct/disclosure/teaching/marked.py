"""Paragraphs in which somebody has marked what tells of a prisoner.

A folder holds text files, UTF-8, a paragraph a line; a line of hyphens ends an article.
A passage is marked inline, `{w:he would rather stay}`, with a letter for what it tells.
Every line is of an article, so what the lines of sites look like does not matter here.
What tells of anybody else, or of prisoners at large, is left unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from safeconduct.disclosure.teaching.errors import NoExamples, WronglyMarked
from safeconduct.text.lines import split
from safeconduct.text.sentences import sentences

WISH: Final = "w"
LETTERS: Final = {
    WISH: "wish or fear", "a": "age", "r": "post, trade or rank", "u": "unit",
    "c": "capture", "d": "deployment or service", "i": "wound or looks",
    "f": "family", "h": "home", "p": "papers", "s": "story", "n": "nickname",
    "g": "small group", "x": "fate", "o": "pointer",
}  # fmt: skip
MARK: Final = re.compile(r"\{([a-z]):([^{}]+)\}")
RULE: Final = re.compile(r"-{3,}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its marks.

    Attributes:
        source: The file it is from, by its path in the folder.
        marks: Start, end and letter; spans count the sentence's characters.
    """

    source: str
    text: str
    marks: tuple[tuple[int, int, str], ...]


def read(folder: Path) -> list[Marked]:
    """Read all marked sentences below a folder, by the names of files.

    Raises:
        NoExamples: There is no paragraph.
        WronglyMarked: A brace is left, or a letter is unknown.
        OSError: A file cannot be read.
        UnicodeDecodeError: A file is not UTF-8.
    """
    found: list[Marked] = []
    for path in sorted(folder.rglob("*.txt")):
        name = path.relative_to(folder).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines, 1):
            if line.strip() and not RULE.fullmatch(line.strip()):
                found += _sentences(name, at, line.strip())
    if not found:
        raise NoExamples
    return found


def _sentences(name: str, at: int, line: str) -> Iterator[Marked]:
    """Yield the sentences of a paragraph, each with its part of the marks."""
    text, marks = _unmarked(line)
    if set(text) & set("{}") or any(mark[2] not in LETTERS for mark in marks):
        raise WronglyMarked(name, at)
    for sentence in sentences(text, split(text)):
        begin, end = sentence.start, sentence.start + len(sentence.text)
        inside = (
            (max(a, begin) - begin, min(b, end) - begin, letter)
            for a, b, letter in marks
            if a < end and b > begin
        )
        yield Marked(name, sentence.text, tuple(inside))


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the braces away, and tell where they stood."""
    parts: list[str] = []
    marks: list[tuple[int, int, str]] = []
    at, length = 0, 0
    for match in MARK.finditer(line):
        before, words = line[at : match.start()], match[2]
        start = length + len(before)
        marks.append((start, start + len(words), match[1]))
        parts += [before, words]
        length, at = start + len(words), match.end()
    return "".join([*parts, line[at:]]), marks
