"""Which articles stand in a feed, RSS or Atom?"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import feedparser  # type: ignore[import-untyped]

from safeconduct.text.errors import BrokenDocument, HostileInput
from safeconduct.text.reason import gettext_noop, reason

ENTITIES = re.compile(rb"<!ENTITY", re.IGNORECASE)
ITEM = re.compile(rb"<(?:item|entry)[\s>]", re.IGNORECASE)
TAG = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(/?)[a-zA-Z][^>]*?(/?)>", re.DOTALL)
ENTRIES = 5_000
"""Most entries read of one feed."""
DEEPEST = 200
"""Most elements inside one another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a feed, as HTML, and what the feed says of it."""

    data: bytes
    title: str | None
    address: str | None
    published: date | None
    author: str | None
    publisher: str | None
    sources: tuple[str, ...]


def entries_of_feed(data: bytes) -> Iterator[Entry]:
    """Yield the entries of a feed that say something.

    Raises:
        HostileInput: the feed defines entities, has more than `ENTRIES` entries or
            elements nested more than `DEEPEST` deep.
        BrokenDocument: no entry can be made out.
    """
    if ENTITIES.search(data):
        raise HostileInput(
            reason(gettext_noop("defines XML entities, which no feed needs"))
        )
    if len(ITEM.findall(data)) > ENTRIES:
        raise HostileInput(
            reason(
                gettext_noop("is a feed of more than {limit} entries"),
                limit=f"{ENTRIES:,}",
            )
        )
    if _depth(data) > DEEPEST:
        raise HostileInput(
            reason(
                gettext_noop("nests elements more than {limit} deep"),
                limit=f"{DEEPEST:,}",
            )
        )
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    if not feed.entries:
        raise BrokenDocument(
            gettext_noop("The feed"),
            gettext_noop("fetch it again, or save its pages"),
        )
    publisher = _known(feed.feed.get("title"))
    for entry in feed.entries:
        yield _entry(entry, publisher)


def _depth(data: bytes) -> int:
    """Count how deep elements nest; feedparser's time grows with its square."""
    depth = deepest = 0
    for tag in TAG.finditer(data):
        if tag[1]:
            depth -= 1
        elif tag[1] is not None and not tag[2]:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _entry(entry: Any, publisher: str | None) -> Entry:
    written = max(
        (_known(content.get("value")) or "" for content in entry.get("content", ())),
        key=len,
        default="",
    )
    told = written or _known(entry.get("summary")) or _known(entry.get("title")) or ""
    source = entry.get("source") or {}
    named = _known(source.get("title")) or _known(source.get("href"))
    return Entry(
        data=f"<html><body>{told}</body></html>".encode(),
        title=_known(entry.get("title")),
        address=_known(entry.get("link")),
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        author=_known(entry.get("author")),
        publisher=publisher,
        sources=(named,) if named else (),
    )


def _known(value: object) -> str | None:
    return str(value).strip() or None if value else None


def _day(moment: tuple[int, ...] | None) -> date | None:
    """Take the day, in UTC, of a moment that feedparser read."""
    if moment is None or not 1 <= moment[1] <= len(calendar.month_name) - 1:
        return None
    try:
        return date(moment[0], moment[1], moment[2])
    except ValueError:
        return None
