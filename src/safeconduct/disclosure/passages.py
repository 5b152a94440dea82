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
FEW = 2
"""People among whom a description that fits both still points to each."""
MARGIN = 5.0
"""Bits beyond those that pick one person: by chance 1 paragraph in 32 has them."""
AGAINST = 4.0
"""Bits that a field costs which contradicts him: it may be told of another."""
FIELDS, NEW = 4, 2
"""Fields that must speak for him, and details that nobody else explains."""
UNSEEN = 50
"""People who are in no register, and of whom one is taken to fit as well."""

Floats = NDArray[np.float64]
Counts = NDArray[np.int16]
Columns = dict[Field, list[tuple[Detail, Levels]]]


@dataclass(frozen=True, slots=True)
class Described:
    """A person whom a paragraph describes, and what it tells of him."""

    person: int
    details: tuple[Detail, ...]


def described(
    register: Register, paragraph: Paragraph, found: Sequence[int]
) -> Iterator[Described]:
    """Yield whom a paragraph describes: those found in it, then others, surest first.

    Args:
        register: The persons looked for.
        paragraph: What it tells of prisoners, whoever of them.
        found: Persons who were found in it.
    """
    told = _columns(register, paragraph.details)
    if not told:
        return
    both = _columns(register, [*paragraph.details, *_heard(register, paragraph)])
    if len(both) < FIELDS - 1:
        return
    size = len(register)
    counts = [d.value for d in paragraph.details if d.field is Field.GROUP]
    several = max((n for n in counts if isinstance(n, int)), default=1)
    bits, fields = _bits(told, both, size)
    least = log2(size + UNSEEN) + MARGIN
    for each in found:
        if bits[each] >= least:
            yield Described(each, _fitting(both, each, COULD))
    known = list(found)
    while True:
        new = _unexplained(both, size, known)
        fit = (fields >= FIELDS) & (new >= NEW)
        fit[known] = False
        most = np.max(bits, where=fit, initial=0)
        best = np.flatnonzero(fit & (bits == most))
        # That two of a register fit what is told of two is twice as hard.
        spared = MARGIN - MARGIN / len(best) if 1 < len(best) <= several else 0
        if not 1 <= len(best) <= max(several, FEW) or most < least - spared:
            return
        for each in best:
            yield Described(int(each), _fitting(both, int(each), NO))
        known += (int(each) for each in best)


def _fitting(columns: Columns, person: int, least: int) -> tuple[Detail, ...]:
    """Return the details that fit a person better than a level."""
    return tuple(d for c in columns.values() for d, each in c if each[person] > least)


def _heard(register: Register, paragraph: Paragraph) -> Iterator[Detail]:
    """Yield what a paragraph may tell, of towns those that the register has."""
    for start, text in paragraph.said:
        for hint in hints(text):
            place = hint.value
            if not isinstance(place, Place) or register.traits.heard(hint.field, place):
                yield hint.moved(start)


def _columns(register: Register, details: Sequence[Detail]) -> Columns:
    """Compare what is told with everybody, by field."""
    told = {(d.field, d.value): d for d in reversed(details) if d.field in TELLING}
    found: Columns = {}
    for (field, value), detail in told.items():
        levels = register.traits.levels(field, value)
        found.setdefault(field, []).append((detail, levels))
    return found


def _bits(told: Columns, both: Columns, size: int) -> tuple[Floats, Counts]:
    """Tell how much speaks for each person, and how many fields do.

    Only what is told speaks against somebody; a hint may be of anything.
    """
    bits, fields = np.zeros(size), np.zeros(size, dtype=np.int16)
    for field, each in both.items():
        least = NEAR if field is Field.AGE else COULD
        fitting = np.max([column for _, column in each], axis=0) > least
        share = (int(fitting.sum()) + 1) / (size + UNSEEN)
        bits += np.where(fitting, -log2(share), 0.0)
        fields += fitting * (2 if field in OF_SOLDIERS else 1)
        if field in told:
            best = np.max([column for _, column in told[field]], axis=0)
            against = ~fitting & (best == NO)
            bits -= np.where(against, np.inf if field is Field.AGE else AGAINST, 0.0)
    return bits, fields


def _unexplained(columns: Columns, size: int, found: Sequence[int]) -> Counts:
    """Count for each person the details that fit him and nobody who was found."""
    new = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        for _, column in each:
            if not any(column[person] > COULD for person in found):
                new += column > COULD
    return new
