"""Which day, month or year of birth does a column name, and how surely?

Reads ISO, day-first and month-first numbers, `1999년 3월 12일`, Juche years (Juche 1 is
1912), month names in English, Ukrainian and Russian, and years alone. A number such as
03/04/2001 can be two days: the rest of the column decides the order, and where the
column itself mixes both orders that is said, and the day is taken day-first. The model
has a level for "day and month exchanged", so such a record is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from safeconduct.months import MONTH, month_number

# Years that are no slip of the pen: of births, and of the months of capture.
EARLIEST: Final = 1920
LATEST: Final = 2035
JUCHE: Final = 1911  # to be added to a Juche year
# Two figures of a year up to this one are of this century.
CENTURY: Final = 15
MONTHS: Final = 12

_YEAR = r"(?P<year>\d{4})"
_SEPARATED = re.compile(
    rf"{_YEAR}\s*[-./년]\s*(?P<month>\d{{1,2}})"
    r"(?:\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?)?(?:[T ].*)?\s*월?"
)
_TOGETHER = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})[-./ ](?P<second>\d{1,2})[-./ ](?P<year>\d{4}|\d\d)"
    r"(?:\s*г\.?|\s*р\.?)?"
)
_WORDS = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\s+)?(?P<name>{MONTH})\s*"
    rf"(?:(?P<day2>\d{{1,2}})(?:st|[nr]d|th)?,\s*)?,?\s*{_YEAR}(?:\s*(?:г|р)\.?)?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})")
_JUCHE = re.compile(
    r"(?:주체|juche|чучхе)\s*(?P<juche>\d{1,3})(?:\s*년?\s*\(\s*(?P<year>\d{4})\s*\))?"
    r"\s*년?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\D{0,12}(?P<year>(?:19|20)\d\d)\s*(?:년\s*생?|г\.?|р\.?|\?|생)?\D{0,12}"
)


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth as far as it is known.

    Attributes:
        year, month, day: `None` where it is not said.
        order: `first` or `second` when the day can only be that number, `either` when
            both readings are days, empty when the form itself says which is which.
    """

    year: int
    month: int | None = None
    day: int | None = None
    order: str = ""


def read(text: str) -> Birth | None:
    """Read one value; `None` when no year of birth can be read from it."""
    value = text.strip()
    juche = _JUCHE.fullmatch(value)
    if juche:
        year = int(juche["year"] or int(juche["juche"]) + JUCHE)
        value = f"{year}년 {juche['rest']}" if juche["rest"] else str(year)
    for form, reader in _FORMS:
        match = form.fullmatch(value)
        if match:
            birth = reader(match.groupdict())
            if birth is not None:
                return birth
    return None


def _whole(parts: Mapping[str, str | None]) -> Birth | None:
    month, day = parts.get("month"), parts.get("day")
    return _checked(
        int(parts["year"] or 0),
        int(month) if month else None,
        int(day) if day else None,
    )


def _named(parts: Mapping[str, str | None]) -> Birth | None:
    day = parts["day"] or parts["day2"]
    month = month_number(parts["name"] or "")
    return _checked(int(parts["year"] or 0), month, int(day) if day else None)


def _numbers(parts: Mapping[str, str | None]) -> Birth | None:
    """Read two numbers and a year, day first unless that is no day."""
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    year = _full(parts["year"] or "")
    day_first, month_first = (
        _checked(year, second, first),
        _checked(year, first, second),
    )
    if day_first is not None and month_first is not None and first != second:
        return Birth(year, second, first, "either")
    if day_first is not None:
        return Birth(year, second, first, "first" if first > MONTHS else "")
    if month_first is not None:
        return Birth(year, first, second, "second")
    return None


def _full(year: str) -> int:
    number = int(year)
    if number >= 100:  # noqa: PLR2004 - four figures
        return number
    return number + (2000 if number <= CENTURY else 1900)


def _checked(year: int, month: int | None, day: int | None) -> Birth | None:
    """Keep what is a date; a month or day of 0 was not known."""
    if not EARLIEST <= year <= LATEST:
        return None
    if not month:
        return Birth(year)
    if not day:
        return Birth(year, month) if month <= MONTHS else None
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Birth(year, month, day)


def read_month(text: str) -> tuple[int, int] | None:
    """Read the year and month of a capture; days are of no account."""
    birth = read(text)
    if birth is None or birth.month is None:
        return None
    return birth.year, birth.month


_FORMS = (
    (_SEPARATED, _whole),
    (_TOGETHER, _whole),
    (_NUMBERS, _numbers),
    (_WORDS, _named),
    (_MONTH_YEAR, _whole),
    (_ALONE, _whole),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The births of a column.

    Attributes:
        births: Every text that was understood.
        unreadable: Texts that were not.
        mixed: Texts that are written in the rarer of two orders, where a column has
            both; those that could be either are then in doubt and taken day-first.
    """

    births: Mapping[str, Birth]
    unreadable: frozenset[str]
    mixed: frozenset[str]


def read_column(texts: Iterable[str]) -> Reading:
    """Read the distinct texts of one column of one file."""
    found = {text: read(text) for text in texts}
    known = {text: birth for text, birth in found.items() if birth is not None}
    first = {text for text, birth in known.items() if birth.order == "first"}
    second = {text for text, birth in known.items() if birth.order == "second"}
    if second and not first:
        known = {text: _turned(birth) for text, birth in known.items()}
    rarer = min(first, second, key=len)
    return Reading(known, frozenset(found.keys() - known.keys()), frozenset(rarer))


def _turned(birth: Birth) -> Birth:
    if birth.order != "either":
        return birth
    return Birth(birth.year, birth.day, birth.month, birth.order)
