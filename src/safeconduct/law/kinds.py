"""What kind of value may a fact have, and how is it written?

Each kind reads a value as it comes from a form or from JSON, answers `None` for
unknown, and raises `ValueError` with the words it would have accepted. `"U"` and
`None` are unknown in every kind.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Protocol

STATE = re.compile(r"[A-Z]{1,3}")
UNKNOWN = (None, "U", "unknown")


class Kind(Protocol):
    """A type of fact."""

    def read(self, value: object) -> object:
        """Return the value in its one normal form, or raise `ValueError`."""


class Truth:
    """True, false or unknown: `T`, `F`, `U`, or `True`, `False`, `None`."""

    def read(self, value: object) -> bool | None:
        """Return the truth."""
        for truth, letter in ((True, "T"), (False, "F"), (None, "U")):
            if value is truth or value == letter:
                return truth
        raise ValueError("T, F or U")


@dataclass(frozen=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: object) -> str | None:
        """Return the word."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str) and value in self.words:
            return value
        raise ValueError(f"one of {', '.join(self.words)}, or U")


class State:
    """A State by its short name of capital letters, `KR`."""

    def read(self, value: object) -> str | None:
        """Return the short name."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str) and STATE.fullmatch(value):
            return value
        raise ValueError("a State such as KR, or U")


class States:
    """A set of States; one State may stand without a list around it."""

    def read(self, value: object) -> tuple[str, ...] | None:
        """Return the short names in their order, each once; none named is unknown."""
        members = (
            value if isinstance(value, list | tuple | set | frozenset) else [value]
        )
        if isinstance(value, set | frozenset):
            members = sorted(members, key=str)
        named = [
            m["state"] if isinstance(m, dict) and "state" in m else m for m in members
        ]
        try:
            states = [State().read(member) for member in named]
        except ValueError:
            raise ValueError("a list of States such as ['KP', 'RU'], or U") from None
        if None in states and len(states) > 1:
            raise ValueError("a list of States without U in it, or U alone")
        return tuple(dict.fromkeys(s for s in states if s is not None)) or None


class Wish:
    """What he says he wants: one of the plain wishes, `return:S` or `refuge:S`."""

    PLAIN = ("never_asked", "undecided", "refuses", "return", "stay")

    def read(self, value: object) -> str | None:
        """Return the wish."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str):
            verb, colon, state = value.partition(":")
            if value in self.PLAIN:
                return value
            if colon and verb in {"return", "refuge"} and STATE.fullmatch(state):
                return value
        raise ValueError(
            f"one of {', '.join(self.PLAIN)}, return:S or refuge:S with a State, or U"
        )


class Wishes:
    """Wishes in the order in which he expressed them."""

    def read(self, value: object) -> tuple[str | None, ...] | None:
        """Return the wishes."""
        if value in UNKNOWN:
            return None
        if isinstance(value, list | tuple):
            return tuple(Wish().read(wish) for wish in value)
        raise ValueError("a list of wishes, or U")


class Count:
    """A whole number, zero or more."""

    def read(self, value: object) -> int | None:
        """Return the number."""
        if value in UNKNOWN:
            return None
        # True is an int in Python; here it is a mistake.
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise ValueError("a whole number, zero or more, or U")


class Day:
    """A date, or an ISO 8601 date or time as text; kept as text."""

    def read(self, value: object) -> str | None:
        """Return the text."""
        if value in UNKNOWN:
            return None
        if isinstance(value, date):
            return value.isoformat()
        try:
            date.fromisoformat(str(value)[:10])
        except ValueError:
            raise ValueError("a day such as 2026-03-01, or U") from None
        return str(value)


class Words:
    """Free text; the law keeps it and reads nothing in it."""

    def read(self, value: object) -> str | None:
        """Return the text."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str):
            return value
        raise ValueError("text, or U")
