"""Whom does a page name as its source, author and publisher, and which day?

Read from the boilerplate before it is stripped: these lines stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from safeconduct.text.cues import BYLINE
from safeconduct.text.dates import day_in
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.lines import site_names

LEAD = re.compile(
    r"^.*?(?:sources?|via|(?:published|appeared)\s+(?:on|in|by|at)|permission\s+from"
    r"|(?:republished|reprinted|translated)\s+from|출처|원문|자료|источник|джерело"
    r"|оригінал|оригинал|(?:за|по)\s+матеріалами|по\s+материалам)\s*[:：=—–-]?\s*",
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
    return Credits(
        sources=tuple(dict.fromkeys(filter(None, map(_source, lines)))),
        author=next(filter(None, map(_author, lines)), None),
        publisher=names[0] if names else None,
        published=next(filter(None, map(_published, lines)), None),
    )


def _source(line: Line) -> str | None:
    if line.kind is not Kind.SOURCE_CREDIT:
        return None
    return LEAD.sub("", line.text, count=1).strip(" .\"'“”«»()[]") or None


def _author(line: Line) -> str | None:
    if line.kind is not Kind.BYLINE:
        return None
    match = BYLINE.match(line.text)
    return (match["latin"] or match["hangul"]) if match else line.text


def _published(line: Line) -> date | None:
    return day_in(line.text) if line.kind is Kind.DATELINE else None
