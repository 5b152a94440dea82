"""What do initials and a patronymic tell of a name?

Lists of Russian and Ukrainian names often say `Прокопенко Ю. С.` for the whole name.
A patronymic is the father's given name in another form: it is filed under the key of
that name, or under its own beginning where the table has no such name.
"""

import re
from functools import lru_cache

from safeconduct.names.general.given import begins, given
from safeconduct.names.general.reading import read
from safeconduct.names.general.romanising import coarse

__all__ = ["father_of", "given_keys", "initials"]

# A reading that is taken for the beginning of a word, and for an initial, in nats.
LIKELY, LIKELY_ALONE = -1.5, -4.0
READINGS = 4
# How the key of a patronymic ends that no table explains.
ENDING = re.compile(r"i?[aoei]?(?:v?ich|v?na|vih)$")
STEM = 3  # letters that must be left of it


@lru_cache(maxsize=1 << 16)
def initials(word: str) -> frozenset[str]:
    """Return the letters with which the keys of a word may begin.

    A given name begins as any form of it does: O. Kovalenko may be Aleksandr.
    """
    least = LIKELY if len(word) > 1 else LIKELY_ALONE
    found = {key[:1] for key, logp in read(word)[:READINGS] if logp > least}
    for what in given(word):
        found |= begins(what.name)
    return frozenset(found)


def father_of(patronymic: str) -> tuple[str, ...]:
    """Return the keys of the given name a patronymic is made of, likeliest first."""
    known = [what.name for what in given(patronymic) if what.kind == "patronymic"]
    if known:
        return tuple(dict.fromkeys(map(coarse, known)))
    stems = (ENDING.sub("", key) for key, _ in read(patronymic)[:READINGS])
    return tuple(dict.fromkeys(stem for stem in stems if len(stem) >= STEM))


def given_keys(word: str) -> tuple[str, ...]:
    """Return the keys of a given name: those of its class, if it is of one."""
    names = [what.name for what in given(word)]
    if names:
        return tuple(dict.fromkeys(map(coarse, names)))
    return tuple(key for key, _ in read(word)[:READINGS])
