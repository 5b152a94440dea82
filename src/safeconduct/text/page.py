"""What does a page hold: title, body, credits, and lines with their places?"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from safeconduct.text.credits import credits_of
from safeconduct.text.decode import LIMIT, decode
from safeconduct.text.errors import (
    AddressesOnly,
    EmptyInput,
    InputTooLarge,
    ManyDocuments,
)
from safeconduct.text.formats.docx import text_of_docx
from safeconduct.text.formats.form import GZIP, HEAD, Form, form_of
from safeconduct.text.formats.mhtml import page_of_mhtml
from safeconduct.text.formats.pdf import text_of_pdf
from safeconduct.text.html import is_html, read_html
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.language import Language, language_of
from safeconduct.text.lines import classify
from safeconduct.text.markup import SourceMap
from safeconduct.text.outlets import headline, site_names
from safeconduct.text.reason import gettext_noop

PageForm = Literal["plain", "html", "pdf", "docx"]
ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """One published page, read.

    Every offset counts characters of `text`, end exclusive: of the decoded file for
    plain text, of the extracted text for PDF and DOCX, of the visible text for HTML,
    whose places in the decoded file `in_source` gives. `sha256` is that of the bytes
    as they came.
    """

    name: str
    form: PageForm
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
    address: str | None = None
    places: SourceMap = field(default=SourceMap(), repr=False)

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """Turn a span of `text` into the span of the decoded file it was read from.

        The two differ for HTML only, where the file's span includes its tags and
        entities.
        """
        return self.places.span(start, end)

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
    """Read one document from its bytes: plain text, HTML, MHTML, PDF or DOCX.

    Args:
        data: the file as it came.
        name: the file's name; its ending helps to tell HTML from plain text.
        limit: most bytes accepted.

    Raises:
        InputRefused: empty, too large, binary, broken, in an unknown charset, or a
            collection of documents, which `open_documents` reads.
    """
    if len(data) > limit:
        raise InputTooLarge(len(data), limit)
    sha256 = hashlib.sha256(data).hexdigest()
    match form_of(data[:HEAD]):
        case Form.PDF:
            return _from_plain(text_of_pdf(data), name, "pdf", "utf-8", sha256)
        case Form.DOCX:
            return _from_plain(text_of_docx(data), name, "docx", "utf-8", sha256)
        case Form.MHTML:
            saved = page_of_mhtml(data)
            page = _from_text(saved.data, name, sha256, limit)
            return replace(page, address=saved.address or page.address)
        case Form.FEED:
            raise ManyDocuments(gettext_noop("a feed"))
        case Form.WARC if data[:2] != GZIP:
            raise ManyDocuments(gettext_noop("a web archive"))
    return _from_text(data, name, sha256, limit)


def _from_text(data: bytes, name: str, sha256: str, limit: int) -> Page:
    decoded = decode(data, limit=limit)
    if is_html(decoded.text, name):
        return _from_html(decoded.text, name, decoded.charset, sha256)
    return _from_plain(decoded.text, name, "plain", decoded.charset, sha256)


def _from_plain(
    text: str, name: str, form: PageForm, charset: str, sha256: str
) -> Page:
    if lists_addresses(text):
        raise AddressesOnly
    lines = classify(text)
    credit = credits_of(lines)
    return Page(
        name=name,
        form=form,
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
        address=web.address,
        places=web.places,
    )


def _title(lines: tuple[Line, ...]) -> str | None:
    title = next((line.text for line in lines if line.kind is Kind.TITLE), None)
    return headline(title, site_names(lines)) if title else None


def _language(lines: tuple[Line, ...]) -> Language | None:
    return language_of("\n".join(line.text for line in lines if line.kind.is_article))


def lists_addresses(text: str) -> bool:
    """Whether a text is nothing but web addresses, comments (#) aside."""
    lines = [line.strip() for line in text[:65536].splitlines()]
    told = [line for line in lines if line and not line.startswith("#")]
    return bool(told) and all(ADDRESS.fullmatch(line) for line in told[:-1] or told)
