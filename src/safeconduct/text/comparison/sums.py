"""Do the parts of a sum come out at the whole that the text states?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from safeconduct.text.comparison.finding import (
    Aspect,
    Finding,
    Reason,
    Relation,
    reason,
)
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.quantities import is_total
from safeconduct.text.comparison.rounding import rounds_to
from safeconduct.text.comparison.statement import Statement
from safeconduct.text.comparison.topics import one_people, overlap
from safeconduct.text.comparison.wording import count
from safeconduct.text.figure import FigureKind
from safeconduct.text.numerals import Numeral, numerals
from safeconduct.text.roles import Role

OTHERS = (Role.MISSING, Role.CAPTURED)
"""What a source may count among casualties beside killed and wounded."""


def sum_findings(page: Sequence[Statement]) -> Iterator[Finding]:
    """Check killed and wounded against casualties, splits, lists and totals."""
    seen: set[tuple[Interval, ...]] = set()
    listed = [one for whole in page if (one := _listed(whole)) is not None]
    yield from {finding.items: finding for finding in listed}.values()
    counted = {finding.items[0] for finding in listed}
    for whole in page:
        if whole.figure.additional or whole.figure.kind is not FigureKind.QUANTITY:
            continue
        if whole.item in counted:
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
        if killed and wounded:
            others = [_beside(whole, role, page) for role in OTHERS]
            more = tuple(
                part for part in others if part and part.sentence == killed.sentence
            )
            yield (killed, wounded, *more), True
    yield from _split(whole, page)
    yield from _total(whole, page)


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
    if len(parts) > 1:
        yield parts, bool(REST.search(text))


def _is_dated(part: Statement, whole: Statement) -> bool:
    """Tell "600 by January, 890 by February": totals of their days, no parts."""
    days = {side.figure.period and side.figure.period.end for side in (part, whole)}
    return len(days - {None}) > 1


# "420 people: 150 wounded, 180 sailors and 60 guards", and nothing else.
OPENING = re.compile(r"[^.;:,()—–\d]{0,60}?(?P<by>:|\s[—–-](?=\s)|\s\()\s*")
ENDING = re.compile(r"[.;)]|\s[—–]\s|$")
BETWEEN = re.compile(
    r",\s+(?:(?:and|та|і|й|и|а\s+також|а\s+также)\s+)?|\s+(?:and|та|і|й|и)\s+|\s및\s"
    r"|(?<=명)[과와]\s",
    re.IGNORECASE,
)
LEAST_PARTS = 2


def _listed(whole: Statement) -> Finding | None:
    """Add up the list that stands right behind a figure and says what it is made of.

    The list is read by its numbers alone: what they count is told in words of every
    kind. A list in which a piece has no number, or two, is no such list.
    """
    figure = whole.figure
    if figure.kind is not FigureKind.QUANTITY or figure.approx or figure.additional:
        return None
    parts = list(_pieces(whole))
    if len(parts) < LEAST_PARTS:
        return None
    total = Interval.at(sum((number.value for _at, number in parts), Decimal(0)))
    stated = whole.interval.stated()
    comes_out = total.meets(stated) or rounds_to(total, stated)
    why = reason(
        "{terms} is {total}, as stated."
        if comes_out
        else "{terms} is {total}, not {whole}.",
        terms=" + ".join(count(Interval.at(number.value)) for _at, number in parts),
        total=count(total),
        whole=count(stated),
    )
    items = (
        whole.document.item(at + number.start, at + number.end) for at, number in parts
    )
    return Finding(
        Aspect.ARITHMETIC,
        figure.role.value,
        Relation.COMPATIBLE if comes_out else Relation.ARITHMETIC,
        (whole.item, *items),
        (why,),
        (("sum", total), ("whole", stated)),
    )


def _pieces(whole: Statement) -> Iterator[tuple[int, Numeral]]:
    """Yield the number of each piece of a list and where its piece starts."""
    text, at = whole.sentence.text, whole.sentence.start
    opened = OPENING.match(text, whole.figure.end - at)
    if opened is None:
        return
    start = opened.end()
    closed = ENDING.search(text, start)
    end = closed.start() if closed else len(text)
    found = []
    for piece_start, piece_end in _cut(text, start, end):
        piece = text[piece_start:piece_end]
        numbers = [one for one in numerals(piece) if not one.vague]
        if len(numbers) != 1 or not _leads(piece, numbers[0]):
            return
        found.append((at + piece_start, numbers[0]))
    yield from found


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in BETWEEN.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _leads(piece: str, number: Numeral) -> bool:
    """Tell whether a piece is a number and its noun, or in Korean a noun and number."""
    if re.search("[가-힣]", piece):
        return len(piece.split()) <= SHORT
    return number.start == 0 and 0 < len(piece[number.end :].split()) <= SHORT


SHORT = 4
"""Words of a piece of a list; a longer one tells more than what is counted."""


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
        "{terms} is {total}, as stated."
        if comes_out
        else "{terms} is {total}, within {whole}."
        if relation is Relation.COMPATIBLE
        else "{terms} is {total}, not {whole}."
    )
    why = reason(
        template,
        terms=" + ".join(count(part.interval.stated()) for part in parts),
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
            yield reason("“{open}” is open", open=side.figure.text)
    if less and whole.figure.role is Role.CASUALTIES:
        yield reason("others are counted among the casualties: missing or captured")
