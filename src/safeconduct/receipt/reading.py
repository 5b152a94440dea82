"""What has somebody handed in: a proof file, a code as scanned, hex, or bytes?

Base45 has a space among its letters, and paste, mail and terminals eat spaces at both
ends. Where a text lacks letters there, the spaces are put back: the signature tells
whether that was right.
"""

import re
from collections.abc import Iterator

from safeconduct.ledger import (
    Locator,
    MalformedProof,
    MalformedSlip,
    Proof,
    Receipt,
    base45,
)

Found = Locator | Receipt | Proof

LOCATOR_SIZE = 42  # bytes

_PROOF = b"c2sp.org/tlog-proof@"
_HEX = re.compile(r"(?:[0-9a-f]{2})+")


class Unreadable(ValueError):
    """It is nothing of which a slip or a proof could be made."""


def read(content: bytes) -> Found:
    """Read what was handed in; whether it proves anything is another question.

    Raises:
        Unreadable: It is neither a proof file nor a code of a slip.
    """
    if content.startswith(_PROOF):
        try:
            return Proof.parse(content)
        except MalformedProof as error:
            raise Unreadable(f"This is no proof file: {error}.") from error
    why = []
    for slip in _spellings(content):
        try:
            return _parse(slip)
        except MalformedSlip as error:
            why.append(str(error))
    # The text as it came counts, not what was tried with it.
    said = why[0] if why else "it is neither base45, as a QR code holds it, nor hex"
    raise Unreadable(f"This is no code of a receipt: {said}.")


def _parse(slip: bytes) -> Locator | Receipt:
    if len(slip) == LOCATOR_SIZE:
        return Locator.parse(slip)
    return Receipt.parse(slip)


def _spellings(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x01"):
        yield content
        return
    text = content.decode("latin-1").strip("\r\n\t")
    together = "".join(text.split())
    if _HEX.fullmatch(together):
        yield bytes.fromhex(together)
    bare = text.strip(" ")
    for spelled in dict.fromkeys((text, bare, f" {bare}", f"{bare} ", f" {bare} ")):
        try:
            yield base45.decode(spelled)
        except ValueError:
            continue
