"""What does the register know of everybody, ready to be compared at once?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.details import COMPARED, Field
from safeconduct.disclosure.details.words import Place
from safeconduct.disclosure.fitting import (
    INFLECTED,
    STEM,
    level,
    nation_of,
    plain,
    trait_of,
)
from safeconduct.disclosure.folding import fold, fold_hangul, reduced
from safeconduct.disclosure.persons import Person

Levels = NDArray[np.int8]


class Sounds(NamedTuple):
    """The words of all places of a field: their consonants, and all their sounds."""

    bones: frozenset[str]
    whole: frozenset[str]

    @classmethod
    def of(cls, places: Iterable[Place | None], texts: Iterable[str]) -> Self:
        """Collect the sounds of places, and of the texts they were read from."""
        words = {word for each in places if each for word in plain(each.sounds)}
        said = {word for text in texts for word in WORD.findall(text)}
        whole = {reduced("".join(fold_hangul(word)) or fold(word)) for word in said}
        bones = {short for word in words for short in _shorter(word)}
        return cls(frozenset(bones), frozenset(whole - {""}))


WORD = re.compile(r"[^\W\d_]{2,}")
HEARD = 3
"""Sounds from which a word may be a place's: Юрій sounds like Яр."""
SHORT = 3
"""Syllables up to which a Korean word may sound like a town by chance."""


class Traits:
    """What the register knows of everybody, one column for each field.

    A column holds for each person the number of his value; values are few, so that a
    description is compared with each value once and not with each person.
    """

    def __init__(self, persons: Sequence[Person]) -> None:
        self._size = len(persons)
        self._values: dict[Field, list[Any]] = {}
        self._column: dict[Field, NDArray[np.intp]] = {}
        self._sizes: dict[Field, NDArray[np.intp]] = {}
        self._texts: dict[Field, tuple[str, ...]] = {}
        self._sounds: dict[Field, Sounds] = {}
        for field in COMPARED:
            read, self._column[field], texts = _column(field, persons)
            self._values[field], self._texts[field] = read, texts
            self._sizes[field] = np.bincount(self._column[field], minlength=len(read))

    def levels(self, field: Field, told: object) -> Levels:
        """Compare one detail with everybody; the result has one level per person."""
        return self.grades(field, told).take(self._column[field])

    def grades(self, field: Field, told: object) -> Levels:
        """Compare one detail with each value that the register has of a field."""
        values = [level(field, told, known) for known in self._values[field]]
        return np.asarray(values, dtype=np.int8)

    def column(self, field: Field) -> NDArray[np.intp]:
        """Return the number of each person's value of a field."""
        return self._column[field]

    def sizes(self, field: Field) -> NDArray[np.intp]:
        """Count the persons of each value of a field."""
        return self._sizes[field]

    def heard(self, field: Field, place: Place, said: str) -> bool:
        """Whether a place of the register may be the one that is said; a quick look.

        Ordinary Korean words have no capital: of short ones every sound must be alike.
        """
        if field not in self._sounds:
            self._sounds[field] = Sounds.of(self._values[field], self._texts[field])
        known = self._sounds[field]
        if "가" <= said[0] <= "힣" and len(said) <= SHORT:
            return reduced("".join(fold_hangul(said))) in known.whole
        words = [word for word in plain(place.sounds) if len(word) >= HEARD]
        return any(short in known.bones for each in words for short in _shorter(each))

    def level(self, field: Field, told: object, person: int) -> int:
        """Compare one detail with one person."""
        return level(field, told, self._values[field][self._column[field][person]])


def _shorter(word: str) -> Iterator[str]:
    """Yield a word's sounds, and without what an inflected end may add."""
    yield word
    for end in range(1, INFLECTED + 1):
        if len(word) - end >= STEM:
            yield word[:-end]


def _column(
    field: Field, persons: Sequence[Person]
) -> tuple[list[Any], NDArray[np.intp], tuple[str, ...]]:
    """Read each value once; number what it means for each person; keep the texts.

    A hundred thousand dates of birth are some sixty ages.
    """
    values = list(map(_raw(field), persons))
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    of_each = map(numbers.__getitem__, values)
    column = np.fromiter(of_each, np.intp, len(persons))
    examples = dict(zip(values, persons, strict=True))
    texts = tuple(raw for raw in numbers if isinstance(raw, str))
    traits: dict[Any, int] = {}
    read = (trait_of(field, examples[value]) for value in numbers)
    alike = [traits.setdefault(trait, len(traits)) for trait in read]
    return list(traits), np.asarray(alike, dtype=np.intp)[column], texts


def _raw(field: Field) -> Callable[[Person], Any]:
    """Return what tells of a person all that a field's trait is read from."""
    if field is Field.AGE:
        return attrgetter("age", "birth_date", "capture_month")
    if field is Field.NATIONALITY:
        return nation_of
    return attrgetter(field.value)
