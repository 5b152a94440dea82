"""Which months does a sentence name?

Values are (year or None, frozenset of months 1 to 12).
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from safeconduct.disclosure.details.branched import compiled
from safeconduct.months import MONTH, month_number
from safeconduct.text.dates import YEAR


class Time(NamedTuple):
    """Months a text names, with the characters where it does."""

    start: int
    end: int
    year: int | None
    months: frozenset[int]


SEASONS = {
    frozenset({12, 1, 2}): "winter|겨울|взимку|зим\\w*|зимой",
    frozenset({3, 4, 5}): "spring|봄|навесні|весн\\w*",
    frozenset({6, 7, 8}): "summer|여름|влітку|літа|летом|літку",
    frozenset({9, 10, 11}): "autumn|가을|восени|осен\\w+|осін\\w*",
}
FEASTS = {
    frozenset({12, 1}): "new\\s+year(?:['’]s(?:\\s+(?:eve|day))?)?|christmas(?:\\s+(?:eve|day))?|нов(?:ий|ого|им)\\s+р[оі]к\\w*|нов(?:ый|ого|ым)\\s+год\\w*|р(?:і|о)(?:з|ж)д(?:в|еств)(?:[оауеі]|ом)|새해|성탄절|크리스마스",
    frozenset({1, 2}): "설날|설\\s연휴",
    frozenset({3, 4, 5}): "easter|велик(?:день|одня|однем|одні|дня)|пасх[аиуіеы]|부활절",
    frozenset({9, 10}): "추석|한가위|chuseok",
}  # fmt: skip
"""By either calendar."""
FEAST = re.compile("|".join(FEASTS.values()), re.IGNORECASE)
PARTS = {
    "early": frozenset({1, 2, 3}), "beginning": frozenset({1, 2, 3}), "late": frozenset({10, 11, 12}),
    "end": frozenset({10, 11, 12}), "mid": frozenset({5, 6, 7, 8}), "초": frozenset({1, 2, 3}), "말": frozenset({10, 11, 12}),
    "початк": frozenset({1, 2, 3}), "начал": frozenset({1, 2, 3}), "кінц": frozenset({10, 11, 12}),
    "конц": frozenset({10, 11, 12}), "наприкінці": frozenset({10, 11, 12}),
}  # fmt: skip
ALL = frozenset(range(1, 13))
_PART = r"(?:(?P<part>early|late|mid|(?:the\s+)?(?:beginning|end|middle|start)\s+of|на\s+початку|на\s+початк\w+|в\s+начале|начал\w|початк\w+|наприкінці|в\s+кінці|у\s+кінці|кінц\w+|в\s+конце|конц\w+|всередині|в\s+середині|в\s+середине)[\s-]+)?"
_YEAR = rf"(?P<{{}}>{YEAR})(?:\s*(?:року|рік|році|года|год|году)\b)?"
TIME = compiled(
    rf"(?<!\w){_PART}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th|-го|-е)?\s+(?:of\s+)?)?(?P<month>{MONTH})(?:\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,?\s+(?:of\s+)?{_YEAR.format('y1')})?(?!\w)"
    rf"|(?:(?P<y2>{YEAR})년\s?)?(?:지난해\s|지난\s|올해\s|작년\s)?(?P<kmonth>1[0-2]|0?[1-9])월(?:\s?(?:\d{{1,2}}일|초순?|중순|하순|말))?"
     "|(?<!\\w)(?:"
    + "|".join(f"(?P<s{n}>{words})" for n, words in enumerate(SEASONS.values()))
    + rf")(?:\s+(?:of\s+)?{_YEAR.format('y3')})?"
     "|(?<!\\w)(?:"
    + "|".join(f"(?P<f{n}>{words})" for n, words in enumerate(FEASTS.values()))
    + r")(?![a-zа-яіїєґё])"
    rf"|(?<!\w){_PART.replace('<part>', '<part2>')}{_YEAR.format('y4')}(?![\d,.]\d|년)"
    rf"|(?P<y5>{YEAR})년(?:\s?(?P<kpart>[초말])(?![가-힣]{{2}}))?"
    r"|(?<!\d)(?P<d6>\d{1,2})\.(?P<m6>0[1-9]|1[0-2])\.(?P<y6>20\d\d)(?!\d)"
    r"|(?<!\d)(?P<y7>20\d\d)-(?P<m7>0[1-9]|1[0-2])(?:-\d\d)?(?!\d)",
    re.IGNORECASE,
)  # fmt: skip


NAMED = re.compile(r"\s[А-ЯІЇЄҐЁ]")


def times(text: str) -> Iterator[Time]:
    """Yield the months, seasons, feasts and years that a sentence names."""
    for match in TIME.finditer(text):
        found = match.groupdict()
        year = next((int(v) for k, v in found.items() if v and k[0] == "y"), None)
        months = _months(match)
        if months:
            end = match.start() + len(match[0].rstrip(" ."))
            yield Time(match.start(), end, year, months)


def _months(match: re.Match[str]) -> frozenset[int]:
    if name := match["month"]:
        # "may" and "march" without a day or a capital are verbs.
        if name.isascii() and name[0].islower():
            return frozenset()
        # "Марта Сенів" is a woman.
        if (
            not name.isascii()
            and name[0].isupper()
            and NAMED.match(match.string, match.end())
        ):
            return frozenset()
        number = month_number(name)
        return frozenset({number}) if number else frozenset()
    if digits := match["kmonth"] or match["m6"] or match["m7"]:
        return frozenset({int(digits)})
    for letter, table in (("s", SEASONS), ("f", FEASTS)):
        for place, months in enumerate(table):
            if match[f"{letter}{place}"]:
                return months
    part = (match["part2"] or match["kpart"] or "").lower()
    return next((months for word, months in PARTS.items() if word in part), ALL)
