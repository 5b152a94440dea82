"""Is a text about prisoners of war?

A name or a description gives a prisoner away only in a text that speaks of such; of
other people the same words are chance. Some texts say "prisoner of war" in every
paragraph. Others never do: they tell of a camp, an exchange, a commandant, and of
trenches and drones. So it is counted how many kinds of words for captivity and how
many for war a text has, whatever their language.
"""

from __future__ import annotations

import re
from enum import IntEnum

from safeconduct.disclosure.bearers import AT_WAR, PLAYED
from safeconduct.disclosure.prefilter import compiled
from safeconduct.disclosure.tables import finder

OFTEN = 3
"""How often a text that is about prisoners of war speaks of them, at least."""
SHOWN = ((2, 7), (3, 6))
"""Kinds of words for captivity, and of both together, that show it as well."""
PERHAPS = 4
"""Kinds of both together that show it may be."""
AROUND = 400
"""Characters of a sentence on either side."""
PRISONER = compiled(
    r"\b(?:prisoners?|POWs?|captives?|captured|captivity|surrender(?:ed|s|ing)?|gave\s+himself\s+up)\b"
    r"|полон\w*|військовополон\w*|бранц\w*|(?<!\w)плен\w*|военнопленн\w*|포로|생포|투항|사로잡|붙잡",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    rf"{PLAYED.pattern}|\b(?:jail|thie(?:f|ves)|convicts?|inmates?|market|moment|1[89]\d\d)\b"
    r"|тюрьм|в['’]язниц|вязниц|угон|злод|вор(?:а|ов|ы)?\b|수감자|절도|도주|1[89]\d\d(?:년|\s+(?:год|р[іо]))",
    re.IGNORECASE,
)
"""Of other prisoners: in a jail, on the stage, of a war long past."""


class About(IntEnum):
    """How surely a text is about prisoners of war."""

    NOT = 0
    MAYBE = 1
    SURELY = 2


def about_prisoners(text: str) -> About:
    """Tell a text about prisoners of war from one about a thief's arrest."""
    told = {_around(text, match.start()) for match in PRISONER.finditer(text)}
    ours = sum(1 for said in told if ELSEWHERE.search(said) is None)
    captive, warlike = _kinds(text, "captivity"), _kinds(text, "war")
    if ours >= OFTEN and warlike and AT_WAR.search(text):
        return About.SURELY
    if 2 * ours >= len(told) and any(
        captive >= least and captive + warlike >= both for least, both in SHOWN
    ):
        return About.SURELY
    if captive and warlike and captive + warlike >= PERHAPS:
        return About.MAYBE
    return About.NOT


def _kinds(text: str, of: str) -> int:
    """Count the kinds of words for captivity, or for war."""
    return len({match.lastgroup for match in finder("prisoners", of).finditer(text)})


def _around(text: str, at: int) -> str:
    """Cut out the sentence of a place, roughly."""
    start = max(text.rfind(end, max(0, at - AROUND), at) for end in ".!?\n")
    ends = [text.find(end, at, at + AROUND) for end in ".!?\n"]
    stop = min((end for end in ends if end >= 0), default=at + AROUND)
    return text[start + 1 : stop]
