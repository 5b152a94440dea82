"""Which SQL text stands for a condition?

A fact is a nullable Boolean column and NULL is unknown: AND, OR and NOT of SQL are
Kleene's (ISO/IEC 9075-2, truth tables of the Boolean value expression). The same text
runs on PostgreSQL, DuckDB and SQLite.
"""

from collections.abc import Callable


def quoted(name: str) -> str:
    """Write a name as an SQL identifier."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


class Sql:
    """Read an expression as SQL text.

    Args:
        column: Answers the text of a fact by its name; the quoted name if left out.
    """

    def __init__(self, column: Callable[[str], str] = quoted) -> None:
        self._column = column

    def fact(self, name: str) -> str:
        """Name the column."""
        return self._column(name)

    def always(self) -> str:
        """Hold."""
        return "TRUE"

    def never(self) -> str:
        """Fail."""
        return "FALSE"

    def all(self, parts: tuple[str, ...]) -> str:
        """Join by AND."""
        return f"({' AND '.join(parts)})"

    def any(self, parts: tuple[str, ...]) -> str:
        """Join by OR."""
        return f"({' OR '.join(parts)})"

    def no(self, part: str) -> str:
        """Negate."""
        return f"(NOT {part})"

    def proven(self, part: str) -> str:
        """Count NULL as false."""
        return f"({part} IS TRUE)"
