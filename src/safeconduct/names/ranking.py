"""Which names of a pool are likeliest to be the name that is asked for?

Candidates come on two ways. By readings: the Korean keys of the asked name are looked
up among those of the pool. By letters: its neighbours in letters and sounds, for names
that are not Korean, or damaged. What both bring is weighed pair by pair
(`weighing.py`); the weight decides the order, then the likeness, then the place.

A pool of 200,000 names in one process: a second or two if it is in Hangul, about
half a minute in Latin or Cyrillic, where each name of two words is decoded.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from heapq import merge, nsmallest
from itertools import islice
from math import exp, inf, log
from typing import NamedTuple

from safeconduct.names.decoding import Reading, decode, prior
from safeconduct.names.general.letters import words
from safeconduct.names.general.pool import Pool as Words
from safeconduct.names.hangul import FIRST, LAST, lawful
from safeconduct.names.neighbours import Neighbours
from safeconduct.names.slips import edits
from safeconduct.names.weighing import weight

__all__ = ["Hit", "Pool", "Spread", "rank"]

SHARD = 50_000
"""Names of a pool that are read at once; more go into several parts."""
BLOCK = 500
"""Queries that are answered at once."""
KEPT = 16
"""Readings kept of a name in the pool."""
TRIED = 256
"""Readings tried of a name that is asked."""
LAST_ALPHABETIC = "\u0530"
"""The first character after the Latin, Greek and Cyrillic letters."""
IN_HANGUL = re.compile("[가-힣]+").fullmatch
"""Whether a name is in Hangul and nothing else."""
SPARE = 6
"""Candidates that are weighed beyond those asked for."""
SOUNDING, SPELLED = 30, 60
"""Candidates by sounds and by the channel's spellings, in the smallest pool."""
SURE = 6.0
"""Nats from which on a hit by readings is no accident."""

Names = tuple[str, ...]
# A stretch of a pool, with its place, and queries; the hits of each query.
Part = tuple[tuple[int, Names], Sequence[str]]
Answer = list[list["Hit"]]
# Does work on parts, here or in other processes, and keeps their order: like `map`.
Spread = Callable[[Callable[[Part], Answer], Iterable[Part]], Iterable[Answer]]


class Hit(NamedTuple):
    """A name of the pool that was found.

    Attributes:
        place: Which it is in the pool, from 0.
        score: The weight in nats; of the corrected name, if that weighs more.
        likeness: In letters and sounds, from 0 to 2; 0 if it was not looked at.
    """

    place: int
    score: float
    likeness: float

    @property
    def order(self) -> tuple[float, float, int]:
        """Sort by this: the best first, equal ones by their places."""
        return -self.score, -self.likeness, self.place


