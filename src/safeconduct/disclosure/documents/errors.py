"""Why a document cannot be read or written.

DocumentError
├── DocumentRefused
├── CannotBecome
└── NoFont
"""

from __future__ import annotations


class DocumentError(Exception):
    """Base of the errors of documents; the message is one whole sentence."""


class DocumentRefused(DocumentError):
    """The bytes are no document that can be redacted."""


class CannotBecome(DocumentError):
    """A document of one form is to be written in a form it cannot take."""

    def __init__(self, form: str, wanted: str) -> None:
        super().__init__(
            f"A document of the form {form} cannot be written as {wanted or 'that'};"
            f" let OUT end in .{form}, .txt or .pdf."
        )


class NoFont(DocumentError):
    """No font on this machine has Hangul."""

    def __init__(self) -> None:
        super().__init__(
            "No font with Hangul is installed, so the text cannot be set on paper."
            " Install one (on Debian: apt-get install fonts-noto-cjk), or let OUT end"
            " in .txt."
        )
