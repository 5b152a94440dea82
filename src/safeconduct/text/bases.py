"""Of which whole is a share: 40% of those captured, 40 % контингенту, 병력의 40%?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from safeconduct.text.figure import UNSTATED
from safeconduct.text.roles import deed_in

BASE = re.compile(
    r"\s+of\s+(?:(?:all|its|their|the|those|these|some|about|around|over|at|least|total)\s+)*"
    r"(?P<base>[^,.;:—–]{2,60}?)(?=\s+(?:were|was|are|is|have|had|has|by|since|in|carried|died)\b|[,.;:—–]|$)"
)
_LETTERS = "а-яіїєґё’'ʼ-"
SLAVIC = re.compile(
    r"\s+(?P<of>(?:від|от|із|з|из|зі|серед|среди)\s+)?"
    r"(?:(?:ус|вс)іх|всех|цих|этих|його|их|їх|загальної|общей|общего|кількості|количества|числа|числа|складу|состава)?\s*"
    rf"(?P<base>(?:[{_LETTERS}]+(?:ого|их|ых|ої|ой|ей|его)\s+(?=[{_LETTERS}]{{3,}}(?:у|а|я|ів|їв|ов|ев|и|ы|ей|і|к|т|н|д)(?!\w)))?"
    rf"[{_LETTERS}]{{3,}})",
    re.IGNORECASE,
)
# Verbs, participles and prepositions are no whole: "40 % загинули".
NO_BASE = re.compile(
    r"\w+(?:ли|ло|ла|ив|ав|но|то|ся|сь|ют|ять|уть|ают|яют|еют|ует|ать|ить|ены|аны|иты|ены)$|(?:були|были|было|було|ще|ещё|еще|або|или|уже|вже|мають|имеют|для|після|после|при)$",
    re.IGNORECASE,
)
KOREAN = re.compile(
    r"(?P<base>[가-힣]+(?:\s[가-힣]+)?)(?:의|\s?(?:중|가운데)(?:에서)?)(?:\s?(?:약|최소|최대))?\s*$"
)
PARTICLE = re.compile(r"[에은는이가을를도로서]$")
WINDOW = 60


@dataclass(frozen=True, slots=True)
class Base:
    """The whole of a share: its role or words, and where the words end.

    `end` is the share's own end where the whole stands before it, as in Korean.
    """

    name: str
    end: int


def base_of(text: str, start: int, end: int) -> Base:
    """Name the whole of a share: a role, else its words, else `UNSTATED`."""
    found = _after(text, end) or _before(text, start, end)
    if found is None:
        return Base(UNSTATED, end)
    role = deed_in(found.name)
    return Base(role.value, found.end) if role is not None else found


def _after(text: str, end: int) -> Base | None:
    if match := BASE.match(text, end, end + WINDOW + len(" of the total")):
        return Base(match["base"].strip(), match.end("base"))
    match = SLAVIC.match(text, end, end + WINDOW)
    if match is None:
        return None
    words = match["base"].split()
    if len(words) > bool(match["of"]) and NO_BASE.match(words[-1]):
        words.pop()
    if not words:
        return None
    name = " ".join(words)
    return Base(name, match.start("base") + len(name))


def _before(text: str, start: int, end: int) -> Base | None:
    match = KOREAN.search(text[max(0, start - WINDOW) : start])
    if match is None:
        return None
    # A word with a particle belongs to the verb, not to the whole.
    words = match["base"].split()
    name = words[-1] if PARTICLE.search(words[0]) else " ".join(words)
    return Base(name, end)
