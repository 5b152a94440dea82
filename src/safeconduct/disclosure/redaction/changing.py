"""How do changes become a new text, and which place of the old one is this?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.redaction.telling import Change

MASKED = "masked"
NO_WORD = re.compile(r"[ \t,;:.!?–—-]*(?:(?:and|та|і|й|и) )?")
"""What may stand between two masks that become one; not the end of a line."""


HYPHEN = re.compile("[-‐–]")


@dataclass(frozen=True, slots=True)
class Changed:
    """A text with its changes made.

    Attributes:
        text: The new text.
        changes: In order; none overlaps another.
        places: Where each change's words stand in the new text.
    """

    text: str
    changes: tuple[Change, ...]
    places: tuple[tuple[int, int], ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the old text that a span of the new one came from.

        A span that touches changed words comes from all that they stand for.
        """
        return self._back(start, first=True), self._back(end, first=False)

    def _back(self, at: int, *, first: bool) -> int:
        which = bisect_right(self.places, at, key=lambda place: place[0]) - 1
        if which < 0:
            return at
        (begin, end), change = self.places[which], self.changes[which]
        if begin < at < end or (first and at == begin):
            return change.start if first else change.end
        return change.start if at == begin else change.end + at - end


def make(text: str, changes: Iterable[Change]) -> Changed:
    """Make changes; those that overlap become one mask over all they cover.

    So do equal masks with no word between them: one tells as much as five in a row.
    """
    apart = _apart(sorted(changes, key=lambda change: (change.start, -change.end)))
    apart = _gathered(text, apart)
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    at = length = 0
    for change in apart:
        kept = text[at : change.start]
        parts += [kept, change.after]
        begin = length + len(kept)
        length = begin + len(change.after)
        places.append((begin, length))
        at = change.end
    return Changed("".join([*parts, text[at:]]), tuple(apart), tuple(places))


def _apart(changes: Sequence[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if kept and change.start < kept[-1].end:
            kept[-1] = _joined(kept[-1], change)
        else:
            kept.append(change)
    return kept


def _gathered(text: str, changes: Sequence[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if kept and _are_one(text, kept[-1], change):
            kept[-1] = replace(kept[-1], end=change.end)
        else:
            kept.append(change)
    return kept


def _are_one(text: str, one: Change, other: Change) -> bool:
    """Whether two are alike, and nothing but signs stands between them.

    Of what is generalised a hyphen: a scout-sniper is a soldier, and not two.
    """
    if (one.why, one.after) != (other.why, other.after) or one.field is Field.NAME:
        return False
    between = NO_WORD if one.why == MASKED else HYPHEN
    return between.fullmatch(text, one.end, other.start) is not None


def _joined(one: Change, other: Change) -> Change:
    """Join two changes that overlap: the mask wins, else the one that covers more."""
    first, second = sorted(
        (one, other),
        key=lambda change: (change.why != MASKED, change.start - change.end),
    )
    del second
    return replace(
        first, start=min(one.start, other.start), end=max(one.end, other.end)
    )
