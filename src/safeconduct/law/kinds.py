"""What kind of value may a fact have, and how is it written?

Each kind reads a value as it comes from a form or from JSON, answers `None` for
unknown, and raises `ValueError` with the words it would have accepted. `"U"` and
`None` are unknown in every kind.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Protocol, TypeGuard

STATE = re.compile(r"[A-Z]{1,3}")
# BCP 47: a language, perhaps its script, perhaps a region: `ko`, `zh-Hant`, `ko-KP`.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
# ISO 8601: a day, or what is known of it.
PART_OF_A_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
# Other years are slips of the pen; besides, periods can be added to these.
YEARS = range(1900, 2200)
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


@dataclass(frozen=True)
class Day:
    """A calendar day, ISO 8601; kept as text.

    Attributes:
        partly: Whether a year or a month will do, where no more is known.
    """

    partly: bool = False

    def read(self, value: object) -> str | None:
        """Return the day as text, `2026-03-01`."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str):
            if self.partly and PART_OF_A_DAY.fullmatch(value):
                return value
            value = _day(value)
        if _is_day(value):
            return value.isoformat()
        also = ", 2026-03, 2026" if self.partly else ""
        raise ValueError(f"a day such as 2026-03-01{also}, or U")


class Moment:
    """A time with its offset from UTC, ISO 8601, or a day where no more is known.

    Kept as text, the time in UTC: `2026-03-01T12:00:00Z`. A time without an offset
    could be read in two ways, so it is refused.
    """

    def read(self, value: object) -> str | None:
        """Return the time or the day as text."""
        if value in UNKNOWN:
            return None
        when = _moment(value) if isinstance(value, str) else value
        if isinstance(when, datetime) and when.utcoffset() is not None:
            utc = when.astimezone(UTC) if when.year in YEARS else when
            # The offset may carry the last hours of a year into the next.
            if utc.year in YEARS:
                return f"{utc.replace(tzinfo=None).isoformat()}Z"
        if _is_day(when):
            return when.isoformat()
        raise ValueError(
            "a time with its offset such as 2026-03-01T12:00:00Z, a day such as "
            "2026-03-01, or U"
        )


def _is_day(value: object) -> TypeGuard[date]:
    if isinstance(value, datetime) or not isinstance(value, date):
        return False
    return value.year in YEARS


def _day(text: str) -> date | None:
    try:
        # Weeks and days of the year are ISO 8601 too, but no officer writes them.
        return date.fromisoformat(text) if re.match(r"\d{4}-\d\d-", text) else None
    except ValueError:
        return None


def _moment(text: str) -> date | None:
    try:
        return _day(text) or datetime.fromisoformat(text)
    except ValueError:
        return None


class Language:
    """A language by its tag (BCP 47), `ko`."""

    def read(self, value: object) -> str | None:
        """Return the tag."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str) and LANGUAGE.fullmatch(value):
            return value
        raise ValueError("a language such as ko, uk or zh-Hant, or U")


class Words:
    """Free text; the law keeps it and reads nothing in it."""

    def read(self, value: object) -> str | None:
        """Return the text."""
        if value in UNKNOWN:
            return None
        if isinstance(value, str):
            return value
        raise ValueError("text, or U")


@dataclass(frozen=True)
class Several:
    """A list; what each member is, another kind tells. The order counts.

    Attributes:
        of: The kind of the members. None of them may be unknown.
        like: What such a list looks like, for whoever wrote something else.
    """

    of: Kind
    like: str

    def read(self, value: object) -> tuple[object, ...] | None:
        """Return the members in their order."""
        if isinstance(value, str | None) and value in UNKNOWN:
            return None
        if isinstance(value, list | tuple):
            try:
                members = tuple(self.of.read(member) for member in value)
            except ValueError as refusal:
                raise ValueError(f"{self.like}, each of them {refusal}") from None
            if None not in members:
                return members
        raise ValueError(f"{self.like} without U in it, or U alone")


@dataclass(frozen=True)
class SomeOf:
    """A set of a few words; one may stand without a list around it."""

    words: tuple[str, ...]

    def read(self, value: object) -> tuple[str, ...] | None:
        """Return the words in the order of the dictionary, each once."""
        if isinstance(value, str | None) and value in UNKNOWN:
            return None
        members = [value] if isinstance(value, str) else value
        if isinstance(members, list | tuple | set | frozenset):
            chosen = tuple(word for word in self.words if word in members)
            if len(chosen) == len(set(map(str, members))):
                return chosen
        raise ValueError(f"a list of {', '.join(self.words)}, or U")


class Entry:
    """A record of named fields, each with its own kind; what is left out is unknown.

    Args:
        fields: The kind of each field, by its name.
    """

    def __init__(self, **fields: Kind) -> None:
        self.fields: Mapping[str, Kind] = MappingProxyType(fields)

    def read(self, value: object) -> Mapping[str, object] | None:
        """Return the fields that are given."""
        if isinstance(value, str | None) and value in UNKNOWN:
            return None
        named = ", ".join(self.fields)
        if not isinstance(value, Mapping) or not set(value) <= set(self.fields):
            raise ValueError(f"a record with the fields {named}, or U")
        return MappingProxyType(
            {name: self._field(name, given) for name, given in value.items()}
        )

    def _field(self, name: str, value: object) -> object:
        try:
            return self.fields[name].read(value)
        except ValueError as refusal:
            raise ValueError(f"a record with {name} as {refusal}") from None


def texts() -> Several:
    """Make the kind of a list of texts."""
    return Several(Words(), "a list of texts")


def entries(**fields: Kind) -> Several:
    """Make the kind of a list of records."""
    return Several(Entry(**fields), f"a list of records with {', '.join(fields)}")


def says_freely(kind: Kind) -> bool:
    """Ask whether values of this kind hold text of somebody's own words."""
    match kind:
        case Words():
            return True
        case Several(of=member):
            return says_freely(member)
        case Entry():
            return any(map(says_freely, kind.fields.values()))
        case _:
            return False
