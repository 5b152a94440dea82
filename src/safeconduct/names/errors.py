"""What the names library refuses.

    NamesError
        TooLong

Everything else is read, or read as no name: no other error leaves the library.
"""

LIMIT = 200
"""Characters of the longest name that is read; no name of a person comes near it."""


class NamesError(ValueError):
    """The base of what this library refuses."""


class TooLong(NamesError):
    """A text too long to be a name.

    Attributes:
        length: Characters it has.
    """

    def __init__(self, length: int):
        super().__init__(
            f"A name of {length} characters is too long to read:"
            f" give at most {LIMIT} characters."
        )
        self.length = length


def measured(text: str) -> str:
    """Return the text as it is.

    Raises:
        TooLong: It has more than `LIMIT` characters.
    """
    if len(text) > LIMIT:
        raise TooLong(len(text))
    return text
