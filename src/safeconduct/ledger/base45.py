"""How do bytes become the letters that a QR code holds best?

Base45, RFC 9285: two bytes make three letters, a last single byte two, least
significant first, of the 45 letters of QR's alphanumeric mode. ``AB`` is ``BB8``,
``Hello!!`` is ``%69 VD92EX0``.

The package `base45` of PyPI does the same, but its last release is of 2022 and it has
no maintainer's promise; thirty lines are easier to keep than a dependency. Each value
has one spelling: three letters above FFFF, or two above FF, are refused.
"""

_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}
_BASE = len(_LETTERS)


def encode(data: bytes) -> str:
    """Write bytes in base45."""
    return "".join(_encode_group(data[at : at + 2]) for at in range(0, len(data), 2))


def decode(text: str) -> bytes:
    """Read base45.

    Raises:
        ValueError: It is not as `encode` writes it.
    """
    groups = (text[at : at + 3] for at in range(0, len(text), 3))
    return b"".join(map(_decode_group, groups))


def _encode_group(group: bytes) -> str:
    number = int.from_bytes(group, "big")
    letters = []
    for _ in range(len(group) + 1):
        number, value = divmod(number, _BASE)
        letters.append(_LETTERS[value])
    return "".join(letters)


def _decode_group(group: str) -> bytes:
    if len(group) == 1 or not _VALUES.keys() >= set(group):
        raise ValueError("not base45")
    number = 0
    for letter in reversed(group):
        number = number * _BASE + _VALUES[letter]
    try:
        return number.to_bytes(len(group) - 1, "big")
    except OverflowError as error:
        raise ValueError("not base45") from error
