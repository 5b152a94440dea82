"""What does a draft give away, and how much of that may the officer be told?

The desk that checks drafts could be asked whom we hold: type a name and see. So an
answer is numbers and the spans of the officer's own words, never a case; a name alone,
in no text about prisoners, is never answered; and every sitting at the desk is an act
with a reason. What is suggested masks nobody whom `check` has not counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from safeconduct.disclosure import Exposure
from safeconduct.exposure.watching import THRESHOLD, watch

LONGEST = 20_000
"""Characters of a draft."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft, with what it gives away: direct, quasi, wish, or ""."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One person whom the draft tells too much of.

    Attributes:
        k: How many people it could be about.
        without: k without each kind of detail, by its name, the most helpful first.
    """

    k: int
    without: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft as it was looked at.

    Attributes:
        pieces: The whole draft, in order.
        telling: Those it gives away, the worst first.
        about: How many of the protected it may be about at all.
        threshold: The k that is asked for.
    """

    pieces: tuple[Piece, ...]
    telling: tuple[Telling, ...]
    about: int
    threshold: int = THRESHOLD

    @property
    def gives_away(self) -> bool:
        """Whether somebody could be told from the text."""
        return bool(self.telling)

    @property
    def fewest(self) -> int | None:
        """The fewest people that somebody in it could be."""
        return min((one.k for one in self.telling), default=None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A draft beside the same draft in words that protect everybody.

    Attributes:
        before, after: Both texts, in order; kind is `changed`, or "".
        text: The new draft; empty where no change of words is enough.
    """

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    text: str


def suggest(text: str) -> Suggestion:
    """Put a draft into safer words; called in a sitting."""
    found = watch().redact(text)
    before, after, at = [], [], 0
    for change in found.changes:
        kept = Piece(text[at : change.start], "")
        before += [kept, Piece(text[change.start : change.end], "changed")]
        after += [kept, Piece(change.after, "changed")]
        at = change.end
    rest = Piece(text[at:], "")
    return Suggestion((*before, rest), (*after, rest), found.text)


def check(text: str) -> Checked:
    """Look at a draft; called by acts, or in a sitting."""
    found: list[tuple[UUID, Exposure]] = watch().look(text)
    exposed = [one for _who, one in found if one.k < THRESHOLD]
    telling = sorted(
        (Telling(one.k, tuple(_helpful(one))) for one in exposed),
        key=lambda each: (each.k, each.without),
    )
    return Checked(tuple(_pieces(text, exposed)), tuple(telling), len(found))


def _helpful(one: Exposure) -> Iterator[tuple[str, int]]:
    """Tell which details raise k when they go."""
    yield from sorted(
        ((field, k) for field, k in one.k_without.items() if k > one.k),
        key=lambda each: (-each[1], each[0]),
    )


_WORST = ("", "quasi", "wish", "direct")


def _pieces(text: str, exposed: Sequence[Exposure]) -> Iterator[Piece]:
    """Cut the text where its marks begin and end; of two marks the worse one shows."""
    marks = [0] * len(text)
    for one in exposed:
        for span in one.spans:
            rank = _WORST.index(span.kind)
            for at in range(span.start, span.end):
                marks[at] = max(marks[at], rank)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or marks[end] != marks[start]:
            yield Piece(text[start:end], _WORST[marks[start]])
            start = end
