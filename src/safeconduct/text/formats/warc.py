"""Which pages stand in a web archive (WARC), packed or not?

The archive is streamed: a record is in memory while it is read, and never more of it
than the limit.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from fastwarc.stream_io import (
    BrotliReader,
    ChunkedReader,
    GzipReader,
    WarcReader,
    ZstdReader,
)
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from safeconduct.text.errors import BrokenDocument, InputTooLarge, PackedInput
from safeconduct.text.reason import gettext_noop

PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
# Pictures, programs, style sheets: passed over without a word.
READ = ("text/html", "application/xhtml", "text/plain", "application/pdf", "text/xml")
HEADERS = 1 << 20
GOOD, BAD = 200, 300
PACKINGS: dict[str, Callable[[BinaryIO], WarcReader]] = {
    "chunked": ChunkedReader,
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": partial(GzipReader, zlib=True),
    "br": BrotliReader,
    "zstd": ZstdReader,
}


@dataclass(frozen=True, slots=True)
class Record:
    """The payload of one record, or why it was refused, and its address."""

    data: bytes | InputTooLarge
    address: str | None


def records_of_warc(stream: BinaryIO, *, limit: int) -> Iterator[Record]:
    """Yield the pages of an archive.

    Args:
        stream: the archive, as it came; gzip and zstd are unpacked.
        limit: most bytes of one page.

    Raises:
        BrokenDocument: it breaks off; what stood before was yielded.
        PackedInput: no record is in it.
    """
    found = False
    try:
        for record in ArchiveIterator(
            stream,
            record_types=PAGES,
            auto_decode="none",
            max_header_len=HEADERS,
            fsspec_args=False,
        ):
            found = True
            if _is_page(record):
                yield _record(record, limit)
    except (OSError, ValueError, RuntimeError) as error:
        raise BrokenDocument(gettext_noop("The web archive")) from error
    if not found:
        raise PackedInput


def _is_page(record: WarcRecord) -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    if status is not None and not GOOD <= status < BAD:
        return False
    kind = record.http_content_type or record.headers.get("Content-Type") or ""
    return not kind or kind.lower().startswith(READ)


def _record(record: WarcRecord, limit: int) -> Record:
    data = record.reader.read(limit + 1)
    address = record.headers.get("WARC-Target-URI")
    if len(data) <= limit and record.http_headers is not None:
        headers = record.http_headers
        for name in ("Transfer-Encoding", "Content-Encoding"):
            data = _unpacked(data, (headers.get(name) or "").strip().lower(), limit)
    if len(data) > limit:
        size = max(len(data), record.content_length)
        return Record(InputTooLarge(size, limit), address)
    return Record(data, address)


def _unpacked(data: bytes, packing: str, limit: int) -> bytes:
    """Undo one packing of HTTP, up to the limit and one byte.

    Done here and not by fastwarc, which loses its place in the archive when a packed
    payload is not read to its end. Archives often keep the header of a packing that
    was already undone: then the bytes are taken as they stand.
    """
    if packing not in PACKINGS:
        return data
    try:
        return PACKINGS[packing](io.BytesIO(data)).read(limit + 1)
    except (OSError, ValueError, RuntimeError):
        return data
