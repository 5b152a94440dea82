"""Which lines come again on every page of a site?

A line that stands on several pages of one site, pages with different titles, is the
site's and not the article's, whatever it says. Copies of one article are no evidence:
they share their body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from safeconduct.text.kinds import Kind, Line
from safeconduct.text.page import Page

PAGES = 3
"""Pages with different titles on which a line must stand."""
MOST_RECURRING = 0.5
"""Share of an article's characters beyond which recurring lines are its text."""


def strip_recurring(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Mark lines that recur across pages of one site; order and number stay.

    Pages without a known site are left alone.
    """
    sites: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        if site := site_of(page):
            sites[site].append(page)
    recurring = {site: _recurring(its) for site, its in sites.items()}
    return tuple(
        _stripped(page, recurring.get(site_of(page) or "", frozenset()))
        for page in pages
    )


def site_of(page: Page) -> str | None:
    """Name the site of a page: the host of its address, else its publisher."""
    host = urlsplit(page.address).hostname if page.address else None
    return (host or page.publisher or "").lower().removeprefix("www.") or None


def _recurring(pages: Iterable[Page]) -> frozenset[str]:
    titled = {page.title: page for page in pages if page.title}
    if len(titled) < PAGES:
        return frozenset()
    counted = Counter(
        text for page in titled.values() for text in {line.text for line in page.lines}
    )
    return frozenset(
        text for text, pages_with in counted.items() if pages_with >= PAGES
    )


def _stripped(page: Page, recurring: frozenset[str]) -> Page:
    found = [line for line in page.lines if _strips(line, recurring)]
    article = sum(len(line.text) for line in page.lines if line.kind.is_article)
    if not found or sum(len(line.text) for line in found) > MOST_RECURRING * article:
        return page
    lines = tuple(
        replace(line, kind=Kind.NAVIGATION) if _strips(line, recurring) else line
        for line in page.lines
    )
    return replace(page, lines=lines)


def _strips(line: Line, recurring: frozenset[str]) -> bool:
    return line.kind in {Kind.BODY, Kind.HEADING} and line.text in recurring
