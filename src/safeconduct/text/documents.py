"""Which documents does a file hold, one or many, and what does each of them say?

A file is cut into parts first, which is cheap and streams, and then a part is read,
which is neither: whoever bounds time and memory does so part by part.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO, cast

from safeconduct.text.decode import LIMIT
from safeconduct.text.errors import InputRefused, InputTooLarge
from safeconduct.text.formats.feed import Entry, entries_of_feed
from safeconduct.text.formats.form import HEAD, Form, form_of
from safeconduct.text.formats.warc import records_of_warc
from safeconduct.text.page import Page, read
from safeconduct.text.reason import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that could not be read; `why` says what to do, too."""

    name: str
    why: Reason

    @property
    def sentence(self) -> str:
        """Why, in English."""
        return str(self.why)


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file, unread, and what the file says of it."""

    name: str
    data: bytes
    address: str | None = None
    title: str | None = None
    published: date | None = None
    author: str | None = None
    publisher: str | None = None
    sources: tuple[str, ...] = ()


def open_documents(
    source: bytes | BinaryIO, *, name: str = "", limit: int = LIMIT
) -> Iterator[Page | Refusal]:
    """Read every document of a file.

    Args:
        source: the file's bytes or an open binary stream. Web archives are streamed
            from it, everything else is read whole.
        name: the file's name. Documents of a collection are called `name#1` and on.
        limit: most bytes of one document.

    Yields:
        A page for each document, or why it was refused; the rest goes on.
    """
    for part in parts(source, name=name, limit=limit):
        yield part if isinstance(part, Refusal) else read_part(part, limit=limit)


def read_part(part: Part, *, limit: int = LIMIT) -> Page | Refusal:
    """Read one part; what the collection says of it stands where the page is silent."""
    try:
        page = read(part.data, name=part.name, limit=limit)
    except InputRefused as error:
        return Refusal(part.name, error.reason)
    return replace(
        page,
        address=part.address or page.address,
        title=part.title or page.title,
        published=part.published or page.published,
        author=page.author or part.author,
        publisher=page.publisher or part.publisher,
        declared_sources=tuple(dict.fromkeys((*page.declared_sources, *part.sources))),
    )


def parts(
    source: bytes | BinaryIO, *, name: str = "", limit: int = LIMIT
) -> Iterator[Part | Refusal]:
    """Cut a file into its documents without reading them."""
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    head = stream.read(HEAD)
    try:
        if form_of(head) is Form.WARC:
            yield from _archived(cast("BinaryIO", _Joined(head, stream)), name, limit)
            return
        data = head + stream.read(limit + 1 - len(head))
        if len(data) > limit:
            raise InputTooLarge(_size(stream, len(data)), limit)
        if form_of(head) is Form.FEED:
            yield from _fed(data, name)
        else:
            yield Part(name, data)
    except InputRefused as error:
        yield Refusal(name, error.reason)


def _archived(stream: BinaryIO, name: str, limit: int) -> Iterator[Part | Refusal]:
    for number, record in enumerate(records_of_warc(stream, limit=limit), start=1):
        called = f"{name}#{number}"
        if isinstance(record.data, InputTooLarge):
            yield Refusal(called, record.data.reason)
        else:
            yield Part(called, record.data, address=record.address)


def _fed(data: bytes, name: str) -> Iterator[Part]:
    for number, entry in enumerate(entries_of_feed(data), start=1):
        yield _part(entry, f"{name}#{number}")


def _part(entry: Entry, name: str) -> Part:
    return Part(
        name=name,
        data=entry.data,
        address=entry.address,
        title=entry.title,
        published=entry.published,
        author=entry.author,
        publisher=entry.publisher,
        sources=entry.sources,
    )


def _size(stream: BinaryIO, least: int) -> int:
    """Tell the whole size where the stream can, else how much was read."""
    return max(least, stream.seek(0, io.SEEK_END)) if stream.seekable() else least


class _Joined(io.RawIOBase):
    """A stream with its first bytes put back, for streams that cannot go back."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._stream = stream
        self._given = 0

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def tell(self) -> int:
        """Tell how much was read."""
        return self._given

    def read(self, size: int = -1) -> bytes:
        """Read the head first, then the stream."""
        if self._head:
            taken = self._head if size < 0 else self._head[:size]
            self._head = self._head[len(taken) :]
        else:
            taken = self._stream.read(size)
        self._given += len(taken)
        return taken
