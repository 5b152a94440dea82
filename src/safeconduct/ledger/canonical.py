"""How are values written so that there is one way to write them?

JCS (RFC 8785), of a list of strings, integers, booleans and nulls. JCS does not
normalise text, and Hangul has two forms, so strings are brought to NFC first::

    ["wish", "undecided"]        ["wish","undecided"]
    ["place", "수용소"]           ["place","수용소"], in either form

Values are secrets: no message shows one.
"""

import json
import unicodedata
from collections.abc import Sequence

import rfc8785

_MAX_INT = 2**53 - 1  # RFC 8785 section 3.2.2.3: what a JSON number holds exactly

Value = str | int | bool | None


def write(values: Sequence[Value], *, what: str) -> bytes:
    """Write a list of values.

    Args:
        values: What to write.
        what: How to call the list in a message.

    Raises:
        ValueError: One is not a string, an integer that JSON holds, a boolean or
            None.
    """
    try:
        return rfc8785.dumps([_prepare(value, what) for value in values])
    except rfc8785.CanonicalizationError:  # its message may show the value
        raise ValueError(f"{what} is not valid Unicode") from None


def read(content: bytes) -> list[Value]:
    """Read what `write` wrote.

    Raises:
        ValueError: It is no list, or not written as `write` does. The message does
            not show the content.
    """
    try:
        values = json.loads(content)
        if isinstance(values, list) and write(values, what="this") == content:
            return values
    except (ValueError, TypeError, RecursionError):
        pass  # said below, without the content: it may be anything
    raise ValueError("not a list of values in canonical JSON")


def normalise(text: str) -> str:
    """Bring text to NFC."""
    # Text choices are strings with a str() of their own; we commit to the string.
    return unicodedata.normalize("NFC", str.__str__(text))


def _prepare(value: Value, what: str) -> Value:
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, int):
        if abs(value) > _MAX_INT:
            raise ValueError(f"{what}: an integer is at most 2**53 - 1")
    elif value is not None:
        raise ValueError(f"{what}: a value is a string, int, bool or None")
    return value
