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
    ├── PackedInput
    ├── HostileInput
    ├── ManyDocuments
    └── AddressesOnly

What the input is called in a sentence ("The PDF file") is a phrase of the catalogues,
marked with `gettext_noop` where the error is raised.
"""

from __future__ import annotations

from safeconduct.text.reason import Reason, gettext_noop, reason, verbatim


class TextError(Exception):
    """Base of every error of this library; faces catch this one."""


class InputRefused(TextError):
    """The bytes cannot be read as text.

    `reason` is one whole sentence, which a face says in its reader's language; as
    text the error says it in English.
    """

    def __init__(self, why: Reason | str) -> None:
        super().__init__(str(why))
        self.reason = verbatim(why) if isinstance(why, str) else why


class EmptyInput(InputRefused):
    """There is nothing to read."""

    def __init__(self) -> None:
        super().__init__(
            reason(
                gettext_noop("The input is empty; give a file with text in it."),
            )
        )


class InputTooLarge(InputRefused):
    """The input is larger than the limit; `size` and `limit` are in bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input has {size} bytes and the limit is {limit};"
                    " split it or raise the limit."
                ),
                size=f"{size:,}",
                limit=f"{limit:,}",
            )
        )
        self.size = size
        self.limit = limit


class TooManyPages(InputRefused):
    """A PDF with more pages than `limit`."""

    def __init__(self, pages: int, limit: int) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The PDF file has {pages} pages and the limit is {limit}; split it."
                ),
                pages=f"{pages:,}",
                limit=f"{limit:,}",
            )
        )
        self.pages = pages
        self.limit = limit


class TooManyLines(InputRefused):
    """A text with more lines than `limit`."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The text has more than {limit} lines, which no report has;"
                    " split it."
                ),
                limit=f"{limit:,}",
            )
        )
        self.limit = limit


class BinaryInput(InputRefused):
    """The input is no text; `what` names what it seems to be."""

    def __init__(self, what: str) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input is {what}, not text; save the page as HTML or plain"
                    " text."
                ),
                what=reason(what),
            )
        )
        self.what = what


class UnknownCharset(InputRefused):
    """No known charset fits the bytes."""

    def __init__(self) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The charset of the input is not recognised; save it as UTF-8."
                )
            )
        )


class NoTextInside(InputRefused):
    """A document that opens, but holds pictures only; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "{what} holds no text, pictures perhaps; run text recognition on"
                    " it and give the result."
                ),
                what=reason(what),
            )
        )


class BrokenDocument(InputRefused):
    """A document that does not open; `what` names it."""

    def __init__(
        self, what: str, advice: str = gettext_noop("fetch or save it again")
    ) -> None:
        super().__init__(
            reason(
                gettext_noop("{what} is damaged or cut short; {advice}."),
                what=reason(what),
                advice=reason(advice),
            )
        )


class PackedInput(InputRefused):
    """The input is packed, and what is in it is no web archive, or a broken one."""

    def __init__(self) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input is packed but no web archive, or it is damaged or cut"
                    " short; if it is a packed page, unpack it first."
                )
            )
        )


class HostileInput(InputRefused):
    """A document built to exhaust its reader; `why` says by what."""

    def __init__(self, why: Reason) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input {why}; it is not opened. Save its text instead."
                ),
                why=why,
            )
        )


class ManyDocuments(InputRefused):
    """A collection was given where one document is wanted; `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input is {what}, which holds many documents; read it with"
                    " `safeconduct reports read` and give the documents one by one."
                ),
                what=reason(what),
            )
        )


class AddressesOnly(InputRefused):
    """A list of addresses was given instead of pages."""

    def __init__(self) -> None:
        super().__init__(
            reason(
                gettext_noop(
                    "The input lists addresses and Safeconduct fetches nothing from"
                    " the network; save the pages, or collect them in a WARC file, and"
                    " give those."
                )
            )
        )
