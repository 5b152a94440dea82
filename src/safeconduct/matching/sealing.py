"""How is a text sealed that speaks of two persons?

With both keys, one seal inside the other. Whichever of the two is erased, the text is
gone: sealed with one key alone, it would outlive the other person.
"""

from uuid import UUID

from safeconduct.keyring import queries as keyring

Pair = tuple[UUID, UUID]


def seal(pair: Pair, row: UUID, use: str, text: str) -> bytes:
    """Seal a text for a row of the pair.

    Args:
        pair: The two persons, in the order of the pair.
        row: The row that keeps it.
        use: Which of the row's texts it is, such as `reason`.
        text: What is kept.
    """
    place = _place(row, use)
    inner = keyring.key(pair[0]).seal(text.strip().encode(), place=place)
    return keyring.key(pair[1]).seal(inner, place=place)


def unseal(pair: Pair, row: UUID, use: str, sealed: bytes | memoryview) -> str:
    """Read what `seal` made.

    Raises:
        KeyDestroyed: One of the two was erased.
        SealBroken: The row was altered.
    """
    place = _place(row, use)
    inner = keyring.key(pair[1]).unseal(bytes(sealed), place=place)
    return keyring.key(pair[0]).unseal(inner, place=place).decode()


def _place(row: UUID, use: str) -> str:
    return f"matching/{use}/{row}"
