"""Which numbers stand in a text, in digits or in words, and what is their value?

A numeral is only a number: qualifiers, ranges and what is counted come later. Words of
the four languages are in `number_words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from safeconduct.text.number_words import (
    BEGINNINGS,
    ENGLISH_GROUPS,
    ENGLISH_SCALES,
    ENGLISH_UNITS,
    GROUPED,
    INVERTED,
    KOREAN_ABOUT,
    KOREAN_COUNTED,
    KOREAN_DIGITS,
    KOREAN_NATIVE,
    KOREAN_SCALES,
    NOBODY,
    SLAVIC_NUMBERS,
    SLAVIC_SCALES,
    VAGUE,
)

LETTER = "[A-Za-zА-яІіЇїЄєҐґЁё]"
_WORD = "|".join(
    sorted(
        [*ENGLISH_UNITS, "hundred", "thousand", "million", "billion", "trillion"],
        key=len,
    )[::-1]
)
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+"
_ENGLISH = (
    r"half\s+a\s+(?:dozen|hundred|thousand|million|billion)"
    r"|(?:a|three)[\s-]+quarters?\s+of\s+a\s+(?:million|billion)"
    rf"|a\s+(?:{'|'.join(ENGLISH_GROUPS)})\s+of(?=\s+(?:[\w-]+\s+){{0,3}}?(?:{GROUPED})\b)"
    r"|both|(?:an?\s+(?=hundred|thousand|million|billion|dozen))?"
    rf"(?:{_WORD}|dozen)(?:(?:[\s-]+|{_AND})(?:{_WORD}|dozen))*"
    r"(?:\s+and\s+a\s+half(?:\s+(?:hundred|thousand|million|billion))?)?"
)
_GROUPED = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)"
_DECIMAL = (
    r"\d{1,15},\d{1,2}(?=\s*(?:%|тис|тыс|м[іи]л|млн|млр|відс|проц))"
    r"|\d{1,15},\d(?![\d,])|\d{1,15}(?:\.\d{1,9})?"
)
_SLAVIC_SCALE = "|".join(words for words, _ in SLAVIC_SCALES)
_SCALE = (
    r"[\s-]*(?P<scale>(?:hundred|thousand|million|billion|trillion|dozen)(?!\w)"
    rf"|(?:k|m|mn|bn)(?!\w)|(?:{_SLAVIC_SCALE})(?!\w))"
)
_HANGUL = (
    r"\d[\d,]*(?:\.\d+)?\s?(?:[십백천만억]|조(?=\s?(?:원|달러|\d)))"
    r"(?:\s?\d[\d,]*\s?[십백천만억]|[십백천만억])*"
    r"(?:\d[\d,]*(?![\d,])|\s\d[\d,]*(?!,?\d|\s?[월일년~]))?"
)
_SLAVIC = "|".join(words for words, _ in SLAVIC_NUMBERS)
_SLAVIC_HALF = r"(?:із?|з|с)\s+половин(?:ою|ой)(?!\w)"
_HALF = rf"and\s+a\s+half|{_SLAVIC_HALF}"
# "Nearly a year": only a qualifier makes a number of the article.
_A_SPAN = (
    r"a(?=\s+decade)|(?:(?<=\bover\s)|(?<=\bthan\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s)|(?<=\bleast\s))"
    r"a(?=\s+(?:year|month|week|day)\b)"
)
_SLAVIC_TOKEN = rf"(?:{_SLAVIC}|{_SLAVIC_SCALE})(?!\w)"
_VAGUE = "|".join(f"(?:{words})" for words, _ in VAGUE)
_NATIVE = "|".join(sorted(KOREAN_NATIVE, key=len, reverse=True))
_ABOUT = "|".join(sorted(KOREAN_ABOUT, key=len, reverse=True))
NUMERAL = re.compile(
    rf"(?P<vague>(?<!\w)(?:{_VAGUE})"
    rf"(?:[\s-]+(?P<of>hundred|thousand|million|dozen|сотень|сотен|десятків|десятков|тисяч|тысяч))?"
    rf"(?!{LETTER}))"
    rf"|(?P<hangul>(?<![A-Za-zА-я\d.,]){_HANGUL})"
    rf"|(?<![가-힣])(?P<sino>[일이삼사오육칠팔구]?[십백천만억]"
    rf"[일이삼사오육칠팔구십백천만억]*)(?=여?\s?(?:{KOREAN_COUNTED}))"
    rf"|(?<![가-힣])(?P<native>{_NATIVE})(?=여?\s?(?:{KOREAN_COUNTED}))"
    rf"|(?<![가-힣])(?P<about>{_ABOUT})(?=여?\s?(?:{KOREAN_COUNTED}))"
    r"|(?<![가-힣])(?P<alone>(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=[은이도만]\s|\s있|\s(?:중|가운데))"
    r"|열(?=\s(?:중|가운데)))"
    rf"|(?:(?<![A-Za-zА-яІіЇїЄєҐґЁё\d_.,])(?<![^\W\d_]-)|(?<=\bSh)|(?<=\bKSh))"
    rf"(?P<digits>{_GROUPED}|{_DECIMAL})(?:-(?:х|ти|ох|ьох|ма)(?=\s))?"
    rf"(?:\s+(?P<half>{_HALF}))?(?:{_SCALE})?(?!{LETTER}|\d)"
    rf"|(?<![\w-])(?P<words>{_ENGLISH}|{_A_SPAN})(?!\w)"
    rf"|(?<!\w)(?P<none>{NOBODY})(?!\w)"
    rf"|(?<![\w-])(?P<slavic>{_SLAVIC_TOKEN}(?:\s+(?:{_SLAVIC_TOKEN}|{_SLAVIC_HALF})){{0,7}})"
    rf"(?!-(?!{_SLAVIC_TOKEN}))"
    rf"|(?<=\w-)(?P<joined>{_SLAVIC_TOKEN}(?:\s+{_SLAVIC_TOKEN}){{0,3}})(?!-)",
    re.IGNORECASE,
)
SLAVIC_TOKENS = re.compile(rf"(?<!\w)(?:{_SLAVIC_TOKEN}|{_SLAVIC_HALF})", re.IGNORECASE)
HALF = Decimal("0.5")
SCALES_ADD = 1000
"""From a thousand on, what a scale word multiplies is added to the rest."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its place; `vague` numbers are the least that may be meant.

    `scale` is the value of the last scale word ("thousand"), for a range whose first
    end leaves it out.
    """

    start: int
    end: int
    value: Decimal
    scale: int = 1
    vague: bool = False
    words: bool = False
    upper: Decimal | None = None
    """The other end of a word that names two numbers, as 서너 (three or four) does."""


def numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order."""
    yield from _summed(text, _numerals(text))


