"""What is this file, and into which forms can it be written?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, Protocol

from safeconduct.disclosure.documents.draft import Draft, Edit
from safeconduct.disclosure.documents.errors import CannotBecome, DocumentRefused
from safeconduct.disclosure.documents.paper import open_paper, set_on_paper
from safeconduct.disclosure.documents.plain import open_plain
from safeconduct.disclosure.documents.web import open_web
from safeconduct.disclosure.documents.word import open_word
from safeconduct.text import InputRefused, InputTooLarge, decode
from safeconduct.text.html import is_html

LARGEST: Final = 20_000_000
"""Bytes of a document that is redacted."""


class Form(StrEnum):
    """The forms that are read and written; each value is the ending of a file."""

    TEXT = "txt"
    WEB = "html"
    WORD = "docx"
    PAPER = "pdf"


class Document(Protocol):
    """What can be scanned as one text and made anew with other words."""

    @property
    def draft(self) -> Draft:
        """The text that is scanned."""

    @property
    def dropped(self) -> Mapping[str, int]:
        """What the new file leaves out, by kind."""

    @property
    def form(self) -> str:
        """The form it is written in."""

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Make the file anew."""


def open_document(data: bytes, name: str = "") -> Document:
    """Read a document: plain text, HTML, DOCX or PDF.

    Args:
        data: The file as it came; the bytes tell its form.
        name: Its name, asked only to tell HTML from plain text.

    Raises:
        DocumentRefused: It is none of these, is damaged or too large.
    """
    if len(data) > LARGEST:
        raise DocumentRefused(str(InputTooLarge(len(data), LARGEST)))
    if data.startswith(b"PK\x03\x04"):
        return open_word(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return open_paper(data)
    try:
        text = decode(data, limit=LARGEST).text
    except InputRefused as error:
        raise DocumentRefused(str(error)) from error
    return open_web(text) if is_html(text, name) else open_plain(text)


def written_as(document: Document, edits: Iterable[Edit], ending: str) -> bytes:
    """Make the file anew in the form of an ending; every form can be .txt or .pdf.

    Raises:
        CannotBecome: The document has not the structure for that form.
        NoFont: It is to be a PDF with Hangul and no font has it.
    """
    wanted = ending.lower().lstrip(".").replace("htm", "html").replace("htmll", "html")
    if wanted == document.form:
        return document.write(edits)
    if wanted == Form.PAPER:
        return set_on_paper(document.draft.apply(edits))
    if wanted in {Form.TEXT, "md", ""}:
        return document.draft.apply(edits).encode()
    raise CannotBecome(document.form, wanted)
