"""Whom does a page name as its source, author and publisher, and which day?

Read from the boilerplate before it is stripped: these lines stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from safeconduct.text.dates import day_in
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.masthead import site_names
from safeconduct.text.signatures import ITEMS, author_of
from safeconduct.text.wires import is_agency, wire_in, wire_writer_in

LEAD = re.compile(
    r"^.*?(?:(?:자료|사진|내용)\s?출처|(?:за|по)\s+(?:посиланням|ссылке)|sources?|credits?|courtesy\s+of|via|according\s+to|h/t|(?:material|reporting|files|inputs?)\s+from|(?:published|appeared)\s+(?:on|in|by|at)|permission\s+from"
    r"|(?:republished|reprinted|translated)\s+from|출처|원문|자료|источник|джерело"
    r"|оригінал|оригинал|за\s+(?:матеріалами|інформацією)|по\s+(?:материалам|информации)|(?:за|по)\s+(?:даними|данным|повідомленням|сообщению)|인용)\s*[\]】]?\s*[:：=—–-]?\s*",
    re.IGNORECASE,
)

BASED = re.compile(
    r"이\s?(?:기사|글)[은는]\s(.{2,40}?)(?:의|에서|로부터|[이가])?\s(?:보도|기사|자료|글|제공)"
)
# What a credit says of the source beside its name.
BESIDE = re.compile(
    r"\s*(?:\(\s*(?:https?://|www\.).*|,?\s+and\s+(?:is|was)\s.*|,?\s+with\s+permission.*)$",
    re.IGNORECASE,
)
SUPPLIED = re.compile(r"\s*제공$")
TITLED = re.compile(r"[\w\s-]{2,30}\s[«“\"]([^»”\"]{2,50})[»”\"]")
"""What it is, then its name in quotation marks: "of the agency «North»"."""
AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|та|и|і)\s+")
DESK_LEAD = re.compile(r"^\(?(?:reporting|text|story|words)\s+by\s+", re.IGNORECASE)
# A whole paragraph that says who told it stays in the article and is read all the same.
TOLD_BY = re.compile(
    r"(?:Про це|Об этом)\s+(?:пише|пишет|повідомля[єю]\w*|сообща[ею]\w*|передає"
    r"|переда[её]т)"
    r"\s+(?P<source>[«\"“]?[A-ZА-ЯІЇЄҐЁ][^.,]{1,40}?)\."
)
WRAPPED = re.compile(r"[\"'“«(\[]([^\"'”»)\]]*)[\"'”»)\]]")


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
    elif line.kind is Kind.SOURCE_CREDIT and (named := _source(line.text)):
        items = AND.split(named)
        yield from items if all(map(is_agency, items)) else [named]


def _source(credit: str) -> str | None:
    text = SUPPLIED.sub("", credit.strip("()[]※ "))
    if based := BASED.search(text):
        return based[1]
    named = LEAD.sub("", text, count=1).partition(" | ")[0].strip(" .")
    named = BESIDE.sub("", named)
    whole = WRAPPED.fullmatch(named) or TITLED.fullmatch(named)
    return (whole[1] if whole else named) or None


def _bare(source: str) -> str:
    """Take the article from an agency's name, so that it is always one name."""
    return source[4:] if is_agency(source) and source[:4].lower() == "the " else source


def _author(line: Line) -> str | None:
    return author_of(line.text) if line.kind is Kind.BYLINE else None


def _published(lines: Sequence[Line]) -> date | None:
    """Take the first date of a dateline, else of another line of credits."""
    for kind in (Kind.DATELINE, Kind.BYLINE, Kind.SOURCE_CREDIT, Kind.SITE_HEADER):
        for line in lines:
            if line.kind is kind and (day := day_in(line.text)):
                return day
    return None
