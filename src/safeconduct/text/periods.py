"""To which days does a sentence refer?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from safeconduct.text.dates import MONTH, WRITTEN, YEAR, day_in, month_end, month_number

SINCE = {"since", "from", "з", "із", "с", "від", "от", "після", "после", "after"}
UNTIL = {"by", "until", "till", "before", "до", "к"}
DURING = {"in", "on", "during", "at", "у", "в", "за"}
# Months of a part of a year; "late 2023" is its last quarter.
PARTS = {"early": (1, 3), "mid": (5, 8), "late": (10, 12), "초": (1, 3), "말": (10, 12)}

_PREPOSITION = "|".join((*SINCE, *UNTIL, *DURING))
MENTION = re.compile(
    rf"(?<!\w)(?:(?P<prep>{_PREPOSITION})\s+)?"
    r"(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?"
    rf"(?:(?P<day>{WRITTEN.pattern.replace('?P<', '?P<w_')})"
    rf"|(?P<part>early|mid|late)[\s-]+(?:in\s+)?(?P<pyear>{YEAR})"
    rf"|(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<myear>{YEAR})"
    rf"|(?P<kyear>{YEAR})년\s*(?:(?P<kmonth>\d{{1,2}})월|(?P<kpart>[초말]))?"
    r"(?P<since>부터|이후|이래)?(?P<until>까지)?"
    rf"|(?P<year>{YEAR})(?![\d,.]\d)(?:\s*(?:року|рік|році|года|году|год))?"
    rf"|(?P<alone>{MONTH}))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of days, ends included; None is unbounded.

    `resolution` tells whether the text states the year or it was inferred, from
    `evidence`.
    """

    start: date | None
    end: date | None
    text: str
    resolution: Literal["explicit", "inferred"] = "explicit"
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A period with its place in the sentence."""

    at: int
    period: Period


def mentions(
    text: str, document: str = "", published: date | None = None
) -> Iterator[Mention]:
    """Yield the periods that a sentence names.

    Args:
        text: the sentence.
        document: the article; a month without a year takes the year that the
            article gives the same month, if it gives one only.
        published: the article's date, from which a bare month looks back.
    """
    for match in MENTION.finditer(text):
        if period := _period(match, document, published):
            yield Mention(match.start(), period)


def period_of(
    found: list[Mention], start: int, end: int, clause_end: int
) -> Period | None:
    """Choose the first period after a figure in its clause, else the last before it."""
    after = [item.period for item in found if end <= item.at < clause_end]
    before = [item.period for item in found if item.at < start]
    if after:
        return after[0]
    return before[-1] if before else None


def _period(
    match: re.Match[str], document: str, published: date | None
) -> Period | None:
    prep = (match["prep"] or "").lower()
    text = match[0].strip()
    if match["alone"]:
        # "May" and "march" without a preposition are verbs more often than months.
        return (
            _inferred(match["alone"], prep, text, document, published) if prep else None
        )
    first, last = _ends(match)
    # "The 2023 report" names no time of the event; "in 2023" does.
    bare = match["year"] and not prep and match[0].endswith(match["year"])
    if first is None or last is None or bare:
        return None
    return _bounded(first, last, prep, match, text)


def _ends(match: re.Match[str]) -> tuple[date | None, date | None]:
    if match["day"]:
        day = day_in(match["day"])
        return day, day
    year = int(match["pyear"] or match["myear"] or match["kyear"] or match["year"])
    first, last = 1, 12
    if part := match["part"] or match["kpart"]:
        first, last = PARTS[part.lower()]
    elif match["month"] or match["kmonth"]:
        number = (
            month_number(match["month"]) if match["month"] else int(match["kmonth"])
        )
        if number is None or not first <= number <= last:
            return None, None
        first = last = number
    return date(year, first, 1), month_end(year, last)


def _bounded(
    first: date, last: date, prep: str, match: re.Match[str], text: str
) -> Period:
    if prep in SINCE or match["since"]:
        return Period(first, None, text)
    if prep in UNTIL or match["until"]:
        return Period(None, last, text)
    return Period(first, last, text)


def _inferred(
    month: str, prep: str, text: str, document: str, published: date | None
) -> Period | None:
    number = month_number(month)
    if number is None or (month[0].islower() and month.isascii()):
        return None
    said = {
        int(other["myear"]): other[0].strip()
        for other in MENTION.finditer(document)
        if other["month"] and month_number(other["month"]) == number
    }
    if len(said) == 1:
        year, evidence = next(iter(said.items()))
    elif published is not None:
        year = published.year - (number > published.month)
        evidence = f"published {published.isoformat()}"
    else:
        return None
    first, last = date(year, number, 1), month_end(year, number)
    return Period(
        None if prep in UNTIL else first,
        None if prep in SINCE else last,
        text,
        "inferred",
        evidence,
    )
