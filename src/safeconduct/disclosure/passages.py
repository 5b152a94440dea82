"""Whom does a paragraph describe, whomever its mentions were taken for?

Who "the oldest man in the ward" is may be read wrongly, and then what is told of him is
told of nobody, or of another; or a detail stands in words that no rule knows. What the
paragraph tells still is his: an age, a post, a place, a month, a wound that all fit one
person of the register, and that nobody found there explains. How much they say is
counted in bits, as the share of people whom each fits; together they must say more than
it takes to pick one of the register by chance. What only may be told, such as a number
that may be an age, fits more people, and so says less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.bearer import Paragraph
from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.hints import hints
from safeconduct.disclosure.details.words import Place
from safeconduct.disclosure.fitting import COULD, NEAR, NO
from safeconduct.disclosure.register import Register

TELLING = frozenset(
    {
        Field.AGE, Field.ROLE, Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH,
        Field.INJURY, Field.HOME,
    }
)  # fmt: skip
"""What a paragraph is asked for; wishes and nations are everybody's."""
OF_SOLDIERS = frozenset({Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH})
"""Fields that weigh as two: age, post and home are told of everybody."""
MARGIN = 5.0
"""Bits beyond those that pick one person: by chance 1 paragraph in 32 has them."""
AGAINST = 3.0
"""Bits that a field costs which contradicts him: it may be told of another."""
FIELDS, NEW = 4, 2
"""Fields that must speak for him, and details that nobody else explains."""
HINTED = 1.0
"""Bits that a field says less which no rule has read: a hint may be of anything."""
FEW = 2
"""People among whom a description that fits both still points to each."""
UNSEEN = 50
"""People who are in no register, and of whom one is taken to fit as well."""
NEARER = 3.0
"""Bits by which one of several whom a description fits is meant rather than another."""

Floats = NDArray[np.float64]
Counts = NDArray[np.int16]
Mask = NDArray[np.bool_]
Columns = dict[Field, list[tuple[Detail, Levels]]]


@dataclass(frozen=True, slots=True)
class Described:
    """A person whom a paragraph describes, and what it tells of him."""

    person: int
    details: tuple[Detail, ...]


class Passage:
    """A paragraph, compared with everybody in a register."""

    def __init__(self, register: Register, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self._size = len(register)
        told = paragraph.details
        self._told = _columns(register, told)
        heard = _heard(register, paragraph) if self._told else ()
        self._hinted = _columns(register, list(heard))
        self._bits = np.zeros(self._size)
        self._fields = np.zeros(self._size, dtype=np.int16)
        self._read = np.zeros(self._size, dtype=np.bool_)
        """Whether a rule has read anything that fits."""
        for field in {**self._told, **self._hinted}:
            self._count(field)

    def _count(self, field: Field) -> None:
        """Count how much a field speaks for everybody; what is told, also against."""
        told, hinted = self._told.get(field, []), self._hinted.get(field, [])
        read = _fit(told, field, self._size)
        fitting = read | _fit(hinted, field, self._size)
        share = (int(fitting.sum()) + 1) / (self._size + UNSEEN)
        self._bits += np.where(fitting, -log2(share), 0.0) - HINTED * (fitting & ~read)
        weight = 2 if field in OF_SOLDIERS else 1
        self._fields += fitting * weight
        self._read |= read
        if told:
            best = np.max([column for _, column in told], axis=0)
            cost = np.inf if field is Field.AGE else AGAINST
            self._bits -= np.where(~fitting & (best == NO), cost, 0.0)

    def describes(self, found: Sequence[int]) -> Iterator[Described]:
        """Yield whom it describes: those found in it, then others, surest first."""
        least = log2(self._size + UNSEEN) + MARGIN
        for each in found:
            if self._bits[each] >= least:
                yield self._described(each)
        known, several = list(found), self._several()
        while True:
            new = self._unexplained(known)
            fit = (self._fields >= FIELDS) & (new >= NEW) & self._read
            fit[known] = False
            most = np.max(self._bits, where=fit, initial=0)
            best = np.flatnonzero(fit & (self._bits == most))
            # That two of a register fit what is told of two is twice as hard.
            alike = 1 < len(best) <= several
            spared = MARGIN - MARGIN / len(best) if alike else 0
            if not 1 <= len(best) <= max(several, FEW) or most < least - spared:
                return
            yield from (self._described(int(each)) for each in best)
            known += (int(each) for each in best)

    def nearest(self, people: Sequence[int]) -> list[int]:
        """Keep those of whom it tells most, if it tells much more of them."""
        bits = self._bits[list(people)]
        return [
            p for p, b in zip(people, bits, strict=True) if b >= bits.max() - NEARER
        ]

    def supports(self, person: int) -> int:
        """How many fields fit him; below 0 where it tells ages and none is his."""
        ages = [column[person] for _, column in self._told.get(Field.AGE, [])]
        fields = int(self._fields[person])
        return fields if not ages or max(ages) > NO else fields - FIELDS

    def _several(self) -> int:
        """How many it speaks of in one breath."""
        counts = [d.value for d in self.paragraph.details if d.field is Field.GROUP]
        return max((n for n in counts if isinstance(n, int)), default=1)

    def _described(self, person: int) -> Described:
        every = (*self._told.values(), *self._hinted.values())
        fitting = (d for c in every for d, column in c if column[person] > COULD)
        return Described(person, tuple(dict.fromkeys(fitting)))

    def _unexplained(self, found: Sequence[int]) -> Counts:
        """Count for each person the details that fit him and nobody who was found."""
        new = np.zeros(self._size, dtype=np.int16)
        for each in (*self._told.values(), *self._hinted.values()):
            for _, column in each:
                if not any(column[person] > COULD for person in found):
                    new += column > COULD
        return new


def _fit(columns: Sequence[tuple[Detail, Levels]], field: Field, size: int) -> Mask:
    """Who fits one of several details of a field; an age to the year."""
    if not columns:
        return np.zeros(size, dtype=np.bool_)
    least = NEAR if field is Field.AGE else COULD
    fitting: Mask = np.max([column for _, column in columns], axis=0) > least
    return fitting


def _heard(register: Register, paragraph: Paragraph) -> Iterator[Detail]:
    """Yield what a paragraph may tell, of towns those that the register has."""
    for start, text in paragraph.said:
        for hint in hints(text):
            word = text[hint.start : hint.end]
            if not isinstance(hint.value, Place) or register.traits.heard(
                hint.field, hint.value, word
            ):
                yield hint.moved(start)


def _columns(register: Register, details: Sequence[Detail]) -> Columns:
    """Compare what is told with everybody, by field."""
    told = {(d.field, d.value): d for d in reversed(details) if d.field in TELLING}
    found: Columns = {}
    for (field, value), detail in told.items():
        levels = register.traits.levels(field, value)
        found.setdefault(field, []).append((detail, levels))
    return found
