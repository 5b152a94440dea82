"""Whom do the clauses that tell of a prisoner name besides him?

A wish and a story are told in whole clauses, and who reports them is named there, too:
"he will not go back, Dziuba said". Such names are nobody's who is protected, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.exposure import Exposure, Span
from safeconduct.disclosure.namings import OPENING
from safeconduct.disclosure.strangers import others_named, touches

CLAUSES = frozenset({Field.STORY, Field.WISH})
"""What is told by a whole clause, in which other people may be named."""
LEAST = 3
"""Characters of a clause that are left beside somebody else's name."""
_NAME = r"[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]{2,}(?:\s[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]{2,})?"
_SAYS = (
    r"(?:says?|said|adds?|added|recalls?|recalled|explains?|explained|told|tells"
    r"|каже|говорить|розповіда[єв]|розповів|розповіла|додає|додав|додала|пояснює|пояснив|пояснила|згадує|згадала|згадав|сказала?|сказав"
    r"|говорит|рассказыва[ею]т|рассказала?|добавляет|добавила?|поясняет|пояснила?|объясняет|объяснила?|вспоминает|вспомнила?|считает)"
)
SPEAKER = re.compile(
    rf"(?<!\w){_SAYS}\s(?P<after>{_NAME})|(?<![\w’'ʼ])(?P<before>{_NAME}),?\s{_SAYS}(?!\w)"
)
COURTEOUS = re.compile(r"(?<![가-힣])(?:[가-힣]{1,4})\s?씨(?![가-힣]{2})")
WORD = re.compile(r"[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]{2,}")
NAMED = re.compile("[A-ZÀ-ŽА-ЯІЇЄҐЁ가-힣]")
"""In words for somebody else: "Dr Dziuba" names her, "journalists" names nobody."""
INFLECTED = 5
"""Letters from which a Slavic name may end otherwise."""


def beside_others(
    text: str, exposures: Sequence[Exposure], strangers: Iterable[tuple[int, int]]
) -> Iterator[Exposure]:
    """Leave those who are not protected out of the clauses that tell of one who is.

    Args:
        text: The text that spans count the characters of.
        exposures: Who was found.
        strangers: Where somebody else is named.
    """
    own = [
        (span.start, span.end)
        for each in exposures
        for span in each.spans
        if span.kind == "direct"
    ]
    named = {each for each in strangers if NAMED.search(text, *each)}
    others = _Others(text, own, sorted(named))
    for each in exposures:
        spans = [
            replace(span, start=start, end=end)
            for span in each.spans
            for start, end in others.leave(span)
        ]
        yield replace(each, spans=tuple(spans))


class _Others:
    """The names of those who are not protected.

    Args:
        text: The text.
        own: Where a protected person is named.
        known: Where somebody else is.
    """

    def __init__(
        self,
        text: str,
        own: Sequence[tuple[int, int]],
        known: Sequence[tuple[int, int]],
    ) -> None:
        self._text = text
        self._own = own
        self._known = known
        self._mine = {w for start, end in own for w in WORD.findall(text[start:end])}
        self._surnames = self._compiled()

    def leave(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield what is left of a span without them."""
        if span.field not in CLAUSES:
            yield span.start, span.end
            return
        inside = [k for k in self._known if k[0] < span.end and span.start < k[1]]
        inside += (each for each in self._named_in(span) if not self._is_own(*each))
        at = span.start
        for start, end in (*sorted(inside), (span.end, span.end)):
            if start - at >= LEAST:
                yield at, start
            at = max(at, end)

    def _is_own(self, start: int, end: int) -> bool:
        """Whether a name is a protected person's, or short for it: Kip for Kiprono."""
        said = self._text[start:end]
        short = any(word.startswith(said) for word in self._mine)
        return short or touches(start, end, self._own)

    def _named_in(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield the names in a clause."""
        text, start, end = self._text, span.start, span.end
        for match in SPEAKER.finditer(text, start, end):
            yield match.span("after" if match["after"] else "before")
        for match in COURTEOUS.finditer(text, start, end):
            yield match.span()
        for begin, stop in others_named(text[start:end]):
            yield start + begin, start + stop
        if self._surnames is not None:
            yield from (m.span() for m in self._surnames.finditer(text, start, end))

    def _compiled(self) -> re.Pattern[str] | None:
        """Compile the names that stand elsewhere, to find them again."""
        words = {
            word
            for start, end in self._known
            for word in WORD.findall(self._text[start:end])
            if word not in self._mine and word.lower() not in OPENING
        }
        if not words:
            return None
        ends = (
            rf"{re.escape(word[:-1])}\w{{0,3}}"
            if len(word) >= INFLECTED
            else re.escape(word)
            for word in sorted(words, key=len, reverse=True)
        )
        return re.compile(rf"(?<![\w’'ʼ-])(?:{'|'.join(ends)})(?![\w’'ʼ-])")
