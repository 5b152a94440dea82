"""Which figure did a copy change?

A copy, an excerpt or a translation gives the figures of its source in their order. So
the two rows of figures are laid beside one another: where equal ones stand on both
sides of a single one that differs, that one was changed, whatever words it is counted
with and in whatever language. An open end saves nothing here: "over 4,500" is no copy
of "over 5,400".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, islice, pairwise

from safeconduct.text.comparison.finding import Aspect, Finding, Relation
from safeconduct.text.comparison.interval import Interval
from safeconduct.text.comparison.passages import changed_figures
from safeconduct.text.comparison.rounding import as_printed, rounds_to
from safeconduct.text.comparison.sources import speaker_of
from safeconduct.text.comparison.statement import Document
from safeconduct.text.comparison.wording import figure as written
from safeconduct.text.counted import PEOPLE
from safeconduct.text.figure import Figure, FigureKind
from safeconduct.text.reason import gettext_noop, reason
from safeconduct.text.roles import Role

MOST, PAIRS = 120, 200
"""Figures of a page, and pairs of pages of all families, that are laid side by side."""
BESIDE, NEXT = 300, 100
"""Characters between a changed figure and an equal one that holds its place; a figure
below ten is held by its neighbour only."""
TIMES = 10
"""A slip changes or drops a digit; what is further off counts something else."""
LEFT = re.compile(
    r"(?:other|remaining|решта|інші|остальные|остальных|나머지)\s+$", re.IGNORECASE
)
"""Before the number of those left over: it hangs on who was told of before."""
SOME = re.compile(r"(?:중|가운데)\s$")
"""Before "one" in Korean: one of those who were told of, and no count of them."""
WORD = re.compile(r"[^\W\d_]{2,}")
ALIKE = 0.6
"""Share of their words that two sentences have in common when one is taken over."""
REWORDED = 0.7
"""Share of the shorter's words, where both texts count a thing but once."""
COUNTED = frozenset({FigureKind.QUANTITY, FigureKind.SHARE, FigureKind.MONEY})
LENGTHS = frozenset({FigureKind.AGE, FigureKind.DURATION})

_Pair = tuple[int, int]


def copy_findings(
    documents: Sequence[Document], figures: Sequence[Sequence[Figure]]
) -> Iterator[Finding]:
    """Find each figure that two texts of one family give in the same place unlike."""
    families: dict[int, list[Document]] = defaultdict(list)
    for doc in documents:
        families[doc.family].append(doc)
    pairs = (pair for family in families.values() for pair in combinations(family, 2))
    seen: set[tuple[object, ...]] = set()
    for one, two in islice(pairs, PAIRS):
        rows = _row(one, figures), _row(two, figures)
        for mine, its in chain(
            _changed(one, two, *rows),
            _of_things(one, two, *rows),
            changed_figures(one, two, figures),
        ):
            key = (one.family, written(mine), written(its))
            if key not in seen:
                seen.add(key)
                yield _finding(one, mine, two, its)


def _row(doc: Document, figures: Sequence[Sequence[Figure]]) -> list[Figure]:
    """List the figures that a copy would take over, in the order of the text."""
    told = [
        one
        for one in figures[doc.number]
        if not one.vague
        and not doc.in_title(one.start)
        and doc.holds(one.start)
        and not LEFT.search(doc.page.text, max(0, one.start - TIMES), one.start)
        and not (
            one.low == 1
            and SOME.search(doc.page.text, max(0, one.start - TIMES), one.start)
        )
    ]
    return sorted(told, key=lambda one: one.start)[:MOST]


