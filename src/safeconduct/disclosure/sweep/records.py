"""Which pages stand in a WARC file, from a given byte on, and where is it broken?

A record is in memory while it is read, and never more of it than the limit. Where an
archive is damaged, reading goes on at the next record that can be found.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord

from safeconduct.text.formats.warc import BAD, GOOD, HEADERS, PACKINGS, PAGES, READ

LIMIT: Final = 10_000_000
"""Bytes of one page that are read."""
PLAIN_START: Final = b"WARC/1."
PACKED_STARTS: Final = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd")
DAMAGED: Final = "the archive is damaged after this page"
STEP: Final = 1 << 20
MOST_REPAIRS: Final = 1_000
"""Damaged places after which an archive is left."""


@dataclass(frozen=True, slots=True)
class Record:
    """One page of an archive.

    Attributes:
        number: Counts the pages of the archive from 0, whatever their state.
        offset: The byte at which its record begins.
        data: Its bytes, unpacked; empty where `fault` says why.
    """

    number: int
    offset: int
    uri: str
    charset: str
    data: bytes
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an archive: the next page's number, and a byte at or before it."""

    number: int = 0
    offset: int = 0


def records(
    file: Path, start: Place, wanted: Callable[[int], bool] = lambda _: True
) -> Iterator[Record]:
    """Yield the pages of an archive in order.

    Args:
        file: WARC, plain or packed with gzip or zstd.
        start: Where to begin; an offset at which a record stands.
        wanted: Which numbers to read; the others come without their data, cheaper.

    Raises:
        OSError: The file cannot be opened.
    """
    with file.open("rb") as stream:
        number, offset, repairs = start.number, start.offset, 0
        while True:
            stream.seek(offset)
            try:
                for found in _iterate(stream):
                    offset = found.stream_pos
                    if _is_page(found):
                        yield _record(found, number, read=wanted(number))
                        number += 1
            except (OSError, ValueError, RuntimeError):
                repairs += 1
                # Told of the page before it: the next one may begin another block.
                before = max(start.number, number - 1)
                yield Record(before, offset, "", "", b"", DAMAGED)
            else:
                return
            following = _next_start(stream, offset + 1)
            if following is None or repairs >= MOST_REPAIRS:
                return
            offset = following


def _iterate(stream: BinaryIO) -> ArchiveIterator:
    return ArchiveIterator(
        stream,
        record_types=PAGES,
        auto_decode="none",
        max_header_len=HEADERS,
        fsspec_args=False,
    )


def _next_start(stream: BinaryIO, after: int) -> int | None:
    """Find the next byte at which a record may begin, as the file is packed."""
    stream.seek(0)
    head = stream.read(4)
    mark = next((m for m in PACKED_STARTS if head.startswith(m)), PLAIN_START)
    stream.seek(after)
    kept, at = b"", after
    while block := stream.read(STEP):
        window = kept + block
        found = window.find(mark)
        if found >= 0:
            return at - len(kept) + found
        kept, at = window[-len(mark) :], at + len(block)
    return None


def _is_page(record: WarcRecord) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and not GOOD <= status < BAD:
        return False
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    return not kind or kind.lower().startswith(READ)


def _record(found: WarcRecord, number: int, *, read: bool) -> Record:
    uri = found.headers.get("WARC-Target-URI") or ""
    charset = found.http_charset or ""
    data = _payload(found) if read else b""
    fault = "" if data or not read else "the page is empty"
    if len(data) > LIMIT:
        data, fault = b"", "the page is too large"
    return Record(number, found.stream_pos, uri, charset, data, fault)


def _payload(found: WarcRecord) -> bytes:
    """Read a page and undo its packings, up to the limit and one byte.

    Not by fastwarc, which loses its place when a packed payload is not read to its
    end. Archives often keep the header of a packing that was already undone.
    """
    data: bytes = found.reader.read(LIMIT + 1)
    if not found.http_headers:
        return data
    for name in ("Transfer-Encoding", "Content-Encoding"):
        packing = (found.http_headers.get(name) or "").strip().lower()
        if packing in PACKINGS:
            try:
                data = PACKINGS[packing](io.BytesIO(data)).read(LIMIT + 1)
            except (OSError, ValueError, RuntimeError):
                continue
    return data
