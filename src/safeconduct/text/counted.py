"""What can be counted in a report: which nouns are the head of a figure?"""

from __future__ import annotations

import re

# Unit by noun. Prisoners of war count as soldiers, so that two texts that call the
# same men by either name are compared.
NOUNS = {
    "soldier": (
        r"soldiers?|troops|service(?:men|man|women|members?)|fighters?|men|combatants?|personnel"
        r"|officers?|recruits?|conscripts?|infantrymen|marines|paratroopers|mercenaries|reservists"
        r"|prisoners?(?:\s+of\s+war)?|POWs?|captives?|casualties|deserters?|commandos"
        r"|солдат\w*|військов(?:их|ослужбов\w+|ополонен\w+)|военнослужащ\w+|военнопленн\w+"
        r"|бійц\w+|бойц\w+|полонен\w+|пленн\w+|осіб\s+особового\s+складу"
        r"|군인|병사|장병|병력|포로|북한군"
    ),
    "person": (
        r"persons?|people|civilians?|defectors?|refugees?|detainees?|internees?|children|women"
        r"|residents?|families|relatives|patients|deaths?|dead|fatalities|dissidents?|workers"
        r"|осіб|особи|людей|людини|человек\w*|цивільн\w+|гражданск\w+|дітей|детей"
        r"|사람|민간인|탈북민|주민|가족"
    ),
    "thing": (
        r"tanks?|drones?|missiles?|vehicles?|shells|rounds|aircraft|helicopters?|containers?"
        r"|ships?|vessels?|brigades?|battalions?|regiments?|divisions?|hospitals?|camps?"
        r"|villages?|settlements?|attacks?|exchanges?|flights?|trains?|tons?|tonnes?|barrels?"
        r"|танк\w*|дрон\w*|ракет\w*|снаряд\w*"
    ),
}
HEAD = "|".join(NOUNS.values())
COUNTERS = r"(?:여\s?)?(?:명|인(?![가-힣])|사람|분(?=의|이))"
UNIT = tuple(
    (unit, re.compile(rf"(?<!\w)(?:{nouns})(?![A-Za-zА-яіїєґё])", re.IGNORECASE))
    for unit, nouns in NOUNS.items()
)
MODIFIER = (
    r"(?:(?!(?:and|or|were|was|have|had|has|are|is|in|with|who|that)\b|of\s+whom)"
    r"[\w’'-]+\s+|of\s+(?:the|its|their|these|those)\s+)"
)
NEXT_HEAD = re.compile(
    rf"[\s-]*(?P<counter>{COUNTERS})|\s*(?:of\s+(?:the\s+|its\s+|their\s+|these\s+|those\s+)?)?"
    rf"(?P<modifiers>{MODIFIER}{{0,5}}?)(?P<head>{HEAD})(?![A-Za-zА-яіїєґё])",
    re.IGNORECASE,
)
PLURAL = re.compile(r"\s+(?:[a-z][\w’'-]+\s+){0,2}?(?P<noun>[a-z]{3,}s)\b")


def head_after(text: str, at: int) -> re.Match[str] | None:
    """Match the noun or counter that a number before `at` counts, and its modifiers."""
    return NEXT_HEAD.match(text, at)


def unit_of(noun: str) -> str:
    """Name the unit of a head noun: soldier, person, or the thing itself."""
    for unit, pattern in UNIT:
        if pattern.match(noun):
            return unit if unit != "thing" else noun.lower()
    return noun.lower()


def unit_near(text: str, at: int) -> str:
    """Name the unit of an elliptic figure ("over 3,000 were killed").

    The nearest people named before it in the sentence, else after it; the
    figure counts persons where nobody is named.
    """
    for unit, pattern in UNIT[:2]:
        if pattern.search(text[:at]):
            return unit
    for unit, pattern in UNIT[:2]:
        if pattern.search(text, at):
            return unit
    return "person"
