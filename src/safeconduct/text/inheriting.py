"""What does a figure count that names no deed of its own?

"120 of them civilians", "that is 40 %", "the real number may be 300": the role is that
of the figure before.
"""

from __future__ import annotations

import re

from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.measures import Measure
from safeconduct.text.roles import SHARES, WISHED, Place, Role, has_deed

_LESS = (
    r"(?:[\s,:—–(-]|about|around|some|roughly|nearly|almost|more|than|over|at|least|only|the"
    r"|близько|майже|понад|около|почти|более|свыше|약)*$"
)
# "Of them", "including", "з них": a part of what was counted before.
PART_OF = re.compile(
    r"(?:\b(?:of|among)\s+(?:them|whom|these|those)|\bincluding|(?<!\w)(?:із?|з|из|серед|среди)\s+(?:них|яких|которых)"
    r"|в\s+том\s+числе|[ву]\s+тому\s+числі|зокрема|이\s?(?:가운데|중)(?:에)?|그\s?중(?:에)?)"
    + _LESS,
    re.IGNORECASE,
)
PART_AFTER = re.compile(
    r"\s+(?:of\s+(?:them|whom)|(?:із?|з|из)\s+(?:них|яких|которых))"
)
# "That is more than 40 per cent": the share of what was counted before.
THAT_IS = re.compile(
    r"(?:\b(?:that|this|it|which)\s+(?:is|was|makes|means|represents|equals|amounts\s+to|would\s+be)|\bor"
    r"|(?<!\w)(?:тобто|то\s+есть|це|это|що\s+становить|что\s+составляет|або|или)|즉|이는)"
    + _LESS,
    re.IGNORECASE,
)
# "The real number", "against 33 in all of 2023": the same, counted again.
AGAIN = re.compile(
    r"\b(?:against|compared\s+(?:with|to)|up\s+from|down\s+from|(?:number|figure|total|toll)\b[^,.;]{0,40})"
    r"|(?<!\w)(?:проти|против|порівняно\s+з|по\s+сравнению\s+с|(?:реальн|справжн|фактичн|фактическ|точн)\w+\s+(?:число|кількість|цифр\w+|количество)[^.;]{0,60})"
    r"|실제(?:로는)?\s[^.]{0,20}",
    re.IGNORECASE,
)
AGAIN_ENDS = re.compile(rf"(?:{AGAIN.pattern})" + _LESS, re.IGNORECASE)
# "За минулу добу — 980": a dash in the place of the verb.
DASHED = re.compile(r"[—–]\s*$")
# "300 soldiers and 120 civilians": one deed for both.
COORDINATED = re.compile(
    r"\s+[^\W\d]+(?:\s[^\W\d]+)?\s+(?:and|та|і|й|и|및)\s+", re.IGNORECASE
)


def inherited(
    text: str, measure: Measure, place: Place, role: Role, last: Figure
) -> Role:
    """Return `role`, or that of the figure before where the words say no more."""
    if last.role in WISHED or last.role is Role.OTHER:
        return role
    if measure.kind is FigureKind.SHARE:
        return _share(text, place, role, last)
    if measure.kind is not last.kind or not _alike(measure, last):
        return role
    before = text[max(0, place.start - 90) : place.start]
    if place.left and COORDINATED.fullmatch(text, place.left, place.start):
        return last.role if _shares_deed(text, place, role) else role
    if role is Role.OTHER and _goes_on(text, measure, place, before):
        return last.role
    return role


def _goes_on(text: str, measure: Measure, place: Place, before: str) -> bool:
    """Whether the words say that the count goes on, or say no deed at all."""
    if measure.quantity.additional or PART_AFTER.match(text, place.end):
        return True
    if PART_OF.search(before) or AGAIN_ENDS.search(before):
        return True
    if measure.head > place.end:
        return False
    return bool(DASHED.search(before)) or (measure.certain and not has_deed(text))


def _shares_deed(text: str, place: Place, role: Role) -> bool:
    """Whether no deed of its own stands at the second of two coordinated figures."""
    near = text[place.left : place.head + 1]
    return role in {Role.OTHER, Role.EXCHANGED} and not has_deed(near)


def _share(text: str, place: Place, role: Role, last: Figure) -> Role:
    if role is Role.OTHER and THAT_IS.search(text[: place.start]):
        return SHARES.get(last.role, Role.OTHER)
    return role


def _alike(measure: Measure, last: Figure) -> bool:
    people = {None, *PEOPLE}
    return measure.unit == last.unit or (measure.unit in people and last.unit in people)
