"""In which charset is a file of rows written?

UTF-8 first, by its own strictness. A file that is not UTF-8 throughout is either one
with a few broken rows, which are left out one by one, or one in an older charset of
Korea, Ukraine or Russia, which is read whole.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from safeconduct.linkage.errors import UnknownCharset

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Older charsets, the stricter first: CP949 refuses most of CP1251, never the reverse.
OLDER = ("cp949", "cp1251")
CHUNK = 1 << 24
# A file in which more lines than this share are no UTF-8 is in another charset.
BROKEN = 0.02
# Letters that speak for a charset, out of all characters beyond ASCII.
LETTERS = 0.9


def charset(file: Path) -> str:
    """Name the charset of a file, as Python's codecs call it.

    Raises:
        UnknownCharset: None fits.
        OSError: The file cannot be opened.
    """
    with file.open("rb") as stream:
        head = stream.read(4)
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    if _is(file, "utf-8") or _broken_share(file) <= BROKEN:
        return "utf-8"
    for name in OLDER:
        if _is(file, name) and _reads_like_letters(file, name):
            return name
    raise UnknownCharset(file.name)


def recode(source: Path, target: Path, name: str) -> None:
    """Write a file again in UTF-8; what does not decode becomes U+FFFD."""
    with (
        source.open(encoding=name, errors="replace", newline="") as read,
        target.open("w", encoding="utf-8", newline="") as write,
    ):
        while part := read.read(CHUNK):
            write.write(part)


def _is(file: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    with file.open("rb") as stream:
        try:
            while part := stream.read(CHUNK):
                decoder.decode(part)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _broken_share(file: Path) -> float:
    broken = lines = 0
    with file.open("rb") as stream:
        for line in stream:
            lines += 1
            if not line.isascii():
                broken += _fails(line)
    return broken / max(lines, 1)


def _fails(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return True
    return False


def _reads_like_letters(file: Path, name: str) -> bool:
    with file.open(encoding=name, errors="replace") as stream:
        beyond = [c for c in stream.read(CHUNK) if not c.isascii()]
    letters = sum(c.isalpha() for c in beyond)
    return bool(beyond) and letters >= LETTERS * len(beyond)
