"""What does a figure count that names no deed of its own?

"120 of them civilians", "that is 40 %", "the real number may be 300": the role is that
of the figure before.
"""

from __future__ import annotations

import re

from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.listed import LISTING, PART_AFTER, is_listed, is_part_of
from safeconduct.text.measures import Measure
from safeconduct.text.quantities import CHANGED
from safeconduct.text.roles import (
    ON_PARADE,
    SHARES,
    WISHED,
    Place,
    Role,
    has_deed,
    is_asked,
)

_LESS = (
    r"(?:[\s,:—–(-]|about|around|some|roughly|nearly|almost|more|less|than|over|under|at|least|only|just|slightly|well|a|little|bit|the"
    r"|близько|майже|понад|трохи|більше|менше|ніж|приблизно|около|почти|более|менее|чуть|чем|больше|меньше|примерно|свыше|약|거의)*$"
)
# "That is more than 40 per cent": the share of what was counted before.
THAT_IS = re.compile(
    r"(?:\b(?:that|this|it|which)\s+(?:is|was|makes|means|represents|equals|amounts\s+to|would\s+be)|\bor"
    r"|\b(?:making\s+up|amounting\s+to|equivalent\s+to|equal\s+to|representing)"
    r"|(?<!\w)(?:(?:тобто|то\s+есть)(?:\s+(?:становили|становить|составили|составляет))?|це|это|(?:становить|становили|складає|склали|составляет|составило|составили)|або|или)"
    r"|즉|이는|(?:명|사람)[을를]?\s?넘[어겨](?:서|섰고)?\s|(?:명|사람)에\s?(?:달해|이르러|이르며)\s|(?:전체|총|파병)\s?(?:\S{1,6})?(?:의|중|가운데))"
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
# "Rose from 3,000 in January to 4,700 in April".
ROSE = re.compile(rf"\b{CHANGED}\b[^.;]{{4,60}}\s(?:to|до)\s+{_LESS}", re.IGNORECASE)
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
    untold = last.role in WISHED or last.role is Role.OTHER
    if untold or is_asked(text, place) or ON_PARADE.search(text):
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
    if is_part_of(before) or AGAIN_ENDS.search(before):
        return True
    if place.left and ROSE.search(before):
        return True
    if (
        place.left
        and LISTING.search(before)
        and is_listed(text, place.start, place.end)
    ):
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
