"""Which clauses hold a cue and everything of one of its ways?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from safeconduct.disclosure.details.branched import Branched

_SPEAKING = r"говор|сказа|каже|расска|розпов|поясн|призна|зізна|додає|добавля"
STOP = re.compile(rf"[.!?…;:\n“”«»„\"「」]|,\s[—–-]\s|\s[—–]\s(?=(?:{_SPEAKING})\w*)")
"""Ends a clause; what follows a colon is one of its own."""
LONG_STOP = re.compile(STOP.pattern.replace(";:", ";"))
"""Ends a clause that may go on after a colon."""
EMPHASIS = re.compile(r"[«“\"](\w+)[»”\"]")
"""A single word between quotation marks is not somebody's words."""
TOPIC = re.compile(r"(?:(?<=[가-힣])(?<![다하])(?:은|는)|(?<=씨)가)\s")
LEAD = re.compile(
    r"[^,]{0,80}?\b(?:"
    r"said|says|told|tells|wrote|added|explained|believes?"
    r"|thinks|is\s+convinced|insists"
    r")\s+(?:[\w’'-]+\s+){0,3}?(?:that\s+|(?=(?:he|she|his|her)\s))"
    r"|[^,]{0,80}?(?<!\w)(?:"
    rf"{_SPEAKING}|напис|дода|вважа|счита|уверен|впевнен|певен|переконан|убежд|повідом"
    r"|сообщ|переда|жал|скарж|стверд|утвержд"
    r")\w*(?:\s[\w’'-]+){0,3}?,\s+(?:що|что|нібито|якобы)\s+",
    re.IGNORECASE,
)
"""What leads to somebody's words and is none of them."""
EDGES = " ,—–-"
SHORTEST = 8
"""Characters of a clause that tells something."""


class Tongue(NamedTuple):
    """What to look for in the clauses of a language.

    Attributes:
        cue: Without it nothing is looked at.
        ways: Each is a tuple of patterns that must all be found in the clause.
        never: What tells that nobody's own is meant.
    """

    cue: Branched
    ways: tuple[tuple[re.Pattern[str], ...], ...]
    never: re.Pattern[str]


def told(
    text: str, tongues: Iterable[Tongue], stop: re.Pattern[str] = STOP
) -> Iterator[tuple[int, int]]:
    """Yield the clauses that hold a cue and fulfil a way, in order, each once."""
    text = EMPHASIS.sub(r" \1 ", text)
    found: set[tuple[int, int]] = set()
    stops: list[tuple[int, int]] | None = None
    for tongue in tongues:
        tried: set[tuple[int, int]] = set()
        for match in tongue.cue.finditer(text):
            if stops is None:
                stops = [each.span() for each in stop.finditer(text)]
            span = _clause(text, match.start(), match.end(), stops)
            if span in found or span in tried:
                continue
            tried.add(span)
            if _tells(text[slice(*span)], tongue):
                found.add(span)
    for start, end in sorted(found):
        yield _words(text, start, end), end


def _words(text: str, start: int, end: int) -> int:
    """Return where his own words begin."""
    led = LEAD.match(text, start, end)
    topic = TOPIC.search(text, start, end)
    begins = [match.end() for match in (led, topic) if match]
    return next((each for each in begins if end - each >= SHORTEST), start)


def _tells(clause: str, tongue: Tongue) -> bool:
    if len(clause) < SHORTEST or tongue.never.search(clause):
        return False
    return any(all(part.search(clause) for part in way) for way in tongue.ways)


def _clause(
    text: str, start: int, end: int, stops: list[tuple[int, int]]
) -> tuple[int, int]:
    """Widen a span to the words between two stops."""
    last = bisect_right(stops, start, key=itemgetter(1))
    begin = stops[last - 1][1] if last else 0
    following = bisect_left(stops, end, key=itemgetter(0))
    said = text[begin : stops[following][0] if following < len(stops) else len(text)]
    return (
        begin + len(said) - len(said.lstrip(EDGES)),
        begin + len(said.rstrip(EDGES)),
    )
