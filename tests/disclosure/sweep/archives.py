"""Makes small web archives for tests: invented pages, plain or packed."""

import gzip
from pathlib import Path

PAGE = "<html><head><title>{title}</title></head><body><p>{body}</p></body></html>"


def record(
    uri: str,
    body: bytes,
    *,
    kind: str = "text/html",
    status: str = "200 OK",
    packing: str = "",
) -> bytes:
    """Write one response as a crawler does."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    if packing:
        head += f"Content-Encoding: {packing}\r\n"
    content = f"{head}\r\n".encode() + body
    about = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2025-02-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {uri}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return about.encode() + content + b"\r\n\r\n"


def pages(bodies: list[str]) -> list[bytes]:
    """Write each body as a page of its own."""
    return [
        record(
            f"https://site.example/{number}",
            PAGE.format(title=f"Page {number}", body=body).encode(),
        )
        for number, body in enumerate(bodies)
    ]


def archive(file: Path, records: list[bytes]) -> Path:
    """Write records; a name that ends in .gz packs each by itself, as crawlers do."""
    pack = gzip.compress if file.suffix == ".gz" else bytes
    file.write_bytes(b"".join(pack(one) for one in records))
    return file
