"""Is a number a share, an amount of money, a length of time, or a count?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from safeconduct.text.counted import PLURAL, head_after, unit_near, unit_of
from safeconduct.text.figure import FigureKind
from safeconduct.text.quantities import Quantity, qualified, quantities

PERCENT = re.compile(
    r"\s?%(?!\w)|\s*(?:percent|per\s+cent|pct)\b|\s?(?:퍼센트|프로)"
    r"|\s*(?:відсотк\w+|процент\w*)",
    re.IGNORECASE,
)
POINTS = re.compile(r"\s*(?:percentage\s+points?|%p|\s?%\s?포인트)", re.IGNORECASE)
FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<half>half)(?=\s+(?:of|the|its|their|were|was|have|had)\b)"
    r"|(?P<count>an?|one|two|three)[\s-](?P<part>thirds?|quarters?|fifths?|tenths?)(?=\s+of\b|\s*[,.;)]|$)"
    r"|(?P<top>one|two|three|four)\s+(?:in|out\s+of)\s+(?P<whole>three|four|five|ten))(?!\w)"
    r"|(?P<korean>절반)|(?<!\w)(?P<slavic>половин[аиу])(?!\w)",
    re.IGNORECASE,
)
COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
}
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
SIGNS = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₩": "KRW",
    "₴": "UAH",
    "₽": "RUB",
}
SIGN = re.compile(r"(?P<sign>US\$|[$€£₩₴₽])\s?$")
CURRENCY = tuple(
    (code, re.compile(rf"\s*(?:{words})(?![A-Za-z])", re.IGNORECASE))
    for code, words in (
        ("USD", r"(?:US\s+)?dollars?|USD|달러|дол(?:ар\w*|\.)|доллар\w*"),
        ("EUR", r"euros?|EUR|유로|євро|евро"),
        ("KRW", r"(?:South\s+Korean\s+)?won|KRW|원(?![가-힣])"),
        ("RUB", r"rou?bles?|RUB|рубл\w*|루블"),
        ("UAH", r"hryvnias?|UAH|гривень|гривн\w*"),
    )
)
DURATION = re.compile(
    r"[\s-]*(?:more\s+)?(?P<unit>year|month|week|day|hour|decade)s?(?:-long)?(?![\w-]*old)\b"
    r"|\s*(?P<slavic>рок[иіу]\w*|років|лет|год[ау]?|місяц\w+|месяц\w+|тиж\w+|недел\w+|дн(?:ів|і|ей|я))(?!\w)"
    r"|\s?(?P<korean>년|개월|주|일)\s?(?:간|동안|이상)",
    re.IGNORECASE,
)
TIMES = {
    "рок": "year", "рік": "year", "лет": "year", "год": "year", "міс": "month",
    "мес": "month", "тиж": "week", "нед": "week", "дн": "day",
    "년": "year", "개월": "month", "주": "week", "일": "day",
}  # fmt: skip
OWN_CLAUSE = re.compile(
    r"\s*(?:[—–,(]\s*)?(?:of\s+(?:them|whom|those|these)\b|(?:із|з|из)\s+них\b|express|had\b|have\b|has\b|were\b|was\b|are\b|is\b"
    r"|wish|want|hop|seek|killed|wounded|captured|injured|dead|missing|died|[—–(])",
    re.IGNORECASE,
)
SMALL = 12
"""Number words up to this count nothing unless a known noun or verb follows."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with its kind and unit; `head` is where its noun ends."""

    quantity: Quantity
    kind: FigureKind
    unit: str
    head: int
    currency: str | None = None
    certain: bool = True
    """Whether a noun or verb shows that something is counted."""


def measures(text: str) -> Iterator[Measure]:
    """Yield what a sentence counts or measures, in order."""
    fractions = [_fraction(text, match) for match in FRACTION.finditer(text)]
    found = [*fractions]
    for quantity in quantities(text):
        if any(
            part.quantity.start <= quantity.bare_start < part.quantity.end
            for part in fractions
        ):
            continue
        if (measure := _measure(text, quantity)) is not None:
            found.append(measure)
    yield from sorted(found, key=lambda measure: measure.quantity.start)


def _measure(text: str, quantity: Quantity) -> Measure | None:
    if POINTS.match(text, quantity.end):
        return None
    return (
        _share(text, quantity)
        or _money(text, quantity)
        or _duration(text, quantity)
        or _count(text, quantity)
    )


def _share(text: str, quantity: Quantity) -> Measure | None:
    match = PERCENT.match(text, quantity.end)
    if match is None:
        return None
    low, high = (
        None if end is None else end / 100 for end in (quantity.low, quantity.high)
    )
    widened = replace(quantity, low=low, high=high, end=match.end())
    return Measure(widened, FigureKind.SHARE, "ratio", match.end())


def _fraction(text: str, match: re.Match[str]) -> Measure:
    value = Decimal("0.5")
    if match["part"]:
        part = PARTS[match["part"].lower().removesuffix("s")]
        value = Decimal(COUNTS[match["count"].lower()]) / part
    elif match["top"]:
        value = Decimal(COUNTS[match["top"].lower()]) / COUNTS[match["whole"].lower()]
    start, end = match.span()
    bare = Quantity(start, end, value, value, words=True, bare_start=start)
    return Measure(qualified(text, bare), FigureKind.SHARE, "ratio", end)


def _money(text: str, quantity: Quantity) -> Measure | None:
    if sign := SIGN.search(text[: quantity.bare_start]):
        code = SIGNS[sign["sign"]]
        widened = qualified(text, replace(quantity, start=sign.start()))
        return Measure(widened, FigureKind.MONEY, code, quantity.end, code)
    for code, pattern in CURRENCY:
        if match := pattern.match(text, quantity.end):
            widened = replace(quantity, end=match.end())
            return Measure(widened, FigureKind.MONEY, code, match.end(), code)
    return None


def _duration(text: str, quantity: Quantity) -> Measure | None:
    match = DURATION.match(text, quantity.end)
    if match is None:
        return None
    word = (match["unit"] or match["slavic"] or match["korean"]).lower()
    unit = next((name for stem, name in TIMES.items() if word.startswith(stem)), word)
    end = (
        match.end("unit") + text[match.end("unit") :].startswith("s")
        if match["unit"]
        else match.end()
    )
    return Measure(replace(quantity, end=end), FigureKind.DURATION, unit, end)


def _count(text: str, quantity: Quantity) -> Measure | None:
    """Read what is counted; None where nothing shows that anything is."""
    head = head_after(text, quantity.end)
    if head is not None:
        noun = head["head"]
        unit = unit_of(noun) if noun else unit_near(text, quantity.start)
        return Measure(quantity, FigureKind.QUANTITY, unit, head.end())
    if OWN_CLAUSE.match(text, quantity.end):
        unit = unit_near(text, quantity.start)
        return Measure(quantity, FigureKind.QUANTITY, unit, quantity.end, certain=False)
    small = quantity.words and (quantity.low or quantity.high or 0) <= SMALL
    if plural := PLURAL.match(text, quantity.end):
        if small:
            return None
        return Measure(quantity, FigureKind.QUANTITY, plural["noun"], plural.end())
    if small:
        return None
    unit = unit_near(text, quantity.start)
    return Measure(quantity, FigureKind.QUANTITY, unit, quantity.end, certain=False)
