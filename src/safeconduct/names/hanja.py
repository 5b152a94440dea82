"""How is a name in Chinese characters read in Korean?

A character is read by the table; one with several readings, 金 above all (김 as a
surname, 금 elsewhere), has them all. A character that the table lacks leaves the name
unread.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from itertools import islice, product

from safeconduct.names.errors import measured
from safeconduct.names.hangul import lawful
from safeconduct.names.prior import Prior
from safeconduct.names.tables import table

LONGEST = 5
"""Characters of a name."""
MOST = 256
"""Readings of one name."""


@cache
def surnames() -> dict[str, tuple[str, ...]]:
    """Return surnames by characters: canonical keys."""
    found: dict[str, list[str]] = defaultdict(list)
    for reading, characters in table("hanja")["surnames"].items():
        key = "".join(map(lawful, reading))
        for spelled in (characters,) if len(reading) > 1 else characters:
            found[spelled].append(key)
    return {spelled: tuple(keys) for spelled, keys in found.items()}


@cache
def given() -> dict[str, tuple[str, ...]]:
    """Return canonical syllables by character."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for part in ("given", "surnames"):
        for reading, characters in table("hanja")[part].items():
            if len(reading) == 1:
                for character in characters:
                    found[character].setdefault(lawful(reading))
    return {character: tuple(readings) for character, readings in found.items()}


def readings(text: str, prior: Prior) -> list[tuple[str, float]]:
    """Return keys with P(key), best first; none where a character is unknown.

    Raises:
        TooLong: It has more than 200 characters.
    """
    found = {name: prior.name(name) for name in candidates(text)}
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))


def candidates(text: str) -> list[str]:
    """Return keys in the order of the table; none where a character is unknown.

    Raises:
        TooLong: It has more than 200 characters.
    """
    composed = unicodedata.normalize("NFKC", measured(text))
    letters = "".join(letter for letter in composed if letter.isalpha())
    if not 0 < len(letters) <= LONGEST:
        return []
    for size in (2, 1):
        rest = [given().get(letter, ()) for letter in letters[size:]]
        found = [
            surname + "".join(syllables)
            for surname in surnames().get(letters[:size], ())
            for syllables in islice(product(*rest), MOST)
        ]
        if found:
            return list(dict.fromkeys(found))
    return []
