"""In which charset do these bytes speak, and what do they say?

Asked in this order, the first good answer holds: byte order mark, strict UTF-8 (which
other charsets hardly ever make by chance), declaration in the page, slightly damaged
UTF-8, and last a guess between the Korean and Cyrillic charsets of older sites.
A declaration is believed only where its reading looks like a language.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice

from safeconduct.text.errors import (
    BinaryInput,
    EmptyInput,
    InputTooLarge,
    UnknownCharset,
)
from safeconduct.text.reason import gettext_noop

LIMIT = 20_000_000
"""Bytes that `decode` accepts unless told otherwise."""

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", gettext_noop("a PDF file")),
    (b"PK\x03\x04", gettext_noop("a ZIP archive or an office document")),
    (b"\x89PNG", gettext_noop("an image")),
    (b"\xff\xd8\xff", gettext_noop("an image")),
    (b"GIF8", gettext_noop("an image")),
    (b"\x1f\x8b", gettext_noop("a compressed file")),
    (b"\x7fELF", gettext_noop("a program")),
    (b"\xd0\xcf\x11\xe0", gettext_noop("an office document")),
    (b"{\\rtf", gettext_noop("an RTF document")),
    (b"Rar!", gettext_noop("a RAR archive")),
    (b"7z\xbc\xaf", gettext_noop("a 7z archive")),
    (b"BZh", gettext_noop("a compressed file")),
    (b"\xfd7zXZ", gettext_noop("a compressed file")),
    (b"%!PS", gettext_noop("a PostScript file")),
)
DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w:-]+)""",
    re.IGNORECASE,
)
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# As browsers read them: the label in the page names the subset.
WIDER = {"euc_kr": "cp949", "iso8859-1": "cp1252", "ascii": "cp1252"}
# What a page may declare. Python knows more, some of which reads any bytes.
BELIEVED = re.compile(
    r"utf-8|cp949|johab|iso2022_kr|cp125\d|cp866|koi8-[ru]|mac-cyrillic|iso8859-\d+"
    r"|gb\w*|big5\w*|shift_jis\w*|euc_jp\w*"
)

# A damaged byte in this many is a slip of transport; more is another charset.
DAMAGE_PER_CHARACTERS = 500
COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуі")
PLAUSIBLE = 0.5
HANGUL_END = 0xD8
"""High byte after the last Hangul syllable in UTF-16."""
SAMPLE = 100_000
"""Characters beyond ASCII that are enough to judge a reading by."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read; `replaced` counts bytes that made no sense."""

    text: str
    charset: str
    replaced: int = 0


def decode(data: bytes, *, limit: int = LIMIT) -> Decoded:
    """Decode a page.

    Args:
        data: the bytes as they came.
        limit: most bytes accepted.

    Raises:
        EmptyInput: no bytes, or only white space.
        InputTooLarge: more than `limit` bytes.
        BinaryInput: an image, an archive, a program.
        UnknownCharset: no charset fits.
    """
    if len(data) > limit:
        raise InputTooLarge(len(data), limit)
    if not data.strip():
        raise EmptyInput
    _refuse_binary(data)
    found = (
        _marked(data)
        or _unmarked_utf16(data)
        or _strict_utf8(data)
        or _declared(data)
        or _damaged_utf8(data)
        or _guessed(data)
    )
    if found is None:
        raise UnknownCharset
    if not found.text.strip():
        raise EmptyInput
    return found


def _refuse_binary(data: bytes) -> None:
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise BinaryInput(what)
    if any(data.startswith(mark) for mark, _ in MARKS) or _unmarked_utf16(data):
        return
    controls = len(CONTROLS.findall(data[:65536]))
    if b"\x00" in data or controls * 100 > min(len(data), 65536):
        raise BinaryInput(gettext_noop("a binary file"))


def _marked(data: bytes) -> Decoded | None:
    for mark, charset in MARKS:
        if data.startswith(mark):
            codec = "utf-8-sig" if charset == "utf-8" else charset
            text = data.decode(codec, "replace")
            return Decoded(text, charset, text.count("\ufffd"))
    return None


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: its spaces and line ends show every other byte 0."""
    head = data[:4096]
    for charset, space in (("utf-16-le", b" \x00"), ("utf-16-be", b"\x00 ")):
        high = head[charset == "utf-16-le" :: 2]
        if head.count(space) * 50 > len(head) and max(high, default=255) < HANGUL_END:
            try:
                return Decoded(data.decode(charset), charset)
            except UnicodeError:
                continue
    return None


def _strict_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8; plain ASCII too, unless its escapes belong to a Korean mail."""
    if b"\x1b$)C" in data:
        return None
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    charset = WIDER.get(name, name)
    if charset == "utf-8" or not BELIEVED.fullmatch(charset):
        return None
    try:
        text = data.decode(charset)
    except UnicodeError:  # the page is wrong about itself
        return None
    return None if _is_better_read(data, text) else Decoded(text, charset)


def _is_better_read(data: bytes, text: str) -> bool:
    """Whether a guess makes a language of what the declaration makes none of.

    Charsets of one byte read any bytes: without this a page in KOI8 that calls itself
    windows-1251 is read as gibberish.
    """
    if max(_hangul(text), _cyrillic(text)) >= PLAUSIBLE:
        return False
    guess = _guessed(data)
    return guess is not None and guess.charset != "cp1252"


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd") - data.count("\ufffd".encode())
    if replaced * DAMAGE_PER_CHARACTERS >= len(text):
        return None
    beyond_ascii = sum(char > "\x7f" for char in text) - replaced
    return Decoded(text, "utf-8", replaced) if beyond_ascii > replaced else None


def _guessed(data: bytes) -> Decoded | None:
    """Choose the charset whose reading looks most like a language."""
    scored = []
    for charset, score in (
        ("cp949", _hangul),
        ("cp1251", _cyrillic),
        ("koi8-u", _cyrillic),
        ("cp866", _cyrillic),
        ("iso2022_kr", _hangul),
    ):
        try:
            text = data.decode(charset)
        except UnicodeError:
            continue
        scored.append((score(text), charset, text))
    best, charset, text = max(scored, default=(0.0, "", ""))
    if best >= PLAUSIBLE:
        return Decoded(text, charset)
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeError:
        return None


def _foreign(text: str) -> list[str]:
    """List the first characters that are not ASCII."""
    return list(islice((char for char in text if char > "\x7f"), SAMPLE))


def _hangul(text: str) -> float:
    """Share of Hangul in what is not ASCII: 1.0 is plain Korean."""
    foreign = _foreign(text)
    return sum("가" <= char <= "힣" for char in foreign) / max(1, len(foreign))


def _cyrillic(text: str) -> float:
    """Share of common lower-case Cyrillic letters in what is not ASCII.

    The wrong Cyrillic charset turns common letters into rare or upper-case ones.
    """
    foreign = _foreign(text)
    return sum(char in COMMON_CYRILLIC for char in foreign) / max(1, len(foreign))
