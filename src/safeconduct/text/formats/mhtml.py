"""Which page stands in a web archive (MHTML), as browsers save it in one file?"""

from __future__ import annotations

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from safeconduct.text.errors import BrokenDocument
from safeconduct.text.reason import gettext_noop

PARTS = 2_000
"""Most parts looked at."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The HTML of a saved page in UTF-8 or its own charset, and its address."""

    data: bytes
    address: str | None


def page_of_mhtml(data: bytes) -> SavedPage:
    """Find the page in its archive: the first part that is HTML.

    Raises:
        BrokenDocument: there is none.
    """
    message = message_from_bytes(data)
    for number, part in enumerate(message.walk()):
        if number > PARTS:
            break
        if part.get_content_type() == "text/html" and (page := _bytes(part)):
            address = part["Content-Location"] or message["Snapshot-Content-Location"]
            return SavedPage(page, str(address) if address else None)
    raise BrokenDocument(
        gettext_noop("The saved page"), gettext_noop("save it again, as HTML")
    )


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    try:
        return payload.decode(part.get_content_charset("utf-8")).encode()
    except (LookupError, UnicodeError):  # the header is wrong: the page may know better
        return payload
