"""What of a text tells of a person, as redaction needs it: a span and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.documents.draft import Edit


@dataclass(frozen=True, slots=True)
class Telling:
    """A span of the text, the field it tells, and its value in the form of `Detail`."""

    start: int
    end: int
    field: Field
    value: object = None


@dataclass(frozen=True, slots=True)
class Change:
    """New words for a span, and what they still tell; `None` is nothing.

    Attributes:
        why: `masked`, or the general form it was given.
    """

    start: int
    end: int
    after: str
    field: Field
    why: str
    value: object = None

    @property
    def edit(self) -> Edit:
        """The change as an edit of the draft."""
        return Edit(self.start, self.end, self.after)
