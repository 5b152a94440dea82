"""How do bytes become a QR code that a phone reads from paper?

Base45 (`ledger.base45`) in alphanumeric mode, correction level M, which survives the
loss of about 15 % (ISO/IEC 18004). A locator of 42 bytes gives version 4, a receipt of
1,031 bytes version 27. What does not fit the largest version at M is written at L.
"""

from dataclasses import dataclass
from io import BytesIO

import segno

from safeconduct.ledger import base45

QUIET = 4  # modules around the code, ISO/IEC 18004
# What version 27-M holds: 1,552 letters, three for two bytes.
FITS = 1_034


class TooLong(ValueError):
    """No QR code holds so many bytes."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code.

    Attributes:
        text: What a scanner reads.
        version: Version and level, such as `27-M`.
        modules: How many along one side, with the quiet zone.
        svg: The drawing, one unit to a module.
    """

    text: str
    version: str
    modules: int
    svg: str


def code(content: bytes) -> Code:
    """Draw bytes as a QR code.

    Raises:
        TooLong: More than 2,864 bytes.
    """
    text = base45.encode(content)
    drawn = _make(text)
    svg = BytesIO()
    drawn.save(svg, kind="svg", border=QUIET, xmldecl=False, omitsize=True)
    return Code(
        text=text,
        version=drawn.designator,
        modules=int(drawn.symbol_size(border=QUIET)[0]),
        svg=svg.getvalue().decode(),
    )


def _make(text: str) -> segno.QRCode:
    for level in ("m", "l"):
        try:
            return segno.make_qr(
                text, error=level, mode="alphanumeric", boost_error=False
            )
        except segno.DataOverflowError:
            continue
    raise TooLong("A receipt with so many signatures fits no QR code.")
