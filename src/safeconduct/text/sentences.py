"""Where does a sentence begin and end, in text coordinates?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from safeconduct.text.kinds import Kind, Line

BOUNDARY = re.compile(
    r"[.!?…。]+[\"'”’»)\]]*(?P<gap>\s+)(?=[\"'“‘«(\[]*[A-ZА-ЯІЇЄҐЁ가-힣0-9])"
)
# What ends in a full stop without ending a sentence.
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|Nos|Art|Arts"
    r"|Res|Sec|vs|approx|est|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|тис|тыс|ст|п|м|обл|р|г|вул|ул|просп|пров|пл|буд"
    r"|ім|им|Y[aeiou]|I[aeu]|J[aeu]|Zh|Kh|Shch|[CS]h|Ts)|\b[A-ZА-ЯІЇЄҐ]|(?:\b\w\.)+\w)\.$"
)
ABBREVIATED = 12
"""Characters in which the longest of them has room."""

LONGEST = 1000
"""Characters; the grammar's cost grows with the square of a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the character at which it starts."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


def sentences(text: str, lines: Iterable[Line]) -> Iterator[Sentence]:
    """Yield the sentences of the article; boilerplate has none.

    Lines of a wrapped paragraph are read as one passage.
    """
    for start, end in _passages(text, lines):
        yield from _sentences(text, start, end)


def _passages(text: str, lines: Iterable[Line]) -> Iterator[tuple[int, int]]:
    start = end = number = -1
    kind = Kind.TITLE
    for line in lines:
        if not line.kind.is_article:
            continue
        wrapped = (
            line.number - number == 1
            and end >= 0
            and line.kind is kind is Kind.BODY
            and not re.search(r"[.!?…。][\"'”’»)\]]*$", text[start:end])
        )
        if not wrapped:
            if end >= 0:
                yield start, end
            start = line.start
        end, number, kind = line.end, line.number, line.kind
    if end >= 0:
        yield start, end


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    begin = start
    for match in BOUNDARY.finditer(text, start, end):
        # Its end alone is looked at: a long sentence may be full of abbreviations.
        near = max(begin, match.start() - ABBREVIATED)
        if ABBREVIATION.search(text, near, match.start() + 1):
            continue
        yield from _cut(text, begin, match.start("gap"))
        begin = match.end("gap")
    yield from _cut(text, begin, end)


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Cut what no full stop ends, such as a long table, at white space."""
    while end - start > LONGEST:
        space = text.rfind(" ", start, start + LONGEST)
        stop = space + 1 if space > start else start + LONGEST
        yield Sentence(start, text[start:stop])
        start = stop
    if start < end:
        yield Sentence(start, text[start:end])
