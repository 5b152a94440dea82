"""Which numbers stand in a text, in digits or in words, and what is their value?

A numeral is only a number: qualifiers, ranges and what is counted come later.
Reads English in full, the common forms of Korean, Ukrainian and Russian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
UNITS = {word: value for value, word in enumerate(ONES)} | {
    word: value * 10 for value, word in enumerate(TENS, start=2)
}
SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "тис": 10**3,
    "тыс": 10**3,
    "млн": 10**6,
    "міл": 10**6,
    "мил": 10**6,
    "млр": 10**9,
}
# Stems of inflected Slavic number words.
SLAVIC = (
    (r"од(?:ин|на|ного|ному|ним|ну|ної|ній)|одн(?:ой|им|ом)", 1),
    (r"дв(?:а|і|ох|ом|ома|е|ух|ум|умя|оє|ое)", 2),
    (r"три|трьох|трьом|трёх|трех|трём|трем|троє|трое", 3),
    (r"чотир(?:и|ьох|ьом)|четыр(?:е|ёх|ех|ём|ем)", 4),
    (r"п[’'ʼ]?ят(?:ь|и|ьох|ьма)", 5),
    (r"шіст(?:ь|ьох)|шест(?:ь|и|ьох)", 6),
    (r"сім|сімох|сем(?:ь|и)", 7),
    (r"вісім|вісьмох|восемь|восьми", 8),
    (r"дев[’'ʼ]?ят(?:ь|и|ьох)", 9),
    (r"десят(?:ь|и|ьох)", 10),
    (r"двадцят(?:ь|и)|двадцат(?:ь|и)", 20),
    (r"тридцят(?:ь|и)|тридцат(?:ь|и)", 30),
    (r"сто|ста", 100),
)
KOREAN = dict(
    zip(
        ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "스무"],
        [*range(1, 11), 20],
        strict=True,
    )
)
KOREAN_SCALES = {"십": 10, "백": 100, "천": 10**3, "만": 10**4, "억": 10**8}

# "Several" is two or more by convention, whatever scale follows.
VAGUE = {
    r"several|a\s+few|a\s+couple\s+of|a\s+handful\s+of": 2,
    r"кілька|декілька|несколько|여러": 2,
    r"tens\s+of\s+thousands|десятки\s+(?:тисяч|тысяч)|수만": 20_000,
    r"hundreds\s+of\s+thousands|수십만": 200_000,
    r"hundreds|сотні|сотни|수백": 200,
    r"thousands|тисячі|тысячи|수천": 2000,
    r"millions|мільйони|миллионы": 2_000_000,
    r"dozens|scores|десятки|수십": 20,
}

_WORD = "|".join(
    sorted([*UNITS, "hundred", "thousand", "million", "billion"], key=len)[::-1]
)
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+"
_ENGLISH = (
    r"(?:an?\s+(?=hundred|thousand|million|billion|dozen))?"
    rf"(?:{_WORD}|dozen)(?:(?:[\s-]+|{_AND})(?:{_WORD}))*"
)
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+"
_DECIMAL = r"\d+,\d{1,2}(?=\s*(?:%|тис|тыс|м[іи]л|млн|млр))|\d+(?:\.\d+)?"
_SCALE = (
    r"[\s-]*(?P<scale>(?:hundred|thousand|million|billion|trillion|dozen)(?!\w)"
    r"|(?:k|m|mn|bn)(?!\w)|(?:тис|тыс)(?:яч\w*|\.)?|м[іи]л(?:ьйон|лион)\w*|млн\.?"
    r"|мл(?:рд\.?|ьярд\w*))"
)
_HANGUL = (
    r"\d[\d,]*(?:\.\d+)?\s?[십백천만억]"
    r"(?:\s?\d[\d,]*\s?[십백천만]|\s?[십백천만])*(?:\s?\d[\d,]*)?"
)
_LETTER = "[A-Za-zА-яіїєґё]"
_NATIVE = rf"(?<![가-힣])(?:{'|'.join(KOREAN)})(?=\s?(?:명|사람|분(?:의|이)))"
_NONE = (
    r"none(?=\s+of\b)|nobody"
    r"|no(?=\s+(?:\w+\s+){0,2}(?:soldiers|troops|prisoners|casualties)\b)"
)
_SLAVIC = "|".join(stem for stem, _ in SLAVIC)
NUMERAL = re.compile(
    rf"(?P<vague>(?<!\w)(?:{'|'.join(VAGUE)})"
    rf"(?:[\s-]+(?P<of>hundred|thousand|million|dozen))?(?!{_LETTER}))"
    rf"|(?P<hangul>(?<![\w.,]){_HANGUL})"
    rf"|(?P<native>{_NATIVE})"
    rf"|(?<![\w.,])(?<![^\W\d_]-)(?P<digits>{_GROUPED}|{_DECIMAL})(?:{_SCALE})?"
    rf"(?!{_LETTER}|\d)"
    rf"|(?<![\w-])(?P<words>{_ENGLISH})(?!\w)"
    rf"|(?<!\w)(?P<none>{_NONE})(?!\w)"
    rf"|(?<![\w-])(?P<slavic>{_SLAVIC})(?![\w-])"
    rf"(?:{_SCALE.replace('P<scale>', 'P<scale2>')})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its place; `vague` numbers are the least that may be meant."""

    start: int
    end: int
    value: Decimal
    scale: int = 1
    vague: bool = False
    words: bool = False


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order."""
    for match in NUMERAL.finditer(text):
        start, end = match.span()
        if match["vague"]:
            yield Numeral(start, end, _vague(match), vague=True, words=True)
        elif match["hangul"]:
            yield Numeral(start, end, _hangul(match["hangul"]))
        elif match["native"]:
            yield Numeral(start, end, Decimal(KOREAN[match["native"]]), words=True)
        elif match["digits"]:
            scale = _scale(match["scale"])
            yield Numeral(start, end, _scaled(match["digits"], scale), scale)
        elif match["words"]:
            value, scale = _english(match["words"])
            yield Numeral(start, end, Decimal(value), scale, words=True)
        elif match["none"]:
            yield Numeral(start, end, Decimal(0), words=True)
        else:
            scale = _scale(match["scale2"])
            yield Numeral(
                start, end, _slavic(match["slavic"]) * scale, scale, words=True
            )


def _scaled(text: str, scale: int) -> Decimal:
    value = _digits(text) * scale
    whole = value.to_integral_value()
    return whole if whole == value else value


def _digits(text: str) -> Decimal:
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return Decimal(text.replace(",", "."))
    return Decimal(re.sub(r"[^\d.]", "", text))


def _scale(text: str | None) -> int:
    if text is None:
        return 1
    word = text.lower().rstrip(".")
    return SCALES.get(word) or SCALES[word[:3]]


def _english(text: str) -> tuple[int, int]:
    """Return the value and the last scale word's value."""
    total = current = 0
    scale = 1
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in UNITS:
            current += UNITS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * SCALES[word]
        elif word in SCALES:
            scale = SCALES[word]
            total += max(current, 1) * scale
            current = 0
    return total + current, scale


def _hangul(text: str) -> Decimal:
    """Read digits mixed with 천, 만 and 억, as in 1만2천."""
    total = section = number = Decimal(0)
    for digits, unit in re.findall(r"(\d[\d,]*(?:\.\d+)?)|([십백천만억])", text):
        if digits:
            number = _digits(digits)
        elif KOREAN_SCALES[unit] < KOREAN_SCALES["만"]:
            section += (number or 1) * KOREAN_SCALES[unit]
            number = Decimal(0)
        else:
            total += (section + number or 1) * KOREAN_SCALES[unit]
            section = number = Decimal(0)
    return total + section + number


def _slavic(text: str) -> Decimal:
    value = next(
        value for stem, value in SLAVIC if re.fullmatch(stem, text, re.IGNORECASE)
    )
    return Decimal(value)


def _vague(match: re.Match[str]) -> Decimal:
    word = (
        match["vague"][: match.start("of") - match.start()]
        if match["of"]
        else match["vague"]
    )
    least = next(
        least
        for words, least in VAGUE.items()
        if re.fullmatch(words, word.strip(" -"), re.IGNORECASE)
    )
    return Decimal(least * _scale(match["of"]))
