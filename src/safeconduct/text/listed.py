"""Does a bare number count something, though no noun follows it?

"There were 342 of them: 198 from Russia and 144 from Asia", "жінок було 97", "називають
іншу цифру — 3450", "з них 48".
"""

from __future__ import annotations

import re

from safeconduct.text.number_words import SLAVIC_NUMBERS

REACH = 70
"""Characters on either side that are looked at."""

_LESS = (
    r"(?:[\s,:—–(-]|about|around|some|roughly|nearly|almost|more|than|over|at|least|only|just|the|slightly|a|little|bit"
    r"|близько|майже|понад|около|почти|более|больше|чем|ніж|свыше|трохи|більше|чуть|лише|лишь|только|тільки|всього|приблизно|примерно|약)*$"
)
# "Of them", "including", "з них": a part of what was counted before.
PART_OF = re.compile(
    r"(?:\b(?:of|among)\s+(?:them|whom|these|those)|\bincluding|(?<!\w)(?:із?|з|из|серед|среди)\s+(?:них|яких|которых|опитаних|опрошенных)"
    r"|в\s+том\s+числе|[ву]\s+тому\s+числі|зокрема|이\s?(?:가운데|중)(?:에)?|그\s?중(?:에)?)"
    + _LESS,
    re.IGNORECASE,
)
# "Of them, by the project's count, nine": who says it stands between.
INSERTED = re.compile(
    r",\s+(?:according\s+to|by\s+the|as\s+the|(?:по|за)\s+(?:данным|сведениям|словам|оценк[еа]м?|подсч[её]там|информации|даними|словами|оцінк\w+|підрахунками|інформацією)"
    r"|как\s+(?:говор|сообщ|утвержд)|як\s+(?:каж|повідом|стверджу))[^,.;\d]{2,45},\s",
    re.IGNORECASE,
)


def is_part_of(before: str) -> bool:
    """Tell whether the words before a number make it one of those told before."""
    return PART_OF.search(INSERTED.sub(" ", before)) is not None