def _summed(text: str, found: Iterable[Numeral]) -> Iterator[Numeral]:
    """Add up what is said scale by scale: "2 млн 300 тыс."."""
    whole: Numeral | None = None
    for part in found:
        if whole and _continues(text, whole, part):
            value = whole.value + part.value
            whole = replace(whole, end=part.end, value=value, scale=part.scale)
            continue
        if whole:
            yield whole
        whole = part
    if whole:
        yield whole


def _continues(text: str, whole: Numeral, part: Numeral) -> bool:
    return (
        whole.scale > part.scale > 1
        and part.value < whole.scale
        and text[whole.end : part.start].strip(". ") == ""
        and not (whole.vague or part.vague)
    )


def _numerals(text: str) -> Iterator[Numeral]:
    if not may_count(text):
        return
    for match in NUMERAL.finditer(text):
        group = match.lastgroup
        # `scale` and `of` close inside another group.
        name = {"scale": "digits", "half": "digits", "of": "vague"}.get(
            group or "", group or ""
        )
        value, scale = READERS[name](match)
        yield Numeral(
            *match.span(),
            value,
            scale,
            vague=name == "vague" and scale == 1,
            words=name not in {"digits", "hangul"},
            upper=Decimal(KOREAN_ABOUT[match[0]][1]) if name == "about" else None,
        )


def may_count(text: str) -> bool:
    """Whether a text may name a number at all; most sentences do not."""
    if SURE.search(text):
        return True
    return any(word[:3].lower() in BEGINNINGS for word in WORD.findall(text))


SURE = re.compile(r"[\d가-힣]")
WORD = re.compile(r"[^\W\d_]{2,}")


# "Более тысячи" is more than one thousand; "тысячи" alone are thousands.
ONE_SCALE = re.compile(r"тисячі|тысячи|сотні|сотни", re.IGNORECASE)
COMPARED = re.compile(
    r"(?<!\w)(?:более|больше|свыше|около|менее|меньше|до|от|порядка|чем|близько|більше|менше|понад|від|біля|ніж|майже|почти)\s+$",
    re.IGNORECASE,
)


def _vague(match: re.Match[str]) -> tuple[Decimal, int]:
    word = match["vague"]
    if ONE_SCALE.fullmatch(word) and COMPARED.search(
        match.string[: match.start()][-20:]
    ):
        return Decimal(_scale(word)), _scale(word)
    if match["of"]:
        word = word[: match.start("of") - match.start()].strip(" -")
    least = next(
        least for words, least in VAGUE if re.fullmatch(words, word, re.IGNORECASE)
    )
    return Decimal(least * _scale(match["of"])), 1


def _digits(match: re.Match[str]) -> tuple[Decimal, int]:
    scale = _scale(match["scale"])
    value = (_number(match["digits"]) + (HALF if match["half"] else 0)) * scale
    return _whole(value), scale


