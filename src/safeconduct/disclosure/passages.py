"""Whom does a paragraph describe, whomever its mentions were taken for?

Who "the oldest man in the ward" is may be read wrongly, and then what is told of him is
told of nobody, or of another. What the paragraph tells still is his: an age, a post, a
place, a month, a wound that all fit one person of the register, and that nobody found
there explains. How much they say is counted in bits, as the share of people whom each
fits; together they must say more than it takes to pick one of the register by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details import Detail, Field
from safeconduct.disclosure.fitting import COULD, NEAR, NO
from safeconduct.disclosure.register import Register

TELLING = frozenset(
    {
        Field.AGE, Field.ROLE, Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH,
        Field.INJURY, Field.HOME,
    }
)  # fmt: skip
"""What a paragraph is asked for; wishes and nations are everybody's."""
MARGIN = 5.0
"""Bits beyond those that pick one person: by chance 1 paragraph in 32 has them."""
AGAINST = 4.0
"""Bits that a field costs which contradicts him: it may be told of another."""
FIELDS, NEW = 4, 2
"""Fields that must speak for him, and details that nobody else explains."""
OF_SOLDIERS = frozenset({Field.UNIT, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH})
"""Fields that weigh as two: age, post and home are told of everybody."""
UNSEEN = 50
"""People who are in no register, and of whom one is taken to fit as well."""

Floats = NDArray[np.float64]
Columns = dict[Field, list[Levels]]


def described(
    register: Register, details: Sequence[Detail], found: Sequence[int]
) -> list[int]:
    """Find whom else a paragraph describes.

    Args:
        register: The persons looked for.
        details: What the paragraph tells of prisoners, whoever of them.
        found: Persons who were found in it.

    Returns:
        Persons, the surest first.
    """
    columns = _columns(register, details)
    if len(columns) < FIELDS - 1:
        return []
    size = len(register)
    counts = [d.value for d in details if d.field is Field.GROUP]
    several = max((n for n in counts if isinstance(n, int)), default=1)
    bits, fields = _bits(columns, size)
    others: list[int] = []
    while True:
        new = _unexplained(columns, size, [*found, *others])
        fit = (fields >= FIELDS) & (new >= NEW)
        fit[[*found, *others]] = False
        most = np.max(bits, where=fit, initial=0)
        best = np.flatnonzero(fit & (bits == most))
        # That two of a register fit what is told of two is twice as hard.
        enough = log2(size + UNSEEN) + MARGIN / max(len(best), 1)
        if not 1 <= len(best) <= several or most < enough:
            return others
        others += (int(each) for each in best)


def _columns(register: Register, details: Sequence[Detail]) -> Columns:
    """Compare what is told with everybody, by field."""
    told = dict.fromkeys((d.field, d.value) for d in details if d.field in TELLING)
    found: Columns = {}
    for field, value in told:
        found.setdefault(field, []).append(register.traits.levels(field, value))
    return found


def _bits(columns: Columns, size: int) -> tuple[Floats, NDArray[np.int16]]:
    """Tell how much speaks for each person, and how many fields do."""
    bits, fields = np.zeros(size), np.zeros(size, dtype=np.int16)
    for field, each in columns.items():
        best = np.max(each, axis=0)
        fitting = best > (NEAR if field is Field.AGE else COULD)
        share = (int(fitting.sum()) + 1) / (size + UNSEEN)
        bits += np.where(fitting, -log2(share), 0.0)
        bits -= np.where(best == NO, np.inf if field is Field.AGE else AGAINST, 0.0)
        fields += fitting * (2 if field in OF_SOLDIERS else 1)
    return bits, fields


def _unexplained(
    columns: Columns, size: int, found: Sequence[int]
) -> NDArray[np.int16]:
    """Count for each person the details that fit him and nobody who was found."""
    new = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        for column in each:
            if not any(column[person] > COULD for person in found):
                new += column > COULD
    return new
