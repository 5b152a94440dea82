"""Whom does a page name as its source, author and publisher, and which day?

Read from the boilerplate before it is stripped: these lines stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, takewhile

from safeconduct.text.crediting import ADJECTIVE, NAMED_HAND, PRESS, sources_of
from safeconduct.text.dates import day_in
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.outlets import site_names
from safeconduct.text.signatures import CAPITAL, ITEMS, author_of
from safeconduct.text.wires import is_agency, wire_in, wire_writer_in

DESK_LEAD = re.compile(r"^\(?(?:reporting|text|story|words)\s+by\s+", re.IGNORECASE)
# A whole paragraph that says who told it stays in the article and is read all the same.
# "With reporting by Shore Watch" names a source where it is no person's name.
REPORTING = re.compile(
    r"(?:with\s+)?(?:additional\s+|original\s+)?reporting\s+(?:by|from)\s+(?:the\s+)?(?P<who>[^,.;]{3,50}?)(?:,.{0,60})?\.?",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"\b(?:Watch|Group|Institute|Foundation|Cent(?:er|re)|Monitor|Project|Network|Bureau|Media|Initiative"
    r"|Alliance|Committee|Fund|News|Times|Post|Daily|Herald|Journal|Gazette|Tribune|Review|Ledger|Press"
    r"|Radio|TV|Weekly|Observer|Courier|Ilbo|Shinmun|Varta|Pravda)\b|[\w-]+\.[a-z]{2,}$"
)
TOLD_BY = re.compile(
    r"(?:Про\s+це|Об\s+этом)\s+(?:пиш[еу]\w*|повідом\w+|сообщ\w+|переда\w+|розпові\w+|расска\w+|інформу\w+)"
    rf"\s+(?:(?:{ADJECTIVE})\s+)?(?:{PRESS}\s+)?(?P<source>[«\"“][^«»”\"]{{2,40}}[»\"”]|{CAPITAL}[\w.’'-]*(?:\s+{CAPITAL}[\w.’'-]*){{0,4}})\."
)
# "Text: Ann Lee. Photos: Jon Roe": the first of a crew.
PENNED = re.compile(
    r"(?:words?|text|story|текст\w?|слова|글)(?:\s*(?:,|/|&|·|\s(?:and|і|й|та|и)\s)\s*\w+)*\s*[:：=]\s*"
    r"(?P<who>[^\W\d_][\w’'ʼ-]*(?:\s+[^\W\d_][\w’'ʼ-]*){0,3}?)\s*(?:[.,;/|]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credits:
    """What the page says of its own origin; None where it says nothing."""

    sources: tuple[str, ...] = ()
    author: str | None = None
    publisher: str | None = None
    published: date | None = None


def credits_of(lines: Sequence[Line]) -> Credits:
    """Read the credits from classified lines."""
    names = site_names(lines)
    opening = next((line.text for line in lines if line.kind is Kind.BODY), "")
    wire, writer = wire_in(opening), wire_writer_in(opening)
    return Credits(
        sources=tuple(
            dict.fromkeys(map(_bare, chain.from_iterable(map(_sources, lines))))
        ),
        author=next(filter(None, (*map(_author, lines), writer)), None),
        publisher=names[0] if names else wire,
        published=_published(lines),
    )


def _sources(line: Line) -> Iterator[str]:
    """Name the sources that a line declares; several only where all are agencies."""
    if line.kind is Kind.BODY and (told := TOLD_BY.fullmatch(line.text)):
        yield told["source"].strip('«»"“”')
    elif line.kind is Kind.BYLINE:
        yield from filter(is_agency, ITEMS.split(DESK_LEAD.sub("", line.text)))
        if (helped := REPORTING.fullmatch(line.text)) and BODIES.search(helped["who"]):
            yield helped["who"]
    elif line.kind is Kind.SOURCE_CREDIT:
        yield from sources_of(line.text) or _labelled(line.text)


def _labelled(credit: str) -> Iterator[str]:
    """Take what stands behind the colon of a line that no grammar reads."""
    label, _, said = credit.strip("※*()[]<> ").partition(":")
    named = said.partition(" | ")[0].strip(" .")
    if named and not NAMED_HAND.fullmatch(label.strip()):
        yield named


OF_DAY = re.compile(
    r"\s*(?:\d{4}년\s?)?\d{1,2}월\s?\d{1,2}일\s?(?:자|치|판)?(?:\s?(?:보도|기사))?$"
)


def _bare(source: str) -> str:
    """Leave out an agency's article, and the day of a Korean issue."""
    named = OF_DAY.sub("", source)
    return named[4:] if is_agency(named) and named[:4].lower() == "the " else named


def _author(line: Line) -> str | None:
    if line.kind is not Kind.BYLINE:
        return None
    penned = PENNED.match(line.text)
    return author_of(line.text) or (penned["who"] if penned else None)


def _published(lines: Sequence[Line]) -> date | None:
    """Take the first date of a dateline, else of other credits or of the head."""
    for kind in (Kind.DATELINE, Kind.BYLINE, Kind.SOURCE_CREDIT, Kind.SITE_HEADER):
        for line in lines:
            if line.kind is kind and (day := day_in(line.text)):
                return day
    head = takewhile(lambda line: not line.kind.is_article, lines)
    return next(filter(None, (day_in(line.text) for line in head)), None)
