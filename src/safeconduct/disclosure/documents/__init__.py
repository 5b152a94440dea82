"""Documents that can be read as one text, changed at spans, and made anew.

`open_document` tells by the bytes, not by the name, what a file is. What it returns has
a `draft` (the text that is scanned, and where its pieces stand) and makes a new file
from edits of that text. Nothing of the old file is carried over but what its class
allows by name: no metadata, no comments, no tracked changes, no scripts, no links, and
no image that nobody has confirmed.
"""

from safeconduct.disclosure.documents.draft import Draft, Edit, Piece, drafted
from safeconduct.disclosure.documents.errors import (
    CannotBecome,
    DocumentError,
    DocumentRefused,
    NoFont,
)
from safeconduct.disclosure.documents.opening import (
    LARGEST,
    Document,
    Form,
    open_document,
    written_as,
)

__all__ = [
    "LARGEST",
    "CannotBecome",
    "Document",
    "DocumentError",
    "DocumentRefused",
    "Draft",
    "Edit",
    "Form",
    "NoFont",
    "Piece",
    "drafted",
    "open_document",
    "written_as",
]
