"""What can go wrong before the law has given an answer.

LawError
├── FactError
│   └── ContradictoryFacts
├── PackError
├── NoLawInForce
├── TableError
└── ReadingsDiffer
"""

from datetime import date


class LawError(Exception):
    """Base of every error of this library; its text is a sentence for the caller."""


class FactError(LawError):
    """A fact has a name or a value the law does not know.

    Attributes:
        fact: The name as the caller wrote it.
        nearest: The right name that comes closest, or `None`.
    """

    def __init__(self, message: str, *, fact: str, nearest: str | None = None) -> None:
        super().__init__(message)
        self.fact = fact
        self.nearest = nearest


class ContradictoryFacts(FactError):
    """Two stated facts cannot both be right; `fact` is the first of them."""


class PackError(LawError):
    """The norms do not make a law: a name is missing, a cycle, a forbidden priority."""


class NoLawInForce(LawError):
    """No pack of norms covers the day that was asked for."""

    def __init__(self, on: date, first: date) -> None:
        super().__init__(
            f"No law is on file for {on.isoformat()}: "
            f"the first pack begins on {first.isoformat()}. Ask for that day or later."
        )
        self.on = on
        self.first = first


class TableError(LawError):
    """A table of cases cannot be read: a column is missing or has a strange type."""


class ReadingsDiffer(LawError):
    """Two readings of the law give different answers: nothing may rest on either.

    Attributes:
        ids: The cases in which they differ, the first of them.
    """

    def __init__(self, message: str, *, ids: tuple[str, ...]) -> None:
        super().__init__(message)
        self.ids = ids
