"""Which texts took over another's words, and how?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from safeconduct.text.lineage.direction import Direction, Side, direction
from safeconduct.text.lineage.edge import Relation
from safeconduct.text.lineage.overlap import Overlap, overlap
from safeconduct.text.lineage.winnowing import Shared, fingerprints, shared
from safeconduct.text.lineage.words import Words
from safeconduct.text.reason import gettext_noop, reason

QUOTED = gettext_noop("It has the shared words in quotation marks.")
PATCHED = gettext_noop("Its parts stand in texts that share no words with one another.")
SHARED_BY_MORE = gettext_noop("Other texts share more with the other than with it.")

ENOUGH = 5
"""Shared fingerprints that tell by themselves (REPORTS.md, section 2)."""
LONG_RUNS = 3
"""Runs in the longest passage, without which fingerprints that other texts have too
count less: two texts may share several sentences that every report has."""
FEWEST, REWORDED = 2, 0.25
"""Fewer will do where both texts share this much in runs a little shorter: a short
text with three words in ten changed keeps few runs of five."""

OWN_WORDS = 12
"""Fewest shared words that are not a third person's, quoted in both texts."""

MOST, MANY, HALF = 0.6, 0.7, 0.5
PART = 0.12
"""Share of a child that a further parent must explain on its own."""
SHORT = 15
"""The same in words, for short texts."""
EVEN = 0.15
"""Longest unshared stretch, as a share, of a text that was reworded throughout."""

Sides = Callable[[int, int, float], Side]
"""Tells what is known of a text beside another; the share is `within`."""


@dataclass(frozen=True, slots=True)
class Copying:
    """A child, a parent whose words it took, and the overlap seen from the child."""

    child: int
    parent: int
    overlap: Overlap
    relation: Relation
    direction: Direction


def copyings(texts: Sequence[Words], side: Sides) -> list[Copying]:
    """Find who took words from whom; `side` tells what is known of a text."""
    directed = _directed(found_overlaps(texts), side)
    found = []
    for child, candidates in directed.items():
        chosen = _explained(texts, child, candidates)
        several = len(chosen) > 1 and _covered(candidates, chosen) >= HALF * len(
            texts[child]
        )
        for parent in chosen:
            seen, way = candidates[parent]
            relation = Relation.SPLICE if several else relation_of(seen)
            found.append(Copying(child, parent, seen, relation, way))
    return found


def found_overlaps(texts: Sequence[Words]) -> dict[tuple[int, int], Overlap]:
    """Measure the pairs (i < j) that share words of their own, not a third's."""
    found = {}
    prints = [fingerprints(words) for words in texts]
    for (one, other), common in sorted(shared(prints).items(), key=_pair):
        if common.count < FEWEST:
            continue
        seen = overlap(texts[one], texts[other])
        own = len(seen.words()) * (1 - seen.spoken)
        if own >= OWN_WORDS and _tells(common, seen, texts[one].run):
            found[one, other] = seen
    return found


def _pair(item: tuple[tuple[int, int], Shared]) -> tuple[int, int]:
    return item[0]


def _tells(common: Shared, seen: Overlap, run: int) -> bool:
    """Whether what two texts share is more than some stock sentences."""
    if min(seen.own, seen.other) >= REWORDED:
        return True
    longest = max(map(len, seen.passages), default=0)
    return common.count >= ENOUGH and (
        common.rare >= ENOUGH or longest >= LONG_RUNS * run
    )


def relation_of(seen: Overlap) -> Relation:
    """Name how a child took the words of its only parent."""
    if seen.quoted >= MOST and seen.own < MOST:
        return Relation.QUOTATION
    if seen.own >= MOST:
        return Relation.EXCERPT if seen.other < MANY * seen.own else Relation.COPY
    if seen.other >= MANY or max(seen.gap, seen.other_gap) <= EVEN:
        return Relation.COPY
    return Relation.EXCERPT if seen.own >= HALF else Relation.QUOTATION


# Directions

Seen = dict[int, tuple[Overlap, Direction]]


def _directed(
    overlaps: Mapping[tuple[int, int], Overlap], side: Sides
) -> dict[int, Seen]:
    """List the possible parents of every child."""
    reach: defaultdict[int, float] = defaultdict(float)
    for (one, other), seen in overlaps.items():
        reach[one] += seen.other
        reach[other] += seen.own
    directed: defaultdict[int, Seen] = defaultdict(dict)
    for (one, other), seen in overlaps.items():
        way = _way(one, other, overlaps, side, reach)
        if way.forwards:
            directed[one][other] = seen, way
        else:
            directed[other][one] = seen.mirrored, way
    return directed


