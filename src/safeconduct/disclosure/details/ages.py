"""How old does a text say somebody is?

Values are (low, high) in whole years, both included; a year of birth is
("born", year), since only a date can turn it into an age.
"""

# ruff: noqa: E501  (a pattern is read whole, or not at all)

from __future__ import annotations

import re
from collections.abc import Iterator

from safeconduct.disclosure.details.branched import compiled
from safeconduct.disclosure.details.detail import Detail, Field

YOUNGEST, ELDEST = 15, 75
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_TEENS = {
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
ENGLISH = {
    **_TENS,
    **_TEENS,
    **{
        f"{ten}-{unit}": value + n
        for ten, value in _TENS.items()
        for n, unit in enumerate(_UNITS, start=1)
    },
}
_KOREAN_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
}
_KOREAN_UNITS = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
}  # fmt: skip
KOREAN = {
    ten + unit: value + number
    for ten, value in _KOREAN_TENS.items()
    for unit, number in {"": 0, **_KOREAN_UNITS}.items()
}
# Beginnings of Slavic numerals, as in двадцятишестирічний, двадцать шесть лет.
SLAVIC_TENS = {
    "двадцят": 20, "двадцат": 20, "тридцят": 30, "тридцат": 30, "сорок": 40,
    "шістдесят": 60, "шестьдесят": 60, "шестидесят": 60, "п'ятдесят": 50, "п’ятдесят": 50, "пятьдесят": 50, "пятидесят": 50,
}  # fmt: skip
SLAVIC_UNITS = {
    "один": 1, "одн": 1, "два": 2, "двох": 2, "двух": 2, "дво": 2, "три": 3, "трьох": 3, "трёх": 3,
    "трех": 3, "чотир": 4, "четыр": 4, "п'ят": 5, "п’ят": 5, "пят": 5, "шіст": 6, "шест": 6,
    "сім": 7, "семи": 7, "семь": 7, "вісім": 8, "восьм": 8, "восем": 8, "дев'ят": 9,
    "дев’ят": 9, "девят": 9,
}  # fmt: skip
SLAVIC_TEENS = {
    "п'ятнадцят": 15, "п’ятнадцят": 15, "пятнадцат": 15, "шістнадцят": 16,
    "шестнадцат": 16, "сімнадцят": 17, "семнадцат": 17, "вісімнадцят": 18,
    "восемнадцат": 18, "дев'ятнадцят": 19, "дев’ятнадцят": 19, "девятнадцат": 19,
}  # fmt: skip


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ENGLISH = _any(ENGLISH).replace(r"\-", r"[\s-]")
_SLAVIC = (
    rf"(?:(?:{_any(SLAVIC_TEENS)})\w*?"
    rf"|(?:{_any(SLAVIC_TENS)})(?:ь|и|ьох|ти|ы|а)?(?:[\s-]?(?:{_any(SLAVIC_UNITS)})\w*?)?)"
)
_NOT_AGE = r"(?!\s*(?:служ|стаж|досвід|опыт|тюрм|ув['’]язн|в['’]язн|заключ|колон|тому|назад|поспіль|подряд|війн|войн))"
_SLAVIC_GENITIVE = (
    rf"(?:двадцяти|двадцати|тридцяти|тридцати|сорока)\s?(?:{_any(SLAVIC_UNITS)})?\w*"
)
SPELLED = rf"{_ENGLISH}|{_SLAVIC_GENITIVE}|{_SLAVIC}"
"""An age in words, of a language that parts them by spaces."""
EXACT = compiled(
    rf"(?<![\w.,])(?P<a>\d{{2}}|{_ENGLISH})[\s-]+years?[\s-]+old(?:er)?s?\b"
    rf"|(?<![\w.,])(?P<b>\d{{2}})[\s-]?(?:y\.?o\.?|yr-old)\b"
    rf"|\b(?:aged?(?:\s+of)?|turned|turning|age:)\s+(?P<c>\d{{2}}|{_ENGLISH})\b(?![\d,.]\d|\s*%|\s+(?:per|months|days))"
    r"|(?<=[\w\"”’»)],\s)(?P<d>[1-6]\d)(?=\s*(?:,|\)|;|\.(?!\d)|\band\b|—|–|$))"
    r"|\((?P<e>[1-6]\d)(?:\s?[세살]|\s+(?:років|роки|рік|лет|года|год))?\)"
    r"|(?:올해\s|만\s?)?(?<![\d.,])(?P<f>\d{2})\s?[세살](?![가-힣]*기)(?!\s?이상|\s?이하|\s?미만)"
    rf"|(?<![가-힣])(?P<g>{_any(KOREAN)})\s?살"
    r"|(?<![\d.,–—-])(?P<h>\d{2})\s?-?\s?(?:ти|х|и|ми)?-?\s?(?:річн|летн)\w+"
    rf"|(?<!\w)(?P<i>{_SLAVIC})(?:річн|летн)\w+"
    rf"|(?<!\w)(?:віком|вік\w*|в\s+возрасте|у\s+віці|возраст\w*|йому|ему|їй|ей|виповнилося|исполнилось|исполнился|виповнився)\s*[:—–-]?\s*(?:було\s|было\s|тоді\s|тогда\s|уже\s|вже\s|лише\s|всього\s|всего\s|только\s|щойно\s|недавно\s)?(?P<j>\d{{2}}|{_SLAVIC})(?:\s+(?:рок|рік|рочк|лет|год)\w*|(?=[\s,.]))"
    rf"|(?<=[\w\"”’»)],\s)(?P<k>\d{{2}}|{_SLAVIC})\s+(?:років|роки|рік|лет|года|год)\b{_NOT_AGE}"
    # "чоловік 44 років"
    rf"|(?<!\w)(?:чоловіка?|мужчин[аыу]|хлоп(?:ець|ця)|пар(?:ень|ня)|бо[єе]ц|боєць|бійця|бойца|солдата?|юнака?|юнош[аиу]|росіянина?|россиянина?|(?:військово)?полонен(?:ий|ого)|(?:военно)?пленн(?:ый|ого))\s(?P<l>\d{{2}}|{_SLAVIC_GENITIVE})\s(?:років|року|лет|года)\b{_NOT_AGE}",
    re.IGNORECASE,
)  # fmt: skip
# "Sol is 27 and ...", "the man in the next bed is twenty.", "Солу всего восемнадцать", "зараз 27".
PREDICATE = compiled(
    rf"\b(?:is|was|turned|are|both|both\s+of\s+them)\s+(?:both\s+|only\s+|just\s+|barely\s+|now\s+|about\s+)?(?P<a>[1-6]\d|{_ENGLISH})(?=\s*(?:[,;)]|\.(?!\d)|$|\s(?:and|but|when|with)\b))"
    rf"|\b(?:man|youth|lad|boy|soldier|private|sergeant|conscript|recruit|volunteer|fighter|prisoner|driver|cook|medic|(?:machine-)?gunner|rifleman|sniper|sapper|scout|signaller|mechanic|loader|operator|citizen|national|native|student|farmer|father|an?\s+(?-i:[A-Z])[a-z]+(?:i|ese|an|ish|ian|k))\s+of\s+(?P<o>[1-6]\d|{_ENGLISH})(?=\s*(?:[,;)—–]|\.(?!\d)|$|\s(?:and|who|with|from|whose)\b))"
    rf"|(?<![가-힣])(?P<p>{_any({k: v for k, v in KOREAN.items() if v > YOUNGEST})})(?:로(?=\s(?:포로|일행|가장|제일|이들|그중|무리))|인(?=\s(?:그는|그가|그의|병사|포로)))"
    rf"|(?<!\w)(?:всего|только|лишь|усього|всього|лише|зараз|сейчас|тепер|теперь|щойно)\s+(?P<b>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)]|\.(?!\d)|$))"
    rf"|(?<=[уюіеій]\s)(?P<c>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)]|\.(?!\d)|$))"
    rf"|(?-i:(?<=[A-ZА-ЯІЇЄҐ]\.\s[A-ZА-ЯІЇЄҐ]\.\s))(?P<q>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)—–]|\.(?!\d)|$))"
    rf"|(?<!\w)(?:моложе|старше|младше|молодший|старший|молодше|младший)\s*(?:[—–:,-]\s*)?(?:(?:ему|йому)\s+)?(?P<f>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)]|\.(?!\d)|$|\s(?:лет|год|рок|рік)))"
    rf"|(?<!\w)(?:обом|обоим|обоє|обидва|оба|обидвом|кожному|каждому|всем|усім|двом|двоим|троим|трьом)\s+(?:уже\s+|вже\s+|лише\s+|всего\s+)?по\s+(?P<m>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)]|\.(?!\d)|$|\s(?:лет|год|рок|рік)))"
    rf"|(?<!\w)(?:было|було|исполнилось|виповнилося|виповнилось|стукнуло)\s+(?:всего\s+|лише\s+|только\s+|уже\s+|вже\s+)?(?P<n>[1-6]\d|{_SLAVIC})(?=\s*(?:[,;)]|\.(?!\d)|$))"
    rf"|(?<!\w)(?P<i>[1-6]\d|{_SLAVIC})\s+(?=(?:ему|йому|ей|їй)\s+(?:\w+\s+)?(?:исполнил|виповнил|стукнул|буде))"
    rf"|(?<!\d)(?P<k>[1-6]\d|{_any(KOREAN)})\s?(?=번째\s생일)|(?<!\d)(?P<l>[1-6]\d)(?=(?:st|nd|rd|th)\s+birthday)"
    rf"|\b(?:younger|older)\s*[,—–:-]\s*(?P<g>[1-6]\d|{_ENGLISH})(?=\s*(?:[,;)]|\.(?!\d)|$))"
    rf"|(?:나이(?:는|가)?|올해|이제|갓|겨우|고작|둘\s?다|모두|똑같이)\s(?P<h>{_any({k: v for k, v in KOREAN.items() if len(k) > 1})})(?=이다|이고|이며|인|이라|에|,|\.|$|\s?(?:밖에|뿐))"
    r"|(?:가명|익명)\s?[·,/]\s?(?P<e>[1-6]\d)(?=세?\))"
    rf"|(?<!\w)(?P<d>{_SLAVIC}\s+(?:одного|двох|двух|трьох|трех|трёх|чотирьох|четырех|четырёх))\s+(?:року|років|года|лет)(?=\s*[.,;)])",
    re.IGNORECASE,
)  # fmt: skip
# "Второму пленному девятнадцать лет", "Дашиеву 36 лет": whose age stands in the dative.
_DATIVE = compiled(
    rf"(?<=[уюіеій]\s)(?P<j>\d{{2}}|{_SLAVIC})\s+(?:років|роки|рік|лет|года|год)\b{_NOT_AGE}"
    rf"|(?<!\w)(?P<k>{_SLAVIC_GENITIVE}|\d{{2}})\s+(?:років|року|лет|года)(?=\s*[.,;)])(?<!після)"
    # "Двадцать два года парню."
    rf"|(?<![\w.,])(?P<n>\d{{2}}|{_SLAVIC})\s+(?:років|роки|рік|лет|года|год)(?=\s+(?:(?:ему|йому|мне|мені)(?=\s*[.,;—–]|$)|(?:парн(?:ю|ишке)|пареньку|мужчине|бойцу|юноше|солдату|мужику|пленному|хлопц(?:ю|еві)|хлопчині|чоловіков?[іу]|бійц(?:ю|еві)|юнаков?[іу]|полоненому)(?!\s+(?:было|було|испол|викон))(?!\w)))"
    # "Третьему, самому младшему, двадцать."
    rf"|(?:^|[.;]\s+)(?:самому\s+)?[а-яіїєґё]+(?:ому|ему|ові|еві)(?:(?:\s(?:із|из|з)\s\w+)?,\s[^,.;!?]{{2,40}},|(?:\s(?:із|из|з)\s\w+)?\s[—–-])\s(?P<l>\d{{2}}|{_SLAVIC})(?=\s*(?:[.,;]|$))"
    rf"|(?<=[가-힣][은는]\s)(?P<m>{_any(KOREAN)})(?=이(?:다|고|며|었|에요)|입니다|이라[고는])",
    re.IGNORECASE,
)  # fmt: skip
PAST = re.compile(
    r"(?<!\w)(?:when\s+he\s+(?:was|turned)|at\s+the\s+age\s+of|since\s+he\s+was|коли|когда|тоді|тогда|당시)(?!\w)[^.;]{0,20}$",
    re.IGNORECASE,
)
ABOUT = 3
"""Years by which "about thirty" may be wrong."""
_DECADES = {"teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}
# Thirds of a decade: "in his late twenties" is 27 to 29.
PARTS = (
    ((0, 3), ("early", "초반", "трохи за", "чуть за", "початку", "начале", "з невеликим")),
    ((4, 6), ("mid", "중반", "середин")),
    ((7, 9), ("late", "후반", "під", "под", "наприкінці", "кінц", "конц", "близько")),
)  # fmt: skip
_PART = r"(?:early|mid(?:dle)?|late)"
BAND = compiled(
    rf"\bin\s+(?:his|her|their)\s+(?P<p1>{_PART}[\s-]+(?:to[\s-]+{_PART}[\s-]+)?)?(?P<a>{'|'.join(_DECADES)}|[2-6]0s)\b"
    rf"|\b(?P<p2>{_PART})[\s-](?P<b>{'|'.join(_DECADES)}|[2-6]0s)\b"
    rf"|(?:(?<=\bis\s)|(?<=\bwas\s)|(?<=\blooks\s)|(?<=\bof\s)|(?<=\baged\s)|(?<=[’']s\s))(?P<p5>pushing|nearly|almost|barely|just\s+over|just\s+under|not\s+yet|about|around|perhaps|maybe)\s+(?P<f>twenty|thirty|forty|fifty|[2-5]0)(?=\s*(?:[,;.)]|$|years\s+old|and\b))"
    rf"|(?<!\w)(?:лет|років|годов)\s+(?:так\s+|десь\s+|примерно\s+|приблизно\s+|под\s+|під\s+)?(?P<g>двадцати(?:\s?пяти)?|тридцати(?:\s?пяти)?|сорока(?:\s?пяти)?|пятидесяти|двадцяти(?:\s?п['’]?яти)?|тридцяти(?:\s?п['’]?яти)?|п['’]ятдесяти|[2-5]\d)(?!\w)(?!\s*(?:назад|тому|тюрьмы|колонии))"
    r"|(?<!\d)(?P<c>[1-6]0)대\s?(?P<p3>초반|중반|후반)?"
    r"|(?<!\w)(?P<d>twenty|thirty|forty)-?something"
    r"|(?<!\w)(?P<p4>під|під час|под|за|трохи за|чуть за|наприкінці|в середині|в середине)\s+(?P<e>двадцять|двадцать|тридцять|тридцать|сорок)(?!\s?(?:\w+\s)?(?:тис|тыс|км|кіл|чол|чел|раз))",
    re.IGNORECASE,
)  # fmt: skip
DECADE = compiled(
    r"(?<!\w)(?P<d>трет|четв[её]рт|четверт|пят|п['’]ят|шест|шост)\w*\s+десят(?:ок|ке|ку|ка)(?!\w)"
    r"|\b(?:in|into)\s+(?:his|her)\s+(?P<e>third|fourth|fifth|sixth)\s+decade\b",
    re.IGNORECASE,
)  # fmt: skip
"""Which decade of his life he is in: the third is that after twenty."""
DECADES = {
    "трет": 20, "third": 20, "четв": 30, "fourth": 30, "пят": 40, "п'ят": 40,
    "п’ят": 40, "fifth": 40, "шест": 50, "шост": 50, "sixth": 50,
}  # fmt: skip
BORN = compiled(
    r"\bborn\s+in\s+(?:[A-Z][a-z]+\s+)?(?P<a>(?:19[5-9]|20[01])\d)\b|(?P<b>(?:19[5-9]|20[01])\d)년\s?(?:\d{1,2}월\s?)?(?:생|출생|에\s?태어)"
    r"|(?P<c>(?:19[5-9]|20[01])\d)\s+(?:року\s+народження|р\.\s?н\.|года\s+рождения|г\.\s?р\.)"
    r"|(?:народив\w*|родил\w*)\s+(?:у|в)\s+(?P<d>(?:19[5-9]|20[01])\d)\s+(?:році|году)?",
    re.IGNORECASE,
)


def ages(text: str) -> Iterator[Detail]:
    """Yield the ages and years of birth that a sentence tells."""
    yield from _exact(text)
    for match in _DATIVE.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        value = number(match[group])
        if value is not None and YOUNGEST <= value <= ELDEST:
            yield Detail(match.start(group), match.end(), Field.AGE, (value, value))
    yield from _predicates(text)
    for match in BAND.finditer(text):
        low, high = _band(match)
        yield Detail(*match.span(), Field.AGE, (low, high))
    for match in DECADE.finditer(text):
        said = (match["d"] or match["e"]).lower()
        low = next(low for word, low in DECADES.items() if said.startswith(word))
        yield Detail(*match.span(), Field.AGE, (low, low + 9))
    for match in BORN.finditer(text):
        year = int(next(part for part in match.groups() if part))
        yield Detail(*match.span(), Field.AGE, ("born", year))


def _exact(text: str) -> Iterator[Detail]:
    for match in EXACT.finditer(text):
        value = number(next(part for part in match.groups() if part))
        if value and (
            PAST.search(
                text,
                max(0, match.start() - 20),
                match.start("j") if match["j"] else match.start(),
            )
            or text[match.end() :].startswith(("에 ", "부터", "때"))
        ):
            yield Detail(*_span(match), Field.AGE)  # his age then, not now
        elif value is not None and YOUNGEST <= value <= ELDEST:
            yield Detail(*_span(match), Field.AGE, (value, value))


def _predicates(text: str) -> Iterator[Detail]:
    for match in PREDICATE.finditer(text):
        group = next(name for name, part in match.groupdict().items() if part)
        value = number(match[group])
        start, end = match.span(group)
        if PAST.search(text, max(0, start - BEFORE), start):
            yield Detail(start, end, Field.AGE)  # "in uniform since he was 17"
        elif value is not None and YOUNGEST <= value <= ELDEST:
            yield Detail(
                start, match.end() if group == "d" else end, Field.AGE, (value, value)
            )


BEFORE = 40
"""Characters before an age in which a word may tell that it was once."""


def number(words: str) -> int | None:
    """Read the number of an age, in digits or words; None if it is none."""
    lower = re.sub(r"[\s-]+", "-", words.lower())
    if lower.isdecimal():
        return int(lower)
    if lower in ENGLISH or lower in KOREAN:
        return ENGLISH.get(lower, KOREAN.get(lower))
    return _slavic(lower)


def _slavic(lower: str) -> int | None:
    for begin, value in SLAVIC_TEENS.items():
        if lower.startswith(begin):
            return value
    for begin, value in SLAVIC_TENS.items():
        if lower.startswith(begin):
            rest = re.sub("^(?:ь|и|ти|ы|а)?-?", "", lower[len(begin) :])
            units = [u for b, u in SLAVIC_UNITS.items() if rest.startswith(b)]
            return value + (units[0] if units else 0)
    return None


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Leave brackets and words like "age:" outside where the number stands alone."""
    if match["e"]:
        return match.start() + 1, match.end() - 1
    if match["j"]:
        return match.start("j"), match.end()
    return match.span()


def _band(match: re.Match[str]) -> tuple[int, int]:
    decade = next(
        p for k, p in match.groupdict().items() if p and k in "abcdefg"
    ).lower()
    base = _DECADES.get(decade) or number(decade.rstrip("s")) or 0
    if match["f"] or match["g"]:
        return base - ABOUT, base + ABOUT
    said = " ".join(p for k, p in match.groupdict().items() if p and k[0] == "p")
    if match["e"] and match["p4"].lower() in {"під", "под"}:
        return base - 3, base
    spans = [span for span, words in PARTS if any(w in said.lower() for w in words)]
    if not spans:
        return base, base + 9
    return base + spans[0][0], base + spans[-1][1]
