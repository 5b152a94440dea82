"""To which days does a sentence refer?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from safeconduct.months import MONTH, month_number
from safeconduct.text.dates import WRITTEN, YEAR, day_in, month_end
from safeconduct.text.relative import relatives

SINCE = {"since", "from", "з", "із", "с", "від", "от", "після", "после", "after"}
UNTIL = {
    "by", "until", "till", "before", "as of", "до", "к", "станом на", "по состоянию на",
}  # fmt: skip
DURING = {"in", "between", "on", "during", "at", "for", "у", "в", "за", "на"}
# Months of a part of a year; "late 2023" is its last quarter.
PARTS = {
    "early": (1, 3),
    "mid": (5, 8),
    "late": (10, 12),
    "초": (1, 3),
    "말": (10, 12),
    "початк": (1, 3),
    "начал": (1, 3),
    "наприкінці": (10, 12),
    "конц": (10, 12),
    "конец": (10, 12),
    "кінц": (10, 12),
    "кінец": (10, 12),
    "кінець": (10, 12),
    "середин": (5, 8),
}
SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11),
    "навесні": (3, 5), "влітку": (6, 8), "восени": (9, 11),
    "весной": (3, 5), "летом": (6, 8), "осенью": (9, 11),
    "весн": (3, 5), "літа": (6, 8), "лета": (6, 8), "літо": (6, 8), "лето": (6, 8),
    "осен": (9, 11), "осін": (9, 11),
    "봄": (3, 5), "여름": (6, 8), "가을": (9, 11),
}  # fmt: skip

_PREPOSITION = "|".join((*SINCE, *UNTIL, *DURING))
_OF_YEAR = r"(?:-(?:го|му|м|й))?(?:\s+(?:року|році|года|году))?"
# "К концу мая": the end of a month is still that month.
_EDGES = r"початк\w+|початок|начал\w+|кінц\w+|кінець|конц\w+|конец|середин\w+"
_EDGE = rf"(?:(?:{_EDGES})\s+(?={MONTH}))?"
_PART = rf"early|mid|late|наприкінці|(?:(?:на|в|у)\s+)?(?:{_EDGES})"
_AND = r"(?:and|to|through|till|until|—|–|-|і|та|и|й|по|до)"
MENTION = re.compile(
    rf"(?<!\w)(?:(?P<prep>{_PREPOSITION})\s+)?"
    rf"(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?{_EDGE}"
    rf"(?:(?P<day>{WRITTEN.pattern.replace('?P<', '?P<w_')})"
    rf"|(?P<part>{_PART})[\s-]+(?:in\s+)?(?P<pyear>{YEAR}){_OF_YEAR}"
    rf"|(?P<mpart>early|mid|late)[\s-]+(?P<pmonth>{MONTH})(?:\s+(?P<pmyear>{YEAR}))?"
    rf"|(?P<season>spring|summer|autumn|fall)\s+(?:of\s+)?(?P<syear>{YEAR})"
    rf"|(?P<season2>навесні|влітку|восени|весной|летом|осенью|весн[иуы]|літ[ао]|лет[ао]|осен[иі]|осінь)\s+(?P<syear2>{YEAR}){_OF_YEAR}"
    rf"|(?P<ksyear>{YEAR})년\s*(?P<kseason>봄|여름|가을)(?P<kssince>부터|\s?이후|\s?이래)?(?P<ksuntil>까지)?"
    rf"|(?:(?P<pair2>{MONTH})\s*{_AND}\s*)?(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<myear>{YEAR})"
    rf"|(?P<kyear>{YEAR})년\s*(?:(?P<kmonth>\d{{1,2}})월(?:\s*(?P<kday>\d{{1,2}})일)?|(?P<kpart>[초말]))?"
    r"(?P<since>부터|\s?이후|\s?이래)?(?P<until>까지)?"
    rf"|(?P<year>{YEAR})(?![\d,.]\d)(?:-(?:го|му|м|й))?(?:\s*(?:року|рік|році|года|году|год))?"
    rf"|(?P<dday>\d{{1,2}})(?:st|[nr]d|th)?\s+(?:of\s+)?(?P<dmonth>{MONTH})(?!,?\s+(?:of\s+)?{YEAR})"
    rf"|(?P<dmonth2>{MONTH})\s+(?P<dday2>\d{{1,2}})(?:st|[nr]d|th)?(?![,.]?\d)(?!\s+(?:\w+\s+)?(?:soldiers|troops|men|prisoners))"
    rf"|(?:(?P<pair>{MONTH})\s*{_AND}\s*)?(?P<alone>{MONTH}))(?![^\W가-힣])",
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
class Time:
    """Words that name a time; `period` is None where an undated text leaves it open."""

    at: int
    end: int
    text: str
    period: Period | None


# A day right after a verb of saying is the day of the saying: "said on 3 May that".
SAID = re.compile(
    r"(?:said|says|told\s+\w+|announced|reported|stated|confirmed|повідоми\w+|заяви\w+|сообщи\w+|сказа\w+"
    r"|розпові\w+|рассказа\w+)(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
# A date that opens the sentence goes with the saying if "said that" follows it.
SAYING = re.compile(
    r"(?:said|says|announced|reported|stated|confirmed|claimed)\s+(?:that\b|\w+\s+that\b)"
    r"|(?:повідоми|заяви|сообщи|сказа|підтверди|подтверди|розпові|рассказа|стверджу|утвержда)\w+[^.]{0,40}?,\s+(?:що|что)\b",
    re.IGNORECASE,
)
# "In this month's report", "이달 보고서에서": the day of the report.
_REPORT_EN = r"(?:report|briefing|assessment|study|review|statement|hearing|bulletin)"
_REPORT_SLAVIC = (
    r"(?:зв[іе]т|отч[её]т|доповід|доклад|огляд|обзор|бриф[іи]нг|бюлетен|бюллетен)\w*"
)
REPORTED = re.compile(
    rf"(?:[’']s)?\s+(?:\w+\s+)?{_REPORT_EN}\b"
    r"|\s?(?:\S+\s)?(?:보고서|보고|브리핑|발표|회견|성명)(?:에서|를\s통해|에\s따르면)",
    re.IGNORECASE,
)
REPORTED_BEFORE = re.compile(
    rf"\b{_REPORT_EN},?\s+(?:(?:issued|published|released|presented)\s+)?(?:back\s+)?$"
    rf"|(?<!\w){_REPORT_SLAVIC},?\s+(?:(?:\w*опубл[иі]кован|оприлюднен|представлен)\w*\s+)?$",
    re.IGNORECASE,
)
# "KYIV, April 2 —": where and when it was written.
DATELINE = re.compile(
    r"(?:[A-ZА-ЯІЇЄҐ]{3,}|[A-ZА-Я]\w+)[^.;—–]{0,40}\s?[—–]\s?$|[A-ZА-ЯІЇЄҐ]{3,},[^.;]{0,40}$"
)
# A day of the week in a sentence that says something may be the day of the saying.
WEEKDAY = re.compile(
    r"on\s+\w+day|(?:у|в|во)\s+(?:понед|вівт|втор|серед|сред|четв|п[’'ʼ]?ят|субот|субб|неділ|воскр)\w+",
    re.IGNORECASE,
)
SAYS_AT_ALL = re.compile(
    r"\b(?:said|says|told|announced|reported|stated|confirmed|claimed|added)\b"
    r"|(?<!\w)(?:повідоми|заяви|сообщи|сказа|розпові|рассказа|підтверди|подтверди|уточни|стверджу|утвержда|оголоси|объяви)\w+",
    re.IGNORECASE,
)
SPOKEN = re.compile(r"(?:밝혔|말했|전했|발표했|보고했|주장했|보도했)다\W*$")
TOPIC = re.compile(r"[은는이가]\s$")
HANGUL = re.compile("[가-힣]")


def times(
    text: str, document: str | Months = "", published: date | None = None
) -> Iterator[Time]:
    """Yield the times that a sentence names for its events, in order.

    Args:
        text: the sentence.
        document: the article or its `months_of`; a month without a year takes the
            year that the article gives the same month, if it gives one only.
        published: the article's date, from which a bare month looks back.
    """
    known = months_of(document) if isinstance(document, str) else document
    found = [
        Time(match.start(), match.end(), match[0], period)
        for match in MENTION.finditer(text)
        if (period := _period(match, known, published))
    ]
    for at, words, first, last in relatives(text, published):
        end = at + len(words)
        if any(other.at < end and at < other.end for other in found):
            continue
        if WEEKDAY.fullmatch(words) and any(
            text[end : other.at].strip() == "," for other in found if other.at > at
        ):
            continue  # "on Tuesday, 14 October": the day that follows
        period = None
        if first or last:
            evidence = f"published {published.isoformat()}" if published else None
            period = Period(first, last, words, "inferred", evidence)
        found.append(Time(at, end, words, period))
    told = [
        _opened(text, _from_day(text, item))
        for item in sorted(found, key=lambda item: item.at)
        if not _of_the_saying(text, item, published)
    ]
    yield from _closed(text, told)


# "From October 2024 to March 2025": two times that are the ends of one.
TO = re.compile(
    r"(?:\s(?:року|года))?[\s,]*(?:(?:to|through|until|till|до|по|[—–~-])\s*)?(?:the\s+)?(?:end\s+of\s+)?",
    re.IGNORECASE,
)
# "From October 2024 to the end of that year", "그해 말까지".
TO_YEAR = re.compile(
    r"(?:\s(?:року|года))?[\s,]*(?:to|through|until|till|до|по)\s+(?:the\s+)?"
    rf"(?:(?:end\s+of\s+)?(?P<year>{YEAR})(?!\d)|end\s+of\s+(?:that|the\s+same)\s+year"
    r"|(?:кінця|кінець|конца|конец)\s+(?:(?:того|цього|этого)\s+)?(?:ж|же|самого)?\s*(?:року|года))"
    r"|\s?(?:그\s?해|같은\s?해)\s?말?\s?까지",
    re.IGNORECASE,
)


def _closed(text: str, told: list[Time]) -> Iterator[Time]:
    """Let a time that begins somewhere end where the next one beside it does."""
    at = 0
    while at < len(told):
        one, last = told[at], told[at + 1] if at + 1 < len(told) else None
        at += 1
        if one.period is None or one.period.start is None or one.period.end is not None:
            yield one
        elif year := TO_YEAR.match(text, one.end):
            last_year = int(year["year"] or one.period.start.year)
            end = max(date(last_year, 12, 31), one.period.start)
            yield _until(text, one, year.end(), end)
        elif (
            last is not None
            and last.period is not None
            and last.period.end is not None
            and last.period.end > one.period.start
            and TO.fullmatch(text, one.end, last.at)
        ):
            at += 1
            yield _until(text, one, last.end, last.period.end)
        else:
            yield one


def _until(text: str, one: Time, stop: int, end: date) -> Time:
    assert one.period is not None  # noqa: S101 - the caller has looked
    words = text[one.at : stop]
    return Time(one.at, stop, words, replace(one.period, end=end, text=words.strip()))


# "Since the deployment began in October": what began then goes on.
BEGUN = re.compile(
    r"\b(?:ever\s+)?since\s+(?:[\w’'-]+\s+){1,8}$"
    r"|(?<!\w)(?:відколи|з\s+моменту|від\s+часу|від\s+початку|з\s+початку|с\s+момента|с\s+начала"
    r"|(?:з\s+того\s+часу|з\s+тих\s+пір|с\s+тех\s+пор|с\s+того\s+времени),?\s+(?:як|как))\s+(?:[\w’'-]+\s+){0,6}$",
    re.IGNORECASE,
)
BEGUN_AFTER = re.compile(r"[^,.;]{0,25}?[된한낸온간넌진]\s?(?:이후|이래|뒤|후)")


FROM_DAY = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:st|[nr]d|th)?\s*(?:-|–|—|to|and|till|по|до|та|і|и)?\s*$",
    re.IGNORECASE,
)


def _from_day(text: str, time: Time) -> Time:
    """Let "5 to 9 January" begin with the fifth."""
    period = time.period
    if period is None or period.end is None or period.start not in {None, period.end}:
        return time
    first = FROM_DAY.search(text[max(0, time.at - 12) : time.at])
    if first is None or not 0 < int(first["day"]) < period.end.day:
        return time
    start = period.end.replace(day=int(first["day"]))
    return replace(time, period=replace(period, start=start))


def _opened(text: str, time: Time) -> Time:
    """Let a time end nowhere if it is when something began."""
    period = time.period
    if period is None or period.start is None or period.end is None:
        return time
    before = text[max(0, time.at - 90) : time.at]
    if BEGUN.search(before) or BEGUN_AFTER.match(text, time.end):
        return replace(time, period=replace(period, end=None))
    return time


def months_of(document: str) -> Months:
    """Tell which years an article gives each month, and in which words."""
    found: Months = {}
    for match in DATED_MONTH.finditer(document):
        if number := month_number(match["month"]):
            found.setdefault(number, {})[int(match["year"])] = match[0].strip()
    return found


Months = dict[int, dict[int, str]]
"""The words of each year by month: {1: {2025: "by January 2025"}}."""
DATED_MONTH = re.compile(
    rf"(?<!\w)(?:(?:{_PREPOSITION})\s+)?(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?"
    rf"(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR})",
    re.IGNORECASE,
)


def _of_the_saying(text: str, time: Time, published: date | None) -> bool:
    before = text[max(0, time.at - 40) : time.at]
    return bool(
        DATELINE.match(text[: time.end + 4])
        or SAID.search(before)
        or REPORTED_BEFORE.search(before)
        or REPORTED.match(text, time.end)
        or SAYING.search(text, time.end, time.end + 120)
        or (WEEKDAY.fullmatch(time.text.strip()) and SAYS_AT_ALL.search(text))
        or (_is_bare(text, time, before) and not _is_past(time, published))
    )


def _is_bare(text: str, time: Time, before: str) -> bool:
    """Tell a day after the speaker, of the saying: "국정원은 30일 ... 밝혔다"."""
    return bool(
        BARE.fullmatch(time.text.strip())
        and TOPIC.search(before)
        and SPOKEN.search(text[-20:])
        and not OF_EVENT.match(text, time.end)
        and not SAID_LATER.search(text, time.end)
    )


BARE = re.compile(
    r"(?:(?:지난|이달|지난\s?달)\s?)?(?:\d{1,2}월\s?)?\d{1,2}일|어제|오늘"
)


def _is_past(time: Time, published: date | None) -> bool:
    """Tell whether a day was over when a text appeared: nobody reports it as said."""
    if published is None or time.period is None or time.period.start is None:
        return False
    return (published - time.period.start).days > FRESH


FRESH = 3
"""Days within which a report tells what somebody said."""
# "12일 ... 만났다고 방문단이 14일 밝혔다": the later day is that of the saying.
SAID_LATER = re.compile(
    r"\d{1,2}일\s(?:\S+\s){0,2}?(?:밝혔|말했|전했|발표했|보고했|주장했|보도했)다"
)


# "지난 7일 포로 교환에서 ... 발표했다": the day of what is told of.
OF_EVENT = re.compile(
    r"\s?(?:있었던\s|이뤄진\s|열린\s|벌어진\s)?(?:\S{1,5}\s)?(?:맞?교환|전투|공습|공격|송환|인도|합동작전)(?:에서|으로|[를을]\s통해|\s?때|\s?당시)"
)


def time_of(found: list[Time], start: int, end: int, clause_end: int) -> Time | None:
    """Choose the first time after a figure in its clause, else the last before it."""
    after = [item for item in found if end <= item.at < clause_end]
    before = [item for item in found if item.at < start]
    # Korean says the time first, and the next clause's time stands after the figure.
    korean = before and HANGUL.search(before[-1].text)
    if after and not korean:
        return after[0]
    return before[-1] if before else None


def _period(
    match: re.Match[str], known: Months, published: date | None
) -> Period | None:
    prep = (match["prep"] or "").lower()
    if match["dday"] or match["dday2"]:
        return _day_of_month(match, prep, match[0].strip(), known, published)
    if match["alone"] or (match["pmonth"] and not match["pmyear"]):
        return _without_year(match, prep, known, published)
    return _with_year(match, prep)


def _without_year(
    match: re.Match[str], prep: str, known: Months, published: date | None
) -> Period | None:
    """Read "in January", "January and February", "mid-January"."""
    text = match[0].strip()
    if match["pmonth"]:
        return _inferred(match["pmonth"], prep or "in", text, known, published)
    # "May" and "march" without a preposition are verbs more often than months.
    if not prep:
        return None
    prep = "in" if match["pair"] else prep
    month = _inferred(match["alone"], prep, text, known, published)
    return _from_pair(match["pair"], month)


def _with_year(match: re.Match[str], prep: str) -> Period | None:
    text = match[0].strip()
    first, last = _ends(match)
    # "The 2023 report" names no time of the event; "in 2023" does.
    bare = match["year"] and not prep and match[0].endswith(match["year"])
    if first is None or last is None or bare:
        return None
    if match["pair2"]:
        return _from_pair(match["pair2"], Period(first, last, text))
    return _bounded(first, last, prep, match, text)


def _ends(match: re.Match[str]) -> tuple[date | None, date | None]:
    if match["day"]:
        day = day_in(match["day"])
        return day, day
    year = int(
        match["pyear"]
        or match["pmyear"]
        or match["syear"]
        or match["syear2"]
        or match["ksyear"]
        or match["myear"]
        or match["kyear"]
        or match["year"]
    )
    first, last = 1, 12
    if season := match["season"] or match["season2"] or match["kseason"]:
        first, last = next(
            months
            for stem, months in SEASONS.items()
            if season.lower().startswith(stem)
        )
    elif part := match["part"] or match["kpart"]:
        word = part.lower().split()[-1]
        first, last = next(
            months for stem, months in PARTS.items() if word.startswith(stem)
        )
    elif match["pmonth"]:
        first = last = month_number(match["pmonth"]) or 1
    elif match["month"] or match["kmonth"]:
        number = (
            month_number(match["month"]) if match["month"] else int(match["kmonth"])
        )
        if number is None or not first <= number <= last:
            return None, None
        first = last = number
        if match["kday"]:
            return _that_day(year, number, int(match["kday"]))
    return date(year, first, 1), month_end(year, last)


def _that_day(year: int, month: int, day: int) -> tuple[date | None, date | None]:
    try:
        found = date(year, month, day)
    except ValueError:  # 2월 30일
        return None, None
    return found, found


def _bounded(
    first: date, last: date, prep: str, match: re.Match[str], text: str
) -> Period:
    if prep in SINCE or match["since"] or match["kssince"]:
        return Period(first, None, text)
    if prep in UNTIL or match["until"] or match["ksuntil"]:
        return Period(None, last, text)
    return Period(first, last, text)


def _from_pair(name: str | None, last: Period | None) -> Period | None:
    """Let "January and February" begin with January."""
    number = month_number(name) if name else None
    if number is None or last is None or last.end is None:
        return last
    year = last.end.year - (number > last.end.month)
    return replace(last, start=date(year, number, 1))


def _day_of_month(
    match: re.Match[str],
    prep: str,
    text: str,
    known: Months,
    published: date | None,
) -> Period | None:
    """Read "9 June", whose year the article or its date must give."""
    name = match["dmonth"] or match["dmonth2"]
    if name[0].islower() and name.isascii():
        return None
    # A day was not long ago; "in May", said of another year before, may be that May.
    month = _inferred(name, "in", text, {} if published else known, published)
    if month is None or month.start is None:
        return None
    try:
        day = month.start.replace(day=int(match["dday"] or match["dday2"]))
    except ValueError:  # 31 June
        return None
    return Period(
        None if prep in UNTIL else day,
        None if prep in SINCE else day,
        text,
        "inferred",
        month.evidence,
    )


def _inferred(
    month: str, prep: str, text: str, known: Months, published: date | None
) -> Period | None:
    number = month_number(month)
    if number is None or (month[0].islower() and month.isascii()):
        return None
    said = known.get(number, {})
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
