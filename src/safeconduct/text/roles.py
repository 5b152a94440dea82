"""Which part does a figure play: sent, killed, captured, wishing?

The cue is looked for in a fixed order: the verb right before the number, a wish
in the figure's own clause, a word between the number and its noun, the clause
after it, the clause before it, and last the noun itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

REACH = 120
"""Characters on either side in which a cue is taken to belong to the number."""


class Role(StrEnum):
    """What is counted; a closed list. OTHER is read, never compared."""

    TROOPS_SENT = "troops_sent"
    TROOPS_SENT_ADDITIONAL = "troops_sent_additional"
    CASUALTIES = "casualties"
    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    EXCHANGED = "exchanged"
    RETURNED = "returned"
    WISHING_ROK = "persons_wishing_rok"
    WISHING = "persons_wishing"
    WISHING_RETURN = "persons_wishing_return"
    UNDECIDED = "persons_undecided"
    CASUALTY_SHARE = "casualty_share"
    KILLED_SHARE = "killed_share"
    WOUNDED_SHARE = "wounded_share"
    CAPTURED_SHARE = "captured_share"
    ARMS_SALES = "arms_sales"
    YEARS_OF_SERVICE = "years_of_service"
    AGE = "age"
    OTHER = "other"


WISHES = (
    (
        Role.UNDECIDED,
        (
            r"(?:(?:is|was|are|were|still|be)\s+)?(?:consider(?:s|ed|ing)|undecided|unsure|hesitat\w+"
            r"|think(?:s|ing)\s+about|ha(?:s|ve|d)\s+not\s+(?:yet\s+)?decided)"
            r"|розгляда\w+|вага(?:є|ють)\w*|рассматрива\w+|колебл\w+|고민|고려"
        ),
    ),
    (
        Role.WISHING_RETURN,
        (
            r"(?:wish|want|desir|hop|ask|request|prefer)\w*\s+(?:\w+\s+){0,4}?(?:return|go\s+home"
            r"|go\s+back|repatriat)\w*|(?:хоч\w+|бажа\w+|хот\w+|жела\w+)\s+(?:\w+\s+)?(?:поверн|верну|додому|домой)\w*"
            r"|(?:송환|귀환|돌아가)\S*\s*(?:를|을)?\s*(?:원|희망)"
        ),
    ),
    (
        Role.WISHING_ROK,
        (
            r"(?:wish|want|desir|hop|ask|request|appl|seek|sought|plead|intend|prefer|decid|will)\w*"
            r"\s+(?:[\w’']+\s+){0,6}?(?:South\s+Korea|Seoul|the\s+South\b|Republic\s+of\s+Korea|ROK\b)"
            r"|(?:хоч|хот|бажа|жела|прос)\w+\s+(?:\w+\s+){0,5}?(?:Південн\w+|Южн\w+)\s+Коре\w+"
            r"|(?:한국|남한|대한민국)\S*\s*(?:\S+\s+){0,2}?(?:귀순|망명|희망|원하|가고\s?싶|가기를|의사)"
            r"|한국행\S*\s*(?:을|를)?\s*(?:희망|원|의사)|귀순\s?(?:의사|희망|을\s?희망|을\s?원)"
        ),
    ),
    (
        Role.WISHING,
        (
            r"(?:wish|want|desir|hop|ask|request|appl|seek|sought|plead|intend|prefer)\w*"
            r"\s+(?:[\w’']+\s+){0,5}?(?:defect\w*|asylum|refuge|stay|protection|leave)"
            r"|(?:хоч|хот|бажа|жела|прос)\w+\s+(?:\w+\s+){0,3}?(?:притул\w+|убежищ\w+|залиши\w+|оста\w+)"
            r"|망명\S*\s*(?:을|를)?\s*(?:희망|원|신청)"
        ),
    ),
)
DEEDS = (
    (
        Role.CASUALTIES,
        (
            r"(?:killed|dead)(?:,|\s+(?:or|and))\s+(?:wounded|injured)|(?:wounded|injured)\s+(?:or|and)\s+killed"
            r"|casualt\w+|(?:combat\s+)?losses|losing|lost(?=\s*$)"
            r"|(?:загибл|загин|вбит|убит|погибш?)\w*\s+(?:та|і|й|и|або|или)\s+(?:були\s+|были\s+)?(?:поранен|ранен)\w*|втрат\w*|потер\w*"
            r"|사상자?|(?:사망|전사)(?:자)?(?:하?거나|\s?및|\s?또는|·|이나)\s?부상"
        ),
    ),
    (
        Role.KILLED,
        (
            r"kill(?:s|ed|ing)?|died|dead|deaths?|slain|fatalit\w+|perish\w*|lost\s+their\s+lives"
            r"|загин\w+|вбит\w*|вбил\w*|убит\w*|погиб\w*|사망|전사|숨[졌진]|사살"
        ),
    ),
    (Role.WOUNDED, r"wounded|injur(?:ed|ies|y|ing)|поранен\w*|ранен\w*|부상|다[쳤친]"),
    (
        Role.CAPTURED,
        (
            r"captur\w+|taken\s+(?:prisoner|captive|alive)|in\s+captivity|held\s+(?:captive|prisoner)"
            r"|взя\w+\s+[ву]\s+пол[оу]?н\w*|взят\w*\s+в\s+плен|захоп\w+|захва[тч]\w+"
            r"|(?:в|у)\s+полон\w*|в\s+плен\w*|생포|포로로|붙잡"
        ),
    ),
    (Role.SURRENDERED, r"surrender\w*|здал\w+ся|сдал\w+сь|항복|투항"),
    (Role.MISSING, r"missing|unaccounted|зник\w+\s+безвісти|пропал\w*\s+без|실종"),
    (Role.EXCHANGED, r"exchang(?:ed|es|ing)|swap\w*|обмін\w*|обмен\w*|교환"),
    (
        Role.RETURNED,
        r"repatriated|returned|sent\s+(?:back|home)|brought\s+home|поверну\w+|верну\w+|송환|귀환",
    ),
    (
        Role.TROOPS_SENT,
        (
            r"sen(?:t|d|ds|ding)|de?ispatch\w*|dispatch\w*|deploy\w*|відправ\w+|направ\w+|отправ\w+"
            r"|послал\w*|надісла\w+|перекин\w+|переброс\w+|파병|파견|보[냈내낸]|투입"
        ),
    ),
)
NOUNS = (
    (Role.CAPTURED, r"prisoners?\s+of\s+war|POWs?|captives?|полонен\w*|пленн\w+|포로"),
)
MONEY = (
    (
        Role.ARMS_SALES,
        (
            r"(?:arms|weapons?|ammunition|military|munitions?)\s+(?:sales?|exports?|deals?|deliver\w+)"
            r"|sales?\s+of\s+(?:arms|weapons)|(?:продаж\w*|експорт\w*|экспорт\w*|поставк\w*)\s+(?:зброї|оружия)"
            r"|무기\s?(?:판매|수출|거래)"
        ),
    ),
)
SERVICE = re.compile(
    r"\b(?:serv(?:e|ed|ing|ice)|enlist\w*|conscript\w*|in\s+the\s+(?:army|military))\b"
    r"|служ\w+|복무|군\s?생활",
    re.IGNORECASE,
)
SHARES = {
    Role.CASUALTIES: Role.CASUALTY_SHARE,
    Role.KILLED: Role.KILLED_SHARE,
    Role.WOUNDED: Role.WOUNDED_SHARE,
    Role.CAPTURED: Role.CAPTURED_SHARE,
}
Table = tuple[tuple[Role, re.Pattern[str]], ...]


def _compiled(*rows: tuple[tuple[Role, str], ...]) -> Table:
    return tuple(
        (role, re.compile(rf"(?<![\w’'])(?:{words})", re.IGNORECASE))
        for table in rows
        for role, words in table
    )


WISH_CUES, DEED_CUES, NOUN_CUES, MONEY_CUES = map(
    _compiled, (WISHES, DEEDS, NOUNS, MONEY)
)
FILLERS = re.compile(
    r"(?:\s+(?:the|a|of|total|about|an|estimated|these|those|all|its|their|than|with|off"
    r"|down|as|to|reported|reportedly))*\s*$",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\s*(?:,\s*(?:captured|taken|held|who|including|both|aged)\b[^,]*,|—[^—]*—|–[^–]*–|\([^)]*\))"
)
CLAUSE_END = re.compile(
    r"[;:]|,?\s+(?:while|whereas|although|but)\b|,\s+(?:with|and|а|але|но)\b|,\s*(?=\w+ing\b)",
    re.IGNORECASE,
)
CLAUSE_START = re.compile(
    r"[;:]|,?\s+(?:while|whereas|although|but|with)\b|(?:지만|으며|했고|됐고),?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in its sentence, and how far its clause may reach.

    `start` to `end` is the figure, `head` the end of its noun; `left` and `right`
    bound the clause, so that the next figure's verb is not taken for this one's.
    """

    start: int
    end: int
    head: int
    left: int
    right: int


