"""Which of the lines that a reader sees on a web page are the article?

The visible text is cut into lines by its block elements. trafilatura, tuned for
precision, chooses the article; the cues name what it left out.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

import trafilatura
from lxml import html as lxml_html
from lxml.etree import ParserError

from safeconduct.text.kinds import Kind, Line
from safeconduct.text.lines import classify

# trafilatura warns of every page it finds nothing in; that is an answer, not a fault.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

OPENING = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
ELEMENTS = re.compile(r"</(?:p|div|article|body|html|h[1-6]|span|a)\s*>", re.IGNORECASE)
ENOUGH_ELEMENTS = 3
NAMES = (".html", ".htm", ".xhtml")
HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "select"}
)
INLINE = re.compile(
    r"a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|small|span|strong|sub|sup|time|tt|u|var|wbr"
)
SHORT = 40
"""Shorter lines must be a whole line of the article, not any part of it."""
ENOUGH = 0.6
"""Least share of the extracted article that its visible lines must cover."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The article of a web page; offsets of `lines` count in `text`."""

    text: str
    lines: tuple[Line, ...]
    title: str | None
    author: str | None
    publisher: str | None
    published: date | None
    sources: tuple[str, ...]


def is_html(text: str, name: str = "") -> bool:
    """Tell a web page from plain text that happens to hold a tag."""
    if OPENING.match(text[:4096]):
        return True
    least = 1 if name.lower().endswith(NAMES) else ENOUGH_ELEMENTS
    opens = text.lstrip().startswith("<")
    return opens and len(ELEMENTS.findall(text[:65536])) >= least


def read_html(source: str) -> WebPage | None:
    """Extract the article of a web page, or None where there is no text at all."""
    try:
        tree = lxml_html.document_fromstring(source.encode(), parser=_parser())
    except (ParserError, ValueError):
        return None
    document = trafilatura.bare_extraction(
        source,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    meta = (
        document.as_dict()
        if document is not None and not isinstance(document, dict)
        else {}
    )
    article = str(meta.get("text") or "")
    title = _known(meta.get("title"))
    text, lines = _chosen("\n".join(visible_lines(tree)), article, title)
    return WebPage(
        text=text,
        lines=lines,
        title=title,
        author=_known(meta.get("author")),
        publisher=_known(meta.get("sitename")) or _known(meta.get("hostname")),
        published=_day(_known(meta.get("date"))),
        sources=tuple(_declared(tree)),
    )


def visible_lines(tree: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the text of a page, one line for each block, white space folded."""
    line: list[str] = []
    for piece in _pieces(tree):
        if piece is None:
            if folded := " ".join("".join(line).split()):
                yield folded
            line = []
        else:
            line.append(piece)
    if folded := " ".join("".join(line).split()):
        yield folded


def _pieces(tree: lxml_html.HtmlElement) -> Iterator[str | None]:
    """Yield text in reading order, and None wherever a block begins or ends.

    A stack instead of recursion: hostile pages nest thousands of elements.
    """
    stack: list[lxml_html.HtmlElement | str | None] = [tree]
    while stack:
        node = stack.pop()
        if node is None or isinstance(node, str):
            yield node
            continue
        shown = isinstance(node.tag, str) and node.tag not in HIDDEN
        if shown and not INLINE.fullmatch(str(node.tag)):
            yield None
            stack.append(None)
        if shown:
            for child in reversed(node):
                stack.append(child.tail or "")
                stack.append(child)
            stack.append(node.text or "")


def _chosen(
    visible: str, article: str, title: str | None
) -> tuple[str, tuple[Line, ...]]:
    """Mark the visible lines that the extraction holds as the article.

    Where they do not cover it, the extracted text itself is taken: the page then
    has no lines of its own to point to.
    """
    whole = _bare(article)
    single = {_bare(line) for line in article.splitlines()}
    heading = _bare(title or "")
    lines = []
    covered = 0
    for line in classify(visible):
        bare = _bare(line.text)
        if heading and bare == heading:
            lines.append(replace(line, kind=Kind.TITLE))
        elif bare in single or (len(bare) >= SHORT and bare in whole):
            kind = Kind.BODY if line.kind is Kind.TITLE else line.kind
            lines.append(replace(line, kind=kind))
            covered += len(bare)
        elif line.kind.is_article:
            lines.append(replace(line, kind=Kind.NAVIGATION))
        else:
            lines.append(line)
    if whole and covered < ENOUGH * len(whole):
        return article, classify(article)
    return visible, tuple(lines)


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


def _known(value: object) -> str | None:
    return str(value).strip() or None if value else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