def _way(
    one: int,
    other: int,
    overlaps: Mapping[tuple[int, int], Overlap],
    side: Sides,
    reach: Mapping[int, float],
) -> Direction:
    seen = overlaps[one, other]
    within = _within(seen)
    left, right = side(one, other, within[0]), side(other, one, within[1])
    if left.credits == right.credits and not _days_differ(left, right):
        for found in (_by_quotes(seen), _by_patchwork(one, other, overlaps)):
            if found is not None:
                return found
    found = direction(left, right)
    if found.known or abs(reach[one] - reach[other]) < PART:
        return found
    return Direction(reach[one] < reach[other], reason(SHARED_BY_MORE))


def _within(seen: Overlap) -> tuple[float, float]:
    """Tell how much of each stands in the other, where that says who came first.

    An excerpt stands in its source. Copies of like length say nothing: a child may
    add as well as leave out. Nor do a few sentences in common.
    """
    most, least = max(seen.own, seen.other), min(seen.own, seen.other)
    speaks = most >= MOST and least < MANY * most
    return (seen.own, seen.other) if speaks else (0.0, 0.0)


def _days_differ(one: Side, other: Side) -> bool:
    days = {one.published, other.published}
    return None not in days and len(days) > 1


def _by_quotes(seen: Overlap) -> Direction | None:
    """Of two the child is who puts the shared words in quotation marks."""
    marked, other_marked = seen.quoted >= MOST, seen.other_quoted >= MOST
    if marked == other_marked:
        return None
    return Direction(marked, reason(QUOTED))


def _by_patchwork(
    one: int, other: int, overlaps: Mapping[tuple[int, int], Overlap]
) -> Direction | None:
    """A text whose parts stand in two others that share nothing was put together."""
    patched = _is_patchwork(one, other, overlaps), _is_patchwork(other, one, overlaps)
    if patched[0] == patched[1]:
        return None
    return Direction(patched[0], reason(PATCHED))


def _is_patchwork(
    text: int, part: int, overlaps: Mapping[tuple[int, int], Overlap]
) -> bool:
    seen = _seen(text, part, overlaps)
    if seen is None:
        return False
    mine = seen.words()
    for pair in overlaps:
        if text not in pair or part in pair:
            continue
        third = pair[0] if pair[1] == text else pair[1]
        theirs = _seen(text, third, overlaps)
        if theirs is None or (min(part, third), max(part, third)) in overlaps:
            continue
        # Two that both stand whole in it may be excerpts of it.
        whole = min(seen.other, theirs.other) > 1 - PART
        if not whole and len(mine & theirs.words()) < PART * len(mine):
            return True
    return False


def _seen(
    text: int, other: int, overlaps: Mapping[tuple[int, int], Overlap]
) -> Overlap | None:
    if (text, other) in overlaps:
        return overlaps[text, other]
    back = overlaps.get((other, text))
    return back.mirrored if back is not None else None


# Parents


def _explained(texts: Sequence[Words], child: int, candidates: Seen) -> list[int]:
    """Choose the fewest parents that explain what the child took over."""
    left = {parent: seen.words() for parent, (seen, _) in candidates.items()}
    chosen: list[int] = []
    while left:
        best = max(left, key=lambda parent: _worth(texts, child, parent, left[parent]))
        least = max(SHORT, PART * len(texts[child])) if chosen else 1
        if len(left[best]) < least:
            break
        chosen.append(best)
        taken = left.pop(best)
        left = {parent: words - taken for parent, words in left.items()}
    return chosen


def _worth(
    texts: Sequence[Words], child: int, parent: int, words: set[int]
) -> tuple[float, int]:
    """Rank a parent by what it explains; a number that both have counts tenfold.

    Who copies an error comes from the text that has the error, however alike the
    text is that has not.
    """
    own, other = texts[child].text, set(texts[parent].text)
    numbers = sum(own[at].isdecimal() and own[at] in other for at in words)
    return len(words) + 9 * numbers, -parent


def _covered(candidates: Seen, chosen: Sequence[int]) -> int:
    return len(set().union(*(candidates[parent][0].words() for parent in chosen)))
