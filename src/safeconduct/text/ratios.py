"""Which fractions does a text name: a third, половина, 3분의 1, one in five?

A share said in words; percentages are numbers with a sign and stand in `measures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from safeconduct.text.quantities import Quantity

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "every": 1,
    "дві": 2, "две": 2, "двох": 2, "двум": 2, "двух": 2, "двом": 2, "двома": 2,
    "двумя": 2, "трьом": 3, "трем": 3, "трём": 3, "трьома": 3, "тремя": 3,
    "одна": 1, "одно": 1, "одне": 1, "одну": 1, "одного": 1,
    "трьох": 3, "трёх": 3, "трех": 3, "три": 3, "двоє": 2, "двое": 2, "два": 2,
    "один": 1,
    "троє": 3, "трое": 3, "четверо": 4, "п’ять": 5, "п'ять": 5, "пять": 5,
    "п’ятеро": 5, "п'ятеро": 5, "пятеро": 5, "шість": 6, "шесть": 6, "шестеро": 6,
    "семеро": 7,
    "чотири": 4, "четыре": 4, "сім": 7, "семь": 7, "вісім": 8, "восемь": 8,
    "дев’ять": 9, "дев'ять": 9, "девʼять": 9, "девять": 9,
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "두": 2, "세": 3,
}  # fmt: skip
PARTS = (
    (r"half|half|halves", 2),
    (r"thirds?|трет\w+", 3),
    (r"quarters?|чверт\w+|четверт\w+", 4),
    (r"fifths?|п[’'ʼ]?ят\w+", 5),
    (r"sixths?|шост\w+|шест\w+", 6),
    (r"tenths?|десят\w+", 10),
)
_PART = "|".join(words for words, _ in PARTS)
_ENGLISH_PART = "thirds?|quarters?|fifths?|sixths?|tenths?"
FRACTION = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<half>(?:(?<=about\s)|(?<=almost\s)|(?<=nearly\s)|(?<=roughly\s)|(?<=around\s)|(?<=over\s)|(?<=than\s)|(?<=or\s))half(?=\s*[,.;)—–]|$)"
    r"|half(?=\s+(?:of|the|its|their|were|was|have|had|are|wanted?|said|says?|refused?|asked|did|do|would|agreed|died|came|went|remain\w*|voted|supported|opposed|told|hope[ds]?|wish\w*|a)\b(?!\s+(?:dozen|hundred|thousand|million|billion|hour|year))))"
    rf"|(?P<count>an?|one|two|three|four)[\s-](?P<part>{_ENGLISH_PART})"
    r"(?!\s+of\s+an?\s+(?:million|billion))(?=\s+(?:of|were|was|had|have|are|is)\b|\s*[,.;)]|$)"
    r"|(?P<top>one|two|three|four|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?P<whole>three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)(?!\s+(?:hundred|thousand))"
    r"|every\s+(?P<each>third|fourth|fifth|sixth|tenth)(?=\s+(?:soldier|prisoner|man|person|respondent|interviewee|captive|one|of|was|is)\b|,?\s[—–(]|\s*[.),])"
    r"|(?!кажд(?:ых|ые)\s|кожн(?:их|і)\s)(?:кожен|кожн\w+|кажд\w+)\s+(?P<kozhen>друг\w+|втор\w+|сьом\w+|седьм\w+|восьм\w+|двадцят\w+|двадцат\w+|трет\w+|четв[её]рт\w+|п[’'ʼ]?ят\w+|шост\w+|шест\w+|десят\w+)"
    r"|(?P<many>дві|две|три|двох|двух|трьох|тр[её]х|двом|двум|трьом|тр[её]м|двома|двумя|трьома|тремя)\s+"
    r"(?P<piece>трет(?:ини|ин|инам|инами|инах|и|ей|ям|ями|ях)|чверт(?:і|ей|ям|ями|ях)|четверт(?:и|ей|ям|ями|ях)|п[’'ʼ]?ятих|пятых)"
    r"|(?:одна\s+|одну\s+)?(?P<share_of>трет|четверт|п[’'ʼ]?ят|шост|шест|десят)(?:а|я|у|ю|ої|ою|ая|ую|ой|ья|ью|ьей)\s+част(?:ина|ину|ини|иною|ь|и|ью)(?!\w)(?!\s+(?:конвенц|стат[ьт]|книг|книж|ф[іи]льм|сер[іи]ал|зв[іи]т|доклад|доповід|договор|закон|серии|серії))"
    r"|(?P<one>третин(?:а|у|и|ою|і)|треть(?:ю(?=\s+(?:из|от|всех|своих|их|его|личного|состава)))?|трети(?=[\s.,;:!?)»—–]|$)|(?:чверть|чвертю|четверть(?:ю)?|четверти(?=[\s.,;:!?)»—–]|$))(?!\s+(?:мільйон|миллион)))(?!\w)"
    r"|(?<!з\s)(?<!із\s)(?<!с\s)(?P<slavic>половин(?:а|и|у|ою|ой|ы|і|е))(?!\w)(?!\s+(?:січ|лют|берез|кв[іи]т|трав|черв|лип|серп|верес|жовт|листоп|груд|янв|февр|март|апр|мая|июн|июл|авг|сент|окт|нояб|дек|дня|ночі|ночи|шляху|пути))"
    r"|(?P<of>дво[єе]|двох|двум|двух|один|одна|одно|одне|одну|одного|тро[єе]|два|дві|две|три|трьох|тр[её]х|чотири|четыре|четверо|п[’'ʼ]?ят(?:ь|еро)|ш[іе]ст(?:ь|еро)|сім|семь|семеро|вісім|восемь|дев[’'ʼ]?ять)\s+(?:із?|з|из)\s+"
    r"(?P<five>трьох|трёх|трех|чотирьох|четыр[её]х|п[’'ʼ]?яти|п[’'ʼ]?ятьох|десяти|десятьох)"
    r"(?=\s*[,.;:!?)»—–]|\s*$|\s+(?:лист|пис|посил|посыл|родин|сем|раз|випад|случа|чолов|человек|ос[іо]б|військов|солдат|полонен|пленн|бійц|бойц|военн|опитан|опрошен|респонд))"
    r")(?!\w)"
    r"|(?:열|10)\s?(?:명|가구|사람|집)\s?(?:중|가운데)(?:에)?\s?(?P<ten>한|두|세|네|다섯|여섯|일곱|여덟|아홉|\d)\s?(?:명|가구|사람|집)"
    r"|(?<![가-힣])(?P<each_ko>세|네|다섯|여섯|일곱|여덟)\s?(?:명|가구|사람)\s?(?:중|가운데)(?:에)?\s?한\s?(?:명|가구|사람)\s?꼴"
    r"|(?<![\d.,])(?P<digit>[1-9])\s+(?:in|out\s+of|із|з|из)\s+(?P<hundred>100?)(?![\d.,]\d|\d)"
    r"|(?P<korean>절반|과반)|(?P<below>\d{1,2}|[이삼사오육십])\s?분의\s?(?P<above>\d{1,2}|[일이삼사오])",
    re.IGNORECASE,
)
GENITIVE = {
    "тр": 3, "чо": 4, "че": 4, "пя": 5, "п’": 5, "п'": 5, "пʼ": 5, "де": 10,
}  # fmt: skip
ORDINALS = {
    "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10,
    "друг": 2, "втор": 2, "сьом": 7, "седьм": 7, "восьм": 8, "двадц": 20,
    "трет": 3, "четверт": 4, "четвёрт": 4,
    "п’ят": 5, "п'ят": 5, "пʼят": 5, "пят": 5,
    "шост": 6, "шест": 6, "десят": 10,
}  # fmt: skip
TENTHS = {
    one: value
    for value, one in enumerate(
        ("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"), start=1
    )
}
SINO = {
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "십": 10,
}  # fmt: skip


# "The first half of the year", "в другій половині": a time or a place.
WHICH_HALF = re.compile(
    r"(?:\b(?:first|second|latter|other|eastern|western|upper|lower)"
    r"|(?<!\w)(?:перш|друг|перв|втор|інш|верхн|нижн)[а-яії]{1,3})\s+$",
    re.IGNORECASE,
)


def fractions(text: str) -> Iterator[Quantity]:
    """Yield the fractions of a sentence as ratios, in order."""
    for match in FRACTION.finditer(text):
        start, end = match.span()
        if match[0].lower().startswith(("half", "половин")) and WHICH_HALF.search(
            text[max(0, start - 12) : start]
        ):
            continue
        value = _value(match)
        yield Quantity(
            start, end, value, value, words=True, bare_start=start, bare_end=end
        )


def _value(match: re.Match[str]) -> Decimal:
    found = {name: part.lower() for name, part in match.groupdict().items() if part}
    top, whole = _parts(found)
    return Decimal(top) / (whole or 1)


def _parts(found: dict[str, str]) -> tuple[int, int]:
    """Return how many parts of how many; a half where the words say no more."""
    match found:
        case {"part": part, "count": count} | {"piece": part, "many": count}:
            parts = COUNTS[count], _part(part)
        case {"top": count, "whole": whole}:
            parts = COUNTS[count], COUNTS[whole]
        case {"each": word} | {"kozhen": word} | {"share_of": word}:
            parts = 1, _ordinal(word)
        case {"one": part}:
            parts = 1, _part(part)
        case {"of": count, "five": whole}:
            parts = COUNTS[count], GENITIVE[whole[:2]]
        case {"ten": count}:
            parts = TENTHS[count] if count in TENTHS else int(count), 10
        case {"each_ko": whole}:
            parts = 1, TENTHS[whole]
        case {"digit": count, "hundred": whole}:
            parts = int(count), int(whole)
        case {"below": below, "above": above}:
            parts = _sino(above), _sino(below)
        case _:
            parts = 1, 2
    return parts


def _part(word: str) -> int:
    return next(value for words, value in PARTS if re.fullmatch(words, word))


def _ordinal(word: str) -> int:
    return next(value for stem, value in ORDINALS.items() if word.startswith(stem))


def _sino(word: str) -> int:
    return SINO[word] if word in SINO else int(word)
