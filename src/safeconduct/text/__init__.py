"""What does a published page say: its text, its lines, its figures, its details?

Bytes go in, frozen records with character spans come out. Nothing here knows
Django, a database or the network.
"""

from safeconduct.text.decode import LIMIT, Decoded, decode
from safeconduct.text.details import Detail, DetailClass, DetailKind, find_details
from safeconduct.text.errors import (
    BinaryInput,
    EmptyInput,
    InputRefused,
    InputTooLarge,
    TextError,
    UnknownCharset,
)
from safeconduct.text.figure import UNSTATED, Figure, FigureKind
from safeconduct.text.figures import find_figures
from safeconduct.text.kinds import Kind, Line
from safeconduct.text.page import Page, read

__all__ = [
    "LIMIT",
    "UNSTATED",
    "BinaryInput",
    "Decoded",
    "Detail",
    "DetailClass",
    "DetailKind",
    "EmptyInput",
    "Figure",
    "FigureKind",
    "InputRefused",
    "InputTooLarge",
    "Kind",
    "Line",
    "Page",
    "TextError",
    "UnknownCharset",
    "decode",
    "find_details",
    "find_figures",
    "read",
]
