"""From how many countries do those come who are held, as two reports count them?

"The men come from 41 states" and "граждане 37 государств" of one week are counts of one
thing, though they count no people. One camp is no country, and all who were ever taken
are more than those who are held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.numbers import counts_in
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.topics import APART, IN_CAMP, STEADY
from safeconduct.text.comparison.wording import figure as written
from safeconduct.text.figure import Figure
from safeconduct.text.figures import EVER
from safeconduct.text.reason import reason

COUNTRIES = re.compile(
    r"\s+(?:(?:other|different|foreign|third|інш\w+|різн\w+|других|разных|третіх|третьих)\s+){0,2}"
    r"(?:countr(?:y|ies)|states|nations|країн\w*|держав\w*|стран\w*|государств\w*)(?!\w)"
    r"|\s?(?:여\s?)?개\s?국",
    re.IGNORECASE,
)
"""Behind a number."""
COMING = re.compile(
    r"\b(?:from|of)\s+(?:(?:at\s+least|more\s+than|over|about|some|as\s+many\s+as)\s+)?$"
    r"|(?<!\w)(?:із?|з|зі|из|с|громадян\w*|граждан\w*|виход\w+|выход\w+|представни\w+|представител\w+)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before it: people are of these countries."""
KOREAN_COMING = re.compile(r"\s?(?:여\s?)?개\s?국\s?(?:출신|국적|에서|사람|시민|\d)")
HELD = re.compile(
    r"\b(?:captives?|captured|prisoners?|POWs?|held|holds?|holding|custody|captivity)\b"
    r"|полон|плен|утриму|содерж|포로|억류|수용",
    re.IGNORECASE,
)
SPEAKS_ON = re.compile(
    r"\W*(?:the\s+men|the\s+prisoners|they|these|вони|ці|они|эти|이들)\b", re.IGNORECASE
)
"""A sentence on those of whom the one before told."""


def origin_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Hold the counts of two pages of one week against each other."""
    # What a copy repeats is one count.
    told = {
        (one.document.family, one.interval): one
        for doc in reversed(documents)
        for one in _told(doc, figures[doc.number])
    }.values()
    for two, one in combinations(told, 2):
        if _are_of_one_thing(one, two) and not one.agrees(two):
            yield Finding(
                Aspect.QUANTITY,
                one.figure.role.value,
                Relation.DISJOINT,
                (one.item, two.item),
                (reason(APART, first=written(one.figure), second=written(two.figure)),),
            )


def _told(doc: Document, figures: Sequence[Figure]) -> Iterator[Statement]:
    """Yield how many countries a page says that captives come from."""
    for sentence in doc.sentences:
        if COUNTRIES.search(sentence.text):
            counts = counts_in(doc, sentence, figures)
            yield from filter(_is_of_origins, counts)


def _is_of_origins(one: Statement) -> bool:
    """Tell whether a figure counts the countries that captives come from."""
    text, at = one.sentence.text, one.sentence.start
    start, end = one.figure.start - at, one.figure.end - at
    if one.in_title or not COUNTRIES.match(text, end):
        return False
    coming = COMING.search(text[:start]) or KOREAN_COMING.match(text, end)
    if SPEAKS_ON.match(text):
        text = one.document.sentence_at(max(0, at - 1)).text + text
    return bool(coming and HELD.search(text))


def _are_of_one_thing(one: Statement, two: Statement) -> bool:
    """Tell whether two pages of other families count those held in one week."""
    if one.document.family == two.document.family:
        return False
    if one.as_of is None or two.as_of is None:
        return False
    alike = all(
        (cue.search(one.sentence.text) is None)
        == (cue.search(two.sentence.text) is None)
        for cue in (IN_CAMP, EVER)
    )
    return alike and abs((one.as_of - two.as_of).days) <= STEADY