def _whole(value: Decimal) -> Decimal:
    """Write 2500.0 as 2500."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _number(text: str) -> Decimal:
    if re.fullmatch(r"\d+,\d{1,2}", text):
        return Decimal(text.replace(",", "."))
    return Decimal(re.sub(r"[^\d.]", "", text))


def _scale(text: str | None) -> int:
    if text is None:
        return 1
    word = text.lower()
    return ENGLISH_SCALES.get(word) or next(
        value for words, value in SLAVIC_SCALES if re.fullmatch(words, word)
    )


def _english(match: re.Match[str]) -> tuple[Decimal, int]:
    total, current, scale = 0, 0, 1
    text, _, scaled = re.sub(r"\s+", " ", match["words"].lower()).partition(
        " and a half"
    )
    words = re.findall(r"[a-z]+", text)
    if words == ["both"]:
        return Decimal(2), 1
    if words[1:] and words[1] in ENGLISH_GROUPS:
        return Decimal(ENGLISH_GROUPS[words[1]]), 1
    if "of" in words:  # "three quarters of a million"
        scale = ENGLISH_SCALES[words[-1]]
        return Decimal(ENGLISH_UNITS.get(words[0], 1)) * scale / 4, scale
    if words == ["a"]:
        return Decimal(1), 1
    for word in words:
        if word in ENGLISH_UNITS:
            current += ENGLISH_UNITS[word]
        elif word in {"hundred", "dozen"}:
            current = max(current, 1) * ENGLISH_SCALES[word]
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            total += max(current, 1) * scale
            current = 0
    value = Decimal(total + current)
    if " and a half" in re.sub(r"\s+", " ", match["words"].lower()):
        scale = ENGLISH_SCALES.get(scaled.strip(), 1)
        return _whole((value + HALF) * scale), scale
    return (value / 2 if words[0] == "half" else value), scale


def _hangul(match: re.Match[str]) -> tuple[Decimal, int]:
    """Read digits mixed with 천, 만 and 억, as in 1만2천."""
    parts = re.findall(r"(\d[\d,]*(?:\.\d+)?)|([십백천만억조])", match["hangul"])
    return _korean(
        [(_number(digits) if digits else None, unit) for digits, unit in parts]
    )


def _sino(match: re.Match[str]) -> tuple[Decimal, int]:
    parts = [
        (Decimal(KOREAN_DIGITS[one]), "") if one in KOREAN_DIGITS else (None, one)
        for one in match["sino"]
    ]
    return _korean(parts)


def _korean(parts: Sequence[tuple[Decimal | None, str]]) -> tuple[Decimal, int]:
    total = section = number = Decimal(0)
    for digits, unit in parts:
        if digits is not None:
            number = digits
        elif KOREAN_SCALES[unit] < KOREAN_SCALES["만"]:
            section += (number or 1) * KOREAN_SCALES[unit]
            number = Decimal(0)
        else:
            total += (section + number or 1) * KOREAN_SCALES[unit]
            section = number = Decimal(0)
    value = total + section + number
    units = [unit for _, unit in parts if unit]
    return value, KOREAN_SCALES[units[0]] if len(units) == 1 else 1


def _native(match: re.Match[str]) -> tuple[Decimal, int]:
    after = match.string[match.end() : match.end() + 4]
    if match["native"] == "한" and re.match(r"\s?명도", after):
        return Decimal(0), 1  # "not even one"
    return Decimal(KOREAN_NATIVE[match["native"]]), 1


def _alone(match: re.Match[str]) -> tuple[Decimal, int]:
    return Decimal(KOREAN_NATIVE[match["alone"]]), 1


def _about(match: re.Match[str]) -> tuple[Decimal, int]:
    return Decimal(KOREAN_ABOUT[match["about"]][0]), 1


def _slavic(match: re.Match[str]) -> tuple[Decimal, int]:
    """Add number words up; a scale word multiplies what stands before it."""
    total, current, scale = Decimal(0), Decimal(0), 1
    tokens = SLAVIC_TOKENS.findall(match[0])
    if INVERTED.fullmatch(match[0]):  # "тысяч пять" is about five thousand
        tokens.reverse()
    for token in tokens:
        if "половин" in token.lower():
            current += HALF
            continue
        number = next(
            (
                value
                for words, value in SLAVIC_NUMBERS
                if re.fullmatch(words, token, re.IGNORECASE)
            ),
            None,
        )
        if number is not None:
            current += Decimal(number)
            continue
        scale = _scale(token)
        if scale < SCALES_ADD:  # "two tens" may itself be thousands
            current = (current or Decimal(1)) * scale
        else:
            total += (current or 1) * scale
            current = Decimal(0)
    return _whole(total + current), scale


def _none(_match: re.Match[str]) -> tuple[Decimal, int]:
    return Decimal(0), 1


READERS: dict[str, Callable[[re.Match[str]], tuple[Decimal, int]]] = {
    "vague": _vague,
    "hangul": _hangul,
    "sino": _sino,
    "native": _native,
    "alone": _alone,
    "about": _about,
    "digits": _digits,
    "words": _english,
    "none": _none,
    "slavic": _slavic,
    "joined": _slavic,
}
