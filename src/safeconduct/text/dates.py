"""Which days, months and years does a text name?"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

# The beginning is enough: Slavic names of months are inflected at the end.
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan січ январ",
            "february feb лют феврал",
            "march mar берез март",
            "april apr квіт апрел",
            "may трав мая май мае",
            "june jun черв июн",
            "july jul лип июл",
            "august aug серп август",
            "september sept sep верес сентябр",
            "october oct жовт октябр",
            "november nov листопад ноябр",
            "december dec груд декабр",
        ),
        start=1,
    )
    for name in names.split()
}
_ENGLISH = "|".join(sorted((m for m in MONTHS if m.isascii()), key=len, reverse=True))
_SLAVIC = "|".join(
    m for m in MONTHS if not m.isascii() and m not in {"май", "мая", "мае"}
)
MONTH = rf"(?:(?:{_ENGLISH})\b\.?|(?:{_SLAVIC})[а-яіїє]{{0,4}}\b|ма[яйе]\b)"
YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|[nr]d|th)?,?\s+(?P<year2>{YEAR})\b"
    rf"|(?<![\d.])(?P<year3>{YEAR})[-./년]\s*(?P<month3>\d{{1,2}})[-./월]\s*(?P<day3>\d{{1,2}})(?!\d)"
    rf"|(?<![\d.])(?P<day4>\d{{1,2}})[./](?P<month4>\d{{1,2}})[./](?P<year4>{YEAR})(?!\d)",
    re.IGNORECASE,
)


def month_number(name: str) -> int | None:
    """Number the month that a word names in English, Ukrainian or Russian."""
    word = name.lower().rstrip(".")
    for begin in sorted(MONTHS, key=len, reverse=True):
        if word == begin or (not begin.isascii() and word.startswith(begin)):
            return MONTHS[begin]
    return None


def day_in(text: str) -> date | None:
    """Read the first whole date; day before month where both are numbers."""
    for match in WRITTEN.finditer(text):
        parts = {
            key[:5].rstrip("234"): part
            for key, part in match.groupdict().items()
            if part
        }
        month = parts["month"]
        number = int(month) if month.isdecimal() else month_number(month)
        try:
            return date(int(parts["year"]), number or 0, int(parts["day"]))
        except ValueError:  # 31.02.2025 is no date
            continue
    return None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])
