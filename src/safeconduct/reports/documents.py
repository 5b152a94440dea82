"""Which documents does an upload hold, and what does the reader make of each?

Bytes from outside are read in the nursery (see `bounded`): first the file is cut, then
each document gets a process of its own, so one that is hostile costs a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safeconduct.bounded import Busy, Stopped, uploads
from safeconduct.reports.errors import Unreadable
from safeconduct.reports.reading import Cut, Reading, first_parts, read_whole
from safeconduct.text.documents import Part, Refusal, read_part
from safeconduct.text.reason import Reason, gettext_noop, reason

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
    why: Reason


def single(original: bytes, name: str, *, address: str, most_bytes: int) -> Document:
    """Read a file that holds one document.

    Raises:
        Unreadable: Nothing in it can be read, or it holds several documents.
    """
    found, more = _cut(original, name, 1, most_bytes)
    if more:
        raise Unreadable(
            reason(
                gettext_noop(
                    "This file holds several documents. Take it in as a collection."
                )
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
    found, more = _cut(original, name, MOST, most_bytes)
    for part in found:
        yield _read(part, address, most_bytes)
    if not found:
        yield _nothing(name)
    if more:
        yield Unread(
            name,
            reason(
                gettext_noop(
                    "The file holds more documents than are taken in at once."
                    " The rest was left out: cut the file, or sweep it."
                )
            ),
        )


def text_of(original: bytes, name: str, *, most_bytes: int) -> str:
    """Read the text of a file that holds one document; nothing else is looked for.

    Raises:
        Unreadable: As for `single`.
    """
    try:
        page = uploads().call(read_part, Part(name, original), limit=most_bytes)
    except Stopped as stopped:
        raise Unreadable(_why(stopped)) from stopped
    if isinstance(page, Refusal):
        raise Unreadable(page.why)
    return page.text


def _cut(original: bytes, name: str, most: int, most_bytes: int) -> Cut:
    try:
        return uploads().call(first_parts, original, name, most, most_bytes)
    except Stopped as stopped:
        return [Refusal(name, _why(stopped))], False


def _read(part: Part | Refusal, address: str, most_bytes: int) -> Document | Unread:
    if isinstance(part, Refusal):
        return Unread(part.name, part.why)
    try:
        read = uploads().call(read_whole, part, address, most_bytes)
    except Stopped as stopped:
        return Unread(part.name, _why(stopped))
    if isinstance(read, Refusal):
        return Unread(read.name, read.why)
    return Document(part.name, part.data, read)


def _why(stopped: Stopped) -> Reason:
    """Say it without figures, so that it can be said in every language."""
    return _LATER if isinstance(stopped, Busy) else _TOO_MUCH


_TOO_MUCH = reason(
    gettext_noop(
        "Reading this takes more time or memory than is allowed, as it does with"
        " damaged or hostile files. Cut it into smaller files, or save it as plain"
        " text."
    )
)
_LATER = reason(gettext_noop("Other files are being read. Try again in a minute."))


def _nothing(name: str) -> Unread:
    why = reason(gettext_noop("The file holds no document. Choose another."))
    return Unread(name, why)
