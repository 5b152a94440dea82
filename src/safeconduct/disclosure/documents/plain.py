"""Plain text: the draft is the file, and what is written is UTF-8."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from safeconduct.disclosure.documents.draft import Draft, Edit, drafted


@dataclass(frozen=True, slots=True)
class PlainDocument:
    """A text file; line ends are kept as they came."""

    draft: Draft
    dropped: Mapping[str, int] = field(default_factory=dict)
    form: str = "txt"

    def write(self, edits: Iterable[Edit]) -> bytes:
        """Make the file anew, in UTF-8 without a mark."""
        return self.draft.apply(edits).encode()


def open_plain(text: str) -> PlainDocument:
    """Take a decoded text as a document."""
    return PlainDocument(drafted([[text]]))
