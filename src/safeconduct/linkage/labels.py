"""Which pairs have people decided?

A table with the columns `left`, `right` and `same`: the ids of two records (or
`FILE:ROW`, where a table has no ids) and the decision, yes or no. "Cannot tell" is a
real answer; such rows are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import polars as pl

from safeconduct.linkage.errors import WrongLabels, rows
from safeconduct.linkage.reading import ROW, Table

COLUMNS: Final = ("left", "right", "same")
DECISIONS: Mapping[str, bool | None] = MappingProxyType(
    {
        **dict.fromkeys(("yes", "y", "true", "1", "same", "예", "так", "да"), True),
        **dict.fromkeys(("no", "n", "false", "0", "not the same", "아니오"), False),
        **dict.fromkeys(("ні", "нет", "not same", "different"), False),
        **dict.fromkeys(("", "cannot tell", "?", "unknown"), None),
    }
)


@dataclass(frozen=True, slots=True)
class Labels:
    """Decided pairs: `id_l` < `id_r` and `same`."""

    frame: pl.DataFrame

    def beside(self, pairs: pl.DataFrame) -> pl.DataFrame:
        """Give each decided pair its weight; pairs never compared are left out."""
        return self.frame.join(
            pairs.select("id_l", "id_r", "weight"), on=["id_l", "id_r"]
        ).sort("id_l", "id_r")


def read_labels(table: Table, records: pl.DataFrame) -> Labels:
    """Read decided pairs.

    Args:
        table: The columns `left`, `right` and `same`, as text.
        records: `id` and `record`: how each record is called outside.

    Raises:
        WrongLabels: A column is missing, a record unknown or a decision not understood.
    """
    text, file = table.frame, table.file
    lacking = [column for column in COLUMNS if column not in text.columns]
    if lacking:
        raise WrongLabels(
            f"{file}: the columns {', '.join(COLUMNS)} are needed, and "
            f"{', '.join(lacking)} is not there."
        )
    numbered = text.select(pl.col(ROW).alias("row"), *COLUMNS).with_columns(
        pl.col("same").fill_null("").str.strip_chars().str.to_lowercase()
    )
    strange = numbered.filter(~pl.col("same").is_in(list(DECISIONS)))
    if strange.height:
        raise WrongLabels(
            f"{file}: 'same' must be yes, no or 'cannot tell'; look at "
            f"{rows(strange['row'])}."
        )
    known = numbered.with_columns(
        pl.col("same").replace_strict(dict(DECISIONS), return_dtype=pl.Boolean)
    )
    for side in ("left", "right"):
        ids = records.select(
            pl.col("record").alias(side), pl.col("id").alias(f"{side}_id")
        )
        known = known.join(ids, on=side, how="left")
    lost = known.filter(pl.any_horizontal(pl.col("left_id", "right_id").is_null()))
    if lost.height:
        raise WrongLabels(f"{file}: no record has the id given in {rows(lost['row'])}.")
    return Labels(
        known.drop_nulls("same").select(
            id_l=pl.min_horizontal("left_id", "right_id"),
            id_r=pl.max_horizontal("left_id", "right_id"),
            same="same",
        )
    )
