"""Do the parts of a sum come out at the whole that the text states?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.lists import OPENING, is_listed, leads_list
from safeconduct.text.comparison.quantities import is_of_others, is_total
from safeconduct.text.comparison.rounding import rounds_to
from safeconduct.text.comparison.statement import Statement
from safeconduct.text.comparison.topics import one_people, overlap
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import FigureKind
from safeconduct.text.reason import Reason, gettext_noop, reason
from safeconduct.text.roles import Role

FAR = 2
"""How many times its whole a part may be and still be a mistake about it."""
OTHERS = (Role.MISSING, Role.CAPTURED)
"""What a source may count among casualties beside killed and wounded."""


def sum_findings(page: Sequence[Statement]) -> Iterator[Finding]:
    """Check killed and wounded against casualties, splits and totals."""
    seen: set[tuple[Interval, ...]] = set()
    for whole in page:
        if whole.figure.additional or whole.figure.kind is not FigureKind.QUANTITY:
            continue
        for parts, exhaustive in _decompositions(whole, page):
            key = (whole.interval, *(part.interval for part in parts))
            if key not in seen:
                seen.add(key)
                yield from _sum_finding(whole, parts, exhaustive=exhaustive)


def _decompositions(
    whole: Statement, page: Sequence[Statement]
) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """Yield what a whole is made of, and whether it must be all of it."""
    if whole.figure.role is Role.CASUALTIES:
        killed, wounded = (
            _beside(whole, role, page) for role in (Role.KILLED, Role.WOUNDED)
        )
        if killed and wounded and not _outgrown(whole, (killed, wounded)):
            others = [_beside(whole, role, page) for role in OTHERS]
            more = tuple(
                part for part in others if part and part.sentence == killed.sentence
            )
            yield (killed, wounded, *more), True
    yield from _split(whole, page)
    yield from _total(whole, page)


def _outgrown(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Tell whether parts of another sentence are too large to be this whole's.

    "Three have frostbite. This year 1,840 died and 4,310 were wounded."
    """
    limit = (whole.value or Decimal(0)) * FAR
    return any(
        part.sentence != whole.sentence and (part.value or Decimal(0)) > limit
        for part in parts
    )


def _beside(
    whole: Statement, role: Role, page: Sequence[Statement]
) -> Statement | None:
    """Find the part of a role that goes with a whole: in its sentence or the next."""
    alike = [
        other
        for other in page
        if other.figure.role is role
        and other.figure.kind is FigureKind.QUANTITY
        and (other.speaker == whole.speaker or None in {other.speaker, whole.speaker})
        and overlap(other.figure.period, whole.figure.period)
        and one_people(whole, other)
        and _follows(other, whole)
    ]
    return min(alike, key=lambda other: abs(_gap(other, whole))) if alike else None


def _gap(part: Statement, whole: Statement) -> int:
    return part.figure.start - whole.figure.start


def _follows(part: Statement, whole: Statement) -> bool:
    """Tell whether a part is told with its whole or right after it.

    Parts told first belong to a whole that is called the total, "4,700 in all".
    """
    if part.sentence == whole.sentence:
        return True
    if whole.in_title or part.in_title:
        return False
    gap = _gap(part, whole)
    return 0 < gap <= NEARBY or (is_total(whole) and 0 < -gap <= NEARBY)


NEARBY = 300
"""Characters within which killed and wounded are the parts of a sum of casualties."""
REST = re.compile(
    r"\b(?:the\s+(?:rest|remaining|others?)|решт\w+|інш(?:і|их)|остальн\w+)\b|나머지",
    re.IGNORECASE,
)


