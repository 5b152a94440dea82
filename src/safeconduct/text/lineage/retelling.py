"""Which texts tell again what another told, in other words or another language?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from safeconduct.text.language import HANGUL_WEIGHT
from safeconduct.text.lineage.direction import Direction, Side, direction
from safeconduct.text.lineage.edge import Relation
from safeconduct.text.lineage.facts import Account, Sort
from safeconduct.text.lineage.likeness import HARD, Likeness, Rarity, likeness
from safeconduct.text.reason import gettext_noop, reason

Sides = Callable[[int, int, float], Side]
Nearness = Callable[[int, int], float | None]
"""How nearly a child says what a parent says, -1 to 1; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least likeness for a retelling, in the terms of `Likeness`.

    Set on `tests/text/lineage/articles`: see docs/subsystems/lineage.md. `whole` is
    for a text that keeps everything, `part` for one that leaves things out. The `poor`
    bounds are for texts with hardly a figure: there the things must tell more; among
    texts of one language they are fewer, since every long word is counted there.
    """

    figures: int
    hard: float
    whole: float
    whole_aligned: float
    whole_soft: float
    part: float
    part_aligned: float
    part_soft: float
    poor_aligned: float
    poor_soft: float
    poor_part_aligned: float
    poor_part_soft: float
    poor_part_words: float


FOUND = Bounds(
    figures=3, hard=3.0, whole=0.45, whole_aligned=0.65, whole_soft=0.45, part=0.5,
    part_aligned=0.7, part_soft=0.3, poor_aligned=0.55, poor_soft=0.6,
    poor_part_aligned=0.6, poor_part_soft=0.7, poor_part_words=0.45,
)  # fmt: skip
DECLARED = Bounds(
    figures=1, hard=1.0, whole=0.25, whole_aligned=0.4, whole_soft=0.35, part=0.25,
    part_aligned=0.4, part_soft=0.25, poor_aligned=0.5, poor_soft=0.4,
    poor_part_aligned=0.4, poor_part_soft=0.45, poor_part_words=0.25,
)  # fmt: skip
"""Where the child names the parent's outlet, about half of it will do."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Least likeness of a text to the one that it gives as its source itself.

    It may leave out most and add much of its own; what is asked is that it is this
    text of the outlet and no other.
    """

    hard: float = 2.0
    figures: int = 1
    soft: float = 0.25
    aligned: float = 0.3


TRACE = Trace()
SURE, EASED = 0.6, 0.1
"""What few names and figures a text has, all of them shared, ease the poor bounds."""

LEAVES_OUT = gettext_noop("It leaves out much of the other and adds nothing.")

ADDED = 0.34
"""Figures of its own by those it shares: who sums up adds little."""
NEW = 1
"""Figures that a text poor in figures may have and the other not."""
WHOLE_LENGTH = 0.6
"""A shorter text of another language leaves things out."""
PART_LENGTH = 0.8
SHARED = 2
"""Hard facts, or a third of the things, without which a pair is not looked at."""
THINGS = 0.33
NEAR = 0.15
"""By how much a nearer parent must be nearer than the one that it comes from itself."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """A child, the parent it tells again, and their likeness seen from the child."""

    child: int
    parent: int
    likeness: Likeness
    relation: Relation
    direction: Direction
    declared: bool

    @property
    def score(self) -> float:
        """Order retellings, 0 to 1."""
        seen = self.likeness
        return min((seen.own + seen.aligned + seen.soft_own) / 3, 1.0)

    @property
    def strength(self) -> float:
        """Compare parents of one child, across languages."""
        return self.likeness.figures + 6 * self.likeness.aligned


def retellings(
    accounts: Sequence[Account],
    side: Sides,
    settled: set[tuple[int, int]],
    nearness: Nearness | None = None,
) -> list[Retelling]:
    """Find who tells whom again; pairs that copying settled are left out.

    Where a child may have several parents, `nearness` puts them into an order.
    """
    rarity = Rarity(accounts)
    found: defaultdict[int, list[Retelling]] = defaultdict(list)
    for one, other in _candidates(accounts, side):
        if (one, other) not in settled:
            told = _retelling(one, other, accounts, rarity, side)
            if told is not None:
                found[told.child].append(told)
    return list(_nearest(found, nearness))


def length(account: Account) -> float:
    """Count letters so that a text and its translation come out alike."""
    letters = sum(telling.letters for telling in account.tellings)
    return letters * (HANGUL_WEIGHT if account.language == "ko" else 1)


def relation_of(
    seen: Likeness, ratio: float, bounds: Bounds, *, same: bool
) -> Relation | None:
    """Name how a text retells another, seen from the shorter, or None if it does not.

    Args:
        seen: their likeness.
        ratio: length of the shorter by that of the longer.
        bounds: what is asked.
        same: whether both are in one language.
    """
    if _keeps_whole(seen, ratio, bounds):
        # In one language a text that keeps everything is a reworded copy.
        return Relation.COPY if same else Relation.TRANSLATION
    if ratio <= PART_LENGTH and _keeps_part(seen, bounds, same=same):
        return Relation.SUMMARY
    return None


def _is_traced(seen: Likeness) -> bool:
    """Tell whether a text has enough of its declared source to be from this one."""
    return (
        seen.figures >= TRACE.figures
        and seen.hard >= TRACE.hard
        and max(seen.soft_own, seen.soft_other) >= TRACE.soft
        and max(seen.aligned, seen.other_aligned) >= TRACE.aligned
    )


def _keeps_whole(seen: Likeness, ratio: float, bounds: Bounds) -> bool:
    if ratio < WHOLE_LENGTH:
        return False
    aligned = min(seen.aligned, seen.other_aligned)
    soft = min(seen.soft_own, seen.soft_other)
    rich = (
        seen.figures >= bounds.figures
        and min(seen.own, seen.other) >= bounds.whole
        and aligned >= bounds.whole_aligned
        and soft >= bounds.whole_soft
    )
    least = bounds.poor_soft
    if seen.figures >= bounds.figures and max(seen.own, seen.other) >= SURE:
        least -= EASED
    poor = aligned >= bounds.poor_aligned and soft >= least
    return rich or (poor and max(seen.new, seen.other_new) <= NEW + seen.figures)


def _keeps_part(seen: Likeness, bounds: Bounds, *, same: bool) -> bool:
    rich = (
        seen.figures >= bounds.figures
        and seen.hard >= bounds.hard
        and seen.own >= bounds.part
        and seen.aligned >= bounds.part_aligned
        and seen.soft_own >= bounds.part_soft
        and seen.new <= max(NEW, ADDED * seen.figures)
    )
    soft = bounds.poor_part_words if same else bounds.poor_part_soft
    if seen.own >= SURE and seen.hard >= bounds.hard / 2:
        soft -= EASED
    poor = seen.aligned >= bounds.poor_part_aligned and seen.soft_own >= soft
    return rich or (poor and seen.new <= NEW)


def _candidates(accounts: Sequence[Account], side: Sides) -> Iterator[tuple[int, int]]:
    hard = [{f for f in one.facts if f.sort in HARD} for one in accounts]
    things = [{f for f in one.facts if f.sort is Sort.THING} for one in accounts]
    for one, other in combinations(range(len(accounts)), 2):
        fewest = min(len(things[one]), len(things[other]))
        if (
            len(hard[one] & hard[other]) >= SHARED
            or len(things[one] & things[other]) > THINGS * fewest
            or side(one, other, 0).credits
            or side(other, one, 0).credits
        ):
            yield one, other


def _retelling(
    one: int, other: int, accounts: Sequence[Account], rarity: Rarity, side: Sides
) -> Retelling | None:
    if length(accounts[one]) > length(accounts[other]):
        one, other = other, one
    short, long = accounts[one], accounts[other]
    seen = likeness(short, long, rarity)
    # Figures survive best; where there are too few the things must do.
    few = seen.figures < FOUND.figures
    kept, other_kept = (
        (seen.soft_own, seen.soft_other) if few else (seen.kept, seen.other_kept)
    )
    left, right = side(one, other, kept), side(other, one, other_kept)
    declared = left.credits or right.credits
    ratio = length(short) / max(length(long), 1)
    eased = declared or left.seeks or right.seeks
    same = short.language == long.language
    relation = relation_of(seen, ratio, DECLARED if eased else FOUND, same=same)
    if relation is None and (left.declares or right.declares) and _is_traced(seen):
        whole = ratio >= WHOLE_LENGTH and not same
        relation = Relation.TRANSLATION if whole else Relation.SUMMARY
    if relation is None:
        return None
    way = direction(left, right)
    if relation is Relation.SUMMARY and not way.forwards and not right.credits:
        # Who leaves things out comes after, whatever the days say of their pages.
        way = Direction(forwards=True, why=reason(LEAVES_OUT))
    child, parent = (one, other) if way.forwards else (other, one)
    seen = seen if way.forwards else likeness(long, short, rarity)
    return Retelling(child, parent, seen, relation, way, declared)


def _nearest(
    found: Mapping[int, list[Retelling]], nearness: Nearness | None
) -> Iterator[Retelling]:
    """Choose one parent for each child: declared, then nearest, then the first source.

    Two children of one text are alike as well; the nearer of both is the parent.
    """
    parents = {child: {told.parent for told in all_} for child, all_ in found.items()}
    for all_ in found.values():
        say = _said_alike(all_, nearness)
        best = max(
            all_,
            key=lambda t: (t.declared, say.get(t.parent, 0.0), t.strength, -t.parent),
        )
        for told in all_:
            near = (
                say[told.parent] >= (1 - NEAR) * say[best.parent]
                if say
                else told.strength >= (1 - NEAR) * best.strength
            )
            if (
                told.declared >= best.declared
                and near
                and told.parent in parents.get(best.parent, ())
            ):
                best = told
        yield best


def _said_alike(
    told: Sequence[Retelling], nearness: Nearness | None
) -> dict[int, float]:
    """Give the nearness of each parent of one child; nothing unless all are known."""
    if nearness is None or len(told) == 1:
        return {}
    found = {one.parent: nearness(one.child, one.parent) for one in told}
    known = {parent: near for parent, near in found.items() if near is not None}
    return known if len(known) == len(found) else {}
