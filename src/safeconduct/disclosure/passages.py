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
from itertools import islice
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
from safeconduct.disclosure.weighing import FEW, UNSEEN

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
MOST_HINTS = 100
"""Hints of a paragraph beyond which it is a list, and tells of nobody."""
NEARER = 3.0
"""Bits by which one of several whom a description fits is meant rather than another."""

Counts = NDArray[np.int16]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Described:
    """A person whom a paragraph describes, and what it tells of him."""

    person: int
    details: tuple[Detail, ...]


class Passage:
    """A paragraph, compared with everybody in a register."""

    def __init__(self, register: Register, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self._traits = register.traits
        self._size = len(register)
        self._least = log2(self._size + UNSEEN) + MARGIN
        self._bits = np.zeros(self._size, dtype=np.float32)
        self._fields = np.zeros(self._size, dtype=np.int8)
        told = {(d.field, d.value): d for d in reversed(paragraph.details)}
        heard = list(
            islice(_heard(register, paragraph), MOST_HINTS + 1) if told else ()
        )
        if len(heard) > MOST_HINTS:
            heard = []
        hinted = {(d.field, d.value): d for d in reversed(heard)}
        self._details = [
            d for d in (*told.values(), *hinted.values()) if d.field in TELLING
        ]
        read = np.zeros(self._size, dtype=np.bool_)
        """Whether a rule has read anything that fits."""
        for field in {d.field for d in self._details}:
            read |= self._count(field, _of(field, told), _of(field, hinted))
        likely = self._bits >= self._least - MARGIN
        self._people = np.flatnonzero(likely & read & (self._fields >= FIELDS))
        """Whom it may describe: few, so that their levels are kept."""
        self._fits = [
            self._traits.levels(d.field, d.value)[self._people] > COULD
            for d in self._details
            if len(self._people)
        ]

    def _count(
        self, field: Field, told: Sequence[Detail], hinted: Sequence[Detail]
    ) -> Mask:
        """Count how much a field speaks for everybody; what is told, also against.

        Returns:
            Whom what is told fits.
        """
        read, best = self._fit(field, told)
        fitting = read | self._fit(field, hinted)[0]
        share = (int(fitting.sum()) + 1) / (self._size + UNSEEN)
        self._bits += np.where(fitting, -log2(share), 0) - HINTED * (fitting & ~read)
        self._fields += fitting * np.int8(2 if field in OF_SOLDIERS else 1)
        if told:
            cost = np.inf if field is Field.AGE else AGAINST
            self._bits -= np.where(~fitting & (best == NO), cost, 0)
        return read

    def _fit(self, field: Field, details: Sequence[Detail]) -> tuple[Mask, Levels]:
        """Whom one of several details of a field fits, an age to the year."""
        best = np.full(self._size, NO, dtype=np.int8)
        for each in details:
            np.maximum(best, self._traits.levels(field, each.value), out=best)
        return best > (NEAR if field is Field.AGE else COULD), best

    def describes(self, found: Sequence[int]) -> Iterator[Described]:
        """Yield whom it describes: those found in it, then others, surest first."""
        for each in found:
            if self._bits[each] >= self._least:
                yield self._described(each)
        if not len(self._people):
            return
        known, several = list(found), self._several()
        bits = self._bits[self._people]
        while True:
            fit = (self._unexplained(known) >= NEW) & ~np.isin(self._people, known)
            most = float(np.max(bits, where=fit, initial=0))
            best = self._people[fit & (bits == most)]
            # That two of a register fit what is told of two is twice as hard.
            alike = 1 < len(best) <= several
            spared = MARGIN - MARGIN / len(best) if alike else 0
            if not 1 <= len(best) <= max(several, FEW) or most < self._least - spared:
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
        told = [d for d in self.paragraph.details if d.field is Field.AGE]
        ages = [self._traits.level(Field.AGE, d.value, person) for d in told]
        fields = int(self._fields[person])
        return fields if not ages or max(ages) > NO else fields - FIELDS

    def _several(self) -> int:
        """How many it speaks of in one breath."""
        counts = [d.value for d in self.paragraph.details if d.field is Field.GROUP]
        return max((n for n in counts if isinstance(n, int)), default=1)

    def _described(self, person: int) -> Described:
        fitting = (d for d in self._details if self._fits_one(d, person))
        return Described(person, tuple(dict.fromkeys(fitting)))

    def _fits_one(self, detail: Detail, person: int) -> bool:
        return self._traits.level(detail.field, detail.value, person) > COULD

    def _unexplained(self, found: Sequence[int]) -> Counts:
        """Count for each whom it may describe what fits him and nobody found."""
        new = np.zeros(len(self._people), dtype=np.int16)
        for detail, fits in zip(self._details, self._fits, strict=True):
            if not any(self._fits_one(detail, person) for person in found):
                new += fits
        return new


def _of(field: Field, details: dict[tuple[Field, object], Detail]) -> list[Detail]:
    """Return the details of a field."""
    return [detail for (told, _), detail in details.items() if told is field]


def _heard(register: Register, paragraph: Paragraph) -> Iterator[Detail]:
    """Yield what a paragraph may tell, of towns those that the register has."""
    for start, text in paragraph.said:
        for hint in hints(text):
            word = text[hint.start : hint.end]
            if not isinstance(hint.value, Place) or register.traits.heard(
                hint.field, hint.value, word
            ):
                yield hint.moved(start)
