"""Which keys does one word of a name have?

The key of a word is how it sounds, coarsely, in Latin letters: a Cyrillic word has one,
a Latin word as many as there are ways to read it, each with its probability.
"""

import math
from functools import lru_cache

from safeconduct.names.general.channel import channel
from safeconduct.names.general.evidence import Reading
from safeconduct.names.general.letters import folded, russian, script
from safeconduct.names.general.romanising import coarse

__all__ = ["cyrillic_of", "read"]

WIDE = 12


@lru_cache(maxsize=1 << 16)
def read(word: str) -> tuple[Reading, ...]:
    """Return the keys of a word, best first, with their log posteriors in nats."""
    if script(word) == "cyrillic":
        only = coarse(russian(word))
        return (Reading(only, 0.0),) if only else ()
    spelled = cyrillic_of(word)
    total: dict[str, float] = {}
    for cyrillic, logp in spelled:
        key = coarse(cyrillic)
        if key:
            total[key] = total.get(key, 0.0) + math.exp(logp)
    best = sorted(total.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Reading(key, math.log(mass)) for key, mass in best)


@lru_cache(maxsize=1 << 16)
def cyrillic_of(word: str) -> tuple[tuple[str, float], ...]:
    """Return how a word may be written in Russian letters, with log posteriors."""
    if script(word) == "cyrillic":
        plain = russian(word)
        return ((plain, 0.0),) if plain else ()
    one = channel()
    found = one.readings(one.known(word), WIDE)
    if not found and not word.isascii():
        found = one.readings(folded(word), WIDE)
    total = math.log(sum(math.exp(logp) for _, logp in found)) if found else 0.0
    return tuple((cyrillic, logp - total) for cyrillic, logp in found)
