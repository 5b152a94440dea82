"""Which of the lines that a reader sees on a web page are the article?

The visible text is cut into lines by its block elements (`markup.py`). trafilatura,
tuned for precision, chooses the article; where it finds too little of what readability
finds, readability does. The cues name what they left out.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import readability  # type: ignore[import-untyped]
import trafilatura
from lxml import html as lxml_html
from lxml.etree import ParserError

from safeconduct.text.cues import cue_of
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.lines import classify, sort, split
from safeconduct.text.markup import SourceMap, see

# Both warn of every page they find nothing in; that is an answer, not a fault.
for library in ("trafilatura", "readability"):
    logging.getLogger(library).addHandler(logging.NullHandler())
    logging.getLogger(library).propagate = False

OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
ELEMENTS = re.compile(r"</(?:p|div|article|body|html|h[1-6]|span|a)\s*>", re.IGNORECASE)
ENOUGH_ELEMENTS = 3
NAMES = (".html", ".htm", ".xhtml")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")

SHORT = 40
"""Shorter lines must be a whole line of the article, not any part of it."""
ENOUGH = 0.6
"""Least share of the extracted article that its visible lines must cover."""
SHINGLE = 4
LEAST_OF_READABILITY = 0.35
"""Share of readability's shingles below which trafilatura missed the article."""
MUCH = 0.25
"""Share of the visible text with which trafilatura has found the article."""
MOST_SHARED = 0.75
"""Share of a line's shingles that makes it a line of the article."""
LARGEST = 5_000_000
"""Characters of source beyond which no tree is built of a page."""
MOST_TAGS = 100_000
"""Elements beyond which no tree is built of a page."""
DEEPEST = 1_000
"""Nested elements beyond which no tree is built of a page."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a web page; offsets of `lines` count in `text`."""

    text: str
    lines: tuple[Line, ...]
    places: SourceMap
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    address: str | None = None
    sources: tuple[str, ...] = ()


def is_html(text: str, name: str = "") -> bool:
    """Tell a web page from plain text that happens to hold a tag."""
    if OPENING.match(text[:4096]):
        return True
    least = 1 if name.lower().endswith(NAMES) else ENOUGH_ELEMENTS
    opens = text.lstrip().startswith("<")
    return opens and len(ELEMENTS.findall(text[:65536])) >= least


def read_html(source: str) -> WebPage | None:
    """Extract the article of a web page, or None where there is no text at all.

    A page that is too large or too deep for a tree is read by its lines alone.
    """
    seen = see(source)
    if len(source) > LARGEST or seen.tags > MOST_TAGS or seen.deepest > DEEPEST:
        lines = classify(seen.text)
        return WebPage(seen.text, lines, seen.places) if lines else None
    try:
        tree = lxml_html.document_fromstring(source.encode(), parser=_parser())
    except (ParserError, ValueError):
        return None
    meta = _extracted(source)
    title = _known(meta.get("title"))
    article = _scripted(source, least=2 * len(seen.text)) or _fuller(
        str(meta.get("text") or ""), source, len(seen.text)
    )
    lines = _chosen(seen.text, article, title)
    text, places = seen.text, seen.places
    if not _covered(lines, article):
        # The page writes its article by script: what a reader sees is not in the tags.
        text, lines, places = article, classify(article), _located(article, source)
    return WebPage(
        text=text,
        lines=lines,
        places=places,
        title=title,
        author=_known(meta.get("author")),
        publisher=_known(meta.get("sitename")) or _known(meta.get("hostname")),
        published=_day(_known(meta.get("date"))),
        address=_address(tree, source),
        sources=tuple(dict.fromkeys(_declared(tree))),
    )


