"""Ways to alter bytes, every one of which must be found."""

from collections.abc import Iterator


def every_bit(content: bytes) -> Iterator[bytes]:
    """The content with one bit flipped, once for each."""
    for bit in range(8 * len(content)):
        altered = bytearray(content)
        altered[bit // 8] ^= 1 << bit % 8
        yield bytes(altered)


def every_byte(content: bytes) -> Iterator[bytes]:
    """The content with one byte raised by one, once for each."""
    for at, byte in enumerate(content):
        yield content[:at] + bytes([(byte + 1) % 256]) + content[at + 1 :]


def every_substring(content: bytes) -> Iterator[bytes]:
    """All that is left when something is cut away in front, behind, or both."""
    whole = len(content)
    for start in range(whole):
        for stop in range(start, whole + 1):
            if stop - start < whole:
                yield content[start:stop]


def every_cut(content: bytes) -> Iterator[bytes]:
    """What is left when something is cut away in front, or behind, or one byte."""
    for at in range(1, len(content)):
        yield content[:at]
        yield content[at:]
        yield content[:at] + content[at + 1 :]
