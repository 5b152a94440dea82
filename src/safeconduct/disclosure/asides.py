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
BESIDE_NAMES = frozenset({Field.AGE, Field.ROLE, Field.UNIT})
"""What stands beside the name of whom it is told."""
NAME_AFTER = re.compile(
    r"(?:-[a-zа-яіїєґё]+)?(?:\s+(?!(?:from|in|of|at|with|who|and|із?|з|из|с|у|в|на|та|і|и)\s)[a-zа-яіїєґё][\w’'ʼ-]*){0,2}\s+(?P<name>"
    r"[A-ZÀ-ŽА-ЯІЇЄҐЁ][a-zà-žа-яіїєґё’'ʼ-]{2,}\s[A-ZÀ-ŽА-ЯІЇЄҐЁ][a-zà-žа-яіїєґё’'ʼ-]{2,})"
)
AGED_NAME = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?\($")
RANK_AFTER = re.compile(r"\s+(?P<name>[A-ZÀ-ŽА-ЯІЇЄҐЁ][a-zà-žа-яіїєґё’'ʼ-]{3,})")
OF_THE_DEAD = frozenset({Field.AGE, Field.ROLE, Field.UNIT, Field.HOME})
DEAD_BEFORE = re.compile(
    r"(?:\b(?:dead|fallen|killed)|(?<!\w)(?:загибл|погибш|убит|вбит)(?:ого|им|ому|ым|ому|его|ему|ий|ый|ший|шего|шим|шему))\s+"
    r"(?:(?:[a-zа-яіїєґё’'ʼ-]+,?\s+){0,2}|[^,.;:«»“”]{0,30}\s(?:from|із?|з|из|с)\s+)$",
    re.IGNORECASE,
)
"""Before what is told of one who fell beside him."""
REACH = 50
"""Characters before a span in which it is told of whom it is."""
_POSTS = (
    r"(?:[소분중대]대장|조장|반장|[연여]단장|연대장|부대장|지휘관|정치지도원|군의관"
    r"|[상중하]사|대[위좌]|[중소상]위|[대중소]령|[상중소]좌)"
)
RANKED = re.compile(
    rf"(?<![가-힣]){_POSTS}\s[‘'\"“]?(?P<name>[가-힣]{{2,4}}?)(?=[’'\"”(,]|[은는이가을를의에과와도](?![가-힣]))"
    rf"|(?<![가-힣])[가-힣]\s{_POSTS}(?=[은는이가을를의에과와도,\s])"
)
"""A Korean by post and name: "소대장 최명국", "최 소대장"."""
AGED = re.compile(r"\s?\(?\d{0,2}세?\)")
"""Behind a name: the rest of his age in brackets."""
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
        is_named = any(span.kind == "direct" for span in each.spans)
        spans = [
            replace(span, start=start, end=end)
            for span in each.spans
            if not others.has(span, named=is_named)
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

    def has(self, span: Span, *, named: bool) -> bool:
        """Whether what is told beside a name, or of the dead, is somebody else's.

        Args:
            span: What is told.
            named: Its person stands in the text by name; of one who does not, a name
                may be one that the register does not know.
        """
        text, start, end = self._text, span.start, span.end
        lead = text[max(0, start - REACH) : start]
        if span.field in OF_THE_DEAD and DEAD_BEFORE.search(lead):
            after = NAME_AFTER.match(text, end)
            return after is None or not self._is_own(*after.span("name"))
        if not named or span.field not in BESIDE_NAMES:
            return False
        is_rank = isinstance(span.value, tuple) and span.value[:1] == ("rank",)
        after = (RANK_AFTER if is_rank else NAME_AFTER).match(text, end)
        if after and not self._is_own(*after.span("name")):
            return is_rank or any(others_named(after["name"]))
        before = AGED_NAME.search(lead)
        if before is None:
            return False
        moved = max(0, start - REACH)
        begin, stop = before.span("name")
        return touches(begin + moved, stop + moved, self._known)

    def leave(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield what is left of a span without them."""
        if span.field not in CLAUSES:
            yield span.start, span.end
            return
        inside = [k for k in self._known if k[0] < span.end and span.start < k[1]]
        inside += (each for each in self._named_in(span) if not self._is_own(*each))
        at = span.start
        aged = (
            (a, m.end() if (m := AGED.match(self._text, b)) else b) for a, b in inside
        )
        for start, end in (*sorted(aged), (span.end, span.end)):
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
        for pattern in (COURTEOUS, RANKED):
            for match in pattern.finditer(text, start, end):
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
