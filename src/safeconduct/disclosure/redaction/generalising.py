"""How is a detail told less exactly, in four languages, with its grammar kept?

| field | becomes |
|---|---|
| age | the decade: "in his twenties", "20대", "20–29-річного", "20–29 лет" |
| role | soldier, or officer, in the same number and case |
| place, home | the region, where the table of places knows it |
| month | the season |
| unit, injury | "a military unit", "a wound" |
| size of a group | several |

What has no general form is masked. A general form is chosen so that the scanner reads
it as what it says, and k is measured with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from safeconduct.disclosure.details.ages import KOREAN
from safeconduct.disclosure.details.detail import Field
from safeconduct.disclosure.details.times import SEASONS
from safeconduct.disclosure.details.words import Place
from safeconduct.disclosure.fitting import REPORTED
from safeconduct.disclosure.redaction import wording
from safeconduct.disclosure.redaction.telling import Change, Telling

DECADE: Final = 10
OFFICERS: Final = frozenset({
    "warrant", "junior_lieutenant", "lieutenant", "senior_lieutenant", "captain",
    "major", "platoon_leader", "company_leader", "political",
})  # fmt: skip
SEASON_NAMES: Final = ("winter", "spring", "summer", "autumn")
# The seasons of Ukrainian and Russian are adverbs and take no preposition.
PREPOSITION: Final = re.compile(
    r"(?:^|(?<=\s))(?:у|в|во|на|з|із|с|со)\s+$", re.IGNORECASE
)

KOREAN_AGE: Final = re.compile(
    rf"(?:만\s?)?(?:\d{{2}}|{'|'.join(sorted(KOREAN, key=len, reverse=True))})\s?[세살]"
    r"|[1-6]0대\s?(?:초반|중반|후반)?"
)
SLAVIC_ADJECTIVE: Final = re.compile(r"^\w+?(?=(?:річн|летн)\w+$)", re.IGNORECASE)
SLAVIC_YEARS: Final = re.compile(r"(?:рок\w*|рік\w*|лет|год\w*)$", re.IGNORECASE)
# How English names a decade of life, before a noun and elsewhere.
DECADES: Final = {
    10: ("", "teens"),
    20: ("twenty", "twenties"),
    30: ("thirty", "thirties"),
    40: ("forty", "forties"),
    50: ("fifty", "fifties"),
    60: ("sixty", "sixties"),
}
VERBAL: Final = re.compile(
    r"(?:shot|wounded|injured|hit|lost|burned|burnt|hurt|поранен|ранен)", re.IGNORECASE
)
ENGLISH_PART: Final = re.compile(
    r"\b(?:early|mid(?:dle)?|late)(?:[\s-]+to[\s-]+(?:early|mid(?:dle)?|late))?[\s-]+",
    re.IGNORECASE,
)

Reading = tuple[str, object]
"""New words, and the value they still tell."""


def generalise(text: str, telling: Telling, language: str) -> Change | None:
    """Tell a detail less exactly; `None` where there is no general form.

    Args:
        text: The whole text, for what stands around the span.
        telling: The span and what it says.
        language: en, ko, uk or ru: that of the span.
    """
    maker = MAKERS.get(telling.field)
    surface = text[telling.start : telling.end]
    found = maker(surface, telling.value, language) if maker else None
    if found is None or found[0] == surface:
        return None
    after, value = found
    if _opens(text, telling.start) and after[:1].islower():
        after = after[0].upper() + after[1:]
    return _fitted(text, telling, after, language, "generalised", value)


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    before = text[:start].rstrip(" \t“«\"'")
    return not before or before[-1] in ".!?…\n"


def mask(text: str, telling: Telling, language: str) -> Change:
    """Take a detail out and say that it was there."""
    after = wording.mask(telling.field.value, language)
    return _fitted(text, telling, after, language, "masked", None)


def _fitted(
    text: str, telling: Telling, after: str, language: str, why: str, value: object
) -> Change:
    """Fit what stands around the span: particles, prepositions."""
    start, end = telling.start, telling.end
    if language == "ko":
        after, more = wording.with_particle(after, text[end : end + 3])
        end += more
    elif language in {"uk", "ru"} and after in _seasons(language):
        before = PREPOSITION.search(text[max(0, start - 4) : start])
        start -= len(before[0]) if before else 0
    return Change(start, end, after, telling.field, why, value)


def _seasons(language: str) -> set[str]:
    return {wording.general(name, language) for name in SEASON_NAMES}


def _age(surface: str, value: object, language: str) -> Reading | None:
    match value:
        case ("born", int(year)):
            return _born(surface, year)
        case (int(low), int(high)):
            band = low // DECADE * DECADE, high // DECADE * DECADE + DECADE - 1
        case _:
            return None
    if band == (low, high):
        return None
    written = _band(surface, band, language)
    return (written, band) if written else None


def _born(surface: str, year: int) -> Reading | None:
    decade = year // DECADE * DECADE
    english = surface.isascii()
    after = re.sub(r"\d{4}", f"the {decade}s" if english else f"{decade}-х", surface)
    after = after.replace(f"{decade}-х년", f"{decade}년대")
    first, last = REPORTED
    return after, (first - decade - DECADE, last - decade)


def _band(surface: str, band: tuple[int, int], language: str) -> str | None:
    low, high = band
    span = f"{low}–{high}"
    if language == "ko":
        many = f"{low}대" if high - low < DECADE else f"{low}~{high}세"
        return KOREAN_AGE.sub(many, surface) if KOREAN_AGE.search(surface) else None
    if part := ENGLISH_PART.search(surface):
        return surface[: part.start()] + surface[part.end() :]
    if language == "en":
        return _english_band(surface, low, high)
    if re.search(r"\d{2}", surface):
        return re.sub(r"\d{2}", span, surface, count=1)
    if SLAVIC_ADJECTIVE.match(surface):
        return SLAVIC_ADJECTIVE.sub(f"{span}-", surface)
    years = SLAVIC_YEARS.search(surface)
    return f"{span} {'років' if language == 'uk' else 'лет'}" if years else None


def _english_band(surface: str, low: int, high: int) -> str | None:
    """Say "twenty-something" before a noun and "in his twenties" elsewhere."""
    if high - low >= DECADE or low not in DECADES:
        return None
    ten, decade = DECADES[low]
    if re.search(r"years?-old|yr-old", surface, re.IGNORECASE) and ten:
        return f"{ten}-something"
    return f"in his {decade}"


def _role(surface: str, value: object, language: str) -> Reading | None:
    code = value[1] if isinstance(value, tuple) else None
    key = "officer" if code in OFFICERS else "soldier"
    return wording.noun(key, surface, language), None


def _place(surface: str, value: object, language: str) -> Reading | None:
    if not isinstance(value, Place) or not value.town:
        return None
    named = wording.region(value.region, language)
    if named is None:
        return None
    article = language == "en" and not surface.lower().startswith("the ")
    wide = Place(value.region, town=False, sounds="")
    return (named.replace("[", "[the ") if article else named), wide


def _month(surface: str, value: object, language: str) -> Reading | None:
    del surface
    months = value[1] if isinstance(value, tuple) else frozenset()
    if not isinstance(months, frozenset):
        return None
    for name, season in zip(SEASON_NAMES, SEASONS, strict=True):
        if months < season:
            return wording.general(name, language), (None, season)
    return None


def _unit(surface: str, value: object, language: str) -> Reading | None:
    del surface, value
    return wording.general("unit", language), None


def _group(surface: str, value: object, language: str) -> Reading | None:
    """Say several for a number, in its case; the noun stays."""
    del value
    for form, number in wording.numbers(language):
        if number.search(surface):
            # A counter such as 명 stands by itself after a word.
            after = number.sub(form, surface, count=1)
            return re.sub(f"{form}(?=[가-힣])", f"{form} ", after), None
    return None


def _injury(surface: str, value: object, language: str) -> Reading | None:
    del value
    verbal = VERBAL.match(surface)
    return wording.general("injured" if verbal else "injury", language), None


MAKERS: Final[dict[Field, Callable[[str, object, str], Reading | None]]] = {
    Field.AGE: _age,
    Field.ROLE: _role,
    Field.CAPTURE_PLACE: _place,
    Field.HOME: _place,
    Field.CAPTURE_MONTH: _month,
    Field.UNIT: _unit,
    Field.INJURY: _injury,
    Field.GROUP: _group,
}
