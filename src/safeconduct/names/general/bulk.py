"""What do many names of any origin tell, as numbers?

`keys.py` reads one name; a register has a million, made of a few ten thousand words.
Here each word is read once, whatever the number of names it stands in, and what names
tell is put together from what their words tell, in arrays.

A **mark** is a surname with the first letter of a given name: the whole name and
`Прокопенко Ю. С.` share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations, permutations
from threading import Lock
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from xxhash import xxh3_64_intdigest

from safeconduct.names.errors import LIMIT
from safeconduct.names.general.given import given
from safeconduct.names.general.initials import father_of, given_keys, initials
from safeconduct.names.general.keys import FORMS, JOINED, TWICE, word_keys_of
from safeconduct.names.general.letters import MOST_WORDS, parted
from safeconduct.names.general.reading import read as read_word
from safeconduct.names.general.weighing import is_patronymic as patronymic
from safeconduct.names.lists import Lists, Places, Table, first, once, places

__all__ = ["KEYS", "Told", "number", "tell"]

KEYS: Final = 8
"""Keys of one name."""
SPELLINGS: Final = 3
"""Readings of a surname that stands in marks, or alone."""
PARTS: Final = 2
"""Readings of a word that is a part."""
MARKED: Final = 3
"""Words of which one may be the surname and another the given name."""
MARKS: Final = 6
"""Marks of one name."""
LATER: Final = 1e-9
"""What it costs to stand behind other words, so that of equals the first is taken."""
NOBODY: Final = -1
REMEMBERED: Final = 1 << 19
"""Words, after which all are forgotten."""
MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)
MEETING: Final = Lock()
"""Held while words are met: two threads would number them twice."""

Numbers = NDArray[np.uint64]
Truths = NDArray[np.bool_]


class Told(NamedTuple):
    """What names tell, a list each.

    Attributes:
        keys: Of pairs of words, or of the one word there is; the best first.
        parts: The words.
        marks: Surnames with the first letter of a given name.
        father: Keys of the father's given name, by the patronymic.
        father_initials: First letters of it.
        given: Keys of the given name in a text that is a father's.
        given_initials: First letters of it.
        alone: No given name is written out.
    """

    keys: Lists
    parts: Lists
    marks: Lists
    father: Lists
    father_initials: Lists
    given: Lists
    given_initials: Lists
    alone: Truths


def number(key: str) -> int:
    """Number the key of a name: of two words the numbers are added.

    Two of 10^7 are one once in 10^5 runs.
    """
    return sum(map(xxh3_64_intdigest, key.encode().split(b"+"))) & (1 << 64) - 1


def tell(texts: Sequence[str]) -> Told:
    """Read names in Cyrillic or Latin letters; what is too long tells nothing."""
    with MEETING:
        known = _words()
        owner, word = known.of(texts)
    count = len(texts)
    long = known.flags["is_long"][word]
    father = long & known.flags["is_patronymic"][word]
    others = np.bincount(owner[long & ~father], minlength=count)
    father &= others[owner] > 1  # in `Янукович Віктор` no word is a patronymic
    told = _matrix(owner[long & ~father], word[long & ~father], JOINED, count)
    fathers = _matrix(owner[father], word[father], 1, count)
    letters = _matrix(owner[~long], word[~long], 2, count)
    alone = (told[:, 0] != NOBODY) & (told[:, 1] == NOBODY)
    shortened = np.where(alone, letters[:, 1], letters[:, 0])
    shortened = np.where(fathers[:, 0] == NOBODY, shortened, fathers[:, 0])
    named = known.flags["is_given"][told] & (told != NOBODY)
    names = np.where(named | ~named.any(1, keepdims=True), told, NOBODY)
    return Told(
        _keys(known, told),
        _parts(known, told),
        _marks(known, told, named, np.where(alone, letters[:, 0], NOBODY)),
        _of(known.tables["father"], fathers),
        _of(known.tables["initials"], shortened[:, None]),
        _of(known.tables["given"], names),
        _of(known.tables["initials"], names),
        alone,
    )


class _Words:
    """The words met so far, each read once; the last flag is that of no word."""

    def __init__(self) -> None:
        self._tokens: dict[str, int] = {}
        self._token = Table()
        self._places: dict[str, int] = {}
        self.tables = {name: Table() for name in _LISTS}
        self.flags: dict[str, Truths] = {name: np.zeros(1, bool) for name in _FLAGS}

    def __len__(self) -> int:
        return len(self._places)

    def of(self, texts: Sequence[str]) -> tuple[Places, Places]:
        """Return the words of all texts: whose each is, and which."""
        split = [text.split() if len(text) <= LIMIT else [] for text in texts]
        sizes = np.fromiter(map(len, split), np.int64, len(split))
        met = [token for each in split for token in each]
        self._meet(dict.fromkeys(token for token in met if token not in self._tokens))
        token = np.fromiter(map(self._tokens.__getitem__, met), np.int64, len(met))
        row, word = self._token.spread(token)
        owner = np.repeat(np.arange(len(texts)), sizes)[row]
        few = places(owner) < MOST_WORDS
        return owner[few], word.astype(np.int64)[few]

    def _meet(self, tokens: dict[str, None]) -> None:
        """Read what stands between two spaces and was not met before."""
        if not tokens:
            return
        each = [parted(token) for token in tokens]
        # In alphabetical order: words that begin alike share what is read of it.
        new = sorted({w for words in each for w in words if w not in self._places})
        for word in new:
            self._places[word] = len(self._places)
        self._read(new)
        for token in tokens:
            self._tokens[token] = len(self._tokens)
        self._token.add([tuple(self._places[w] for w in words) for words in each])

    def _read(self, new: list[str]) -> None:
        """Read words all at once, each wholly before the next."""
        found = [_Word.of(word) for word in new]
        for name in _LISTS:
            self.tables[name].add([getattr(each, name) for each in found])
        for name, flags in self.flags.items():
            added = [getattr(each, name) for each in found]
            self.flags[name] = np.concatenate([flags[:-1], np.array([*added, False])])


class _Word(NamedTuple):
    """What one word tells, as `Told` has it of names; all in numbers.

    Attributes:
        readings: Its keys, best first.
        chances: How unlikely each of them is.
        surname: Its keys as a surname.
        is_long: It is no initial.
        is_patronymic: It may be one.
        is_given: It is a given name of the table.
    """

    readings: tuple[int, ...]
    chances: tuple[int, ...]
    surname: tuple[int, ...]
    initials: tuple[int, ...]
    father: tuple[int, ...]
    given: tuple[int, ...]
    is_long: bool
    is_patronymic: bool
    is_given: bool

    @classmethod
    def of(cls, word: str) -> _Word:
        """Read a word."""
        keys = word_keys_of(word)[:KEYS]
        is_patronymic = patronymic(word)
        return cls(
            tuple(number(key) for key, _ in keys),
            tuple(_packed(logp) for _, logp in keys),
            tuple(number(key) for key, _ in read_word(word)[:SPELLINGS]),
            tuple(map(ord, sorted(initials(word)))),
            tuple(map(number, father_of(word))) if is_patronymic else (),
            tuple(map(number, given_keys(word))),
            len(word) > 1,
            is_patronymic,
            bool(given(word)),
        )


_LISTS: Final = _Word._fields[:6]
_FLAGS: Final = _Word._fields[6:]


_ONE: Final = 2.0**40


def _packed(logp: float) -> int:
    """Write how unlikely a reading is as a whole number, so that it fits a table."""
    return int(-logp * _ONE)


@cache
def _all() -> list[_Words]:
    return [_Words()]


def _words() -> _Words:
    """Return the words this process knows; it forgets them before they are too many."""
    held = _all()
    if len(held[0]) > REMEMBERED:
        held[0] = _Words()
    return held[0]


def _matrix(owner: Places, word: Places, width: int, count: int) -> Places:
    """Write the words of each text in a row, `NOBODY` behind the last."""
    place = places(owner)
    few = place < width
    found = np.full((count, width), NOBODY, np.int64)
    found[owner[few], place[few]] = word[few]
    return found


def _of(table: Table, words: Places) -> Lists:
    """List what a table says of the words in each row."""
    owner, column = (words != NOBODY).nonzero()
    row, values = table.spread(words[owner, column])
    return first(owner[row], values, np.arange(len(row)), KEYS, len(words))


def _padded(table: Table, words: Places, width: int) -> tuple[Numbers, Truths]:
    """Look a list up of each word, a row each, and say what of the row is there."""
    step = np.arange(width)
    there = step < table.sizes[words][:, None]
    at = np.where(there, table.begins[words][:, None] + step, 0)
    return table.values[at], there


# Of n best sums of two ordered lists the k-th of one and the l-th of the other are
# none, where k times l is more.
_BESIDE: Final = np.array(
    [
        (one, other)
        for one in range(FORMS)
        for other in range(min(FORMS, (KEYS + TWICE) // (one + 1)))
    ]
).T


def _keys(known: _Words, told: Places) -> Lists:
    """Join each two words of a name; of one word, take its keys."""
    single = np.flatnonzero((told[:, 0] != NOBODY) & (told[:, 1] == NOBODY))
    row, values = known.tables["readings"].spread(told[single, 0])
    owners, numbers, costs = [single[row]], [values], [places(row).astype(np.float64)]
    for place, (one, other) in enumerate(combinations(range(told.shape[1]), 2)):
        both = np.flatnonzero(told[:, other] != NOBODY)
        if not len(both):
            continue
        left, right = told[both, one], told[both, other]
        sums, cost = _sums(known, left, right)
        best = np.argsort(cost, axis=1, kind="stable")[:, : KEYS + TWICE]
        cost = np.take_along_axis(cost, best, 1)
        there = np.isfinite(cost)
        owners.append(np.repeat(both, there.sum(1)))
        numbers.append(np.take_along_axis(sums, best, 1)[there])
        costs.append(cost[there] + place * LATER)
    return first(
        np.concatenate(owners),
        np.concatenate(numbers),
        np.concatenate(costs),
        KEYS,
        len(told),
    )


def _sums(
    known: _Words, left: Places, right: Places
) -> tuple[Numbers, NDArray[np.float64]]:
    """Add up the readings of two words: their numbers, and how unlikely they are."""
    one, other = _BESIDE
    numbers = [
        _padded(known.tables["readings"], words, FORMS) for words in (left, right)
    ]
    costs = [
        _padded(known.tables["chances"], words, FORMS)[0] / _ONE
        for words in (left, right)
    ]
    there = numbers[0][1][:, one] & numbers[1][1][:, other]
    cost = np.where(there, costs[0][:, one] + costs[1][:, other], np.inf)
    return numbers[0][0][:, one] + numbers[1][0][:, other], cost


def _parts(known: _Words, told: Places) -> Lists:
    owner, column = (told != NOBODY).nonzero()
    row, values = known.tables["readings"].spread(told[owner, column])
    few = places(row) < PARTS
    return once(owner[row][few], values[few], len(told))


def _marks(known: _Words, told: Places, named: Truths, initial: Places) -> Lists:
    """Mark surnames with the first letters of given names, or with an initial."""
    count = len(told)
    is_given = named | ~named[:, :MARKED].any(1, keepdims=True)
    pairs = [
        (told[:, one], np.where(is_given[:, other], told[:, other], NOBODY))
        for one, other in permutations(range(MARKED), 2)
    ]
    pairs.append((told[:, 0], initial))
    owners, values, ranks = [], [], []
    for place, (surname, name) in enumerate(pairs):
        both = np.flatnonzero((surname != NOBODY) & (name != NOBODY))
        row, letters = known.tables["initials"].spread(name[both])
        again, surnames = known.tables["surname"].spread(surname[both][row])
        owners.append(both[row][again])
        values.append(surnames * MULTIPLIER + letters[again])
        ranks.append(places(row[again]) * len(pairs) + place)
    return first(
        np.concatenate(owners),
        np.concatenate(values),
        np.concatenate(ranks),
        MARKS,
        count,
    )
