"""How does a document become one that may be published, or the reason why not?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.disclosure.documents import open_document, written_as
from safeconduct.disclosure.redaction.redacting import THRESHOLD, redact
from safeconduct.disclosure.redaction.result import Redaction
from safeconduct.disclosure.register import Register


@dataclass(frozen=True, slots=True)
class Published:
    """A new file and what was done to come to it.

    Attributes:
        data: The new file; empty where it is withheld.
        dropped: What of the old file is not in the new one, by kind.
    """

    redaction: Redaction
    data: bytes
    dropped: Mapping[str, int]


def publish(
    data: bytes,
    register: Register,
    *,
    name: str = "",
    ending: str = "",
    threshold: int = THRESHOLD,
) -> Published:
    """Redact a document and make it anew.

    Args:
        data: Plain text, HTML, DOCX or PDF, as it came.
        register: The protected.
        name: The file's name, asked only to tell HTML from plain text.
        ending: Of the new file: its own form, `.txt` or `.pdf`.
        threshold: How many persons a description must fit.

    Raises:
        DocumentError: It cannot be read, or not be written in that form.
    """
    document = open_document(data, name)
    redaction = redact(document.draft.text, register, threshold=threshold)
    if redaction.withheld:
        return Published(redaction, b"", document.dropped)
    written = written_as(document, redaction.edits, ending or document.form)
    return Published(redaction, written, document.dropped)
