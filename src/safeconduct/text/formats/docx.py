"""Which text stands in a Word document?

Only the part with the text is unpacked, and never more of it than is allowed: what an
archive says of its own sizes is not believed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import ParseError
from zlib import error as zlib_error

from lxml import etree

from safeconduct.text.errors import (
    BinaryInput,
    BrokenDocument,
    HostileInput,
    NoTextInside,
)
from safeconduct.text.reason import gettext_noop, reason

UNPACKED = 50_000_000
"""Most bytes of the unpacked text part."""
PART = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DOCUMENT = gettext_noop("The Word document")
BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def text_of_docx(data: bytes) -> str:
    """Read the text, a line for each paragraph.

    Raises:
        BinaryInput: an archive, but no Word document.
        BrokenDocument: the archive or its text does not open.
        HostileInput: it unpacks to more than `UNPACKED` bytes.
        NoTextInside: no text in it.
    """
    part = _unpacked(data)
    try:
        text = "\n".join(_paragraphs(part))
    except (etree.XMLSyntaxError, ParseError) as error:
        raise BrokenDocument(_DOCUMENT) from error
    if not text.strip():
        raise NoTextInside(_DOCUMENT)
    return text


def _unpacked(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if PART not in archive.namelist():
                raise BinaryInput(gettext_noop("an archive or another office document"))
            with archive.open(PART) as stream:
                part = stream.read(UNPACKED + 1)
    except (zipfile.BadZipFile, zlib_error, EOFError, OSError, RuntimeError) as error:
        raise BrokenDocument(_DOCUMENT) from error
    except NotImplementedError as error:  # a way of packing that Python has not
        raise BrokenDocument(
            _DOCUMENT, gettext_noop("save it again from Word")
        ) from error
    if len(part) > UNPACKED:
        raise HostileInput(
            reason(
                gettext_noop("unpacks to more than {limit} bytes"),
                limit=f"{UNPACKED:,}",
            )
        )
    if b"<!ENTITY" in part:
        raise HostileInput(
            reason(gettext_noop("defines XML entities, which Word never does"))
        )
    return part


def _paragraphs(part: bytes) -> Iterator[str]:
    """Yield the paragraphs; each is forgotten once it is read."""
    pieces: list[str] = []
    for _, element in etree.iterparse(
        io.BytesIO(part), events=("end",), resolve_entities=False, no_network=True
    ):
        tag = str(element.tag)
        name = tag.removeprefix(WORD).removeprefix(STRICT)
        if name == tag:
            continue
        if name == "t":
            pieces.append(element.text or "")
        elif name in BREAKS:
            pieces.append(BREAKS[name])
        elif name == "p":
            yield "".join(pieces)
            pieces.clear()
            element.clear()
