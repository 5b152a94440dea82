"""How is a document one text, and how do edits of that text find their places again?

A document is a row of pieces (a text node, a run, a line). The draft is their text, one
after the other, with a line break wherever a block ends. A name that is cut in three by
bold letters is whole in the draft, and an edit of it is dealt out to the three pieces:
the new words go where the span begins, the rest of it vanishes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `after` where the draft has the characters from `start` up to `end`."""

    start: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a piece of the document stands in the draft, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a document and where its pieces stand in it, in order."""

    text: str
    pieces: tuple[Piece, ...]

    def rewritten(self, edits: Iterable[Edit]) -> list[str]:
        """Give every piece its new text.

        Raises:
            ValueError: Two edits overlap, or one leaves the draft.
        """
        shares: defaultdict[int, list[Edit]] = defaultdict(list)
        for edit in in_order(edits, len(self.text)):
            after = edit.after
            for number in self._touched(edit):
                shares[number].append(replace(edit, after=after))
                after = ""  # the first piece holds all new words
        return [
            self._piece(piece, shares.get(number, []))
            for number, piece in enumerate(self.pieces)
        ]

    def apply(self, edits: Iterable[Edit]) -> str:
        """Give the whole draft with the edits made."""
        parts, at = [], 0
        for edit in in_order(edits, len(self.text)):
            parts += [self.text[at : edit.start], edit.after]
            at = edit.end
        return "".join([*parts, self.text[at:]])

    def _touched(self, edit: Edit) -> Iterator[int]:
        number = bisect_right(self.pieces, edit.start, key=lambda piece: piece.end)
        while number < len(self.pieces) and self.pieces[number].start < edit.end:
            if self.pieces[number].start < self.pieces[number].end:
                yield number
            number += 1

    def _piece(self, piece: Piece, edits: Sequence[Edit]) -> str:
        parts, at = [], piece.start
        for edit in edits:
            parts += [self.text[at : max(at, edit.start)], edit.after]
            at = min(piece.end, edit.end)
        return "".join([*parts, self.text[at : piece.end]])


def drafted(blocks: Iterable[Iterable[str]]) -> Draft:
    """Join pieces into a draft: each block is a row of pieces and ends its line."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for number, block in enumerate(blocks):
        if number:
            parts.append(BREAK)
            at += len(BREAK)
        for text in block:
            parts.append(text)
            pieces.append(Piece(at, at + len(text)))
            at += len(text)
    return Draft("".join(parts), tuple(pieces))


def in_order(edits: Iterable[Edit], length: int) -> list[Edit]:
    """Sort edits by place.

    Raises:
        ValueError: Two overlap, or one leaves the text.
    """
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    at = 0
    for edit in ordered:
        if edit.start < at or edit.end < edit.start or edit.end > length:
            raise ValueError("Edits overlap or leave the text.")
        at = edit.end
    return ordered
