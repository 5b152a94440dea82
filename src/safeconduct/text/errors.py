"""Why an input could not be read.

TextError
└── InputRefused
    ├── EmptyInput
    ├── InputTooLarge
    ├── BinaryInput
    └── UnknownCharset
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
