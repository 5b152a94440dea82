"""Who is told, by a name of her own, to be a prisoner's mother or wife?

"Natalia Tkachuk trains the children. Her husband, a marine, was captured": who reads it
finds him by her. `details.kin` reads a name beside a word for a relative; here the name
comes first, and the word says whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from safeconduct.disclosure.details import Field
from safeconduct.disclosure.exposure import Exposure, Span
from safeconduct.disclosure.strangers import others_named, touches

HERS = re.compile(
    r"\b(?:[Hh]er|[Hh]is)\s+(?:[\w-]+\s+){0,2}?(?:sons?|husband|fianc[ée]|brother|grandson|nephew)\b"
    r"|(?<!\w)(?:[Ее][ёе]|[Її]ї|[Йй]ого|[Ее]го)\s+(?:[\w-]+\s+){0,2}?(?:сын|син|муж|чоловік|жених|наречений|брат|внук|онук|племянник|племінник)(?:а|у|ом|ові|ем|я)?(?!\w)"
)
"""A relative of somebody who was named before."""
NEXT = 90
"""Characters behind the word within which the prisoner is named or told of."""
BEFORE = 320
"""Characters before it in which she is named."""
WORD = re.compile(r"[A-ZÀ-ŽА-ЯІЇЄҐЁ][a-zà-žа-яіїєґё][\w’'ʼ-]*")
TWO = 2
BESIDE = re.compile(r"\s[A-ZÀ-ŽА-ЯІЇЄҐЁ]")
BEHIND = re.compile(r"(?<![.!?»”\"]\s)(?<![\w\n])[A-ZÀ-ŽА-ЯІЇЄҐЁ][\w’'ʼ-]*\s$")
"""Before or behind a first name: another name."""
COURTESY = r"(?:Ms|Mrs|Miss|Mr)\.?\s"


def with_relatives(text: str, exposures: Sequence[Exposure]) -> Iterator[Exposure]:
    """Add the names of those of whom a found person is the son, husband or brother."""
    own = [
        (span.start, span.end)
        for each in exposures
        for span in each.spans
        if span.kind == "direct"
    ]
    kin = [match.span() for match in HERS.finditer(text)]
    words = {word for start, end in own for word in WORD.findall(text[start:end])}
    for each in exposures:
        names = {
            name
            for start, end in kin
            if _tells(each, start, end)
            and (name := _named_before(text, start, own)) is not None
        }
        spans = {span for name in names for span in _again(text, name, own)}
        told = [text[span.start : span.end] for span in each.spans if _is_kin(span)]
        spans |= set(_called(text, [*names, *told], words, own))
        merged = {
            *each.spans,
            *(Span(*span, "direct", str(Field.RELATIVE)) for span in spans),
        }
        ordered = sorted(merged, key=lambda span: (span.start, span.end))
        yield replace(each, spans=tuple(ordered)) if spans else each


def _is_kin(span: Span) -> bool:
    return span.field == Field.RELATIVE


def _called(
    text: str,
    names: Sequence[str],
    own: Collection[str],
    taken: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Yield where a relative who was named wholly is called by her first name.

    Not where another whole name has it, and not if a protected person bears it.
    """
    for name in names:
        first, *rest = WORD.findall(name)[:TWO] or [""]
        if not rest or first in own:
            continue
        for match in re.finditer(rf"(?<![\w’'ʼ-]){re.escape(first)}(?![\w’'ʼ-])", text):
            beside = BESIDE.match(text, match.end()) or BEHIND.search(
                text, max(0, match.start() - NEXT), match.start()
            )
            if not beside and not touches(*match.span(), taken):
                yield match.span()


def _tells(exposure: Exposure, start: int, end: int) -> bool:
    """Whether what stands behind a word for a relative tells of a found person."""
    return any(
        start <= span.start <= end + NEXT
        and (span.value is not None or span.kind == "direct")
        for span in exposure.spans
    )


def _named_before(text: str, start: int, own: Sequence[tuple[int, int]]) -> str | None:
    """Return the last name before that is no protected person's."""
    begin = max(0, start - BEFORE)
    names = [
        (begin + first, begin + last)
        for first, last in others_named(text[begin:start])
        if not touches(begin + first, begin + last, own)
    ]
    return text[slice(*names[-1])] if names else None


def _again(
    text: str, name: str, own: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield where a name stands, whole or with a courtesy title."""
    whole, surname = re.escape(name), re.escape(name.rsplit(maxsplit=1)[-1])
    for match in re.finditer(rf"(?<!\w)(?:{whole}|{COURTESY}{surname})(?!\w)", text):
        if not touches(*match.span(), own):
            yield match.span()
