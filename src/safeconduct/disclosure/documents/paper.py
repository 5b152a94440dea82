"""PDF: the text is read, and what is written is a new PDF set by typst.

A PDF is never redacted in place: words under a black bar stay in the file, and so do
earlier versions, forms, layers and thumbnails. The new file has the text alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pypdfium2
import typst

from safeconduct.disclosure.documents.draft import Draft, Edit, drafted
from safeconduct.disclosure.documents.errors import DocumentRefused, NoFont
from safeconduct.text import InputRefused
from safeconduct.text.formats.pdf import text_of_pdf

MOST_PICTURES: Final = 1_000  # counted on one page
HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
HANGUL_FONTS: Final = (
    "Noto Serif CJK KR",
    "Noto Sans CJK KR",
    "Source Han Serif K",
    "Source Han Sans K",
    "NanumMyeongjo",
    "NanumGothic",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Batang",
)
SERIF: Final = "Libertinus Serif"
# The text comes in as data: nothing of it is ever read as markup.
_PAGE: Final = """
#set document(title: none, author: (), date: none)
#set page(paper: "a4", margin: 25mm)
#let given = json(bytes(sys.inputs.at("given")))
#set text(font: given.fonts, size: 11pt)
#set par(leading: 0.7em, spacing: 1em)
#for line in given.lines { par(text(line)) }
"""


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """The text of a PDF, one piece for each paragraph."""

    draft: Draft
    dropped: Mapping[str, int]
    form: str = "pdf"

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Set a new PDF.

        Raises:
            NoFont: The text has Hangul and no font of this machine has.
        """
        return set_on_paper(self.draft.apply(edits))


def open_paper(data: bytes) -> PaperDocument:
    """Read the text of a PDF file.

    Raises:
        DocumentRefused: It is damaged or encrypted, has too many pages, or no text.
    """
    try:
        text = text_of_pdf(data)
    except InputRefused as error:
        raise DocumentRefused(str(error)) from error
    paragraphs = [line for line in text.split("\n") if line.strip()]
    return PaperDocument(drafted([part] for part in paragraphs), _pictures(data))


def _pictures(data: bytes) -> dict[str, int]:
    kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    with pypdfium2.PdfDocument(data) as document:
        images = sum(
            sum(1 for _ in islice(page.get_objects(filter=[kind]), MOST_PICTURES))
            for page in document
        )
    return {"images": images} if images else {}


def set_on_paper(text: str) -> bytes:
    """Set a text on A4: the same text gives the same bytes with the same fonts.

    Raises:
        NoFont: It has Hangul and no font of this machine has.
    """
    given = {"lines": text.split("\n"), "fonts": _fonts(text)}
    return bytes(
        typst.compile(
            _PAGE.encode(),
            format="pdf",
            timestamp=0,
            sys_inputs={"given": json.dumps(given, ensure_ascii=False)},
        )
    )


def _fonts(text: str) -> list[str]:
    if not HANGUL.search(text):
        return [SERIF]
    installed = set(typst.Fonts().families())
    found = [name for name in HANGUL_FONTS if name in installed]
    if not found:
        raise NoFont
    return [SERIF, found[0]]
