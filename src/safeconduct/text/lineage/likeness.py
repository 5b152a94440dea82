"""How much of one account does another retell, and in which order?

An independent report on the same event repeats what everybody knows and brings its
own figures and names; a retelling repeats rare ones and brings none. So what counts is
how rare the shared facts are in the collection, how much of the shorter text they
make, and whether they come in the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from safeconduct.text.lineage.edge import Evidence
from safeconduct.text.lineage.facts import Account, Fact, Sort, Telling

HARD = frozenset({Sort.NUMBER, Sort.DAY, Sort.NAME})
WEIGHTS = {Sort.DAY: 1.2, Sort.NAME: 1.0, Sort.THING: 0.4, Sort.WORD: 0.4}
ALIKE = 0.25
"""Likeness of two sentences, 0 to 1, from which they may tell the same."""


class Rarity:
    """How much a fact weighs in a collection: what many texts say weighs little."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self._texts = Counter(fact for one in accounts for fact in one.facts)
        self._least = log((len(accounts) + 1) / 2)
        self._size = len(accounts) + 1

    def weight(self, fact: Fact) -> float:
        """Weigh a fact: about 1 for a rare one, towards 0 for a common one."""
        rare = log(self._size / max(self._texts[fact], 2)) / self._least
        return rare * (
            _digits(fact.value) if fact.sort is Sort.NUMBER else WEIGHTS[fact.sort]
        )

    def total(self, facts: Iterable[Fact]) -> float:
        """Add the weights of facts."""
        return sum(map(self.weight, sorted(facts, key=str)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two accounts share, seen from the first; all but `hard` are shares.

    `hard` is the weight of the shared numbers, days and names, `figures` how many of
    them are numbers and days. `own` and `other` are the shares of the hard facts of
    each that the other has too, `kept` and `other_kept` those of numbers and days
    alone, `soft_own` and `soft_other` those of things and words. `new` and `other_new`
    count the numbers of two digits and more, and the days, that only one has.
    `aligned` and `other_aligned` are the shares of the letters in sentences that have
    a partner in the same order.
    """

    hard: float
    figures: int
    own: float
    other: float
    kept: float
    other_kept: float
    new: int
    other_new: int
    soft_own: float
    soft_other: float
    aligned: float
    other_aligned: float
    partners: tuple[tuple[int, int], ...]


def likeness(one: Account, other: Account, rarity: Rarity) -> Likeness:
    """Measure what two accounts share."""
    mine, theirs = _comparable(one, other), _comparable(other, one)
    hard = {fact for fact in mine & theirs if fact.sort in HARD}
    weight = rarity.total(hard)
    partners, aligned, other_aligned = _aligned(one, other, rarity)
    return Likeness(
        hard=weight,
        figures=len(_figures(hard)),
        own=_share(weight, rarity.total(f for f in mine if f.sort in HARD)),
        other=_share(weight, rarity.total(f for f in theirs if f.sort in HARD)),
        kept=_share(len(_figures(hard)), len(_figures(mine))),
        other_kept=_share(len(_figures(hard)), len(_figures(theirs))),
        new=sum(map(_telling, _figures(mine - theirs))),
        other_new=sum(map(_telling, _figures(theirs - mine))),
        soft_own=_soft(mine, theirs, rarity),
        soft_other=_soft(theirs, mine, rarity),
        aligned=aligned,
        other_aligned=other_aligned,
        partners=tuple(partners),
    )


def evidence(
    one: Account, other: Account, found: Likeness, most: int = 5
) -> tuple[Evidence, ...]:
    """Give the sentences that tell the same, those with most hard facts."""

    def shared(pair: tuple[int, int]) -> int:
        both = one.tellings[pair[0]].facts & other.tellings[pair[1]].facts
        return sum(fact.sort in HARD for fact in both)

    chosen = sorted(found.partners, key=lambda pair: (-shared(pair), pair))[:most]
    return tuple(
        Evidence(
            one.tellings[left].start,
            one.tellings[left].end,
            other.tellings[right].start,
            other.tellings[right].end,
        )
        for left, right in sorted(chosen)
    )


def _digits(value: str) -> float:
    """Weigh a number: 1,843 is telling, 20 and 3,000 are not, 4 hardly."""
    significant = len(value.strip("-0").replace(".", "").replace(":", "").strip("0"))
    return {0: 0.1, 1: 0.3 if len(value) == 1 else 0.6, 2: 1.0}.get(significant, 1.5)


def _comparable(one: Account, other: Account) -> set[Fact]:
    """Choose the facts that both languages can state.

    Hangul has no capitals, so every word there may be a name: a Korean text's names
    are those of the other text that it has too, and among Koreans words must do.
    """
    facts: set[Fact] = set(one.facts)
    if one.language == "ko":
        spelt = other.facts if other.language != "ko" else frozenset()
        facts = {f for f in facts if f.sort is not Sort.NAME or f in spelt}
    if one.language != other.language:
        return {fact for fact in facts if fact.sort is not Sort.WORD}
    if other.language == "ko":
        return {fact for fact in facts if fact.sort is not Sort.NAME}
    return facts


def _figures(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.sort in {Sort.NUMBER, Sort.DAY}]


def _telling(figure: Fact) -> bool:
    """Whether a figure is more than one digit, which may be an article or a pronoun."""
    return figure.sort is Sort.DAY or len(figure.value) > 1


def _soft(mine: set[Fact], theirs: set[Fact], rarity: Rarity) -> float:
    own = {fact for fact in mine if fact.sort not in HARD}
    return _share(rarity.total(own & theirs), rarity.total(own))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


# Sentence by sentence


def _aligned(
    one: Account, other: Account, rarity: Rarity
) -> tuple[list[tuple[int, int]], float, float]:
    """Pair sentences that tell the same, in one order (Needleman and Wunsch 1970)."""
    both = _comparable(one, other) & _comparable(other, one)
    table = [
        [_alike(left, right, both, rarity) for right in other.tellings]
        for left in one.tellings
    ]
    pairs = _best_path(table)
    letters = sum(telling.letters for telling in one.tellings)
    other_letters = sum(telling.letters for telling in other.tellings)
    mine = sum(one.tellings[left].letters for left, _ in pairs)
    theirs = sum(other.tellings[right].letters for _, right in pairs)
    return pairs, _share(mine, letters), _share(theirs, other_letters)


def _alike(left: Telling, right: Telling, both: set[Fact], rarity: Rarity) -> float:
    mine, theirs = left.facts, right.facts
    shared = rarity.total(mine & theirs & both)
    if not shared:
        return 0.0
    # Against the shorter sentence: a summary's tells a part, or two in one.
    whole = min(rarity.total(_stated(mine, both)), rarity.total(_stated(theirs, both)))
    return min(shared / (whole + 0.5), 1.0)


def _stated(facts: frozenset[Fact], both: set[Fact]) -> set[Fact]:
    return {
        f for f in facts if f.sort in {Sort.NUMBER, Sort.DAY, Sort.THING} or f in both
    }


def _best_path(table: list[list[float]]) -> list[tuple[int, int]]:
    """Choose pairs that rise in both texts with the greatest sum of likeness."""
    rows, columns = len(table), len(table[0]) if table else 0
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + table[i][j] if table[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