def _changed(
    doc: Document, other: Document, mine: list[Figure], its: list[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures that stand alone between the same equal ones on both sides."""
    met = [(-1, -1), *_aligned(mine, its), (len(mine), len(its))]
    for (left, its_left), (right, its_right) in pairwise(met):
        here, there = mine[left + 1 : right], its[its_left + 1 : its_right]
        for one, two in _facing(here, there):
            first = _distances(mine, one, left, right)
            second = _distances(its, two, its_left, its_right)
            far = NEXT if _is_small(one) or _is_small(two) else BESIDE
            held = any(max(pair) <= far for pair in zip(first, second, strict=True))
            if _differ(one, two) and (held or _is_told_alike(doc, one, other, two)):
                yield one, two


def _of_things(
    doc: Document, other: Document, mine: list[Figure], its: list[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield what both texts count once, in sentences that are one: "18 countries"."""
    rows = [
        [f for f in row if f.kind is FigureKind.QUANTITY and f.role is Role.OTHER]
        for row in (mine, its)
    ]
    for unit in {one.unit for one in rows[0]} - {None, *PEOPLE}:
        alone = [[one for one in row if one.unit == unit] for row in rows]
        if all(len(row) == 1 for row in alone):
            one, two = alone[0][0], alone[1][0]
            _, of_less = _alike_words(doc, one, other, two)
            if _differ(one, two) and of_less >= REWORDED:
                yield one, two


def _is_small(one: Figure) -> bool:
    value = Interval.of(one).stated().low
    return one.kind is FigureKind.QUANTITY and (value or Decimal(0)) < TIMES


def _is_whole(one: Figure) -> bool:
    value = Interval.of(one).stated().low or Decimal(0)
    return value == value.to_integral_value()


def _facing(
    here: Sequence[Figure], there: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Pair what stands between: one beside one, else those alone of a role."""
    counted = [[one for one in side if one.kind in COUNTED] for side in (here, there)]
    if all(len(side) == 1 for side in counted):
        yield counted[0][0], counted[1][0]
        return
    for role in Role:
        alone = [[one for one in side if one.role is role] for side in counted]
        if role is not Role.OTHER and all(len(side) == 1 for side in alone):
            yield alone[0][0], alone[1][0]
    things = [[f for f in side if f.kind is FigureKind.QUANTITY] for side in counted]
    for unit in {one.unit for one in things[0]} - {None, *PEOPLE}:
        alone = [[one for one in side if one.unit == unit] for side in things]
        if all(len(side) == 1 for side in alone):
            yield alone[0][0], alone[1][0]  # "from 37 countries"


def _aligned(mine: Sequence[Figure], its: Sequence[Figure]) -> list[_Pair]:
    """Find the longest row of equal figures in both texts (Needleman, Wunsch 1970)."""
    rows, columns = len(mine), len(its)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            best[i][j] = (
                best[i + 1][j + 1] + 1
                if _is_same(mine[i], its[j])
                else max(best[i + 1][j], best[i][j + 1])
            )
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if _is_same(mine[i], its[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _is_same(one: Figure, two: Figure) -> bool:
    """Tell whether two texts print one value; a year of age may be read as a span."""
    if one.kind is not two.kind and {one.kind, two.kind} != LENGTHS:
        return False
    return Interval.of(one).stated() == Interval.of(two).stated()


def _distances(
    row: Sequence[Figure], one: Figure, left: int, right: int
) -> tuple[int, int]:
    """Count the characters to the equal figures before and after."""
    far = BESIDE + 1
    before = one.start - row[left].end if left >= 0 else far
    after = row[right].start - one.end if right < len(row) else far
    return before, after


def _is_told_alike(doc: Document, one: Figure, other: Document, two: Figure) -> bool:
    """Tell whether two sentences are one: their words, or a role and a time they name.

    That is all there is where no equal figure stands near.
    """
    if _alike_words(doc, one, other, two)[0] >= ALIKE:
        return True
    if (
        one.role is not two.role
        or one.role is Role.OTHER
        or None in {one.period, two.period}
    ):
        return False
    if doc.page.language == other.page.language and _are_told_by_two(one, two):
        return False
    first, second = one.period, two.period
    return bool(
        first and second and (first.start, first.end) == (second.start, second.end)
    )


def _alike_words(
    doc: Document, one: Figure, other: Document, two: Figure
) -> tuple[float, float]:
    """Give the share of words that two sentences have in common: of both, of less."""
    sides = (doc.sentence_at(one.start), other.sentence_at(two.start))
    words, others = (set(WORD.findall(side.text.lower())) for side in sides)
    same = len(words & others)
    less = min(len(words), len(others))
    return same / max(len(words | others), 1), same / max(less, 1)


def _are_told_by_two(one: Figure, two: Figure) -> bool:
    """Tell whether two sources are named: what one says is no copy of the other's."""
    speakers = {speaker_of(one), speaker_of(two)}
    return None not in speakers and len(speakers) > 1


def _differ(one: Figure, two: Figure) -> bool:
    """Tell a changed number from a rounded one and from one of another thing."""
    if one.kind is not two.kind or one.currency != two.currency:
        return False
    if one.additional != two.additional or _is_whole(one) != _is_whole(two):
        return False
    if one.role is two.role is Role.OTHER and _is_small(one):
        return False  # of which any sentence has one
    if Role.OTHER not in {one.role, two.role} and not _alike(one.role, two.role):
        return False
    # Who copies "about 5,200" rounds nothing: two that are both about are two numbers.
    loosely = not (one.approx and two.approx)
    mine, its = (as_printed(side, loosely=loosely) for side in (one, two))
    if mine.meets(its) or rounds_to(mine, its):
        return False
    small, large = sorted(side.low or Decimal(0) for side in (mine, its))
    return Decimal(0) < small and large <= small * TIMES


def _alike(one: Role, two: Role) -> bool:
    """Tell whether two roles may be one, read from words of two languages."""
    return one is two or {one, two} <= HURT_OR_HELD or {one, two} <= HOME


HURT_OR_HELD = frozenset({Role.CAPTURED, Role.WOUNDED, Role.CASUALTIES})
HOME = frozenset({Role.EXCHANGED, Role.RETURNED, Role.CAPTURED})


def _finding(one: Document, mine: Figure, two: Document, its: Figure) -> Finding:
    why = reason(
        gettext_noop(
            "One text derives from the other, yet one has {first} and the other"
            " {second}."
        ),
        first=written(mine),
        second=written(its),
    )
    topic = its.role if mine.role is Role.OTHER else mine.role
    return Finding(
        Aspect.ARITHMETIC,
        topic.value,
        Relation.ARITHMETIC,
        (one.figure(mine), two.figure(its)),
        (why,),
    )
