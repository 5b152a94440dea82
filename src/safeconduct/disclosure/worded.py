"""Whose names consist of these words, in whatever order a text puts them?

A Slavic name of three words can be written in some fifty ways: of 10^5 persons these
were 2.7 million patterns, 5 GB, 42 seconds to build. Here the words alone are kept, and
the persons of each two that stand in one name; a text joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.variants import Form, Writings, fathers_of
from safeconduct.names.lists import differs

__all__ = ["Bearers", "Found", "Name", "Owners", "Words"]

Owners = NDArray[np.int32]
"""Indexes of persons, rising."""
Numbers = Sequence[int]
"""Words, by their numbers."""
Name = tuple[int, Sequence[Writings], Iterable[str]]
"""Whose it is, its words, and the keys of his father's name, if they tell it."""
NOBODY: Final = np.empty(0, dtype=np.int32)
REMEMBERED: Final = 1 << 12
"""Words asked for, after which their persons are forgotten."""


class Found(NamedTuple):
    """Units of a text that may be words of one name.

    Attributes:
        first, last: Places in the run of units.
        form: Whether the whole name stands there, or one part of it.
        owners: The persons who have a name of these words.
    """

    first: int
    last: int
    form: Form
    owners: Owners


class Words:
    """Words of names, and the persons who bear them."""

    def __init__(self, names: Iterable[Name]) -> None:
        known: dict[Writings, int] = {}
        fathers: dict[str, int] = {}
        alone, pairs, sons = Bearers(), Bearers(), Bearers()
        for person, own, his in names:
            if not own:
                continue
            mine = [known.setdefault(each, len(known)) for each in own]
            alone.add(person, mine)
            pairs.add(person, [_pair(*both) for both in combinations(mine, 2)])
            sons.add(person, [fathers.setdefault(each, len(fathers)) for each in his])
        self._alone, self._pairs, self._sons = (
            each.ordered() for each in (alone, pairs, sons)
        )
        self._fathers = fathers
        self._of_known_father = self._sons.of(range(len(fathers)))
        self._spelled: dict[str, list[int]] = {}
        for writings, word in known.items():
            for writing in writings:
                self._spelled.setdefault(writing, []).append(word)
        self._asked: dict[str, Owners] = {}

    def __len__(self) -> int:
        """Return the number of writings."""
        return len(self._spelled)

    def find(self, run: Sequence[str], printed: Sequence[str]) -> Iterator[Found]:
        """Find words of names in units that nothing parts.

        Two words are a name in either order, with a patronymic between or behind, if it
        is his, or nobody knows his; a word alone, or with his patronymic, is a part.

        Args:
            run: The units, folded.
            printed: The same as they stand in the text, in any case.
        """
        words = [self._spelled.get(said, ()) for said in run]
        for at, here in enumerate(words):
            if not here:
                continue
            alone = self._alone_as(run[at])
            yield Found(at, at, Form.SURNAME, alone)
            after, behind = words[at + 1 : at + 2], words[at + 2 : at + 3]
            whole = self._named(here, after[0]) if after else NOBODY
            if len(whole):
                yield Found(at, at + 1, Form.FULL, whole)
                if behind and (his := fathers_of(printed[at + 2])):
                    yield from _any(at, at + 2, Form.FULL, self._may_be(whole, his))
            if after and (his := fathers_of(printed[at + 1])):
                part = np.intersect1d(alone, self._sons_of(his), assume_unique=True)
                yield from _any(at, at + 1, Form.SURNAME, part)
                whole = self._named(here, behind[0]) if behind else NOBODY
                yield from _any(at, at + 2, Form.FULL, self._may_be(whole, his))

    def named(self, one: str, other: str | None = None) -> Owners:
        """Return who has a name of this word, or of these two in either order."""
        words = self._spelled.get(one, ())
        if other is not None:
            return self._named(words, self._spelled.get(other, ()))
        return self._alone_as(one) if words else NOBODY

    def _alone_as(self, said: str) -> Owners:
        # Many texts ask for the same words, and some have many bearers.
        found = self._asked.get(said)
        if found is None:
            if len(self._asked) > REMEMBERED:
                self._asked.clear()
            found = self._asked[said] = self._alone.of(self._spelled[said])
        return found

    def _named(self, one: Numbers, other: Numbers) -> Owners:
        return self._pairs.of(_pair(x, y) for x, y in product(one, other))

    def _may_be(self, owners: Owners, fathers: Iterable[str]) -> Owners:
        """Leave out whose father is known to be another."""
        known = np.isin(owners, self._of_known_father, assume_unique=True)
        his = np.isin(owners, self._sons_of(fathers), assume_unique=True)
        return owners[his | ~known]

    def _sons_of(self, fathers: Iterable[str]) -> Owners:
        return self._sons.of(self._fathers[f] for f in fathers if f in self._fathers)


def _any(first: int, last: int, form: Form, owners: Owners) -> Iterator[Found]:
    if len(owners):
        yield Found(first, last, form, owners)


def _pair(one: int, other: int) -> int:
    return min(one, other) << 32 | max(one, other)


class Bearers:
    """The persons of each key: all are added first, then put in order."""

    def __init__(self) -> None:
        self._keys: list[int] = []
        self._sizes: list[int] = []
        self._persons: list[int] = []
        self._spans: dict[int, tuple[int, int]] = {}
        self._owners = NOBODY

    def add(self, person: int, keys: Sequence[int]) -> None:
        """Add keys that a person has."""
        self._keys += keys
        self._sizes.append(len(keys))
        self._persons.append(person)

    def ordered(self) -> Bearers:
        """Put the persons of each key side by side, each once."""
        keys = np.array(self._keys, np.int64)
        persons = np.repeat(np.array(self._persons, np.int32), self._sizes)
        order = np.lexsort((persons, keys))
        keys, persons = keys[order], persons[order]
        kept = differs(keys) | differs(persons)
        keys, self._owners = keys[kept], persons[kept]
        begins = np.flatnonzero(differs(keys))
        ends = np.append(begins, len(keys))[1:]
        spans = zip(begins.tolist(), ends.tolist(), strict=True)
        self._spans = dict(zip(keys[begins].tolist(), spans, strict=True))
        self._keys, self._sizes, self._persons = [], [], []
        return self

    def of(self, keys: Iterable[int]) -> Owners:
        """Return the persons who have one of the keys."""
        spans = [self._spans[key] for key in keys if key in self._spans]
        if not spans:
            return NOBODY
        if len(spans) == 1:
            return self._owners[slice(*spans[0])]
        return np.unique(np.concatenate([self._owners[slice(*each)] for each in spans]))
