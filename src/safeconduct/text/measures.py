"""Is a number a share, an amount of money, a length of time, or a count?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from safeconduct.text.counted import (
    COUNTING,
    PLURAL,
    head_after,
    slavic_noun,
    thing_before,
    unit_near,
    unit_of,
    unit_of_stranger,
)
from safeconduct.text.figure import FigureKind
from safeconduct.text.listed import PART_AFTER, counts_bare
from safeconduct.text.number_words import SLAVIC_NUMBERS
from safeconduct.text.quantities import CHANGED, WINDOW, Quantity, qualified, quantities
from safeconduct.text.ratios import fractions
from safeconduct.text.spans import spans

PERCENT = re.compile(
    r"\s?%(?!\w)|\s*(?:percent|per\s+cent|pct)\b|\s?%(?=[가-힣])|\s?(?:퍼센트|프로)"
    r"|\s*(?:відсотк\w+|процент\w*)",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"\s*(?:percentage\s+points?|%p|\s?%\s?포인트|(?:процентн|відсотков)\w+\s+пункт)",
    re.IGNORECASE,
)
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₩": "KRW",
    "₴": "UAH",
    "₽": "RUB",
    "¥": "JPY",
    "Sh": "KES",
    "KSh": "KES",
}
SIGN = re.compile(r"(?P<sign>US\$|[$€£₩₴₽¥]|\bK?Sh)\s?$")
CURRENCY = tuple(
    (code, re.compile(rf"\s*(?:{words})(?![A-Za-z])", re.IGNORECASE))
    for code, words in (
        (
            "USD",
            r"(?:US\s+)?dollars?|USD|(?:미국\s?)?달러|дол(?:ар\w*|\.)|долл(?:ар\w*|\.)|\$",
        ),
        ("EUR", r"euros?|EUR|유로|євро|евро|€"),
        (
            "KRW",
            r"(?:South\s+Korean\s+)?won|KRW|원(?=[을이의에은으도만과까씩어\s,.]|$)|вон(?!\w)",
        ),
        ("RUB", r"ro?ubles?|RUB|руб(?:л\w*|\.)|루블|₽"),
        ("UAH", r"hryvnias?|UAH|грив(?:ень|н\w*)|грн\.?|흐리우냐|₴"),
        ("JPY", r"yen|JPY|엔(?=[을이의에은\s])|[ієи]{1,2}н(?:а|и)?(?!\w)"),
        ("GBP", r"pounds?\s+sterling|GBP"),
        ("CNY", r"yuan|CNY|위안|юан\w*"),
        (
            "PLN",
            r"zlot(?:ys?|ies)|złot\w+|zł(?!\w)|PLN|злот(?:ых|ий|ого|ые|ый|і|их|ими|ыми|ому)|즈워티",
        ),
        (
            "CHF",
            r"(?:Swiss\s+)?francs|CHF|(?:швейцарск\w+\s+|швейцарськ\w+\s+)?франк(?:ов|ів|а|и|і|ами)?(?!\w)|프랑",
        ),
        ("SEK", r"(?:Swedish\s+)?kronor|SEK"),
        ("NOK", r"Norwegian\s+kroner|NOK"),
        ("DKK", r"Danish\s+kroner|DKK"),
        ("CZK", r"(?:Czech\s+)?(?:crowns|koruna?s?)|CZK"),
        ("KZT", r"tenge|KZT|тенге|텡게"),
        ("KES", r"(?:Kenyan?\s+)?shillings?|KES|шилл?инг\w*|실링"),
        (
            "NPR",
            r"Nepal(?:i|ese)\s+rupees?|NPR|непальськ?\w+\s+рупі\w+|непальск\w+\s+рупи\w+",
        ),
    )
)
DURATION = re.compile(
    r"[\s-]*(?:more\s+)?(?P<unit>year|month|week|day|hour|minute|decade)s?(?:-long)?(?![\w-]*old)\b"
    r"|\s*(?P<slavic>рок(?:[иіу]|ами|ам|ах|ів)?|рік|років|лет|год(?:а|у|ами|ам|ах|ов|ы)?|годин[иу]?"
    r"|місяц(?:і|ів|я|ями|ь)|месяц(?:а|ев|ы|ь)?|тиж(?:день|ні|нів|ня)|недел(?:и|ь|ю|я|ями)|днів|дні|дней|дня|день"
    r"|хвилин[иу]?|минут[ыу]?|доби|діб|сут(?:ок|ки)|час(?:ов|а)|десятиліт\w+|десятилет\w+)(?!\w)"
    r"|\s?(?P<korean>년|개월|달(?=[\s간째])|주(?=[\s간째])|시간|분(?=[을를]\s|\s?(?:간|동안|이내|만에|가량|넘게|정도)))(?!\s?\d{1,2}월)"
    r"|\s?(?P<korean_day>일|주일)(?=\s?(?:간|동안|이상|넘게|째))",
    re.IGNORECASE,
)
# "Four years ago" is a time.
AGO = re.compile(
    r"s?\s+(?:ago|later|earlier|before|after)\b|\s+(?:тому|назад|потому|спустя|по\s+тому|після|после)(?!\w)|\s?(?:전|뒤|후)(?![가-힣]*쟁)",
    re.IGNORECASE,
)
KOREAN_DURING = re.compile(
    r"\s?(?:간|동안|넘게|이상|미만|가까이|째)(?:\s동안)?", re.IGNORECASE
)
TIMES = (
    ("рок", "year"), ("рік", "year"), ("лет", "year"), ("годин", "hour"),
    ("год", "year"),
    ("міс", "month"), ("мес", "month"), ("тиж", "week"), ("нед", "week"), ("дн", "day"),
    ("ден", "day"), ("хвил", "minute"), ("мин", "minute"), ("분", "minute"),
    ("доб", "day"), ("діб", "day"), ("сут", "day"), ("час", "hour"),
    ("десят", "decade"), ("년", "year"), ("개월", "month"), ("달", "month"),
    ("주", "week"),
    ("일", "day"), ("시간", "hour"),
)  # fmt: skip
OWN_CLAUSE = re.compile(
    r"\s*(?:[—–,(]\s*)?(?:of\s+(?:them|whom|those|these)\b|(?:of|out\s+of)\s+(?:(?:the|these|those|all)\s+)?(?=\d|(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty)\b)"
    r"|sa(?:id|y)\s+(?:that\s+)?they\s+(?:did|do|would|will|want|wish|hope|prefer|had|were|have|are)|chose\b|opted\b|received?\b|(?:із|з|из|серед|среди)\s+(?:них|яких|которых)\b"
    r"|express|do\b|does\b|did\b|would\b|will\b|could\b|cannot\b|had\b|have\b|has\b|were\b|was\b|are\b|is\b|remain"
    r"|wish|want|hop|seek|killed|wounded|captured|injured|dead|missing|died|still\b|ask|refus|decid"
    r"|хоч|хот|бажа|жела|прос|вага|колебл|розгляд|рассматр|ще\s|ещ[её]\s|вже\s|уже\s|загин|погиб|поран|ранен|вбит|убит|потрап"
    r"|попал|зник|пропал|здал|сдал|помер|умер|перебува|находя|відмов|отказ|не\s+(?:виріш|реш|хоч|хот)|загалом|[—–(])",
    re.IGNORECASE,
)
# "Killed and wounded" as nouns: "300 вбитих", "2 700 ранеными", "300 dead".
_DEED = (
    r"(?:вбит|загибл|поранен|зникл|полонен|убит|погибш|ранен|пропавш|пленн|раненн)\w+"
)
DEED_NOUN = re.compile(
    rf"\s*{_DEED}(?:\s+(?:і|та|й|и|або|или|чи)\s+{_DEED})?",
    re.IGNORECASE,
)
# "4개 여단": the noun follows the counter.
NAMED_AFTER = re.compile(r"개\s(?P<noun>[가-힣]{2,}?)(?=[을를이가은는의도와과,.\s]|$)")
# What a Korean counter counts where no noun stands before the number.
COUNTERS_OF = {
    "구": "시신",
    "척": "선박",
    "대": "차량",
    "발": "포탄",
    "개사": "회사",
    "개국": "국가",
}
# "Only 75 survived": who does something was counted.
VERBED = re.compile(
    r"\s+(?:[a-z]{3,}ed|fell|fled|came|went|[а-яіїєґ’']{3,}(?:ли|лись|лися|лося))(?!\w)"
)
KOREAN_CLAUSE = re.compile(r"[은이도만]\s")
SMALL = 12
"""Number words up to this count nothing unless a known noun or verb follows."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its kind and unit; `head` is where its noun ends.

    `unit` is None where the sentence names nobody: the figure's role decides.
    """

    quantity: Quantity
    kind: FigureKind
    unit: str | None
    head: int
    currency: str | None = None
    certain: bool = True
    """Whether a noun or verb shows that something is counted."""
    base: str | None = None
    """The whole of a share, where the number names it itself ("two of five men")."""


def measures(text: str, *, asked: bool = False) -> Iterator[Measure]:
    """Yield what a sentence counts or measures, in order.

    Args:
        text: the sentence.
        asked: whether it answers "how many": then a bare number counts.
    """
    parts = list(fractions(text))
    found = [
        Measure(qualified(text, part), FigureKind.SHARE, "ratio", part.end, base=None)
        for part in parts
    ]
    for quantity in quantities(text):
        if any(
            part.start <= quantity.bare_start < part.end
            or part.start < quantity.bare_end <= part.end
            for part in parts
        ):
            continue
        measure = _measure(text, quantity) or (
            _answer(text, quantity) if asked else None
        )
        if measure is not None:
            found.append(_as_share(text, measure, found))
    found += (
        Measure(span.quantity, FigureKind.DURATION, span.unit, span.quantity.end)
        for span in spans(text)
    )
    yield from sorted(found, key=lambda measure: measure.quantity.start)


def _measure(text: str, quantity: Quantity) -> Measure | None:
    if POINTS.match(text, quantity.bare_end) or _dated(text, quantity):
        return None
    return (
        _share(text, quantity)
        or _money(text, quantity)
        or _duration(text, quantity)
        or _count(text, quantity)
    )


# "How many were there? — Twelve."
ANSWERS = re.compile(
    r"\W*(?:(?:well|about|yes|so|ну|да|так|їх|их|всього|всего|лише|только|было|було|모두|총)\W+){0,2}$",
    re.IGNORECASE,
)


def _answer(text: str, quantity: Quantity) -> Measure | None:
    """Read the bare number with which an answer begins."""
    if not ANSWERS.fullmatch(text[: quantity.start]):
        return None
    if not CLOSES.match(text, quantity.end):
        return None
    return Measure(quantity, FigureKind.QUANTITY, None, quantity.end)


# "68 percent were for it, 11 against": the percent is said once.
STANCE = re.compile(
    r"\b(?:against|for|in\s+favou?r|opposed|undecided|unsure|no\s+opinion)\b"
    r"|(?<!\w)(?:проти|против|за|утрималис|воздержал|не\s+визначил|не\s+определил|затруднил|вагал)\w*|찬성|반대|모르겠",
    re.IGNORECASE,
)


def _as_share(text: str, measure: Measure, found: Sequence[Measure]) -> Measure:
    """Let a bare number of a poll be percent where the one before it was."""
    quantity, last = measure.quantity, found[-1] if found else None
    if last is None or last.kind is not FigureKind.SHARE or measure.certain:
        return measure
    if measure.kind is not FigureKind.QUANTITY or not PERCENT.match(
        text, last.quantity.bare_end
    ):
        return measure
    near = (
        text[last.quantity.end : quantity.start],
        text[quantity.end : quantity.end + 20],
    )
    if (quantity.high or 0) >= HUNDRED or not any(map(STANCE.search, near)):
        return measure
    low, high = (
        None if end is None else end / HUNDRED for end in (quantity.low, quantity.high)
    )
    shared = replace(quantity, low=low, high=high)
    return Measure(shared, FigureKind.SHARE, "ratio", quantity.end)


HUNDRED = 100


def _dated(text: str, quantity: Quantity) -> bool:
    """Whether the number tells how long ago: a time, not a length of time."""
    match = DURATION.match(text, quantity.bare_end)
    return bool(match and AGO.match(text, match.end()))


def _share(text: str, quantity: Quantity) -> Measure | None:
    match = PERCENT.match(text, quantity.bare_end)
    if match is None:
        return None
    low, high = (
        None if end is None else end / 100 for end in (quantity.low, quantity.high)
    )
    end = max(quantity.end, match.end())
    widened = replace(quantity, low=low, high=high, end=end)
    return Measure(widened, FigureKind.SHARE, "ratio", end)


def _money(text: str, quantity: Quantity) -> Measure | None:
    lead = text[max(0, quantity.bare_start - WINDOW) : quantity.bare_start]
    if sign := SIGN.search(lead):
        code = SIGNS[sign["sign"]]
        start = min(quantity.start, quantity.bare_start - len(sign[0]))
        widened = qualified(text, replace(quantity, start=start))
        return Measure(widened, FigureKind.MONEY, code, quantity.end, code)
    for code, pattern in CURRENCY:
        if match := pattern.match(text, _past_yeo(text, quantity)):
            end = max(quantity.end, match.end())
            widened = replace(quantity, end=end)
            return Measure(widened, FigureKind.MONEY, code, end, code)
    return None


def _past_yeo(text: str, quantity: Quantity) -> int:
    """Step over the 여 of "100여 달러"."""
    at = quantity.bare_end
    return at + (text[at : at + 1] == "여")


def _duration(text: str, quantity: Quantity) -> Measure | None:
    match = DURATION.match(text, _past_yeo(text, quantity))
    if match is None:
        return None
    korean = match["korean"] or match["korean_day"]
    word = (match["unit"] or match["slavic"] or korean).lower()
    unit = next((name for stem, name in TIMES if word.startswith(stem)), word)
    end = match.end()
    if match["unit"]:
        end = match.end("unit") + text[match.end("unit") :].startswith("s")
    end = max(end, quantity.end)
    if korean and (during := KOREAN_DURING.match(text, end)):
        end = during.end()
    return Measure(replace(quantity, end=end), FigureKind.DURATION, unit, end)


# "We counted eleven graves": who counts says so.
COUNTED = re.compile(
    r"\b(?:spoke|spoken|talked|talks|met)\s+(?:to|with)\s+(?:only\s+|just\s+)?$"
    r"|(?<!\w)(?:поговор|розмовля|разговарива|побесед|поспілкува|зустрі|встрет)\w+\s+(?:\w+\s+){0,2}?(?:з|із|зі|с|со)\s+$"
    r"|\b(?:counted|recorded|documented|identified|found|registered|logged)\s+(?:\w+\s+)?$"
    r"|(?<!\w)(?:нарахува|порахува|зафіксува|задокументува|виявил|насчита|подсчита|зафиксирова|обнаруж|знайшл|нашл)\w*\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
# "1.3 million times", "1,3 млн просмотров": nobody is counted.
OCCASIONS = re.compile(
    r"\s*(?P<noun>times|views|viewings|clicks|subscribers|раз(?:и|ів|а)?|просмотр\w*|перегляд\w*|подписчик\w*|підписник\w*"
    r"|(?:차례|회)(?=[를을이가\s,.]|$))(?!\w)",
    re.IGNORECASE,
)


def _occasions(text: str, quantity: Quantity) -> Measure | None:
    match = OCCASIONS.match(text, quantity.bare_end)
    small = quantity.words and (quantity.high or 0) <= SMALL
    if match is None or small:
        return None
    return Measure(quantity, FigureKind.QUANTITY, "time", match.end())


def _count(text: str, quantity: Quantity) -> Measure | None:
    """Read what is counted; None where nothing shows that anything is."""
    return (
        _occasions(text, quantity)
        or _headed(text, quantity)
        or _elliptic(text, quantity)
    )


def _headed(text: str, quantity: Quantity) -> Measure | None:
    head = head_after(text, quantity.bare_end)
    if head is None:
        return None
    end = max(quantity.end, head.end())
    noun = head["head"]
    if head["thing"]:
        named = NAMED_AFTER.match(text, head.start("thing"))
        unit: str | None = (
            named["noun"] if named else thing_before(text, quantity.start)
        ) or COUNTERS_OF.get(head["thing"].strip("여 "))
    elif noun and not COUNTING.fullmatch(noun):
        unit = unit_of(noun)
    else:
        unit = unit_near(text, quantity.start)
    return Measure(quantity, FigureKind.QUANTITY, unit, end)


def _elliptic(text: str, quantity: Quantity) -> Measure | None:
    end, strong = quantity.end, _is_strong(text, quantity)
    unit = unit_near(text, quantity.start)
    small = quantity.words and (quantity.low or quantity.high or 0) <= SMALL
    parted = not small and PART_AFTER.match(text, end)
    parted = parted or ((quantity.low or 0) > 1 and OF_SUCH.match(text, end))
    strong = strong or bool(parted) or counts_bare(text, quantity.start, end)
    strong = strong or _is_of_number(text, quantity)
    strong = strong or RESTATED.match(text, end) is not None
    strong = strong or bool(
        COUNTED.search(text[max(0, quantity.start - WINDOW) : quantity.start])
    )
    measure = Measure(quantity, FigureKind.QUANTITY, unit, end, certain=strong)
    if noun := DEED_NOUN.match(text, end):
        return replace(measure, head=noun.end(), certain=True)
    if OWN_CLAUSE.match(text, end) or KOREAN_CLAUSE.match(text, end):
        verb = CLAUSE_OPENS.search(text, 0, quantity.start) and not _is_aside(text, end)
        return replace(measure, certain=True) if verb else measure
    if _is_of_no_person(text, quantity):
        return None
    collective = COLLECTIVE.fullmatch(text, quantity.bare_start, quantity.bare_end)
    if collective or _is_of_number(text, quantity):
        return measure
    if VERBED.match(text, end):
        return replace(measure, certain=True)
    return _stranger(text, measure)


# "Only 37, or one in five of the foreigners": a share says it again.
RESTATED = re.compile(
    r"\s*[,(—–]\s*(?:(?:or|that\s+is|або|чи|тобто|или|то\s+есть)\s+)"
    r"(?:(?:about|some|around|roughly|nearly|almost|just|over|under|близько|приблизно|майже|понад|около|примерно|почти|более)\s+){0,2}"
    r"(?:\d[\d.,]*\s?(?:%|per\s?cent|відсот|процент)|(?:one|two|three)\s+in\s+\w+|(?:a|one|two)\s+(?:third|quarter|fifth)s?\b|half\b"
    r"|кожен\s|кожн\w+\s|кажд\w+\s|трет(?:ина|ину|ь)|чверть|четверт|половин|п[’'ʼ]?ята\s+частина|пятая\s+часть)",
    re.IGNORECASE,
)
# "Twelve of the injured", "двенадцать из пострадавших".
OF_SUCH = re.compile(
    r"\s+(?:of\s+(?:the|these|those|its|their)\s+[a-z]{4,}"
    r"|(?:из|із|з)\s+[а-яіїєґё’'ʼ]{4,}(?:их|ых|ів|їв|ов|ев|ей))(?!\w)",
    re.IGNORECASE,
)
_SLAVIC = "|".join(words for words, _ in SLAVIC_NUMBERS)
# "Against it were 8 of 15": both count; "part 2 of 3" does not.
OF_NUMBER = re.compile(
    r"\s+(?:out\s+of|of|із|зі|з|из)\s+"
    r"(?:(?:the|these|those|all|its|his|her|their|our|цих|этих|тих|тех|усіх|всіх|всех)\s+)?"
    rf"(?:(?!(?:19|20)\d\d(?!\d))\d|(?:{_SLAVIC})(?!\w)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
SERIAL = re.compile(
    r"\b(?:parts?|pages?|steps?|episodes?|volumes?|chapters?|match|game|round)\s+$"
    r"|(?<!\w)(?:част\w+|стор\w+|стр\w*|сер[иі]\w+|том\w*|випуск\w*|выпуск\w*|етап\w*|этап\w*)\s+$",
    re.IGNORECASE,
)


def _is_of_number(text: str, quantity: Quantity) -> bool:
    """Whether a number is taken from another that stands right behind it."""
    if SERIAL.search(text[max(0, quantity.start - WINDOW) : quantity.start]):
        return False
    if quantity.high == 1:
        return False  # "one of the eleven" tells of him
    return OF_NUMBER.match(text, quantity.end) is not None


# "Two asked for time, and three would not say": the number is the subject.
CLAUSE_OPENS = re.compile(
    r"(?:^|[.;:“\"«]\s*|,\s+(?:(?:and|but|while|та|і|й|и|а|но|але)\s+)?"
    r"|\s(?:and|but|while|та|і|й|и|а|но|але)\s+)(?:(?:another|only|just|ще|ещё|еще|лише|тільки|только|лишь)\s+)?$",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\s*[—–(,]")


def _is_aside(text: str, end: int) -> bool:
    return ASIDE.match(text, end) is not None


# "No treaty of theirs": a "no" of things counts nobody.
NO_ONE = re.compile(
    r"жоден|жодн(?:а|е|ий|ого|ої|ому|ій)|ни\s+один|ни\s+одн(?:а|о|ого|ой)",
    re.IGNORECASE,
)


def _is_of_no_person(text: str, quantity: Quantity) -> bool:
    if not NO_ONE.fullmatch(text, quantity.bare_start, quantity.bare_end):
        return False
    noun = slavic_noun(text, quantity.end)
    return noun is not None and unit_of_stranger(noun["noun"]) != "person"


def _stranger(text: str, measure: Measure) -> Measure | None:
    """Read a count of what is in no list; small number words need more than a noun."""
    quantity = measure.quantity
    small = quantity.words and (quantity.low or quantity.high or 0) <= SMALL
    weak = small and not measure.certain
    if noun := PLURAL.match(text, quantity.end) or slavic_noun(text, quantity.end):
        unit = unit_of_stranger(noun["noun"])
        known = unit == "person" or not weak or _is_of_things(text, quantity, noun)
        head = replace(measure, unit=unit, head=noun.end(), certain=True)
        return head if known else None
    lead = text[max(0, quantity.start - WINDOW) : quantity.start]
    if quantity.vague and MET.search(lead) and CLOSES.match(text, quantity.end):
        return replace(measure, certain=True)
    if weak and DID.search(lead) and CLOSES.match(text, quantity.end):
        return measure
    return measure if not weak or CHANGING.search(lead) else None


# "Three times", "the two universities": how often, and which ones.
OFTEN = re.compile(
    r"times?|ways?|things?|sides?|parties|halves|parts?|раз\w*|способ\w*|сторон\w*|част\w+"
    r"|боки?|боків|половин\w*|рази|разів",
    re.IGNORECASE,
)
WHICH = re.compile(
    r"(?:\b(?:the|these|those|both|all|every|other|at)|(?<!\w)(?:эти|этих|ці|цих|оба|обе|обидва"
    r"|обидві|все|всі|усі|те|тих|тех|каждые|кожні|другие|інші))\s+$",
    re.IGNORECASE,
)


def _is_of_things(text: str, quantity: Quantity, noun: re.Match[str]) -> bool:
    """Whether a small number word counts things that no list has: "five barracks"."""
    if (quantity.low or 0) <= 1 or OFTEN.fullmatch(noun["noun"]):
        return False
    return WHICH.search(text[max(0, quantity.start - WINDOW) : quantity.start]) is None


# "Отказались восемь, то есть две трети": who did it stands after the verb.
DID = re.compile(
    r"(?<!\w)(?!прошл|пройшл|было|були|были)[а-яіїєґ’'ʼ]{3,}(?:лись|лися|ли|ются|ються|яться|ятся)\s+(?:лише\s+|тільки\s+|только\s+|лишь\s+)?$",
    re.IGNORECASE,
)


# "It has met several": those whom the sentence spoke of.
MET = re.compile(
    r"\b(?:met|saw|seen|knows?|known|interviewed|visited|lost|treated|captured|killed|found|identified|released)\s+(?:only\s+|just\s+)?$"
    r"|(?<!\w)(?:зустрі|бачи|встре|виде|опита|опроси|відвіда|посети|знайш|нашл)\w+\s+(?:лише\s+|только\s+|лишь\s+)?$",
    re.IGNORECASE,
)
CLOSES = re.compile(r"\s*(?:[.,;:!?)—–]|$)")


def _is_strong(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun counts all the same, as "over 35,000" does."""
    if COLLECTIVE.fullmatch(text, quantity.bare_start, quantity.bare_end):
        return True
    if quantity.words and (quantity.low or quantity.high or 0) > SMALL:
        return True
    qualifiers = (
        quantity.low != quantity.high and not quantity.vague,
        quantity.approx,
        quantity.additional,
        SCALED.search(text[quantity.bare_start : quantity.bare_end]),
    )
    return any(qualifiers)


SCALED = re.compile(
    r"\d[, \u00a0\u202f]\d{3}|thousand|million|billion|тис|тыс"
    r"|м[іи]л+[ьи]|млн|천|만|억",
    re.IGNORECASE,
)


# "Зросла з двох до чотирьох": the first number has its noun after the second.
CHANGING = re.compile(
    rf"\b{CHANGED}\s+(?:\w+\s+)?(?:із?|зі?|со?|від|от|from)\s+$", re.IGNORECASE
)
# Slavic collective numerals and "none" only ever count people.
COLLECTIVE = re.compile(
    r"дво[єе](?!\s+із?\s)|двоих|тро[єе]|троих|четверо|четверых|[\w’'ʼ]+(?:тьох|імох|ьмох)|[\w’'ʼ]+еро|\w+ерых|[\w’'ʼ]+(?:рьом|тьом|імом|ьмом)|(?:дво|тро)им|\w+ерым|жоден|жодного|ни\s+од(?:ин|ного)|ніхто|никто|десят(?:ок|ка|ків|ков|ки)|дюжин[аиуы]?|сотн[яюіи]|пі?в\s?сотні|пол[уо]?сотн\w",
    re.IGNORECASE,
)