@dataclass(frozen=True)
class Pool:
    """Names in which others are looked for.

    Attributes:
        names: Any script, mixed; none has more than 200 characters.
    """

    names: Sequence[str]

    def nearest(self, query: str, k: int) -> list[Hit]:
        """Give the k best hits, fewer only if the pool has fewer names.

        Raises:
            TooLong: The query has more than 200 characters.
        """
        read = self._by_readings(query, k + SPARE)
        alike = {} if self._enough(read, k) else self._by_letters(query, k)
        found = (
            Hit(place, self._score(query, place, read), alike.get(place, 0.0))
            for place in {*read, *alike}
        )
        return nsmallest(k, found, key=lambda hit: hit.order)

    def _score(self, query: str, place: int, read: dict[int, float]) -> float:
        """Weigh a pair; a typing error in the query is allowed for."""
        plain = weight(query, self.names[place], why=False, slips=False)
        return max(plain.nats, read.get(place, -inf))

    def _by_readings(self, query: str, most: int) -> dict[int, float]:
        """Find the places whose Korean readings agree best: the weight of each.

        The readings are those within one typing error; it costs as much as it is rare.
        """
        name = prior().name
        found: dict[int, float] = defaultdict(float)
        for reading in edits(query, TRIED):
            for place, chance in self._postings.get(reading.key, ()):
                found[place] += exp(reading.logp) * chance / name(reading.key)
        best = nsmallest(most, found, key=lambda place: (-found[place], place))
        return {place: log(found[place]) for place in best if found[place]}

    def _by_letters(self, query: str, k: int) -> dict[int, float]:
        """Find the places whose letters agree best, and how alike they are.

        What looks or sounds alike is sieved by the channel between Cyrillic and Latin.
        """
        size = len(self.names) if self._alphabetic else 0
        texts = [query, *(reading.key for reading in edits(query, 1))]
        near = self._neighbours.nearest(texts, max(k, size // 2000 + SOUNDING))
        if not size:
            return dict(near[:k])
        asked, places = words(query), {place for place, _likeness in near}
        places |= set(self._words.sieved(asked, size // 1000 + SPELLED))
        rough = self._words.joined(asked, sorted(places))
        best = nsmallest(k + SPARE, rough, key=lambda at: (-rough[at], at))
        likeness = dict(near)
        return {place: likeness.get(place, 0.0) for place in best}

    def _enough(self, read: dict[int, float], k: int) -> bool:
        """Whether the hits by readings are so many and so good that none is missed."""
        if len(read) < k:
            return False
        return not self._alphabetic or max(read.values()) > SURE

    @cached_property
    def _postings(self) -> dict[str, list[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, name in enumerate(self.names):
            for reading in _readings(name):
                found[reading.key].append((place, exp(reading.logp)))
        return dict(found)

    @cached_property
    def _neighbours(self) -> Neighbours:
        return Neighbours(self.names)

    @cached_property
    def _words(self) -> Words:
        return Words(self.names)

    @cached_property
    def _alphabetic(self) -> bool:
        """Whether a name is not in Hangul."""
        return not all(map(IN_HANGUL, self.names))


def rank(
    pool: Sequence[str],
    queries: Sequence[str],
    k: int = 10,
    spread: Spread = map,
) -> Iterator[list[Hit]]:
    """Give the k best hits in a pool for each query, best first.

    The answer does not depend on how the work is spread.

    Args:
        pool: Any script, mixed.
        queries: The same.
        k: How many hits; fewer only if the pool has fewer names.
        spread: Like `map`; may do the parts in other processes.

    Raises:
        TooLong: A name has more than 200 characters.
    """
    starts = range(0, len(pool), SHARD)
    shards = [(start, tuple(pool[start : start + SHARD])) for start in starts]
    blocks = [queries[n : n + BLOCK] for n in range(0, len(queries), BLOCK)]
    parts = ((shard, block) for block in blocks for shard in shards)
    done = iter(spread(partial(_answered, k=k), parts))
    for block in blocks:
        found = list(islice(done, len(shards)))
        for at in range(len(block)):
            hits = merge(*(one[at] for one in found), key=lambda hit: hit.order)
            yield list(islice(hits, k))


def _answered(part: Part, *, k: int) -> Answer:
    (start, names), queries = part
    pool = _pool(names)
    found = (pool.nearest(query, k) for query in queries)
    return [[hit._replace(place=hit.place + start) for hit in hits] for hits in found]


@lru_cache(maxsize=1)
def _pool(names: Names) -> Pool:
    """Keep the last part of a pool: the next queries often ask the same."""
    return Pool(names)


def _readings(name: str) -> Iterable[Reading]:
    """Read a name of the pool; a single word is left to its likeness."""
    if IN_HANGUL(name):
        return (Reading(name.translate(_law()), 0.0),)
    alphabetic = name[:1] < LAST_ALPHABETIC
    return () if alphabetic and name.isalpha() else decode(name, KEPT)


@cache
def _law() -> dict[int, str]:
    """What the key has for each syllable: a table is quicker than `key`."""
    return {code: lawful(chr(code)) for code in range(FIRST, LAST + 1)}
