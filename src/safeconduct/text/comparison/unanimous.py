"""Does a text say that all refuse a return, and count some who wish for it?

"Every one of them said he would not return"; "three of those asked wish to". Read
within one page, and between pages that come from one another. Where the words do not
say that the some are of the all, a reader is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from safeconduct.text.comparison.everybody import BUT, HARDLY
from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.partitions import OF_THEM
from safeconduct.text.comparison.statement import Document, Statement
from safeconduct.text.comparison.wishes import Scope, Sense, Wish, wishes_of
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role
from safeconduct.text.sentences import Sentence

ALL_REFUSE = re.compile(
    r"\b(?:all|every(?:one|body)?|each)\b(?!\s+(?:who|that|but)\b)[^.;“”\"]{0,70}?"
    r"\b(?:refus\w+|declin\w+|reject\w+|unwilling|(?:would|will)\s+not|wo(?:n['’]t)"
    r"|would(?:n['’]t)|(?:do|does|did)(?:\s+not|n['’]t)\s+(?:want|wish))\b[^.;“”\"]{0,30}?"
    r"\b(?:return\w*|go(?:ing)?\s+(?:back|home)|repatriat\w+|be\s+sent\s+(?:back|home))"
    r"|(?<!\w)(?:все|всі|усі|кожен|каждый)(?!,?\s+(?:кто|хто))(?!\w)[^.;«»]{0,70}?"
    r"(?:отказ(?:ал|ыва)\w+|відмов\w+|не\s+(?:хот|хоч|бажа|жела|намер|збира|собира)\w+)"
    r"[^.;«»]{0,30}?(?:верну|возвра|поверн|поверта|репатр|домой|додому"
    r"|на\s+(?:родин|батьківщин))\w*"
    r"|(?:모두|전원|빠짐없이|예외\s?없이)[^.]{0,40}?"
    r"(?:돌아가지\s?않|돌아가고\s?싶지\s?않|안\s?돌아가|돌아가기를?\s?(?:거부|원하지\s?않)"
    r"|(?:송환|귀환|귀국)[을를은]?\s?(?:거부|원하지\s?않|거절|희망하지\s?않))"
    r"|(?:아무도|누구도|한\s?명도)[^.]{0,40}?(?:돌아가(?:지|고\s?싶지)|돌아가기를?\s?원하지"
    r"|(?:송환|귀환|귀국)[을를은]?\s?(?:원하|희망하)지)\s?않",
    re.IGNORECASE,
)
OF_ASKED = re.compile(
    rf"{OF_THEM.pattern}|\bof\s+(?:those|the\s+\w+)\s+(?:asked|interviewed|surveyed)\b"
    r"|(?<!\w)(?:з|із|из|серед|среди)\s+(?:опитан|опрошен)\w+"
    r"|(?:응답자|면담자|면담한\s?사람)\s?(?:가운데|중)",
    re.IGNORECASE,
)
RUSSIA = re.compile(r"\bRussia\b|(?<!\w)Росі|(?<!\w)Росси|러시아", re.IGNORECASE)
"""Who refuses to be sent there may well wish to go home."""


def unanimity_findings(
    documents: Sequence[Document], found: Sequence[Statement]
) -> Iterator[Finding]:
    """Find where all are said to refuse a return that some are said to wish for."""
    refused = [(doc, each) for doc in documents for each in _refusals(doc)]
    if not refused:
        return
    wished = [
        wish
        for doc in documents
        for wish in wishes_of(doc, found)
        if wish.sense is Sense.RETURN and wish.scope in {Scope.COUNTED, Scope.PERSON}
    ]
    for (doc, sentence), wish in product(refused, wished):
        own = wish.document is doc and sentence.start <= wish.start < sentence.end
        said = wish.document.page.text[wish.start : wish.end]
        there = bool(RUSSIA.search(sentence.text)) == bool(RUSSIA.search(said))
        if wish.document.family == doc.family and there and not own:
            yield _finding(doc, sentence, wish)


def _refusals(doc: Document) -> Iterator[Sentence]:
    for sentence in doc.sentences:
        said = ALL_REFUSE.search(sentence.text)
        if said is None or BUT.search(sentence.text):
            continue
        if not HARDLY.search(sentence.text[: said.start()]):
            yield sentence


def _finding(doc: Document, refused: Sentence, wish: Wish) -> Finding:
    here = wish.document.sentence_at(wish.start)
    of_them = wish.document is doc and OF_ASKED.search(here.text) is not None
    why = reason(
        gettext_noop("All are said to refuse a return, and some to wish for one.")
    )
    notes = () if of_them else (reason(gettext_noop("they may be of another group")),)
    return Finding(
        Aspect.CONDUCT,
        Role.WISHING_RETURN.value,
        Relation.DISJOINT if of_them else Relation.SCOPE_UNKNOWN,
        (
            doc.item(refused.start, refused.end),
            wish.document.item(here.start, here.end),
        ),
        (why,),
        (),
        notes,
    )
