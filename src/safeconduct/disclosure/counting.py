"""What does the register know of everybody, ready to be compared at once?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.details import COMPARED, Field
from safeconduct.disclosure.details.words import Place
from safeconduct.disclosure.fitting import INFLECTED, STEM, level, plain, trait_of
from safeconduct.disclosure.persons import Person

Levels = NDArray[np.int8]


class Traits:
    """What the register knows of everybody, one column for each field.

    A column holds for each person the number of his value; values are few, so that a
    description is compared with each value once and not with each person.
    """

    def __init__(self, persons: Sequence[Person]) -> None:
        self._size = len(persons)
        self._values: dict[Field, list[Any]] = {}
        self._column: dict[Field, NDArray[np.intp]] = {}
        self._sounds: dict[Field, frozenset[str]] = {}
        for field in COMPARED:
            self._values[field], self._column[field] = _column(field, persons)

    def levels(self, field: Field, told: object) -> Levels:
        """Compare one detail with everybody; the result has one level per person."""
        values = [level(field, told, known) for known in self._values[field]]
        return np.asarray(values, dtype=np.int8).take(self._column[field])

    def heard(self, field: Field, place: Place) -> bool:
        """Whether a place of the register may sound like this one; a quick look."""
        if field not in self._sounds:
            known = {
                word
                for value in self._values[field]
                if value is not None
                for word in plain(value.sounds)
            }
            self._sounds[field] = frozenset(
                short for word in known for short in _shortened(word)
            )
        return any(
            short in self._sounds[field]
            for word in plain(place.sounds)
            for short in _shortened(word)
        )

    def level(self, field: Field, told: object, person: int) -> int:
        """Compare one detail with one person."""
        return level(field, told, self._values[field][self._column[field][person]])


def _shortened(word: str) -> Iterator[str]:
    """Yield a word's sounds, and without what an inflected end may add."""
    yield word
    for end in range(1, INFLECTED + 1):
        if len(word) - end >= STEM:
            yield word[:-end]


def _column(
    field: Field, persons: Sequence[Person]
) -> tuple[list[Any], NDArray[np.intp]]:
    numbers: dict[Any, int] = {}
    examples: list[Person] = []
    column = np.zeros(len(persons), dtype=np.intp)
    for place, person in enumerate(persons):
        raw = _raw(field, person)
        number = numbers.setdefault(raw, len(numbers))
        if number == len(examples):
            examples.append(person)
        column[place] = number
    return [trait_of(field, each) for each in examples], column


def _raw(field: Field, person: Person) -> Any:
    if field is Field.AGE:
        return person.age, person.birth_date, person.capture_month
    return getattr(person, field.value)
