"""Which days do "last month", "торік" or "지난달" mean, seen from the day of a text?"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

Span = tuple[date, date]
LONG = 12
"""Months of a year."""


def _month(day: date, back: int) -> Span:
    year, month = divmod(day.year * LONG + day.month - 1 - back, LONG)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, 1), date(year, month + 1, last)


def _year(day: date, back: int) -> Span:
    return date(day.year - back, 1, 1), date(day.year - back, LONG, 31)


def _week(day: date, back: int) -> Span:
    monday = day - timedelta(days=day.weekday() + 7 * back)
    return monday, monday + timedelta(days=6)


def _day(day: date, back: int) -> Span:
    that = day - timedelta(days=back)
    return that, that


def _weekday(day: date, number: int) -> Span:
    """The last such day of the week, the day of the text included."""
    that = day - timedelta(days=(day.weekday() - number) % 7)
    return that, that


PREPOSITION = (
    r"(?:(?P<prep>since|from|until|by|with|з|із|від|с|от|до|к)\s+"
    r"(?:the\s+)?(?:end\s+of\s+|кінця\s+|концу\s+|конца\s+)?)?"
)
WORDS: tuple[tuple[Callable[[date, int], Span], int, str], ...] = (
    (
        _month,
        1,
        (
            r"last\s+month|the\s+previous\s+month|минулого\s+місяця|минулому\s+місяці"
            r"|(?:в\s+)?прошл(?:ом|ого)\s+месяц[еа]|지난\s?달(?!\s?\d{1,2}[월일])|전월"
        ),
    ),
    (
        _month,
        0,
        r"(?:earlier\s+)?this\s+month|цього\s+місяця|цьому\s+місяці|(?:в\s+)?эт(?:ом|ого)\s+месяц[еа]|이번\s?달(?!\s?\d{1,2}[월일])|이달(?!\s?\d{1,2}[월일])",
    ),
    (
        _year,
        1,
        (
            r"last\s+year|the\s+previous\s+year|минулого\s+року|минулому\s+році|торік"
            r"|(?:в\s+)?прошл(?:ом|ого)\s+год[уа]|지난해(?!\s?\d{1,2}(?:\s?[~∼-]\s?\d{1,2})?월)|작년(?!\s?\d{1,2}(?:\s?[~∼-]\s?\d{1,2})?월)"
        ),
    ),
    (
        _year,
        0,
        r"(?:earlier\s+)?this\s+year|цього\s+року|цьогоріч|(?:в\s+)?эт(?:ом|ого)\s+год[уа]|올해(?!\s?\d{1,2}(?:\s?[~∼-]\s?\d{1,2})?월)|금년|(?:the\s+)?(?:start|beginning)\s+of\s+(?:the|this)\s+year|початку\s+року|начала\s+(?:этого\s+)?года",
    ),
    (
        _week,
        1,
        r"last\s+week|минулого\s+тижня|минулому\s+тижні|(?:на\s+)?прошл(?:ой|ую)\s+недел[еию]|지난\s?주",
    ),
    (
        _week,
        0,
        r"this\s+week|цього\s+тижня|(?:на\s+)?этой\s+недел[еи]|이번\s?주",
    ),
    (_day, 2, r"позавчора|позавчера|그저께"),
    (_day, 1, r"yesterday|учора|вчора|вчера|어제|전날"),
    (_day, 0, r"today|сьогодні|сегодня|오늘"),
    *(
        (_weekday, number, words)
        for number, words in enumerate(
            (
                r"on\s+Monday|[ву]\s+понеділок|в\s+понедельник",
                r"on\s+Tuesday|[ву]\s+вівторок|во\s+вторник",
                r"on\s+Wednesday|[ву]\s+середу|в\s+среду",
                r"on\s+Thursday|[ву]\s+четвер|в\s+четверг",
                r"on\s+Friday|[ву]\s+п[’'ʼ]ятницю|в\s+пятницу",
                r"on\s+Saturday|[ву]\s+суботу|в\s+субботу",
                r"on\s+Sunday|[ву]\s+неділю|в\s+воскресенье",
            )
        )
    ),
)
# What is still to come is no day of last week.
COMING = re.compile(
    r"\b(?:will|would|next|planned|due|expected|scheduled|are\s+to|is\s+to)\b|(?<!\w)(?:буде|будуть|наступн|планую|будет|будут|следующ|планиру)\w*",
    re.IGNORECASE,
)
# A Korean month or day, alone or with "last": 지난달 9일, 올해 1월, 30일.
KOREAN = re.compile(
    r"(?<![가-힣\d])(?:(?P<when>지난\s?달|이달|이번\s?달|올해|지난해|작년|지난)\s?)?"
    r"(?:(?:(?P<from>\d{1,2})\s?[~∼-]\s?)?(?P<month>\d{1,2})월(?:\s?(?P<part>초|중순|말))?)?\s?(?:(?P<day>\d{1,2})일)?(?!\s?(?:간|동안))"
    r"(?P<since>\s?(?:부터|이후|이래))?(?P<until>\s?까지)?"
)
RELATIVE = tuple(
    (
        how,
        back,
        re.compile(
            rf"(?<![^\W가-힣]){PREPOSITION}(?:{words})(?!\w)(?P<since>)(?P<until>)",
            re.IGNORECASE,
        )
        if not re.search("[가-힣]", words)
        else re.compile(
            rf"(?<![^\W]){PREPOSITION}(?:{words})(?![a-zа-яіїє])(?P<since>\s?(?:부터|이후))?(?P<until>\s?말?까지)?",
            re.IGNORECASE,
        ),
    )
    for how, back, words in WORDS
)
SINCE = {"since", "from", "з", "із", "від", "с", "от"}
UNTIL = {"until", "by", "до", "к"}
Found = tuple[int, str, date | None, date | None]


def relatives(text: str, published: date | None) -> Iterator[Found]:
    """Yield place, words, and first and last day of each relative time.

    Without `published` the days are None: the words are found and stay open.
    """
    for how, back, pattern in RELATIVE:
        for match in pattern.finditer(text):
            if how is _weekday and COMING.search(text):
                continue
            if published is None:
                yield match.start(), match[0], None, None
                continue
            first, last = how(published, back)
            prep = (match["prep"] or "").lower()
            yield (
                match.start(),
                match[0],
                None if prep in UNTIL or match["until"] else first,
                None if prep in SINCE or match["since"] else last,
            )
    for match in KOREAN.finditer(text):
        if match["month"] or match["day"]:
            yield _korean(match, published)


def _korean(match: re.Match[str], published: date | None) -> Found:
    words = match[0].strip()
    span = _korean_days(match, published) if published else None
    if span is None:
        return match.start(), words, None, None
    first, last = span
    return (
        match.start(),
        words,
        None if match["until"] else first,
        None if match["since"] else last,
    )


def _korean_days(match: re.Match[str], published: date) -> Span | None:
    when = (match["when"] or "").replace(" ", "")
    day = int(match["day"]) if match["day"] else None
    base = _month(published, 1)[0] if when == "지난달" else published
    year, month = base.year, base.month
    if match["month"]:
        month = int(match["month"])
        year = published.year - (when in {"지난해", "작년"})
        if not when and month > published.month:  # a bare month looks back
            year -= 1
        if when == "지난" and month > published.month:
            year -= 1
    elif day is not None and day > published.day and when in {"", "지난"}:
        first = _month(published, 1)[0]
        year, month = first.year, first.month
    try:
        first, last = _month(date(year, month, 1), 0)
        if day is not None:
            return date(year, month, day), date(year, month, day)
    except ValueError:  # 31월, 30 February
        return None
    if match["from"] and int(match["from"]) <= month:
        first = date(year, int(match["from"]), 1)
        return first, last
    ends = {"초": (1, 10), "중순": (11, 20), "말": (21, last.day)}
    start, stop = ends.get(match["part"] or "", (1, last.day))
    return date(year, month, start), date(year, month, stop)
