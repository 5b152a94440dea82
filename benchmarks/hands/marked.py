"""Read an article in which its author marked what it gives away.

    [[d R007|a name]]            identifies R007 of the register directly
    [[q R007,R009|both from …]]  narrows who they are
    [[w R007|would not go back]] what he wishes or fears
    [[x|Colonel Bondar]]         a decoy: of nobody in the register
    [[f >3000|over 3,000]]       a figure, with what it says
    [[b]] at the head of a line  boilerplate

Figures: `3000`, `>3000`, `>=3000`, `<3000`, `<=3000`, `~3000`, `10000-12000`, `40%`; a
`+` at the end: in addition to others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MARK = re.compile(
    r"\[\[(?P<kind>[dqwxf])(?: (?P<of>[^|\]]*))?\|(?P<text>(?:(?!\[\[|\]\]).)+)\]\]"
)
BOILERPLATE = "[[b]]"
VALUE = re.compile(
    r"(?P<bound>>=|<=|>|<|~)?(?P<low>[\d.]+)(?:-(?P<high>[\d.]+))?%?(?P<more>\+?)"
)


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure says: an interval; an end that is None is open."""

    low: float | None
    high: float | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that the author marked: where, as what, and of whom."""

    start: int
    end: int
    kind: str
    persons: tuple[str, ...] = ()
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article without its marks, what was marked, and its boilerplate lines."""

    text: str
    marks: tuple[Mark, ...]
    boilerplate: tuple[str, ...]


def read(marked: str) -> Article:
    """Take the marks out of an article.

    Raises:
        ValueError: A mark is not well formed.
    """
    lines = marked.split("\n")
    foreign = [line for line in lines if line.startswith(BOILERPLATE)]
    body = "\n".join(line.removeprefix(BOILERPLATE) for line in lines)
    text, marks, at = "", [], 0
    for match in MARK.finditer(body):
        text += body[at : match.start()]
        start, at = len(text), match.end()
        text += match["text"]
        marks.append(_mark(start, len(text), match["kind"], match["of"] or ""))
    text += body[at:]
    if "[[" in text or "]]" in text:
        raise ValueError(f"a mark is not well formed in: {text[:60]} …")
    unmarked = [
        MARK.sub(lambda m: str(m["text"]), line.removeprefix(BOILERPLATE))
        for line in foreign
    ]
    return Article(text, tuple(marks), tuple(unmarked))


def _mark(start: int, end: int, kind: str, of: str) -> Mark:
    if kind == "f":
        return Mark(start, end, kind, value=value(of))
    persons = tuple(each.strip() for each in of.split(",") if each.strip())
    return Mark(start, end, kind, persons)


def value(written: str) -> Value:
    """Read what a figure says.

    Raises:
        ValueError: It is not in the form of this module's docstring.
    """
    match = VALUE.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"no figure: {written!r}")
    low, bound = float(match["low"]), match["bound"]
    if bound in {">", ">="}:
        return Value(low, None)
    if bound in {"<", "<="}:
        return Value(None, low)
    high = float(match["high"]) if match["high"] else low
    return Value(low, high, approximate=bound == "~")
