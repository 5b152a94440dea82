"""Which text stands in a PDF file?

pdfium gives lines as they are printed; they are joined to paragraphs again, so that a
sentence is in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import quantiles

import pypdfium2 as pdfium

from safeconduct.text.errors import (
    BrokenDocument,
    InputTooLarge,
    NoTextInside,
    TooManyPages,
)
from safeconduct.text.reason import gettext_noop

PAGES = 500
"""Most pages read."""
CHARACTERS = 5_000_000
"""Most characters read."""
_FILE = gettext_noop("The PDF file")
# pdfium's signs for a hyphen that only breaks a line.
SOFT_HYPHEN = re.compile("[\x02\ufffe\u00ad]\\s*\n")
BROKEN_WORD = re.compile(r"(?<=[a-zа-яіїєґё])-\n(?=[a-zа-яіїєґё])")
CLOSED = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")
FULL = 0.75
"""Share of the usual width from which on a line may go on in the next one."""


def text_of_pdf(data: bytes) -> str:
    """Read the text, a line for each paragraph, pages parted by an empty line.

    Raises:
        BrokenDocument: the file does not open, or wants a password.
        TooManyPages: more than `PAGES` pages.
        InputTooLarge: more than `CHARACTERS` characters.
        NoTextInside: only pictures.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        advice = gettext_noop("fetch it again, or save a copy without a password")
        raise BrokenDocument(_FILE, advice) from error
    try:
        if len(document) > PAGES:
            raise TooManyPages(len(document), PAGES)
        text = "\n\n".join(filter(None, _pages(document)))
    finally:
        document.close()
    if not text.strip():
        raise NoTextInside(_FILE)
    return text


def _pages(document: pdfium.PdfDocument) -> Iterator[str]:
    read = 0
    for number in range(len(document)):
        try:
            page = document[number]
            words = page.get_textpage()
        except pdfium.PdfiumError as error:
            raise BrokenDocument(_FILE) from error
        read += words.count_chars()
        if read > CHARACTERS:
            raise InputTooLarge(read, CHARACTERS)
        yield paragraphs(words.get_text_bounded())
        words.close()
        page.close()


def paragraphs(printed: str) -> str:
    """Join the lines of a printed page to paragraphs.

    A line goes on in the next one if it is nearly as wide as the page's lines are and
    does not end a sentence, or if the next one begins in lower case.
    """
    text = printed.replace("\r\n", "\n").replace("\r", "\n")
    text = BROKEN_WORD.sub("", SOFT_HYPHEN.sub("", text))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lengths = [len(line) for line in lines if line]
    width = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0
    joined: list[str] = []
    for at, line in enumerate(lines):
        if at and joined and _goes_on(lines[at - 1], line, width):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined).strip("\n")


def _goes_on(line: str, below: str, width: float) -> bool:
    if not line or not below:
        return False
    wide = len(line) >= FULL * width
    return wide and (below[0].islower() or not CLOSED.search(line))
