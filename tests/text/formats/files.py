"""Small files of every form, made from a text."""

import io
import zipfile
from email.message import EmailMessage

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(text: str, *, pages: int = 1) -> bytes:
    """Print a line of ASCII on each page."""
    content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    kids = " ".join(f"{5 + number} 0 R" for number in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 900 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        *[page] * pages,
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def docx(*paragraphs: str, part: str = "word/document.xml", padding: int = 0) -> bytes:
    """Write a Word document with the one part that holds its text."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(part, xml + " " * padding)
    return packed.getvalue()


def mhtml(text: str) -> bytes:
    """Save a page as browsers do in one file."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://post.example/saved"
    message.set_content(f"<html><body><p>{text}</p></body></html>", subtype="html")
    message.make_related()
    return message.as_bytes()


def feed(text: str, entries: int) -> bytes:
    """Write an RSS feed of entries with one paragraph each."""
    items = "".join(
        f"<item><title>Visit {number}</title><link>https://post.example/{number}</link>"
        "<pubDate>Mon, 03 Feb 2025 10:00:00 GMT</pubDate>"
        '<source url="https://other.example/">Other Paper</source>'
        f"<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"
        for number in range(1, entries + 1)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Example Post</title>'
        f"{items}</channel></rss>"
    ).encode()


def record(
    payload: bytes,
    *,
    address: str = "https://post.example/",
    media: str = "text/html",
    headers: bytes = b"",
) -> bytes:
    """Write one response of a web archive."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\n%b\r\n" % (media.encode(), headers)
    block = http + payload
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"WARC-Date: 2025-01-01T00:00:00Z\r\nWARC-Target-URI: %b\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (address.encode(), len(block), block)
    )
