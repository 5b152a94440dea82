"""Under which keys are many names filed, as numbers?

`names.keys` reads one name; a register has a million. Here each surname, each given
name and each word is read once for all the spellings that have it, and their readings
are put together in arrays. Keys become numbers, which any engine compares fast.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from safeconduct.names import general, hanja
from safeconduct.names.channel import Vector
from safeconduct.names.decoding import (
    BARE,
    NARROW,
    NEGLIGIBLE,
    Decoder,
    decoders,
    prior,
)
from safeconduct.names.folding import Folded, Script, fold_all
from safeconduct.names.general.bulk import KEYS, MULTIPLIER, tell
from safeconduct.names.hangul import key as key_of
from safeconduct.names.lists import (
    Lists,
    Numbers,
    Places,
    differs,
    listed,
    once,
    places,
)
from safeconduct.names.weighing import BOTH, KOREAN, LEAST, SURE

FEW: Final = 2
"""Of these, how many are left to the less likely tongue where either may be meant."""
BESIDE: Final = 6
"""Korean keys of a spelling that was not taken for Korean."""
PARTED: Final = 3
"""Of the Korean keys, those that are taken apart into parts."""
SYLLABLES: Final = 4
"""Of a Korean key that are looked at for its parts."""

Chances = NDArray[np.float64]
Letters = NDArray[np.uint32]
"""Code points, a row a reading; zero behind its end."""
Joint = Iterable[tuple[str, Vector]]
NOBODY: Final = (("", (1.0, 0.0, 0.0)),)
"""The surname of a name that is read as a whole."""
NO_MORE: Final = (("", (1.0, 1.0, 1.0)),)
"""The given name, where nothing but a surname is written."""


class Keyed(NamedTuple):
    """Keys and parts of some texts, as numbers.

    Attributes:
        keys: Of each text the best key first. A surname alone, or beside initials, has
            none: as a key it would say that everybody of that surname is one.
        parts: What two neighbouring names share: of a Korean key the surname with each
            given syllable in its place, of any other name each word.
        marks: Surnames with the first letter of a given name.
        father: Keys of the father's given name, as the patronymic tells it.
        father_initials: First letters of it.
        given: Keys of the given name in a text that is a father's.
        given_initials: First letters of it.
    """

    keys: Lists
    parts: Lists
    marks: Lists
    father: Lists
    father_initials: Lists
    given: Lists
    given_initials: Lists


def keyed(texts: Sequence[str]) -> Keyed:
    """Find keys and parts of names in any script.

    The keys are those of `names.keys`, and where a name was not taken for Korean the
    best Korean ones beside them: a pair of records is weighed by all its fields, and a
    Korean name taken for a Russian one must not be lost before. A text that is too long
    or no name has none.
    """
    folded = fold_all(texts)
    read = _read(texts, folded)
    korean = _shares(texts, folded, read.sums)
    asked = np.array(
        [at for at, each in enumerate(folded) if each and korean[at] <= SURE], np.int64
    )
    told = tell([texts[at] for at in asked])
    foreign = korean[asked] <= KOREAN
    keys = _filed(read, korean, asked, told.keys.without(told.alone & foreign))
    others = told.parts.without(~foreign)
    return Keyed(
        keys,
        _parts(read, korean, asked, others),
        *(
            _widened(each.without(~foreign), asked, len(texts))
            for each in (
                *(told.marks, told.father, told.father_initials),
                *(told.given, told.given_initials),
            )
        ),
    )


def _widened(lists: Lists, asked: Places, count: int) -> Lists:
    """Give the lists of those asked to all, to the others empty ones."""
    of_each = np.zeros(count, np.int64)
    of_each[asked] = lists.of_each
    return Lists(lists.values, of_each)


@dataclass
class _Parts:
    """Parts of names, each read once however many names have it."""

    _places: dict[Hashable, int] = field(default_factory=dict)
    _sizes: list[int] = field(default_factory=list)
    _readings: list[tuple[str, Vector]] = field(default_factory=list)

    def place(self, part: Hashable, read: Callable[[], Joint]) -> int:
        """Return the place of a part; it is read when met for the first time."""
        known = self._places.get(part)
        if known is None:
            known = self._places[part] = len(self._sizes)
            before = len(self._readings)
            self._readings += read()
            self._sizes.append(len(self._readings) - before)
        return known

    def table(self) -> _Table:
        """Put the readings of all parts into arrays."""
        sizes = np.array(self._sizes, np.int64)
        names = [name for name, _ in self._readings]
        vectors = [vector for _, vector in self._readings]
        width = max(SYLLABLES, *map(len, names), 1)
        letters = np.array(names, f"<U{width}").view(np.uint32).reshape(-1, width)
        return _Table(
            sizes.cumsum() - sizes,
            sizes,
            np.array(vectors, np.float64).reshape(-1, 3),
            letters,
        )


class _Table(NamedTuple):
    """Where the readings of each part begin, how many they are, and all of them."""

    begins: Places
    sizes: Places
    vectors: Chances
    letters: Letters

    def numbers(self) -> tuple[Numbers, Numbers]:
        """Number each reading, and say by what a number is shifted to stand before."""
        found = np.zeros(len(self.letters), np.uint64)
        shift = np.ones(len(self.letters), np.uint64)
        for column in self.letters.T:
            there = column > 0
            found = np.where(there, found * MULTIPLIER + column, found)
            shift = np.where(there, shift * MULTIPLIER, shift)
        return found, shift


@dataclass
class _Ways:
    """Ways to read texts as Korean: a surname, a given name, and P(this way)."""

    surnames: _Parts = field(default_factory=_Parts)
    given: _Parts = field(default_factory=_Parts)
    rows: list[tuple[int, int, int]] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)

    def add(self, at: int, text: str, folded: Folded) -> None:
        """Add the ways to read the text of a place."""
        if folded.script in BOTH:
            self._add_spelled(at, folded)
        elif folded.script is Script.HANGUL:
            self._add_whole(at, [(key_of(text), 1.0)])
        elif folded.script is Script.HANJA:
            self._add_whole(at, hanja.readings(text, prior()))

    def _add_spelled(self, at: int, folded: Folded) -> None:
        decoder = decoders()[folded.script]
        if len(folded.words) == 1:
            alone = decoder.channel.surnames.get("".join(folded.words[0]), ())
            self._add(at, alone, self.given.place("", lambda: NO_MORE), BARE)
        for own, letters, borders, chance in decoder.parses(folded):
            read = partial(_given, decoder, letters, borders)
            given = self.given.place((folded.script, letters, borders), read)
            self._add(at, own, given, chance)

    def _add_whole(self, at: int, read: Iterable[tuple[str, float]]) -> None:
        whole = [(name, (chance, 0.0, 0.0)) for name, chance in read if name]
        self._add(at, NOBODY, self.given.place(at, lambda: whole), 1.0)

    def _add(self, at: int, own: Joint, given: int, chance: float) -> None:
        # A channel keeps the readings of its surnames: each has one identity.
        self.rows.append((at, self.surnames.place(id(own), lambda: own), given))
        self.chances.append(chance)


def _given(decoder: Decoder, letters: str, borders: tuple[int, ...]) -> Joint:
    return decoder.given(letters, borders)[:NARROW]


class _Read(NamedTuple):
    """The best Korean readings of texts: text by text, the best first.

    Attributes:
        texts: Whose each reading is.
        rank: Its place among the readings of its text, from 0.
        numbers: Its key.
        letters: The first syllables of its key.
        sums: By text: P(reading, spelling) of all its readings.
    """

    texts: Places
    rank: Places
    numbers: Numbers
    letters: Letters
    sums: Chances


def _read(texts: Sequence[str], folded: Sequence[Folded | None]) -> _Read:
    """Read texts as Korean names: every surname beside every given name."""
    ways = _Ways()
    for at, (text, each) in enumerate(zip(texts, folded, strict=True)):
        if each is not None:
            ways.add(at, text, each)
    own, rest = ways.surnames.table(), ways.given.table()
    owner, surname, given = np.array(ways.rows, np.int64).reshape(-1, 3).T
    sizes = own.sizes[surname] * rest.sizes[given]
    way = np.repeat(np.arange(len(sizes)), sizes)
    step = np.arange(len(way)) - np.repeat(sizes.cumsum() - sizes, sizes)
    beside = rest.sizes[given][way]
    one = own.begins[surname][way] + step // beside
    other = rest.begins[given][way] + step % beside
    chances = np.array(ways.chances)[way] * np.einsum(
        "ij,ij->i", own.vectors[one], rest.vectors[other]
    )
    (heads, _), (tails, shift) = own.numbers(), rest.numbers()
    numbers = heads[one] * shift[other] + tails[other]
    best, rank, sums = _ranked(owner[way], numbers, chances, len(texts))
    letters = _joined(own.letters[one[best]], rest.letters[other[best]])
    return _Read(owner[way][best], rank, numbers[best], letters, sums)


def _ranked(
    texts: Places, numbers: Numbers, chances: Chances, count: int
) -> tuple[Places, Places, Chances]:
    """Add up what gives the same key, and order the keys of each text.

    Returns:
        Where the best readings stand, their ranks, and the sums by text.
    """
    order = np.lexsort((numbers, texts))
    texts, numbers = texts[order], numbers[order]
    first = np.flatnonzero(differs(texts) | differs(numbers))
    if not len(first):
        return order, order, np.zeros(count)
    added = np.add.reduceat(chances[order], first)
    texts, order = texts[first], order[first]
    best = np.zeros(count)
    np.maximum.at(best, texts, added)
    kept = added > best[texts] * NEGLIGIBLE
    texts, order, added = texts[kept], order[kept], added[kept]
    # Rounded: what is as likely must not be ordered by the last digit of a sum.
    by_rank = np.lexsort((-added.astype(np.float32), texts))
    rank = places(texts)
    few = rank < KEYS
    sums = np.bincount(texts, added, count).astype(np.float64)
    return order[by_rank][few], rank[few], sums


def _joined(surnames: Letters, given: Letters) -> Letters:
    """Write surnames and given names as one, as far as parts are made of them."""
    both = np.hstack([surnames, given])
    size = (surnames > 0).sum(1, keepdims=True)
    column = np.arange(SYLLABLES)[None, :]
    jump = np.where(column < size, 0, surnames.shape[1] - size)
    return np.take_along_axis(both, column + jump, 1)


def _shares(
    texts: Sequence[str], folded: Sequence[Folded | None], sums: Chances
) -> Chances:
    """Return P(Korean | spelling) of each text."""
    either = [
        at
        for at, each in enumerate(folded)
        if each and each.script in BOTH and sums[at]
    ]
    found = (sums > 0).astype(np.float64)
    other = np.exp([general.log_likelihood(texts[at]) for at in either])
    korean = KOREAN * sums[either]
    found[either] = korean / (korean + (1 - KOREAN) * other)
    return found


def _filed(read: _Read, korean: Chances, asked: Places, others: Lists) -> Lists:
    """Put the keys of both tongues side by side, the likelier tongue first."""
    count = len(korean)
    size = np.zeros(count, np.int64)
    size[asked] = others.of_each
    first = korean > KOREAN
    between = (korean >= LEAST) & (korean <= SURE)
    of_korean = np.bincount(read.texts, minlength=count)
    most = np.where(first, np.where(between, KEYS - FEW, KEYS), BESIDE)
    most = np.where(between & ~first, np.maximum(KEYS - size, BESIDE), most)
    most_others = np.where(first, KEYS - np.minimum(of_korean, most), KEYS)
    most_others = np.where(between & ~first, KEYS - FEW, most_others)
    owners = asked[others.owners()]
    mine = read.rank < most[read.texts]
    its = places(owners) < most_others[owners]
    texts = np.concatenate([read.texts[mine], owners[its]])
    behind = np.concatenate([~first[read.texts[mine]], first[owners[its]]])
    numbers = np.concatenate([read.numbers[mine], others.values[its]])
    order = np.lexsort((behind, texts))
    return listed(texts[order], numbers[order], count)


def _parts(read: _Read, korean: Chances, asked: Places, others: Lists) -> Lists:
    """Take Korean readings apart, and put the words of other names beside them."""
    mine = (read.rank < PARTED) & (korean[read.texts] > KOREAN)
    letters = read.letters[mine].astype(np.uint64)
    place = np.arange(SYLLABLES, dtype=np.uint64)
    parts = letters[:, :1] << np.uint64(32) | place << np.uint64(24) | letters
    there = letters > 0
    there[:, 0] = False
    owners = np.repeat(read.texts[mine], there.sum(1))
    return once(
        np.concatenate([owners, asked[others.owners()]]),
        np.concatenate([parts[there], others.values]),
        len(korean),
    )
