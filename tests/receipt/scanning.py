"""A printed page, and what a scanner reads from its picture."""

from collections.abc import Iterator

import pypdfium2
import zxingcpp

PRINTED = 300 / 72  # dots of an ordinary printer, for each point


def text(pdf: bytes) -> str:
    """The words on the page."""
    page = pypdfium2.PdfDocument(pdf)[0]
    return str(page.get_textpage().get_text_bounded())


def size(pdf: bytes) -> tuple[int, int, int]:
    """How many pages, and their width and height in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    width, height = document[0].get_size()
    return len(document), round(width / 72 * 25.4), round(height / 72 * 25.4)


def scan(pdf: bytes) -> list[str]:
    """Print, photograph, scan: the codes on the page, the shorter one first."""
    return sorted((one.text for one in _codes(pdf)), key=len)


def millimetres(pdf: bytes) -> list[float]:
    """How wide the codes are on paper, the smaller one first."""
    return sorted(
        (one.position.top_right.x - one.position.top_left.x) / PRINTED / 72 * 25.4
        for one in _codes(pdf)
    )


def _codes(pdf: bytes) -> Iterator[zxingcpp.Barcode]:
    page = pypdfium2.PdfDocument(pdf)[0]
    picture = page.render(scale=PRINTED, grayscale=True).to_numpy()
    yield from zxingcpp.read_barcodes(picture)
