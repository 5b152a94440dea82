"""Which crowds does a text count twice, once on each side's word?

"Police put the crowd at 150; the organisers speak of 400 or more": the two sides are
known to count one crowd, whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from safeconduct.text.comparison.finding import Finding
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.rivals import set_against
from safeconduct.text.comparison.statement import MOST, Document, Statement
from safeconduct.text.figure import Figure

OFFICIALS = re.compile(
    r"\b(?:police|authorit(?:y|ies)|city\s+hall|officials|municipality)\b"
    r"|(?<!\w)(?:пол[іи]ц[иі]\w+|правоохоронц\w+|правоохранител\w+|влад[аиіоу]\w{0,2}|власт(?:и|ей|ям|ями)|мер[іи]\w{1,2})(?!\w)"
    r"|경찰|당국|시청",
    re.IGNORECASE,
)
ORGANISERS = re.compile(
    r"\b(?:organi[sz]ers|activists|demonstrators|protesters|campaigners)\b"
    r"|(?<!\w)(?:орган[іи]затор|актив[іи]ст|прот[еe]стувальник|протестующ|мітингувальник|митингующ)\w+"
    r"|주최\s?(?:측|쪽|단체|자)|집회\s?(?:측|쪽)|시민단체",
    re.IGNORECASE,
)
COUNTING = re.compile(
    r"\b(?:put|puts|counted|counts?|estimate[sd]?|spoke|speaks?|said|says?|claim(?:s|ed)?|according|numbers?|report(?:s|ed)?)\b"
    r"|(?<!\w)(?:нараху|нал[іи]ч|насчит|порах|подсчит|оцен|оц[іи]н|говор|каж|кажуть|сказа|заяви|повідом|сообщ|за\s+(?:даними|словами|підрахунк|оцінк)|по\s+(?:данным|словам|подсч|оценк))\w*"
    r"|집계|추산|추정|밝[혔히]|말[했하]|주장|[은는]\s",
    re.IGNORECASE,
)
# "Police detained 12": those are others.
OTHERS = re.compile(
    r"\b(?:detain|arrest|fin(?:ed|es)|injur|wound|deploy|officers?|buses|tents)\w*"
    r"|(?<!\w)(?:затрима|задержа|заарешт|арест|оштраф|поранен|ранен|травм|автобус|намет|палат[ко]|наряд)\w*"
    r"|연행|체포|부상|배치",
    re.IGNORECASE,
)
ACCORDING_BEHIND = re.compile(
    r"(?:\baccording\s+to|\bby|\bper)\s+(?:the\s+)?(?:local\s+|city\s+)?$",
    re.IGNORECASE,
)
LEAD = 20
"""Characters before a side in which it is said that it counts: "by the count of"."""
REACH = 90
"""Characters between the side that counts and its number."""
FAR = 10
"""How many times the smaller the larger count may be."""


def crowd_findings(doc: Document, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find the crowds of which two sides give numbers that do not meet."""
    cued = (
        at
        for at, one in enumerate(doc.sentences)
        if OFFICIALS.search(one.text) or ORGANISERS.search(one.text)
    )
    seen: set[tuple[int, int]] = set()
    for at in islice(cued, MOST):
        told = _told(doc, at, OFFICIALS, figures), _told(doc, at, ORGANISERS, figures)
        one, two = (next(iter(side), None) for side in told)
        if one is None or two is None or one.figure.start == two.figure.start:
            continue
        span = one.figure.start, two.figure.start
        if span not in seen and not _near(one, two):
            seen.add(span)
            yield set_against(one, two)


def _told(
    doc: Document, at: int, side: re.Pattern[str], figures: Sequence[Figure]
) -> list[Statement]:
    """List what a side counts in a sentence, else in the next of its paragraph."""
    sentences = [doc.sentences[at]]
    if at + 1 < len(doc.sentences):
        after = doc.sentences[at + 1]
        if "\n" not in doc.page.text[sentences[0].end : after.start]:
            sentences.append(after)
    for sentence in sentences:
        text, counts = sentence.text, counts_in(doc, sentence, figures)
        for who in side.finditer(text):
            count = _count(text, who, counts, sentence.start)
            if count is not None:
                return [count]
    return []


def _count(
    text: str, who: re.Match[str], counts: Sequence[Statement], at: int
) -> Statement | None:
    """Find the number that a side gives: behind it, or before "according to" it."""
    if ACCORDING_BEHIND.search(text[: who.start()]):
        before = [
            c for c in counts if who.start() - REACH <= c.figure.end - at <= who.start()
        ]
        if before and not OTHERS.search(
            text, before[-1].figure.start - at, who.start()
        ):
            return before[-1]
    for count in counts:
        start, end = count.figure.start - at, count.figure.end - at
        if not who.end() <= start <= who.end() + REACH:
            continue
        stop = re.search(r"[,;.]|$", text[end:])
        clause = text[max(0, who.start() - LEAD) : end + (stop.start() if stop else 0)]
        rival = OFFICIALS.search(text, who.end(), start) or ORGANISERS.search(
            text, who.end(), start
        )
        if rival and (";" in clause or "," in text[who.end() : start]):
            return None
        said = COUNTING.search(clause) and not OTHERS.search(clause)
        return count if said else None
    return None


def _near(one: Statement, two: Statement) -> bool:
    """Tell whether two counts meet, or are too far apart to be of one crowd."""
    small, large = sorted((one.value or 0, two.value or 0))
    return one.agrees(two) or large > small * FAR
