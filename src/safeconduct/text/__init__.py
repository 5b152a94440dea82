"""What does a published page say: its text, its lines, its figures?

Bytes go in, frozen records with character spans come out. Nothing here knows
Django, a database or the network.
"""

from safeconduct.text.decode import LIMIT, Decoded, decode
from safeconduct.text.documents import (
    Part,
    Refusal,
    open_documents,
    parts,
    read_part,
)
from safeconduct.text.errors import (
    AddressesOnly,
    BinaryInput,
    BrokenDocument,
    EmptyInput,
    HostileInput,
    InputRefused,
    InputTooLarge,
    ManyDocuments,
    NoTextInside,
    TextError,
    UnknownCharset,
)
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.figures import find_figures
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.page import Page, read
from safeconduct.text.site import strip_recurring

__all__ = [
    "LIMIT",
    "UNSTATED",
    "AddressesOnly",
    "BinaryInput",
    "BrokenDocument",
    "Decoded",
    "EmptyInput",
    "Figure",
    "FigureKind",
    "HostileInput",
    "InputRefused",
    "InputTooLarge",
    "Kind",
    "Line",
    "ManyDocuments",
    "NoTextInside",
    "Page",
    "Part",
    "Refusal",
    "TextError",
    "UnknownCharset",
    "decode",
    "find_figures",
    "open_documents",
    "parts",
    "read",
    "read_part",
    "strip_recurring",
]