PART_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|whom)|(?:із?|з|из)\s+(?:них|яких|которых))"
)
# "The remaining 266", "остальные 266"; "в прошлом году было 180."
THE_REST = re.compile(
    r"(?:\bthe\s+(?:remaining|other|rest)|(?<!\w)(?:остальн\w+|решт\w+|інш[иі]х?)|나머지)\s+$",
    re.IGNORECASE,
)
WAS = re.compile(
    r"(?<!\w)(?:было|було|стало|дошли|дошло|дійшли|дійшло|прибыло|прибуло|осталось|осталося"
    r"|залишилося|лишилося|надійшло|поступило|розглянули|рассмотрели|прийняли|приняли"
    r"|перенесли|привезли|отримали|получили|перевірили|проверили|зайнят[оі]|занят[оы]"
    r"|потрібно|треба|нужно|есть|є|їх|их|поки|пока)\s+(?:всего\s+|лише\s+|только\s+"
    r"|тільки\s+)?$"
    r"|(?<!йому\s)(?<!ему\s)(?<!їй\s)(?<!ей\s)(?<!\w)(?:уже|вже|лише|тільки|лишь|только)\s+$",
    re.IGNORECASE,
)
ONE = re.compile(r"од[ині]|one\b|1(?!\d)|жодн", re.IGNORECASE)
# "Two barracks out of five": the whole of things.
OUT_OF = re.compile(
    r"(?:\s(?:out\s+of|of)|(?<!\w)(?:из|із|з))\s+$",
    re.IGNORECASE,
)
# "There were 342", "the toll stands at 61".
TOLD = re.compile(
    r"\b(?:there\s+(?:are|were|(?:have|had|has)\s+(?:already\s+)?been|will\s+be)|(?:they|we)\s+(?:are|were|numbered)|numbering|numbered|totall?ed|totall?ing|makes?|brings\s+\w+\s+to"
    r"|(?:figure|number|toll|tally|total|count)s?\b[^.;,\d]{0,30})" + _LESS,
    re.IGNORECASE,
)
# Ukrainian and Russian put what is counted before "there were" or a dash.
_GENITIVE = (
    r"(?:їх|их|нас|[а-яіїєґё’'ʼ-]{2,}(?:ів|їв|ов|ев|ёв|ей|ых|их|ок|ек|іб|юд|ян|ан|ін|ин|нь|ль|ьб|тел|см|ат|ач|ач|іт)"
    r"|жінок|женщин|дітей|детей)"
)
_BEING = (
    r"(?:було|было|є|налічу\w+|насчитыва\w+|нарахову\w+|набра\w+|стало|при(?:йшло|шло)|надійшло|поступило|дійшло|дошло|лишилося"
    r"|залишилося|залишається|осталось|осталася|остаётся|[—–:-])"
)
INVERTED = re.compile(
    rf"(?<!\w)(?:{_GENITIVE}\s+(?:(?:[ву]сього|всего|серед|среди|из|з|із|тут|там|там|них|яких|уже|вже|ще|ещё|нині|сейчас|зараз)\s+){{0,3}}{_BEING}"
    r"|(?:[ву]сього|всего|загалом)\s+(?:їх|их|нас))" + _LESS,
    re.IGNORECASE,
)
# A figure is spoken of, and then named.
FIGURED = re.compile(
    r"(?:(?<!\w)(?:цифр[уаоюы]\w?|цифрою|число|числ[оа]м|показник\w*|показател\w+)(?:\s+[вуо]?)?|숫자는|수치는|\bfigure\s+of|\bnumber\s+of|\bfigures?)"
    r"\s*[—–:-]?\s*$",
    re.IGNORECASE,
)
_SIDE = r"from|in|on|at|to|by|из|з|із|зі|с|со|в|у|во|на|від|от"
_DIGITS = (
    r"(?:\d[\d.,\u00a0]*(?:\s\d{3})*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\w)"
    rf"|(?:{'|'.join(words for words, _ in SLAVIC_NUMBERS)})(?!\w))"
)
_NEXT = r"(?:,|,?\s+(?:and|та|й|і|и|а))\s+(?:\w+\s+)?"
# "340 on the first day, 290 on the second": parts that go on alike.
GOES_ON = re.compile(
    rf"\s+(?P<side>{_SIDE})\s+[^.;:\d]{{2,40}}?{_NEXT}{_DIGITS}\s+(?P<other>{_SIDE})\s",
    re.IGNORECASE,
)
WENT_BEFORE = re.compile(
    rf"{_DIGITS}\s+(?P<side>{_SIDE})\s+[^.;:\d]{{2,40}}?{_NEXT}$", re.IGNORECASE
)
NUMBERED = re.compile(rf"(?<!\w){_DIGITS}\s+[^\W\d_]{{3,}}\s*$", re.IGNORECASE)
AFTER_WHOLE = re.compile(
    r"\s*(?:[,.;:)]|$)|\s+[а-яіїєґё’'ʼ]{4,}(?:ы|и|і|но|ны|ні|ли)(?!\w)"
)
SIDE = re.compile(rf"\s+(?P<side>{_SIDE})\s", re.IGNORECASE)
# One preposition in its spellings.
SPELLINGS = {"у": "в", "во": "в", "із": "з", "зі": "з", "со": "с", "від": "от"}
# "His battalion, 500 strong".
STRONG = re.compile(r"\s+strong\b")
# "172 from Asia, 96 came from Africa, 88 from India": each opens its piece.
PIECE = re.compile(
    r"(?:^|[,;:—–]\s+|\s(?:and|та|й|і|и|а)\s+)(?:(?:and|та|й|і|и|а|ще|ещё|еще|another|a\s+further)\s+)*"
    r"(?P<number>\d[\d.,\u00a0]*(?:\s\d{3})*)(?=\s+(?:[—–-]\s+)?[^\W\d])",
    re.IGNORECASE,
)
PIECES = 3
OF_THEM = re.compile(
    r"\b(?:of|among)\s+(?:them|whom|these|those)\b|(?<!\w)(?:із?|з|из|серед|среди)\s+(?:них|яких|которых)(?!\w)"
    r"|(?:이|그)\s?(?:가운데|중)",
    re.IGNORECASE,
)
# "Вироків 142: заочних 96, очних 46": the genitive before its number.
GENITIVE = re.compile(
    r"(?<!\w)[а-яіїєґё’'ʼ-]{3,}(?:их|ых|ів|їв|ов|ев|ёв|ей)\s+$", re.IGNORECASE
)
STOPS = re.compile(r"\s*(?:[,.;:)]|$)")
LISTING = re.compile(rf"(?:[:;,]|\s(?:and|та|й|і|и|а))\s+{_LESS}", re.IGNORECASE)


def counts_bare(text: str, start: int, end: int) -> bool:
    """Whether the words around a number from `start` to `end` show that it counts."""
    before = text[max(0, start - REACH) : start]
    if any(cue.search(before) for cue in (PART_OF, TOLD, INVERTED, FIGURED)):
        return True
    if THE_REST.search(before) or _is_whole_of_things(text, start, end):
        return True
    if WAS.search(before) and STOPS.match(text, end) and not ONE.match(text, start):
        return True
    if text[start : start + 1].isdigit() and (
        _opens_piece(text, start)
        or (GENITIVE.search(before) and STOPS.match(text, end))
    ):
        return True
    return bool(STRONG.match(text, end)) or is_listed(text, start, end)


def _is_whole_of_things(text: str, start: int, end: int) -> bool:
    """Whether a number ends what another is taken from: "three boats of seven"."""
    before = text[max(0, start - REACH) : start]
    part = OUT_OF.search(before)
    if part is None or not AFTER_WHOLE.match(text, end):
        return False
    return NUMBERED.search(before[: part.start()]) is not None


def _opens_piece(text: str, start: int) -> bool:
    """Whether a number opens a piece of a list, which "of them" or its length shows."""
    pieces = [piece.start("number") for piece in PIECE.finditer(text)]
    if start not in pieces:
        return False
    return len(pieces) >= PIECES or OF_THEM.search(text, 0, start) is not None


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether a number is one of several that stand in a row, alike."""
    after = GOES_ON.match(text, end, end + REACH + REACH)
    if after and _alike(after["side"], after["other"]):
        return True
    went = WENT_BEFORE.search(text[max(0, start - REACH) : start])
    side = SIDE.match(text, end)
    return bool(went and side and _alike(went["side"], side["side"]))


def _alike(one: str, two: str) -> bool:
    """Whether two prepositions are the same, however they are spelt."""
    one, two = one.lower(), two.lower()
    return SPELLINGS.get(one, one) == SPELLINGS.get(two, two)
