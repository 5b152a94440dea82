"""Files that cannot be read, each with words of the sentence that says so."""

import gzip

from tests.text.formats import files

TEXT = "At least 40 soldiers were captured in May 2025, the ministry said."
FILES: list[tuple[bytes, str]] = [
    (b"", "is empty"),
    (files.pdf(TEXT)[:200], "The PDF file is damaged"),
    (files.pdf(""), "holds no text"),
    (files.pdf(TEXT, pages=501), "501 pages"),
    (files.docx(TEXT)[:300], "The Word document is damaged"),
    (files.docx(TEXT, part="other.xml"), "another office document"),
    (files.docx("", padding=51_000_000), "unpacks to more than"),
    (b'<!DOCTYPE r [<!ENTITY a "b">]><rss><item/></rss>', "XML entities"),
    (b"<rss>" + b"<a>" * 5000, "nests elements"),
    (b"<rss></rss>", "The feed is damaged"),
    (gzip.compress(b"<p>one page</p>"), "web archive is damaged"),
    (b"https://a.example/1\nhttps://a.example/2\n", "fetches nothing"),
    (b"Two men held.\n" * 100_001, "more than 100,000 lines"),
    (b"{\\rtf1 text}", "an RTF document"),
    (b"x" * 20_000_001, "20,000,001 bytes"),
]
NAMES = [said for _, said in FILES]