def _extracted(source: str) -> dict[str, Any]:
    """Ask trafilatura for text and metadata; nothing where it finds nothing."""
    document = trafilatura.bare_extraction(
        source,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None or isinstance(document, dict):
        return {}
    found: dict[str, Any] = document.as_dict()
    return found


def _readable(source: str) -> str:
    try:
        return see(readability.Document(source).summary(html_partial=True)).text
    except (ValueError, TypeError):
        return ""


def _scripted(source: str, *, least: int) -> str:
    """Read the article from the page's own data (JSON-LD) if it is longer than that."""
    if '"articleBody"' not in source:
        return ""
    _, text, _ = trafilatura.baseline(source)
    return text if len(text) > least else ""


def _fuller(precise: str, source: str, visible: int) -> str:
    """Take the precise extraction unless it misses most of the other one.

    The other one is not asked where the first holds much of what a reader sees.
    """
    if len(precise) >= MUCH * visible:
        return precise
    readable = _readable(source)
    other = _shingles(readable)
    if len(_shingles(precise) & other) < LEAST_OF_READABILITY * len(other):
        return readable
    return precise


def _chosen(visible: str, article: str, title: str | None) -> tuple[Line, ...]:
    """Classify the lines that stand in the article, and name the others.

    Where nothing was extracted the page is read like plain text.
    """
    lines = tuple(split(visible))
    if not article.strip():
        return classify(visible)
    whole, shingles = _bare(article), _shingles(article)
    single = {_bare(line) for line in article.splitlines()}
    inside = [line for line in lines if _is_inside(line.text, whole, single, shingles)]
    sorted_lines = {line.start: line for line in sort(inside)}
    heading = _bare(title or "")
    return tuple(
        _named(line, sorted_lines.get(line.start), is_title=_bare(line.text) == heading)
        for line in lines
    )


def _is_inside(
    line: str, whole: str, single: set[str], shingles: set[tuple[str, ...]]
) -> bool:
    bare = _bare(line)
    if bare in single or (len(bare) >= SHORT and bare in whole):
        return True
    own = _shingles(line)
    return len(own) > SHINGLE and len(own & shingles) >= MOST_SHARED * len(own)


def _named(line: Line, inside: Line | None, *, is_title: bool) -> Line:
    if is_title:
        return replace(line, kind=Kind.TITLE)
    if inside is None:
        return replace(line, kind=cue_of(line.text) or Kind.NAVIGATION)
    return replace(inside, kind=Kind.BODY) if inside.kind is Kind.TITLE else inside


def _covered(lines: tuple[Line, ...], article: str) -> bool:
    kept = sum(len(_bare(line.text)) for line in lines if line.kind.is_article)
    return kept >= ENOUGH * len(_bare(article))


def _located(article: str, source: str) -> SourceMap:
    """Find the lines of an article in a source that holds them in a script."""
    texts, places, widths = [], [], []
    at = searched = 0
    for line in article.splitlines(keepends=True):
        place, width = _written(line.strip(), source, searched)
        texts.append(at)
        places.append(place)
        widths.append(0 if width == len(line.strip()) else width)
        searched = place + width
        at += len(line)
    return SourceMap(tuple(texts), tuple(places), tuple(widths))


def _written(line: str, source: str, searched: int) -> tuple[int, int]:
    """Find a line as it is or as a script writes it: its place and its width.

    A line that is nowhere has its place where the one before it ended.
    """
    for written in (
        line,
        json.dumps(line, ensure_ascii=False)[1:-1],
        json.dumps(line)[1:-1],
    ):
        if written and (place := source.find(written, searched)) >= 0:
            return place, len(written)
    return searched, 1


def _address(tree: lxml_html.HtmlElement, source: str) -> str | None:
    """Read where the page itself says it stands."""
    own = tree.xpath("//meta[@property='og:url']/@content")
    saved = SAVED_FROM.search(source[:4096])
    return _known(own[0] if own else saved and saved[1])


def _declared(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield what the head declares as origin: another host, or a named source."""
    own = "".join(tree.xpath("//meta[@property='og:url']/@content")[:1])
    for link in tree.xpath("//link[@rel='canonical']/@href"):
        host = urlsplit(link).hostname
        if host and urlsplit(own).hostname not in {None, host}:
            yield link
    names = ("original-source", "syndication-source", "dc.source", "dcterms.source")
    for meta in tree.iter("meta"):
        if (meta.get("name") or "").lower() in names and meta.get("content"):
            yield meta.get("content", "").strip()


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )


def _bare(text: str) -> str:
    return re.sub(r"[\s\-•*]+", "", text)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _known(value: object) -> str | None:
    return str(value).strip() or None if value else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
