"""Why an input could not be read.

TextError
└── InputRefused
    ├── EmptyInput
    ├── InputTooLarge
    ├── TooManyPages
    ├── TooManyLines
    ├── BinaryInput
    ├── UnknownCharset
    ├── NoTextInside
    ├── BrokenDocument
    ├── HostileInput
    ├── ManyDocuments
    └── AddressesOnly
"""

from __future__ import annotations


class TextError(Exception):
    """Base of every error of this library; faces catch this one."""


class InputRefused(TextError):
    """The bytes cannot be read as text; the message is one whole sentence."""


class EmptyInput(InputRefused):
    """There is nothing to read."""

    def __init__(self) -> None:
        super().__init__("The input is empty; give a file with text in it.")


class InputTooLarge(InputRefused):
    """The input is larger than the limit; `size` and `limit` are in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            f"The input has {size:,} bytes and the limit is {limit:,};"
            " split it or raise the limit."
        )
        self.size = size
        self.limit = limit


class TooManyPages(InputRefused):
    """A PDF with more pages than `limit`."""

    def __init__(self, pages: int, limit: int) -> None:
        super().__init__(
            f"The PDF file has {pages:,} pages and the limit is {limit:,}; split it."
        )
        self.pages = pages
        self.limit = limit


class TooManyLines(InputRefused):
    """A text with more lines than `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The text has more than {limit:,} lines, which no report has; split it."
        )
        self.limit = limit


class BinaryInput(InputRefused):
    """The input is no text; `what` names what it seems to be."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The input is {what}, not text; save the page as HTML or plain text."
        )
        self.what = what


class UnknownCharset(InputRefused):
    """No known charset fits the bytes."""

    def __init__(self) -> None:
        super().__init__(
            "The charset of the input is not recognised; save it as UTF-8."
        )


class NoTextInside(InputRefused):
    """A document that opens, but holds pictures only; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} holds no text, pictures perhaps; run text recognition on it"
            " and give the result."
        )


class BrokenDocument(InputRefused):
    """A document that does not open; `what` names it."""

    def __init__(self, what: str, advice: str = "fetch or save it again") -> None:
        super().__init__(f"{what} is damaged or cut short; {advice}.")


class HostileInput(InputRefused):
    """A document built to exhaust its reader; `why` says by what."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The input {why}; it is not opened. Save its text instead.")


class ManyDocuments(InputRefused):
    """A collection was given where one document is wanted."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The input is {what}, which holds many documents; read it with"
            " `safeconduct reports read` and give the documents one by one."
        )


class AddressesOnly(InputRefused):
    """A list of addresses was given instead of pages."""

    def __init__(self) -> None:
        super().__init__(
            "The input lists addresses and Safeconduct fetches nothing from the"
            " network; save the pages, or collect them in a WARC file, and give those."
        )