def _split(
    whole: Statement, page: Sequence[Statement]
) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """Read "120 captured: 70 in Kursk and 40 in Sumy, the rest elsewhere"."""
    text = whole.sentence.text[whole.figure.end - whole.sentence.start :]
    if leads_list(whole.document, whole.figure):
        return  # labelled.py adds it up with the pieces behind it
    if is_listed(whole.document, whole.figure) or is_of_others(whole):
        return  # lists.py adds it up; "four of them" is a part, no whole
    if not (REST.search(text) or OPENING.match(text)):
        return
    parts = tuple(
        other
        for other in page
        if other is not whole
        and other.sentence == whole.sentence
        and other.figure.start > whole.figure.start
        and other.figure.role is whole.figure.role
        and other.figure.kind is FigureKind.QUANTITY
        and overlap(other.figure.period, whole.figure.period)
        and not _is_dated(other, whole)
    )
    total = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    in_row = any(_goes_before(other, whole) for other in page)
    if (in_row or not OPENING.match(text)) and total > (whole.value or total):
        return  # "118 from Asia, 74 from Africa, 22 from other States": all alike
    if in_row and REST.search(text):
        return  # "131 of them from Asia, 104 from Africa, the other 20 from elsewhere"
    if len(parts) > 1:
        yield parts, bool(REST.search(text))


def _goes_before(other: Statement, whole: Statement) -> bool:
    """Tell whether a sentence has counted others of the same role before."""
    return (
        other.sentence == whole.sentence
        and other.figure.start < whole.figure.start
        and (other.figure.role is whole.figure.role or is_of_others(other))
    )


def _is_dated(part: Statement, whole: Statement) -> bool:
    """Tell "600 by January, 890 by February": totals of their days, no parts."""
    days = {side.figure.period and side.figure.period.end for side in (part, whole)}
    return len(days - {None}) > 1


def _total(
    whole: Statement, page: Sequence[Statement]
) -> Iterator[tuple[tuple[Statement, ...], bool]]:
    """Read "12,000 were sent, then another 3,000, bringing the total to 15,000"."""
    if not is_total(whole):
        return
    more = [other for other in page if _adds_to(other, whole)]
    first = [
        other
        for other in page
        if other.figure.role is whole.figure.role
        and not other.figure.additional
        and other.figure.start < whole.figure.start
        and other.interval != whole.interval
    ]
    if len(more) == 1 and len({other.interval for other in first}) == 1:
        yield (first[0], more[0]), True


def _adds_to(other: Statement, whole: Statement) -> bool:
    added = (
        Role.TROOPS_SENT_ADDITIONAL if whole.figure.role is Role.TROOPS_SENT else None
    )
    return other.figure.additional and other.figure.role in {whole.figure.role, added}


def _sum_finding(
    whole: Statement, parts: Sequence[Statement], *, exhaustive: bool
) -> Iterator[Finding]:
    stated = whole.interval.stated()
    total = reduce(Interval.__add__, (part.interval.stated() for part in parts))
    loose = any(side.figure.approx for side in (whole, *parts))
    allowed = reduce(Interval.__add__, (part.allowed_stated for part in parts))
    limit = whole.allowed_stated if loose else stated
    comes_out = (allowed if loose else total).meets(limit) or rounds_to(total, stated)
    less = limit.above(allowed)
    relation = (
        Relation.COMPATIBLE
        if comes_out or (less and not exhaustive)
        else Relation.ARITHMETIC
    )
    template = (
        gettext_noop("{terms} is {total}, as stated.")
        if comes_out
        else gettext_noop("{terms} is {total}, within {whole}.")
        if relation is Relation.COMPATIBLE
        else gettext_noop("{terms} is {total}, not {whole}.")
    )
    why = reason(
        template,
        terms=" + ".join(str(count(part.interval.stated())) for part in parts),
        total=count(total),
        whole=count(stated),
    )
    yield Finding(
        Aspect.ARITHMETIC,
        whole.figure.role.value,
        relation,
        tuple(side.item for side in (whole, *parts)),
        (why,),
        (("sum", total), ("whole", stated)),
        tuple(_sum_savers(whole, parts, less=less))
        if relation is Relation.ARITHMETIC
        else (),
    )


def _sum_savers(
    whole: Statement, parts: Sequence[Statement], *, less: bool
) -> Iterator[Reason]:
    for side in (whole, *parts):
        if side.interval.is_open:
            yield reason(gettext_noop("“{open}” is open"), open=side.figure.text)
    if less and whole.figure.role is Role.CASUALTIES:
        yield reason(
            gettext_noop("others are counted among the casualties: missing or captured")
        )
