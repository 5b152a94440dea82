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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log2

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.automaton import NameHit
from safeconduct.disclosure.bearer import Paragraph
from safeconduct.disclosure.counting import Levels, Traits
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.details.hints import hints
from safeconduct.disclosure.details.words import Place
from safeconduct.disclosure.fitting import COULD, NEAR, NO
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.variants import Form
from safeconduct.disclosure.weighing import FEW, UNSEEN
from safeconduct.disclosure.worded import Owners

TELLING = frozenset(
    {
        Field.AGE, Field.ROLE, Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH,
        Field.INJURY, Field.HOME, Field.NATIONALITY,
    }
)  # fmt: skip
"""What a paragraph is asked for; wishes are everybody's."""
WEIGHT = {Field.UNIT: 2, Field.CAPTURE_PLACE: 2, Field.CAPTURE_MONTH: 2}
"""Fields that weigh as two, as age, post and home are told of everybody."""
RARE = 2.7
"""Bits from which a nation weighs as a field: one man in seven is of it."""
MARGIN = 5.0
"""Bits beyond those that pick one person: by chance 1 paragraph in 32 has them."""
DOUBT = 4.0
"""Bits more where a text may be about other people, or all of it is read as one."""
AGAINST = {
    Field.AGE: 5.0, Field.ROLE: 1.0, Field.UNIT: 2.0, Field.CAPTURE_PLACE: 2.0,
    Field.CAPTURE_MONTH: 2.0, Field.HOME: 1.0,
}  # fmt: skip
"""Bits that a field costs which contradicts him: it may be told of another. The only
age that is told is not."""
FIELDS, NEW = 3, 2
"""Fields that must speak for him, and details that nobody else explains."""
HINTED = 1.0
"""Bits that a field says less which no rule has read: a hint may be of anything."""
MOST_HINTS = 100
"""Hints of a paragraph beyond which it is a list, and tells of nobody."""
CLOSE = 1.5
"""Bits by which two of whom a passage tells may differ."""
NEARER = 3.0
"""Bits by which one of several whom a description fits is meant rather than another."""

Bits = NDArray[np.float32]
Counts = NDArray[np.int16]
Mask = NDArray[np.bool_]
People = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Described:
    """A person whom a paragraph describes, and what it tells of him."""

    person: int
    details: tuple[Detail, ...]
    hits: tuple[NameHit, ...]


