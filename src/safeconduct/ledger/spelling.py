"""How are numbers and bytes spelled in the one right way?

The C2SP formats write numbers in decimal and bytes in base64 (RFC 4648, section 4).
Many decoders take more than one spelling: leading zeros, signs, digits of other
scripts, base64 without padding or with loose bits in its last letter. Here each value
has one spelling, so a text that parses is the text we would have written::

    70000        not 070000, +70000, 7e4
    AQ==         not AQ, AR==, A Q==
"""

import base64
import binascii
import re

from safeconduct.ledger.merkle import HASH_SIZE

MAX_NUMBER = 2**63 - 1  # what a signed 64-bit integer holds, as in x/mod

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}")
_HASH_LETTERS = 44  # base64 of 32 bytes


def decode_number(text: str) -> int:
    """Read a decimal number, 0 to 2**63 - 1.

    Raises:
        ValueError: It is no such number, or not spelled as one.
    """
    if not _DECIMAL.fullmatch(text) or int(text) > MAX_NUMBER:
        raise ValueError("not a decimal number below 2**63")
    return int(text)


def encode_base64(data: bytes) -> str:
    """Spell bytes in base64."""
    return base64.b64encode(data).decode()


def decode_base64(encoded: str) -> bytes:
    """Read bytes, at least one.

    Raises:
        ValueError: It is empty, not base64, or not as an encoder would write it.
    """
    try:
        decoded = base64.b64decode(encoded.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise ValueError("not base64") from error
    if not decoded or encode_base64(decoded) != encoded:
        raise ValueError("not canonical base64")
    return decoded


def decode_hash(encoded: str) -> bytes:
    """Read a hash of 32 bytes.

    Raises:
        ValueError: It is not 44 letters of canonical base64.
    """
    if len(encoded) != _HASH_LETTERS:
        raise ValueError("not the base64 of a hash")
    decoded = decode_base64(encoded)
    if len(decoded) != HASH_SIZE:
        raise ValueError("not the base64 of a hash")
    return decoded
