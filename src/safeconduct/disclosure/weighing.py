"""Who of the register fits several details, and how well?

Columns hold one level for each person (see `fitting`); of a field there may be several.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details import Field
from safeconduct.disclosure.fitting import COULD, NEAR, NO

Mask = NDArray[np.bool_]
Columns = dict[Field, list[Levels]]

FEW = 2
"""People among whom a description without a name still points to each."""
SURE = 2
"""Details that must agree where no full name stands."""
UNSEEN = 50
"""People who are in no register, and of whom one is taken to fit as well."""
SEVERAL = frozenset(
    {Field.INJURY, Field.HOME, Field.CAPTURE_PLACE, Field.CAPTURE_MONTH}
)
"""Fields of which a record keeps one value, and a text may tell several."""
ANY = SEVERAL | {Field.ROLE}
"""Fields of which one that fits is enough: a clerk in peace, a rifleman in war."""


def like(column: Levels, person: int) -> Mask:
    """Who fits as well as the person does: a year off counts only if he is."""
    alike: Mask = column > NO
    if column[person] != NEAR:
        alike &= column != NEAR
    return alike


def steady(columns: Columns) -> Columns:
    """Keep what a record has one value of: false papers give another home."""
    return {
        f: c for f, c in columns.items() if f not in SEVERAL and f is not Field.WISH
    }


def fits(columns: Columns, size: int) -> Mask:
    """Who contradicts nothing; of a wound or place one of several may fit."""
    kept = np.ones(size, dtype=np.bool_)
    for field, each in columns.items():
        kept &= (np.max if field in ANY else np.min)(each, axis=0) > NO
    return kept


def fits_all(columns: Columns, size: int) -> Mask:
    """Who fits every detail: of a group all that is told must hold."""
    kept = np.ones(size, dtype=np.bool_)
    for each in columns.values():
        kept &= np.min(each, axis=0) > NO
    return kept


def opposing(columns: Columns, size: int) -> NDArray[np.int16]:
    """Count the fields that contradict each person."""
    total = np.zeros(size, dtype=np.int16)
    for field, each in columns.items():
        total += (np.max if field in ANY else np.min)(each, axis=0) == NO
    return total


def weight(columns: Columns, size: int) -> NDArray[np.int16]:
    """Sum how well everybody fits: an age a year off weighs half."""
    total = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        total += np.maximum(np.max(each, axis=0), COULD)
    return total


def agreeing(columns: Columns, size: int) -> NDArray[np.int16]:
    """Count the fields that speak for each person."""
    total = np.zeros(size, dtype=np.int16)
    for each in columns.values():
        total += np.max(each, axis=0) > COULD
    return total
