"""Files that were made to exhaust whoever reads them; each a few kilobytes or less."""

import gzip
import io
import zipfile

from tests.text.formats import files


def packed() -> bytes:
    """A Word document that unpacks to 300 MB."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", b"<w:document>" + bytes(300_000_000))
    return made.getvalue()


def entities() -> bytes:
    """A feed whose ten lines stand for a thousand million."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "word ">{lines}]>'
        '<rss version="2.0"><channel><item><title>&e9;</title></item></channel></rss>'
    ).encode()


def nested() -> bytes:
    """A page of 200,000 elements inside one another."""
    return b"<html><body>" + b"<div><b>" * 100_000 + b"Some 40 men."


def archived() -> bytes:
    """A web archive with a record that unpacks to 300 MB."""
    bomb = gzip.compress(bytes(300_000_000))
    return files.record(bomb, headers=b"Content-Encoding: gzip\r\n")


def broken() -> bytes:
    """A PDF that ends where it begins to point at itself."""
    return b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R"


def endless() -> bytes:
    """A sentence without an end, of half a million words."""
    return b"of 40 soldiers over 20 were taken near the river on 3 May and " * 40_000


FILES = {
    "packed.docx": packed,
    "feed.xml": entities,
    "nested.html": nested,
    "archive.warc": archived,
    "broken.pdf": broken,
}
