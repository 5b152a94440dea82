"""Which form has a file? Its first bytes decide, its name never does."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD = 4096
"""Bytes that are enough to tell."""

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
# Some servers put line ends or a mark of UTF-8 in front.
PDF = re.compile(rb"[\x00-\x20\xef\xbb\xbf]*%PDF-")
FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*"
    rb"<(?:rss|feed|(?:rdf:)?RDF)\b",
    re.DOTALL,
)
MAIL_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
MULTIPART = re.compile(
    rb"^Content-Type:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE
)


class Form(StrEnum):
    """What a file is, before it is read."""

    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"
    MHTML = "mhtml"
    FEED = "feed"
    WARC = "warc"


def form_of(head: bytes) -> Form:
    """Tell the form from the beginning of a file; `TEXT` also stands for HTML."""
    if PDF.match(head):
        return Form.PDF
    if (head.startswith(b"PK\x03\x04") and b"word/" in head) or _is_office(head):
        return Form.DOCX
    if head.startswith((b"WARC/", GZIP, ZSTD)):
        return Form.WARC
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if FEED.match(bare):
        return Form.FEED
    if _is_mhtml(bare):
        return Form.MHTML
    return Form.TEXT


def _is_office(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"[Content_Types].xml" in head


def _is_mhtml(head: bytes) -> bool:
    """Whether the file opens like a mail: headers, one of them naming HTML parts."""
    at = 0
    while header := MAIL_HEADER.match(head, at):
        at = header.end()
    return at > 0 and MULTIPART.search(head[:at]) is not None
