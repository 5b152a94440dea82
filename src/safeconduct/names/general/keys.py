"""What does an index store of a name, and what is looked up in it?

Two kinds of keys, both of small Latin letters. A **word key** is how one word sounds
(`zelenski`); a given name has the key of its class too, so that Volodymyr and Vladimir
meet. A **name key** joins the keys of two words by `+`, in alphabetical order whatever
the order of the words, the patronymic left out (`vladimir+zelenski`). A name of one
word has its word keys alone.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from safeconduct.names.errors import LIMIT
from safeconduct.names.general.channel import channel
from safeconduct.names.general.evidence import Range, Reading
from safeconduct.names.general.given import begun, given
from safeconduct.names.general.letters import script, words
from safeconduct.names.general.reading import cyrillic_of, read
from safeconduct.names.general.romanising import coarse
from safeconduct.names.general.weighing import is_patronymic

__all__ = ["edits", "keys", "prefixes", "told", "word_keys", "word_keys_of"]

JOIN = "+"
# Names have at most so many words joined with one another: 6 pairs.
JOINED = 4
# Readings of a word that are joined; pairs of readings that may come twice.
FORMS, TWICE = 6, 2
# A typing error: the penalty of NAMES.md 2.7, in nats.
ERROR = -4.5
# How much the probabilities of words are levelled: an error is no choice of words.
LEVELLED = 0.5
# Letters with which digraphs begin that read otherwise (kh, ph, ts, sz), from the third
# letter of a word on; and the nats that such a guess costs.
HALVES, DIGRAPHS, OPEN = "kptsczdgj", 2, -2.5
# What a class of given names costs, found by the beginning of another of its forms.
CLASS = -2.0
FIRST = "\0"
LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюя"


def keys(text: str, n: int = 16) -> tuple[str, ...]:
    """Return the name keys of a name, best first, at most `n`; never raises.

    Of keys that are as good the one whose words stand first comes first.
    """
    if len(text) > LIMIT:
        return ()
    return _name_keys(words(text), n)


def told(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name but initials and patronymics; the patronymics.

    Raises:
        TooLong: The text has more than 200 characters.
    """
    return _told(words(text))


def _told(all_words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    long = tuple(word for word in all_words if len(word) > 1)
    told = tuple(word for word in long if not is_patronymic(word))
    # Surnames end like patronymics too: in `Янукович Віктор` no word is one.
    if len(told) <= 1:
        return long, ()
    return told, tuple(word for word in long if is_patronymic(word))


def word_keys(text: str, n: int = 8) -> tuple[tuple[Reading, ...], ...]:
    """Return for each word of a name its keys with log posteriors; never raises."""
    if len(text) > LIMIT:
        return ()
    return tuple(word_keys_of(word)[:n] for word in words(text))


@lru_cache(maxsize=1 << 16)
def word_keys_of(word: str) -> tuple[Reading, ...]:
    """Read a word; a name of the table is read as its class first."""
    found = {reading.key: reading.logp for reading in read(word)}
    for what in given(word)[:2]:
        name = coarse(what.name)
        if what.kind != "patronymic":
            found[name] = max(found.get(name, -math.inf), -0.1)
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Reading(*each) for each in best)


@lru_cache(maxsize=1 << 14)
def _name_keys(all_words: tuple[str, ...], n: int) -> tuple[str, ...]:
    kept = _told(all_words)[0][:JOINED]
    if len(kept) == 1:
        return tuple(key for key, _ in word_keys_of(kept[0])[:n])
    found: dict[str, float] = {}
    for one, other in combinations([word_keys_of(word)[:FORMS] for word in kept], 2):
        _join(one, other, n, found)
    best = sorted(found.items(), key=lambda each: -each[1])
    return tuple(key for key, _ in best[:n])


def _join(
    one: tuple[Reading, ...],
    other: tuple[Reading, ...],
    n: int,
    found: dict[str, float],
) -> None:
    """Add the keys of two words that may be among the n best.

    Where k pairs are as good as a pair in both words, it is not among the k best. A
    pair may be found twice, the words changed over, so that a few more are looked at.
    """
    for place, (left, first) in enumerate(one):
        for right, second in other[: (n + TWICE) // (place + 1)]:
            key = left + JOIN + right if left <= right else right + JOIN + left
            logp = first + second
            if logp > found.get(key, -math.inf):
                found[key] = logp


def prefixes(partial: str, n: int = 8) -> tuple[Range, ...]:
    """Return ranges of word keys in which the last word, half typed, may end.

    The words before it are complete: look them up by `word_keys`. A given name of the
    table finds its class as well, so that Volod finds Vladimir too.

    Raises:
        TooLong: The text has more than 200 characters.
    """
    typed = words(partial)
    if not typed:
        return ()
    found: dict[Range, None] = {}
    for key, logp in _half(typed[-1]):
        found[Range(key, key[:-1] + chr(ord(key[-1]) + 1), logp)] = None
    for name in begun(typed[-1])[:n]:
        key = coarse(name)
        found[Range(key, key + FIRST, CLASS)] = None
    return tuple(sorted(found, key=lambda each: (-each.logp, each.low)))[:n]


def _half(word: str) -> list[Reading]:
    """Read the beginning of a word; its last letter may be half of a digraph."""
    found = list(read(word))
    if script(word) == "latin" and len(word) > DIGRAPHS and word[-1] in HALVES:
        found += [Reading(key, OPEN + logp) for key, logp in read(word[:-1])[:2]]
    return found


def edits(text: str, n: int = 64) -> tuple[Reading, ...]:
    """Return word keys one typing error away from any word, the likeliest first.

    Raises:
        TooLong: The text has more than 200 characters.
    """
    found: dict[str, float] = {}
    for word in words(text):
        for cyrillic, logp in cyrillic_of(word)[:1]:
            for key, changed in _edited(cyrillic).items():
                found[key] = max(found.get(key, -math.inf), logp + changed)
    best = sorted(found.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Reading(key, logp) for key, logp in best[:n])


@lru_cache(maxsize=1 << 10)
def _edited(cyrillic: str) -> dict[str, float]:
    """Return the keys of all single edits with log P, by how likely they are words."""
    letters = channel().model.letters["cyrillic"]
    mass: dict[str, float] = {}
    for changed in dict.fromkeys(_changed(cyrillic)):
        key = coarse(changed)
        if key:
            mass[key] = mass.get(key, 0.0) + math.exp(LEVELLED * letters.log(changed))
    mass.pop(coarse(cyrillic), None)
    total = sum(mass.values())
    return {key: ERROR + math.log(part / total) for key, part in mass.items()}


def _changed(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]
