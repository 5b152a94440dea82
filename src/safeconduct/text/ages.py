"""Whose age does a text tell?

Ages are for exposure and are never compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from safeconduct.text.number_words import KOREAN_NATIVE, SLAVIC_NUMBERS
from safeconduct.text.numerals import numerals

WORDS = (
    r"(?:twenty|thirty|forty|fifty|eighteen|nineteen)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_SLAVIC = "|".join(words for words, _ in SLAVIC_NUMBERS)
SLAVIC_WORDS = rf"(?:{_SLAVIC})(?:\s+(?:{_SLAVIC}))?"
# "Двадцятирічний": the tens and ones in the genitive, written together.
COMPOUNDS = {
    f"{ten}{one}": base + value
    for ten, base in (
        ("двадцяти", 20), ("двадцати", 20), ("тридцяти", 30), ("тридцати", 30),
        ("сорока", 40),
    )
    for one, value in (
        ("", 0), ("одно", 1), ("двох", 2), ("двух", 2), ("трьох", 3),
        ("трёх", 3), ("трех", 3),
        ("чотирьох", 4), ("четырёх", 4), ("четырех", 4),
        ("п’яти", 5), ("п'яти", 5), ("пяти", 5),
        ("шести", 6), ("семи", 7), ("восьми", 8),
        ("дев’яти", 9), ("дев'яти", 9), ("девяти", 9),
    )
} | {
    "вісімнадцяти": 18, "восемнадцати": 18, "дев’ятнадцяти": 19, "девятнадцати": 19,
}  # fmt: skip
SLAVIC_COMPOUNDS = "|".join(sorted(COMPOUNDS, key=len, reverse=True))
NATIVE = "|".join(sorted(KOREAN_NATIVE, key=len, reverse=True))
YEARS = re.compile(
    rf"(?<![\w,.])(?P<age>\d{{1,2}}|{WORDS})[\s-]+years?[\s-]+olds?\b"
    rf"|\b(?:aged?|at\s+the\s+age\s+of)\s+(?:of\s+)?(?P<aged>\d{{1,2}}|{WORDS})\b(?![,.]\d|%)(?!\s+(?:and|to|or)\s+\d{{1,2}}\b)"
    rf"|\b(?:he|she|one|other|first|second|man|boy)\s+(?:is|was|turned)\s+(?:just\s+|only\s+)?(?P<said>[1-6]\d|{WORDS})(?=\s*[;.,])"
    r"|\bwho\s+(?:is|was|turned)\s+(?:just\s+|only\s+)?(?P<is>[1-6]\d)(?=[,.;)]|\s+and\b)"
    rf"|\b(?:youngest|oldest|eldest|elder|younger)(?:\s+of\s+\w+)?,?\s+(?:(?:is|was|being|just|only)\s+)*(?P<most>\d\d|{WORDS})(?=[,.;]|\s+(?:and|when|while)\b)"
    r"|(?<=[a-zа-яіїє가-힣],\s)(?P<apposed>[1-6]\d)(?=,\s(?!or\b|of\b|including|most|all\b|half|nearly|almost|roughly|about|some|mainly|more|fewer))"
    r"|(?<![\w,.])(?P<hung>\d{1,2})-?(?=\s+(?:and|or|to|та|і|й|и)\s+\d{1,2}-(?:year|річ|лет))"
    r"|(?<!\w)(?:їм|им|йому|ему)\s+(?P<both>\d{1,2})(?=\s+(?:та|і|й|и)\s+\d{1,2}\s+(?:рок|рік|лет|год))"
    r"|(?<=\d\s[таій]\s)(?P<slavic4>\d{1,2})\s+(?:роки|років|рік)(?=[.,])"
    r"|\((?P<bracketed>[1-6]\d)\)"
    r"|(?:만\s?)?(?P<korean>\d{1,2})\s?[세살](?![가-힣]*기)"
    r"|(?<!\d)(?P<slavic>\d{1,2})-?(?:річн|летн)\w+"
    r"|(?<!\w)(?:віком|вік|в\s+возрасте|у\s+віці|возраст\w*|йому|їй|ему|ей|одному|другому|третьому|третьему|обом|обоим"
    rf"|(?:одному|другому|(?:най)?старшому|старшему|(?:най)?молодшому|младшему)(?:\s+(?:із?|з|из)\s+[^\W\d]+|\s+[^\W\d]+){{0,2}}?|(?:солдат|бійц|бойц|снайпер|стрільц|стрелк|хлопц|парн|чоловік|мужчин|полонен|пленн)\w+)"
    rf"\s*[—–-]?\s*(?:лише|тільки|всего|только|було|было|близько|около|майже|почти)?\s*(?<!\d)(?P<slavic2>\d{{1,2}}|{SLAVIC_WORDS})\s+(?:рок[иіу]в?|рік|років|лет|год|года)(?!\w)"
    r"|(?<!\w)(?:най)?(?:старшому|старшему|молодшому|младшему)(?:\s+(?:із?|з|из)\s+[^\W\d]+)?\s*[—–-]\s*"
    r"(?:лише\s+|только\s+)?"
    rf"(?P<slavic5>\d{{1,2}}|{SLAVIC_WORDS})(?=[.,;]|$)"
    rf"|(?<!\w)(?P<slavic3>{SLAVIC_COMPOUNDS})(?:річн|летн)\w+"
    rf"|(?<![가-힣])(?P<native>{NATIVE})\s?살",
    re.IGNORECASE,
)
# "Aged 20 and 26" are two ages, "aged between 20 and 26" is a span of them.
PAIR = re.compile(
    r"\b(?:age[ds]?|who\s+(?:are|were))\s+(?:of\s+)?(?P<between>between\s+|from\s+)?(?P<low>\d{1,2})\s*(?P<word>and|to|or|-|–)\s*"
    r"(?P<high>\d{1,2})\b(?![,.]\d|%)",
    re.IGNORECASE,
)
DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}
BAND = re.compile(
    rf"\bin\s+(?:his|her|their)\s+(?P<part>early|mid|late)?[\s-]*(?P<decade>{'|'.join(DECADES)}|[2-5]0s)\b"
    r"|(?P<korean>[2-5]0)대\s?(?P<part2>초반|중반|후반)?",
    re.IGNORECASE,
)
# "탱크 20대" are twenty tanks, "20대 병사" is a soldier in his twenties.
VEHICLES = re.compile(r"(?:탱크|전차|차|차량|드론|무인기|포|헬기|버스|트럭|발전기)\s?$")
# "In his late twenties" is 27 to 29.
PARTS = {
    "early": (0, 3), "초반": (0, 3),
    "mid": (4, 6), "중반": (4, 6),
    "late": (7, 9), "후반": (7, 9),
}  # fmt: skip


# "Rope Street, 12, office 4" is nobody's age.
ADDRESS = re.compile(
    r"(?:\b(?:street|road|avenue|lane|square|building)|(?<!\w)(?:вул|ул|просп|пл|пров|пер|буд|д)\.[^,]*),\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, both ends included."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def ages(text: str) -> Iterator[Age]:
    """Yield the ages of persons that a text tells."""
    for match in YEARS.finditer(text):
        if match["apposed"] and ADDRESS.search(text[: match.start()][-40:]):
            continue
        number = next(part for part in match.groups() if part)
        value = _value(number)
        yield Age(*match.span(), value, value)
    for match in PAIR.finditer(text):
        yield from _pair(match)
    for match in BAND.finditer(text):
        if match["korean"] and VEHICLES.search(text[: match.start()][-8:]):
            continue
        decade = match["decade"] or match["korean"]
        base = DECADES.get(decade.lower()) or int(re.sub(r"\D", "", decade))
        low, high = PARTS.get((match["part"] or match["part2"] or "").lower(), (0, 9))
        yield Age(*match.span(), Decimal(base + low), Decimal(base + high))


def _pair(match: re.Match[str]) -> Iterator[Age]:
    low, high = Decimal(match["low"]), Decimal(match["high"])
    if match["between"] or match["word"] not in {"and", "or"}:
        yield Age(*match.span(), low, high)
        return
    yield Age(match.start(), match.end("low"), low, low)
    yield Age(*match.span("high"), high, high)


def _value(number: str) -> Decimal:
    word = number.lower()
    if word.isdecimal():
        return Decimal(word)
    if word in KOREAN_NATIVE:
        return Decimal(KOREAN_NATIVE[word])
    if word in COMPOUNDS:
        return Decimal(COMPOUNDS[word])
    return next(numerals(number)).value
