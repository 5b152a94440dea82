"""What interval does a number stand for: range, open end, "about", "another"?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from safeconduct.text.counted import COUNTERS
from safeconduct.text.masks import masked
from safeconduct.text.numerals import Numeral, numerals


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval with its span, qualifiers included; None is unbounded."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    additional: bool = False
    vague: bool = False
    words: bool = False
    bare_start: int = 0
    """Where the number itself starts, without what qualifies it."""


# Effects of a word before the number.
ABOVE, FROM, TO, BELOW, APPROX, MORE, SILENT = range(7)
BEFORE = tuple(
    (effect, re.compile(rf"(?<!\w)(?:{words})\s*$", re.IGNORECASE))
    for effect, words in (
        (
            FROM,
            (
                r"at\s+least|no(?:t)?\s+(?:fewer|less)\s+than|a\s+minimum\s+of|as\s+few\s+as"
                r"|щонайменше|принаймні|не\s+менше(?:\s+ніж)?|как\s+минимум|не\s+менее"
                r"|по\s+меньшей\s+мере|최소(?:한)?|적어도"
            ),
        ),
        (
            TO,
            (
                r"up\s+to|as\s+many\s+as|at\s+most|no(?:t)?\s+more\s+than|a\s+maximum\s+of|до"
                r"|не\s+більше(?:\s+ніж)?|не\s+более|최대"
            ),
        ),
        (
            ABOVE,
            (
                r"over|more\s+than|above|exceed(?:s|ed|ing)|in\s+excess\s+of|upwards?\s+of|понад"
                r"|більше(?:\s+ніж)?|більш\s+як|свыше|более(?:\s+чем)?|больше(?:\s+чем)?"
            ),
        ),
        (
            BELOW,
            (
                r"under|fewer\s+than|less\s+than|below|short\s+of|менше(?:\s+ніж)?|менш\s+як"
                r"|менее(?:\s+чем)?|меньше(?:\s+чем)?"
            ),
        ),
        (
            APPROX,
            (
                r"about|around|approximately|approx\.?|roughly|some|circa|nearly|almost|close\s+to"
                r"|~|≈|близько|приблизно|майже|около|примерно|порядка|почти|약|대략|거의"
            ),
        ),
        (
            MORE,
            (
                r"another|(?:a\s+)?further|(?:an\s+)?additional|an\s+extra|extra|ще|додатково"
                r"|ещё|еще|дополнительно|추가로|또(?:\s?다른)?"
            ),
        ),
        (
            SILENT,
            r"an?\s+estimated|an|a\s+total\s+of|(?:a\s+)?reported|only|just|the|all",
        ),
    )
)
# What stands after the number; Korean puts its qualifiers here.
AFTER = (
    (
        FROM,
        re.compile(
            rf"\s*(?:{COUNTERS})?\s*(?:\bor\s+more\b|\+|\s?이상)", re.IGNORECASE
        ),
    ),
    (
        TO,
        re.compile(
            rf"\s*(?:{COUNTERS})?\s*(?:\bor\s+(?:fewer|less)\b|\s?이하|\s?까지)",
            re.IGNORECASE,
        ),
    ),
    (
        ABOVE,
        re.compile(
            rf"(?:여(?=\s?명)|\s*(?:{COUNTERS})?\s*(?:을|이|를)?\s*(?:넘|초과))"
        ),
    ),
    (BELOW, re.compile(rf"\s*(?:{COUNTERS})?\s*미만")),
    (
        APPROX,
        re.compile(
            rf"\s*(?:{COUNTERS})?\s*(?:\bor\s+so\b|가량|정도|안팎)", re.IGNORECASE
        ),
    ),
    (MORE, re.compile(r"\s+(?:more|additional|further)\b(?!\s+than)", re.IGNORECASE)),
)
JOIN = re.compile(r"\s*(?:-|–|~|〜|to|до|по)\s*(?:about\s+|around\s+)?$", re.IGNORECASE)
JOIN_AND = re.compile(r"\s+(?:and|і|й|та|и)\s+$", re.IGNORECASE)
JOIN_KOREAN = re.compile(rf"\s*(?:{COUNTERS})?\s*(?:에서|~|-)\s*$")
BETWEEN = re.compile(
    r"(?<!\w)(?P<word>between|from|від|от|між|между)\s+$", re.IGNORECASE
)
# "Rose from 20 to 50" gives two figures, not the ends of one.
CHANGE = re.compile(
    r"\b(?:rose|risen|rising|grew|grown|increased?|increases|increasing"
    r"|fell|fallen|dropp\w+|declin\w+|chang\w+|went|up|down|rais\w+|reduc\w+)\s+$",
    re.IGNORECASE,
)
# "Reports about two soldiers" is no estimate.
TOPIC = re.compile(
    r"\b(?:reports?|news|information|details|questions?|concerns?|talks?|statements?|story"
    r"|asked|spoke|know|knew|learned|said|nothing)\s+(?:about|around|over)\s*$",
    re.IGNORECASE,
)


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the intervals of a sentence, identifiers and dates left out."""
    spans = masked(text)
    free = [
        number
        for number in numerals(text)
        if not any(start < number.end and number.start < end for start, end in spans)
    ]
    at = 0
    while at < len(free):
        ranged = _range(text, free[at : at + 2])
        yield qualified(text, ranged or _single(free[at]))
        at += 2 if ranged else 1


def _single(number: Numeral) -> Quantity:
    return Quantity(
        start=number.start,
        end=number.end,
        low=number.value,
        high=None if number.vague else number.value,
        vague=number.vague,
        words=number.words,
        bare_start=number.start,
    )


def _range(text: str, pair: Sequence[Numeral]) -> Quantity | None:
    """Read two numbers as the ends of a range; a scale at the end holds for both."""
    if len(pair) < len(("low", "high")):
        return None
    left, right = pair
    gap = text[left.end : right.start]
    between = BETWEEN.search(text[: left.start])
    if between and CHANGE.search(text[: between.start()]):
        return None
    joined = JOIN.match(gap) or JOIN_KOREAN.match(gap)
    if not joined and not (between and JOIN_AND.match(gap)):
        return None
    low = left.value
    if left.scale == 1 and left.value < right.value / right.scale:
        low *= right.scale
    if left.vague or right.vague or low >= right.value:
        return None
    return Quantity(
        start=between.start("word") if between else left.start,
        end=right.end,
        low=low,
        high=right.value,
        words=left.words,
        bare_start=left.start,
    )


def qualified(text: str, quantity: Quantity) -> Quantity:
    """Widen the span over the qualifiers on both sides and apply them."""
    silent = quantity.start
    while found := _before(text[:silent]):
        effect, start = found
        silent = start
        if effect != SILENT:
            quantity = replace(_apply(quantity, effect), start=start)
    for effect, pattern in AFTER:
        if match := pattern.match(text, quantity.end):
            quantity = replace(_apply(quantity, effect), end=match.end())
    return quantity


def _before(text: str) -> tuple[int, int] | None:
    if TOPIC.search(text):
        return None
    for effect, pattern in BEFORE:
        if match := pattern.search(text):
            return effect, match.start()
    return None


def _apply(quantity: Quantity, effect: int) -> Quantity:
    if effect == APPROX:
        return replace(quantity, approx=True)
    if effect == MORE:
        return replace(quantity, additional=True)
    if effect in {ABOVE, FROM}:
        return replace(quantity, high=None, low_open=effect == ABOVE)
    # A vague number has no upper end, and none that a bound could take.
    top = quantity.high if quantity.high is not None else quantity.low
    return replace(quantity, low=None, high=top, high_open=effect == BELOW)
