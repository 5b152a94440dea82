"""Which documents does an upload hold, and what does the reader make of each?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.translation import gettext_noop

from safeconduct.reports.errors import Unreadable
from safeconduct.reports.reading import Reading, of_page
from safeconduct.text.documents import Part, Refusal, parts, read_part

MOST = 200
"""Most documents taken from one file; the rest of a larger archive is for a sweep."""


@dataclass(frozen=True)
class Document:
    """One document: its name in the upload, its bytes, what was read of them."""

    name: str
    original: bytes
    reading: Reading


@dataclass(frozen=True)
class Unread:
    """A document that could not be read: its name in the upload, and why."""

    name: str
    why: str


def single(original: bytes, name: str, *, address: str, most_bytes: int) -> Document:
    """Read a file that holds one document.

    Raises:
        Unreadable: Nothing in it can be read, or it holds several documents.
    """
    found = list(islice(parts(original, name=name, limit=most_bytes), 2))
    if len(found) > 1:
        raise Unreadable(
            gettext_noop(
                "This file holds several documents. Take it in as a collection."
            )
        )
    read = _read(found[0], address, most_bytes) if found else _nothing(name)
    if isinstance(read, Unread):
        raise Unreadable(read.why)
    return read


def every(
    original: bytes, name: str, address: str, *, most_bytes: int
) -> Iterator[Document | Unread]:
    """Read each document of a file, at most `MOST`; one that fails stops no other."""
    among = parts(original, name=name, limit=most_bytes)
    held = False
    for part in islice(among, MOST):
        held = True
        yield _read(part, address, most_bytes)
    if not held:
        yield _nothing(name)
    if next(among, None) is not None:
        yield Unread(
            name,
            gettext_noop(
                "The file holds more documents than are taken in at once."
                " The rest was left out: cut the file, or sweep it."
            ),
        )


def _read(part: Part | Refusal, address: str, most_bytes: int) -> Document | Unread:
    if isinstance(part, Refusal):
        return Unread(part.name, part.sentence)
    page = read_part(part, limit=most_bytes)
    if isinstance(page, Refusal):
        return Unread(page.name, page.sentence)
    known = replace(page, address=page.address or address or None)
    return Document(part.name, part.data, of_page(known))


def _nothing(name: str) -> Unread:
    return Unread(name, gettext_noop("The file holds no document. Choose another."))
