"""Does a text say that everybody did what it says some did not?

"Every patient was X-rayed on the day he arrived"; "two of them had never been X-rayed".
Read within one page, and between pages that come from one another: what is true of all
in one camp need not be in the next. Where the words do not say that the some are of the
all, a reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.partitions import OF_THEM
from safeconduct.text.comparison.statement import Document
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

_SOME = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|some|a\s+few|half"
    r"|двое|трое|четверо|пятеро|шестеро|семеро|несколько|некоторые|половина|один"
    r"|двоє|троє|п[’'ʼ]ятеро|кілька|деякі)"
)
_BEEN = r"(?:was|were|has\s+been|have\s+been|had\s+been|has|have)"
_PRISONERS = r"(?:військово|военно)?(?:полонен|плен)"
_PAST = r"(?:ли|лись|лися|ны|ені|ані|ен|ан|лся|вся|шёл|шов)"
_NEVER = (
    r"(?:(?:так\s+)?[иі]\s+|ни\s+разу\s+|жодного\s+разу\s+)?не\s+(?:были\s+|були\s+)?"
)
ALL_ENGLISH = (
    r"\b(?:every|each|all(?:\s+of)?(?:\s+the)?)\s+(?:[\w-]+\s+){1,3}?"
    rf"{_BEEN}\s+(?P<deed>[\w-]{{3,}}ed)\b"
)
ALL_SLAVIC = (
    r"(?<!\w)(?:все|всі|усі|кажд\w+|кож(?:ен|н\w+))\s+(?:[\w-]+\s+){0,3}?"
    rf"(?P<deed>(?!{_PRISONERS})[а-яіїєґё’'ʼ]{{4,}}{_PAST})(?!\w)"
)
ALL_KOREAN = (
    r"(?:모두|전원|빠짐없이|예외\s?없이)[^.\d]{0,24}?(?P<deed>[가-힣]{2,5})(?:을|를)?\s?"
    r"(?:받았|했|마쳤|거쳤)"
)
NOT_ENGLISH = (
    rf"\b{_SOME}\b(?:\s+(?!all\b|every\b)[\w-]+){{0,6}}?\s+(?:was|were|had|has|have)"
    r"(?:\s+(?:never|not)|n[’']t)\s+(?:yet\s+)?(?:been\s+)?(?P<deed>[\w-]{3,}ed)\b"
)
NOT_SLAVIC = (
    rf"(?<!\w){_SOME}(?:\s+[\w-]+){{0,6}}?\s+{_NEVER}"
    r"(?P<deed>[а-яіїєґё’'ʼ]{4,})(?!\w)"
)
NOT_KOREAN = (
    r"(?:\d+|한|두|세|네|다섯|여섯|몇|일부)\s?(?:명|사람)?[은는이가도]?\s[^.\d]{0,24}?"
    r"(?P<deed>[가-힣]{2,5})(?:을|를|도)?\s?(?:한\s번도\s)?"
    r"(?:받지|하지|마치지|거치지)\s?(?:못|않)"
)
ALL = tuple(
    re.compile(words, re.IGNORECASE) for words in (ALL_ENGLISH, ALL_SLAVIC, ALL_KOREAN)
)
NOT = tuple(
    re.compile(words, re.IGNORECASE) for words in (NOT_ENGLISH, NOT_SLAVIC, NOT_KOREAN)
)
# "Not all", "almost all", "all but two": some are left out already.
HARDLY = re.compile(
    r"(?:\b(?:not|nearly|almost|hardly)|(?<!\w)(?:не|ні|почти|майже)|거의)\s+$",
    re.IGNORECASE,
)
BUT = re.compile(
    r"\b(?:but|except|apart\s+from|other\s+than)\b|(?<!\w)(?:кроме|крім|окрім"
    r"|за\s+(?:исключением|винятком))(?!\w)|제외|빼고|외에",
    re.IGNORECASE,
)
# "Two were not examined until March": they were, later.
LATER = re.compile(
    r"[^.;]{0,30}?(?:\b(?:until|before|again|twice)\b|(?<!\w)(?:до|к|снова|знову|раніше"
    r"|раньше|сразу|одразу|відразу)(?!\w))",
    re.IGNORECASE,
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
    of_all = [
        said
        for doc in documents
        for said, at in _said(doc, ALL)
        if not (
            HARDLY.search(said.sentence.text[: at.start()])
            or BUT.search(said.sentence.text)
        )
    ]
    of_some = [
        said
        for doc in documents
        for said, at in _said(doc, NOT)
        if not LATER.match(said.sentence.text, at.end())
    ]
    for one, other in product(of_all, of_some):
        same = one.document.family == other.document.family
        if same and one.deed == other.deed and one.sentence != other.sentence:
            yield _finding(one, other)


def _said(
    doc: Document, patterns: Sequence[re.Pattern[str]]
) -> Iterator[tuple[_Said, re.Match[str]]]:
    for sentence in doc.sentences:
        for pattern in patterns:
            for match in pattern.finditer(sentence.text):
                yield _Said(doc, sentence, _stem(match["deed"].lower())), match


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
    of_them = OF_THEM.search(other.sentence.text) is not None
    relation = Relation.DISJOINT if of_them else Relation.SCOPE_UNKNOWN
    notes = () if of_them else (reason(gettext_noop("they may be of another group")),)
    return Finding(Aspect.CONDUCT, Role.OTHER.value, relation, items, (why,), (), notes)
