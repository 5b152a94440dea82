"""Whom does a page name as its source, author and publisher, and which day?

Read from the boilerplate before it is stripped: these lines stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.text.dates import day_in
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.masthead import site_names
from safeconduct.text.signatures import author_of

LEAD = re.compile(
    r"^.*?(?:(?:자료|사진|내용)\s?출처|(?:за|по)\s+(?:посиланням|ссылке)|sources?|credits?|courtesy\s+of|via|according\s+to|h/t|(?:material|reporting|files)\s+from|(?:published|appeared)\s+(?:on|in|by|at)|permission\s+from"
    r"|(?:republished|reprinted|translated)\s+from|출처|원문|자료|источник|джерело"
    r"|оригінал|оригинал|за\s+(?:матеріалами|інформацією)|по\s+(?:материалам|информации)|(?:за|по)\s+(?:даними|данным|повідомленням|сообщению)|인용)\s*[:：=—–-]?\s*",
    re.IGNORECASE,
)

BASED = re.compile(r"이\s?(?:기사|글)[은는]\s(.{2,40}?)(?:의)?\s(?:보도|기사|자료|글)")
# What a credit says of the source beside its name.
BESIDE = re.compile(
    r"\s*(?:\(\s*(?:https?://|www\.).*|,?\s+and\s+(?:is|was)\s.*|,?\s+with\s+permission.*)$",
    re.IGNORECASE,
)
TITLED = re.compile(r"[\w\s-]{2,30}\s[«“\"]([^»”\"]{2,50})[»”\"]")
"""What it is, then its name in quotation marks: "of the agency «North»"."""
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
    return Credits(
        sources=tuple(dict.fromkeys(filter(None, map(_source, lines)))),
        author=next(filter(None, map(_author, lines)), None),
        publisher=names[0] if names else None,
        published=_published(lines),
    )


def _source(line: Line) -> str | None:
    if line.kind is not Kind.SOURCE_CREDIT:
        return None
    text = line.text.removeprefix("(").removesuffix(")")
    if based := BASED.search(text):
        return based[1]
    named = LEAD.sub("", text, count=1).partition(" | ")[0].strip(" .")
    named = BESIDE.sub("", named)
    whole = WRAPPED.fullmatch(named) or TITLED.fullmatch(named)
    return (whole[1] if whole else named) or None


def _author(line: Line) -> str | None:
    return author_of(line.text) if line.kind is Kind.BYLINE else None


def _published(lines: Sequence[Line]) -> date | None:
    """Take the first date of a dateline, else of another line of credits."""
    for kind in (Kind.DATELINE, Kind.BYLINE, Kind.SOURCE_CREDIT):
        for line in lines:
            if line.kind is kind and (day := day_in(line.text)):
                return day
    return None