def role_at(text: str, place: Place) -> Role:
    """Tell the role of a number of people or things."""
    before = _clause_before(text, place)
    aside, after = _clause_after(text, place)
    between = text[place.end : place.head]
    return (
        _adjacent(before)
        or _first(WISH_CUES, after)
        or _first(DEED_CUES, between)
        or _first(DEED_CUES, after)
        or _first(DEED_CUES, aside)
        or _last(DEED_CUES, before)
        or _first(NOUN_CUES, between)
        or Role.OTHER
    )


def money_role(text: str, place: Place) -> Role:
    """Tell what an amount of money was paid for."""
    after, before = text[place.end : place.right], text[place.left : place.start]
    return _first(MONEY_CUES, after) or _last(MONEY_CUES, before) or Role.OTHER


def deed_in(text: str) -> Role | None:
    """Tell the role that a phrase such as "those captured" names."""
    return _first(DEED_CUES, text) or _first(NOUN_CUES, text)


def _adjacent(before: str) -> Role | None:
    """Read the verb or noun right before the number: "the capture of two"."""
    stripped = FILLERS.sub("", before)
    found = _last(DEED_CUES, stripped, at_end=True)
    # "Those killed, 300 were" belongs to what follows; a comma parts them.
    return found if stripped else None


def _clause_before(text: str, place: Place) -> str:
    before = text[max(place.left, place.start - REACH) : place.start]
    cut = max((match.end() for match in CLAUSE_START.finditer(before)), default=0)
    return before[cut:]


def _clause_after(text: str, place: Place) -> tuple[str, str]:
    """Split what follows into an aside between commas or dashes, and the rest."""
    after = text[place.head : min(place.right, place.head + REACH)]
    aside = ASIDE.match(after)
    if aside is None and (dash := re.match(r"\s*[—–)]\s*", after)):
        aside = dash
    inside, rest = (aside[0], after[aside.end() :]) if aside else ("", after)
    if end := CLAUSE_END.search(rest):
        rest = rest[: end.start()]
    return inside, rest


def _first(table: Table, text: str) -> Role | None:
    found = [
        (match.start(), role) for role, cue in table if (match := cue.search(text))
    ]
    # min keeps the first of equals: the tables put the wider role first.
    return min(found, key=lambda item: item[0])[1] if found else None


def _last(table: Table, text: str, *, at_end: bool = False) -> Role | None:
    found = [
        (match.end(), role)
        for role, cue in table
        for match in cue.finditer(text)
        if not at_end or match.end() == len(text)
    ]
    return max(found, key=lambda item: item[0])[1] if found else None
