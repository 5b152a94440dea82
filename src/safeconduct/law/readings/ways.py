"""Which unknown facts, once learned, would decide a condition?

A *way* is a set of answers to unknown facts, and a condition has the smallest ways to
become true and the smallest ways to become false. They are computed from the ways of
its parts: whatever makes one part false makes a conjunction false; to make it true
takes a way for every part.

`proven` is not monotone (it is false until shown), so a way may promise too much there:
the caller checks each way by evaluating again.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

from safeconduct.law.readings.kleene import Truth

Way = frozenset[tuple[str, bool]]
Family = tuple[Way, ...]

NOTHING_NEEDED: Family = (frozenset(),)
NO_WAY: Family = ()
# Families are cut off here: an officer reads the first few.
MOST_WAYS = 64


@dataclass(frozen=True, slots=True)
class Ways:
    """The smallest ways of a condition to become true and to become false."""

    true: Family
    false: Family


class Learning:
    """Read an expression as the ways to decide it.

    Args:
        truth: Answers the truth of a fact by its name.
        learnable: Says whether an unknown fact can turn out to be so.
        size: Says how many things an officer has to find out for a way.
        most: Ways of more than this size are left out.
    """

    def __init__(
        self,
        truth: Callable[[str], Truth],
        *,
        learnable: Callable[[str, bool], bool],
        size: Callable[[Way], int],
        most: int,
    ) -> None:
        self._truth = truth
        self._learnable = learnable
        self._size = size
        self._most = most

    def fact(self, name: str) -> Ways:
        """Take what is known as it is; an unknown fact can be learned either way."""
        value = self._truth(name)
        if value is None:
            return Ways(self._learn(name, so=True), self._learn(name, so=False))
        return self.always() if value else self.never()

    def _learn(self, name: str, *, so: bool) -> Family:
        return (frozenset({(name, so)}),) if self._learnable(name, so) else NO_WAY

    def always(self) -> Ways:
        """Need nothing."""
        return Ways(NOTHING_NEEDED, NO_WAY)

    def never(self) -> Ways:
        """Need nothing."""
        return Ways(NO_WAY, NOTHING_NEEDED)

    def all(self, parts: tuple[Ways, ...]) -> Ways:
        """Become true through every part, false through one."""
        return Ways(
            self._jointly([part.true for part in parts]),
            self._smallest(way for part in parts for way in part.false),
        )

    def any(self, parts: tuple[Ways, ...]) -> Ways:
        """Become true through one part, false through every one."""
        return Ways(
            self._smallest(way for part in parts for way in part.true),
            self._jointly([part.false for part in parts]),
        )

    def no(self, part: Ways) -> Ways:
        """Swap."""
        return Ways(part.false, part.true)

    def proven(self, part: Ways) -> Ways:
        """Become true as the part does; not shown is false already."""
        if part.true == NOTHING_NEEDED:
            return self.always()
        return Ways(part.true, NOTHING_NEEDED)

    def _jointly(self, families: list[Family]) -> Family:
        found: Family = NOTHING_NEEDED
        for family in sorted(families, key=len):
            found = self._smallest(one | other for one, other in product(found, family))
        return found

    def _smallest(self, ways: Iterable[Way]) -> Family:
        """Drop what is too large, contradicts itself or contains another way."""
        kept: list[Way] = []
        for way in sorted(set(ways), key=lambda way: (len(way), sorted(way))):
            if (
                len({name for name, _ in way}) < len(way)
                or self._size(way) > self._most
            ):
                continue
            if not any(other <= way for other in kept):
                kept.append(way)
            if len(kept) == MOST_WAYS:
                break
        return tuple(kept)
