"""Does a text say that everybody did what it says some did not?

"Every patient was X-rayed on the day he arrived"; "two of them had never been X-rayed".
Read within one page, and between pages that come from one another: what is true of all
in one camp need not be in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.statement import Document
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

_SOME = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a\s+few|half"
    r"|двое|трое|четверо|пятеро|шестеро|семеро|несколько|некоторые|половина|один"
    r"|двоє|троє|четверо|п[’'ʼ]ятеро|шестеро|семеро|кілька|деякі|половина)"
)
ALL = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        (
            r"\b(?:every|each|all(?:\s+of)?(?:\s+the)?)\s+(?:[\w-]+\s+){1,3}?"
            r"(?:was|were|has\s+been|have\s+been|had\s+been|has|have)\s+(?P<deed>[\w-]{3,}ed)\b"
        ),
        (
            r"(?<!\w)(?:все|всі|усі|кажд\w+|кож(?:ен|н\w+))\s+(?:[\w-]+\s+){0,3}?"
            r"(?P<deed>(?!(?:військово|военно)?(?:полонен|плен))[а-яіїєґё’'ʼ]{4,}(?:ли|лись|лися|ны|ені|ані|ен|ан|лся|вся|шёл|шов))(?!\w)"
        ),
        (
            r"(?:모두|전원|빠짐없이|예외\s?없이)[^.\d]{0,24}?(?P<deed>[가-힣]{2,5})(?:을|를)?\s?"
            r"(?:받았|했|마쳤|거쳤)"
        ),
    )
)
NOT = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        (
            rf"\b{_SOME}\b(?:\s+(?!all\b|every\b)[\w-]+){{0,6}}?\s+"
            r"(?:was|were|had|has|have)(?:\s+(?:never|not)|n[’']t)\s+(?:yet\s+)?(?:been\s+)?"
            r"(?P<deed>[\w-]{3,}ed)\b"
        ),
        (
            rf"(?<!\w){_SOME}(?:\s+[\w-]+){{0,6}}?\s+(?:(?:так\s+)?[иі]\s+|ни\s+разу\s+|жодного\s+разу\s+)?не\s+"
            r"(?:были\s+|були\s+)?(?P<deed>[а-яіїєґё’'ʼ]{4,})(?!\w)"
        ),
        (
            r"(?:\d+|한|두|세|네|다섯|여섯|몇|일부)\s?(?:명|사람)?[은는이가도]?\s[^.\d]{0,24}?"
            r"(?P<deed>[가-힣]{2,5})(?:을|를|도)?\s?(?:한\s번도\s)?(?:받지|하지|마치지|거치지)\s?(?:못|않)"
        ),
    )
)
STEM = 5
"""Letters of a deed that are compared, where endings follow; of Hangul all are."""


@dataclass(frozen=True, slots=True)
class _Said:
    document: Document
    sentence: Sentence
    deed: str


def everybody_findings(documents: Sequence[Document]) -> Iterator[Finding]:
    """Find what is said of all, and denied of some."""
    of_all = [said for doc in documents for said in _said(doc, ALL)]
    of_some = [said for doc in documents for said in _said(doc, NOT)]
    for one, other in product(of_all, of_some):
        same = one.document.family == other.document.family
        if same and one.deed == other.deed and one.sentence != other.sentence:
            yield _finding(one, other)


def _said(doc: Document, patterns: Sequence[re.Pattern[str]]) -> Iterator[_Said]:
    for sentence in doc.sentences:
        for pattern in patterns:
            for match in pattern.finditer(sentence.text):
                yield _Said(doc, sentence, _stem(match["deed"].lower()))


def _stem(deed: str) -> str:
    return deed if "가" <= deed[0] <= "힣" else deed[:STEM]


def _finding(one: _Said, other: _Said) -> Finding:
    items = tuple(
        said.document.item(said.sentence.start, said.sentence.end)
        for said in (one, other)
    )
    why = reason(
        gettext_noop("The text says of all what it denies of some: not both are true.")
    )
    return Finding(Aspect.CONDUCT, Role.OTHER.value, Relation.DISJOINT, items, (why,))
