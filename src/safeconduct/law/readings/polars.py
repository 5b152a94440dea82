"""What is the truth of a condition in every row of a Polars frame?

A fact is a Boolean column, null is unknown; Polars joins null as Kleene does. This is
the second reading that every bulk run is held against.
"""

from collections.abc import Callable
from functools import reduce
from operator import and_, or_

import polars as pl


class PolarsReading:
    """Read an expression as an expression over columns.

    Args:
        column: Answers the column of a fact by its name; the name itself if left out.
    """

    def __init__(self, column: Callable[[str], pl.Expr] = pl.col) -> None:
        self._column = column

    def fact(self, name: str) -> pl.Expr:
        """Name the column."""
        return self._column(name)

    def always(self) -> pl.Expr:
        """Hold in each row."""
        return pl.lit(value=True)

    def never(self) -> pl.Expr:
        """Fail in each row."""
        return pl.lit(value=False)

    def all(self, parts: tuple[pl.Expr, ...]) -> pl.Expr:
        """Join by AND."""
        return reduce(and_, parts)

    def any(self, parts: tuple[pl.Expr, ...]) -> pl.Expr:
        """Join by OR."""
        return reduce(or_, parts)

    def no(self, part: pl.Expr) -> pl.Expr:
        """Negate."""
        return ~part

    def proven(self, part: pl.Expr) -> pl.Expr:
        """Count null as false."""
        return part.fill_null(value=False)
