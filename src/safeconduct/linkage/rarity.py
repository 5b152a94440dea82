"""How often is what two records agree on borne by strangers?

Agreeing on a rare value weighs more than on a common one. But what is rare in a
register may be common among those whose names are like his: who bears a Tuvan name
comes from Tuva, and two namesakes from there agree on the province and often on the
father's name without being one man. So a province, a father, a unit, a rank and a place
are counted among the records that share a word of the name: of a Korean name its
surname with a syllable.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]

NONE: Final = -1  # stands for what is not known
FEW: Final = 100
"""Records with like names that say as much as the whole register does."""


def shares(values: Ints) -> Floats:
    """Tell what share of the known values each record's is; 0: it is not known."""
    known = values != NONE
    counts = np.bincount(values[known], minlength=1)
    found = np.zeros(len(values))
    found[known] = counts[values[known]] / max(int(known.sum()), 1)
    return found


def shares_among(values: Ints, words: Ints) -> Floats:
    """Tell the same among the other records that share a word of the name.

    Where they are few, the share in the whole register counts beside them.

    Args:
        values: Of each record, numbered from 0.
        words: Those of its name, numbered from 0: a row a place, a column a record.
    """
    usual = shares(values)
    places, owners = ((words != NONE) & (values != NONE)).nonzero()
    if not len(owners):
        return usual
    spoken = words[places, owners].astype(np.int64)
    bearers = np.bincount(spoken)[spoken]
    both = spoken * (int(values.max()) + 1) + values[owners]
    alike = pl.Series("both", both).to_frame().select(pl.len().over("both"))
    agree = alike.to_series().to_numpy()
    met = _added(owners, bearers - 1, len(values))
    of_them = _added(owners, agree - 1, len(values))
    found: Floats = (of_them + FEW * usual) / (met + FEW)
    return found


def _added(owners: NDArray[Any], counts: NDArray[Any], records: int) -> Floats:
    return np.bincount(owners, counts, records).astype(np.float64)
