"""What does a page hold: title, body, credits, and lines with their places?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from safeconduct.text.credits import credits_of
from safeconduct.text.decode import LIMIT, decode
from safeconduct.text.errors import EmptyInput
from safeconduct.text.html import is_html, read_html
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.language import Language, language_of
from safeconduct.text.lines import classify


@dataclass(frozen=True, slots=True)
class Page:
    """One published page, read.

    Every offset counts characters of `text`, end exclusive: of the decoded file
    for plain text, of the visible text for HTML, where `form` tells which.
    `sha256` is that of the bytes as they came.
    """

    name: str
    form: Literal["plain", "html"]
    charset: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    title: str | None
    language: Language | None
    published: date | None
    publisher: str | None
    author: str | None
    declared_sources: tuple[str, ...]

    @property
    def body(self) -> str:
        """Headings and body, one line each; the title stands in `title`."""
        kept = (Kind.HEADING, Kind.BODY)
        return "\n".join(line.text for line in self.lines if line.kind in kept)

    @property
    def boilerplate(self) -> tuple[Line, ...]:
        """The lines that are not the article."""
        return tuple(line for line in self.lines if not line.kind.is_article)


def read(data: bytes, *, name: str = "", limit: int = LIMIT) -> Page:
    """Read a page from its bytes, HTML or plain text.

    Args:
        data: the file as it came.
        name: the file's name; its ending helps to tell HTML from plain text.
        limit: most bytes accepted.

    Raises:
        InputRefused: empty, too large, binary, or in an unknown charset.
    """
    decoded = decode(data, limit=limit)
    sha256 = hashlib.sha256(data).hexdigest()
    if is_html(decoded.text, name):
        return _from_html(decoded.text, name, decoded.charset, sha256)
    return _from_plain(decoded.text, name, decoded.charset, sha256)


def _from_plain(text: str, name: str, charset: str, sha256: str) -> Page:
    lines = classify(text)
    credit = credits_of(lines)
    return Page(
        name=name,
        form="plain",
        charset=charset,
        sha256=sha256,
        text=text,
        lines=lines,
        title=_title(lines),
        language=_language(lines),
        published=credit.published,
        publisher=credit.publisher,
        author=credit.author,
        declared_sources=credit.sources,
    )


def _from_html(source: str, name: str, charset: str, sha256: str) -> Page:
    web = read_html(source)
    if web is None or not web.lines:
        raise EmptyInput
    credit = credits_of(web.lines)
    return Page(
        name=name,
        form="html",
        charset=charset,
        sha256=sha256,
        text=web.text,
        lines=web.lines,
        title=web.title or _title(web.lines),
        language=_language(web.lines),
        published=web.published or credit.published,
        publisher=web.publisher or credit.publisher,
        author=web.author or credit.author,
        declared_sources=tuple(dict.fromkeys((*web.sources, *credit.sources))),
    )


def _title(lines: tuple[Line, ...]) -> str | None:
    return next((line.text for line in lines if line.kind is Kind.TITLE), None)


def _language(lines: tuple[Line, ...]) -> Language | None:
    return language_of("\n".join(line.text for line in lines if line.kind.is_article))