class Grades:
    """How well details fit the values of a register, each compared once for a text."""

    def __init__(self, traits: Traits) -> None:
        self.traits = traits
        self._known: dict[tuple[Field, object], Levels] = {}
        self._heard: dict[int, tuple[Detail, ...]] = {}

    def of(self, detail: Detail) -> Levels:
        """How well a detail fits each value that the register has of its field."""
        key = detail.field, detail.value
        if key not in self._known:
            self._known[key] = self.traits.grades(*key)
        return self._known[key]

    def one(self, detail: Detail, person: int) -> int:
        """How well a detail fits a person."""
        at = self.traits.column(detail.field)[person]
        return int(self.of(detail)[at])

    def hints(self, paragraph: Paragraph) -> list[Detail]:
        """Return what a paragraph may tell, each once, unless it is a list."""
        heard: dict[tuple[Field, object], Detail] = {}
        for start, text in paragraph.said:
            if start not in self._heard:
                self._heard[start] = tuple(self._hear(start, text))
            for detail in self._heard[start]:
                heard.setdefault((detail.field, detail.value), detail)
        return list(heard.values()) if len(heard) <= MOST_HINTS else []

    def _hear(self, start: int, text: str) -> Iterator[Detail]:
        """Yield what a sentence may tell, of towns those that the register has."""
        for hint in islice(hints(text), MOST_HINTS + 1):
            word = text[hint.start : hint.end]
            if not isinstance(hint.value, Place) or self.traits.heard(
                hint.field, hint.value, word
            ):
                yield hint.moved(start)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a paragraph says of a field: bits, fields and reading, value by value."""

    bits: Bits
    fields: Counts
    read: Mask


class Passage:
    """A paragraph, or several that follow each other, compared with everybody.

    Args:
        register: The persons looked for.
        paragraph: What is told, and which names stand there.
        grades: Compares details with the register; shared by the passages of a text.
        nation: Of the prisoners of the text, where it is clear.
        margin: Bits beyond those that pick one person.
    """

    def __init__(
        self,
        register: Register,
        paragraph: Paragraph,
        grades: Grades,
        nation: str | None = None,
        margin: float = MARGIN,
    ) -> None:
        self.paragraph = paragraph
        self._traits = register.traits
        self._grades = grades
        self._margin = margin
        self._size = len(register)
        self._least = log2(self._size + UNSEEN) + margin
        told = {(d.field, d.value): d for d in reversed(paragraph.details)}
        if nation is not None:
            start = paragraph.start
            shared = Detail(start, start, Field.NATIONALITY, nation)
            told.setdefault((shared.field, nation), shared)
        self._told = [d for d in told.values() if d.field in TELLING]
        self._hinted = grades.hints(paragraph) if told or paragraph.hits else []
        self._names = self._read_names()
        self._said = {
            field: self._read(field)
            for field in {d.field for d in (*self._told, *self._hinted)}
        }
        self._people = self._likely()
        """Whom it may describe: few."""

    def _read_names(self) -> tuple[tuple[Owners, float, int], ...]:
        """Read how much the names say of whom; a whole name weighs as two fields."""
        whole: set[int] = set()
        part: set[int] = set()
        for hit in self.paragraph.hits:
            mine = (int(each) for each in hit.owners if each >= 0)
            (whole if hit.form is Form.FULL else part).update(mine)
        return tuple(
            (np.asarray(sorted(named), dtype=np.intp), self._surprise(len(named)), n)
            for named, n in ((whole, 2), (part - whole, 1))
            if named
        )

    def _surprise(self, people: int) -> float:
        """How many bits it says that something fits, if it fits so many people."""
        return -log2((people + 1) / (self._size + UNSEEN))

    def _read(self, field: Field) -> _Said:
        """Read how much a field speaks for each of its values, and against it.

        What fits fewer people says more; the more is told of a field, the likelier it
        is that something fits by chance.
        """
        sizes = self._traits.sizes(field)
        bits = np.zeros(len(sizes), dtype=np.float32)
        best = np.full(len(sizes), NO, dtype=np.int8)
        read = np.zeros(len(sizes), dtype=np.bool_)
        values = 0
        for details, doubt in ((self._told, 0.0), (self._hinted, HINTED)):
            for levels in (self._grades.of(d) for d in details if d.field is field):
                fitting = levels > COULD
                if not doubt:
                    np.maximum(best, levels, out=best)
                if not fitting.any():
                    continue
                values += 1
                says = self._surprise(int(sizes[fitting].sum())) - doubt
                # An age a year off says less.
                near = HINTED * (levels == NEAR) if field is Field.AGE else 0
                np.maximum(bits, np.where(fitting, says - near, 0), out=bits)
                if not doubt:
                    read |= fitting
        fits = bits > 0
        weight = fits * WEIGHT.get(field, 1)
        if field is Field.NATIONALITY:
            weight &= bits >= RARE
        bits = np.maximum(bits - log2(max(values, 1)), 0)
        told = sum(d.field is field for d in self._told)
        cost = np.inf if field is Field.AGE and told == 1 else AGAINST.get(field, 0)
        if told:
            bits -= np.where(~fits & (best == NO), cost, 0)
        return _Said(bits, weight.astype(np.int16), read)

    def _likely(self) -> People:
        """Return whom it may describe, if it says enough of anybody."""
        least = self._least - self._margin
        said = self._said.values()
        most = sum(float(each.bits.max(initial=0)) for each in said)
        most += sum(bits for _, bits, _ in self._names)
        if most < least:
            return np.empty(0, dtype=np.intp)
        bits = np.zeros(self._size, dtype=np.float32)
        fields = np.zeros(self._size, dtype=np.int16)
        read = np.zeros(self._size, dtype=np.bool_)
        for owners, says, weight in self._names:
            bits[owners] += says
            fields[owners] += weight
            read[owners] |= weight > 1
        for field, each in self._said.items():
            column = self._traits.column(field)
            bits += each.bits.take(column)
            fields += each.fields.take(column)
            read |= each.read.take(column)
        return np.flatnonzero((bits >= least) & read & (fields >= FIELDS))

    def bits(self, person: int) -> float:
        """How much it says for one person."""
        named = sum(bits for owners, bits, _ in self._names if person in owners)
        return named + sum(
            float(each.bits[self._traits.column(field)[person]])
            for field, each in self._said.items()
        )

    def _named(self, person: int) -> int:
        """How many fields his name counts for."""
        return sum(weight for owners, _, weight in self._names if person in owners)

    def describes(self, found: Sequence[int]) -> Iterator[Described]:
        """Yield whom it describes: those found in it, then others, surest first."""
        for each in found:
            if self.bits(each) >= self._least - self._margin:
                yield self._described(each)
        known, several = list(found), self._several()
        bits = {int(person): self.bits(person) for person in self._people}
        while True:
            new = self._unexplained(known, bits)
            most = max((bits[person] for person in new), default=0.0)
            best = [person for person in new if bits[person] == most]
            if len(best) == 1:
                near = (p for p in new if bits[p] >= most - CLOSE)
                best += (p for p in near if self._is_another(p, best[0]))
            # That two of a register fit what is told of two is twice as hard.
            alike = 1 < len(best) <= several
            spared = self._margin - self._margin / len(best) if alike else 0
            if not 1 <= len(best) <= max(several, FEW) or most < self._least - spared:
                return
            yield from (self._described(each) for each in best)
            known += best

    def nearest(self, people: Sequence[int]) -> list[int]:
        """Keep those of whom it tells most, if it tells much more of them."""
        bits = [self.bits(each) for each in people]
        return [p for p, b in zip(people, bits, strict=True) if b >= max(bits) - NEARER]

    def supports(self, person: int) -> int:
        """How many fields fit him; below 0 where it tells ages and none is his."""
        told = [d for d in self._told if d.field is Field.AGE]
        ages = [self._grades.one(detail, person) for detail in told]
        fields = sum(
            int(each.fields[self._traits.column(field)[person]])
            for field, each in self._said.items()
            if field is not Field.NATIONALITY
        )
        return fields if not ages or max(ages) > NO else fields - FIELDS

    def _several(self) -> int:
        """How many it speaks of in one breath."""
        counts = [d.value for d in self.paragraph.details if d.field is Field.GROUP]
        return max((n for n in counts if isinstance(n, int)), default=1)

    def _described(self, person: int) -> Described:
        """Say what is told of him; a hint counts where nothing else tells its field."""
        fitting = [d for d in self._told if self._fits(d, person)]
        ages = [d for d in fitting if d.field is Field.AGE]
        if any(self._grades.one(d, person) > NEAR for d in ages):
            fitting = [
                d
                for d in fitting
                if d not in ages or self._grades.one(d, person) > NEAR
            ]
        known = {d.field for d in fitting}
        fitting += (
            d for d in self._hinted if d.field not in known and self._fits(d, person)
        )
        details = (d for d in fitting if d.field is not Field.NATIONALITY)
        named = (h for h in self.paragraph.hits if person in h.owners)
        return Described(person, tuple(dict.fromkeys(details)), tuple(named))

    def _fits(self, detail: Detail, person: int) -> bool:
        return self._grades.one(detail, person) > COULD

    def _is_another(self, person: int, first: int) -> bool:
        """Whether something told fits one and not the other: "26 and 24"."""
        told = (*self._told, *self._hinted)
        return any(self._fits(d, person) and not self._fits(d, first) for d in told)

    def _unexplained(self, found: Sequence[int], people: Iterable[int]) -> list[int]:
        """Keep whom enough fits that fits nobody found, his name or details."""
        new = [
            d
            for d in (*self._told, *self._hinted)
            if not any(self._fits(d, person) for person in found)
        ]
        return [
            person
            for person in people
            if person not in found
            and self._named(person) + sum(self._fits(d, person) for d in new) >= NEW
        ]
