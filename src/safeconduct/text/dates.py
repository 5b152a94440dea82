"""Which days, months and years does a text name?"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from safeconduct.months import MONTH, month_number

YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\s+(?:of\s+)?(?P<month>{MONTH}),?\s+(?P<year>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|[nr]d|th)?,?\s+(?P<year2>{YEAR})\b"
    rf"|(?<![\d.])(?P<year3>{YEAR})[-./년]\s*(?P<month3>\d{{1,2}})[-./월]\s*(?P<day3>\d{{1,2}})(?!\d)"
    rf"|(?<![\d.])(?P<day4>\d{{1,2}})[./](?P<month4>\d{{1,2}})[./](?P<year4>{YEAR})(?!\d)",
    re.IGNORECASE,
)

# What may stand beside a date in a line that only dates the page.
BESIDE_DATE = re.compile(
    r"\d{1,2}\s*[:.]\s*\d{2}(?:\s*:\s*\d{2})?\s*(?:[ap]\.?m\.?\b)?|\d{1,2}\s*[ap]\.?m\b\.?"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:gmt|utc|[ecmp][sd]?t|b?cet|eet|msk|kst|jst|msd)\b(?:\s*[+-]\d{1,2}(?::\d{2})?)?"
    r"|\b(?:published|posted|updated|last|first|modified|created|date|on|at|in|by|print)\b"
    r"|\b(?:понеділок|вівторок|середа|четвер|п[’'ʼ]ятниця|субота|неділя|понедельник|вторник"
    r"|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс|нд)\b\.?"
    r"|\b(?:опубліковано|оновлено|додано|дата|опубликовано|обновлено|добавлено|публікації"
    r"|публикации|о|об|в|у|года|року|год|рік)\b|\b[рг]\.|\bмск\b"
    r"|(?:기사)?\s?(?:입력|수정|등록|게시|승인|최종|작성|발행|송고)(?:일시|일|시간)?|오전|오후"
    r"|[월화수목금토일]요일|\([월화수목금토일]\)|\d{1,2}\s*[시분초]|일(?=\s|$)|년|에"
    r"|[\s|,.;:·•/()\[\]<>–—-]",
    re.IGNORECASE,
)

# A day without its year: this year's, so only the page's own line can mean it.
SHORT_DATE = re.compile(
    rf"(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}월\s*\d{{1,2}}일)"
    r"(?:\s*[,.|•·]?\s*(?:о|в|at|в)?\s*\d{1,2}:\d{2})?"
    r"|\d{1,3}\s*(?:h|hrs?|hours?|min(?:ute)?s?|days?|d)\s+ago"
    r"|\d{1,3}\s+(?:год\w*|хв\w*|дн\w*|час\w*|мин\w*)\s+(?:тому|назад)"
    r"|\d{1,3}\s?(?:시간|분|일)\s?전",
    re.IGNORECASE,
)

AGO = re.compile(r"\b(?:ago|тому|назад|today|сьогодні|сегодня)\b|전(?:\s|$)|[:：]")


def is_dateline(line: str, *, beside: int = 0) -> bool:
    """Whether a line holds a date and hardly anything but what stands beside one.

    Args:
        line: one line of a page.
        beside: most characters of something else, such as an agency's name.
    """
    if DIGIT.search(line) is None or WRITTEN.search(line) is None:
        return False
    return len(BESIDE_DATE.sub("", WRITTEN.sub(" ", line))) <= beside


DIGIT = re.compile(r"\d")
STAMP = re.compile(
    r"\d\d?:\d\d|(?:просмотр|перегляд|коммент|коментар)\w*\s*:?\s*\d|\d\s*(?:просмотр|перегляд)\w*"
    r"|(?:читати|читать|час\s+читання:?|время\s+чтения:?|reading\s+time:?)\s+\d+\s*(?:хв|мин|min)\w*"
    r"|\d+\s*(?:min(?:ute)?s?)\s+read|조회\s?수?\s*[:\d]|(?:беседовал|розмовля|записа|записыва)\w+"
    r"|interview(?:ed)?\s+by|(?:перевод|переклад|translation)(?:\s+[иі]\s+[^\W\d]+)?:\s*\w+"
    r"|(?:источник|джерело|source):\s*[^.]+",
    re.IGNORECASE,
)
"""What a page sets beside its date: the hour, how many read it, how long it takes."""
NO_NAMES = 4
"""Words beside date and stamp: a writer, an outlet; more are a sentence."""


def is_stamped(line: str) -> bool:
    """Whether a line has a date and what a page sets beside it, and no sentence."""
    if DIGIT.search(line) is None:
        return False
    rest, dates = WRITTEN.subn(" ", line)
    rest, stamps = STAMP.subn(" ", rest)
    words = re.findall(r"[^\W\d_]{2,}", BESIDE_DATE.sub(" ", rest))
    few = len(words) <= NO_NAMES
    return dates == 1 and few and (stamps > 0 or _is_item(line))


def _is_item(line: str) -> bool:
    """Whether a date is one of several short items: "Diary · By N · 8 March 2026"."""
    items = [item for item in ITEMS.split(line) if item.strip()]
    return len(items) >= ROW and any(map(is_time, items))


ITEMS = re.compile(r"\s+[|·•]\s+")
ROW = 3
"""Items of a row; two may be the name of a paper and its issue."""


def is_time(text: str) -> bool:
    """Whether a text is a date, with or without its year, or says how long ago."""
    return is_dateline(text) or SHORT_DATE.fullmatch(text.strip()) is not None


def dates_page(line: str) -> bool:
    """Whether a line that opens like a date of publication goes on to give one."""
    return WRITTEN.search(line) is not None or AGO.search(line) is not None


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
