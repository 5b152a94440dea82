"""Which records are worth comparing, out of all that were opened?

Two records meet when a name of each may be read as one (`names.keys`), and no years
of birth that were claimed keep them apart: a year counts as its neighbours do, since
ages are counted in two ways, and an unknown year meets every other. Who shares no
reading of any name with his double is not found here; the other fields alone would
make too many pairs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from safeconduct import names
from safeconduct.matching.comparing import birth_years, compare, probability
from safeconduct.register.cards import Claim

# A name that more than so many bear in one year finds nobody; it would only fill the
# queue. They are counted, and said.
MOST_IN_BLOCK = 300

Records = Mapping[UUID, Sequence[Claim]]
Pair = tuple[UUID, UUID]


@dataclass(frozen=True)
class Found:
    """Two records that may be one person's, in the order of their ids."""

    pair: Pair
    weight: float
    probability: float


def find(
    records: Records,
    pairs: Iterable[Pair],
    *,
    among: int,
    at_least: float,
) -> list[Found]:
    """Compare pairs of records, and keep the likely ones, best first.

    Args:
        records: The claims of each person.
        pairs: Which of them are compared.
        among: How many records the register holds.
        at_least: The probability from which a pair is kept.
    """
    found = []
    for pair in pairs:
        weight = compare(records[pair[0]], records[pair[1]]).weight
        likely = probability(weight, among=among)
        if likely >= at_least:
            found.append(Found(pair, weight, likely))
    return sorted(found, key=lambda one: (-one.probability, one.pair))


def candidates(records: Records) -> Iterator[Pair]:
    """Yield each pair of records that share a block, once."""
    seen: set[Pair] = set()
    for block in blocks(records):
        if len(block) > MOST_IN_BLOCK:
            continue
        for index, one in enumerate(block):
            for other in block[index + 1 :]:
                pair = (min(one, other), max(one, other))
                if pair not in seen and not _apart(records, pair):
                    seen.add(pair)
                    yield pair


def too_large(records: Records) -> int:
    """Count the names that too many bear to be compared."""
    return sum(len(block) > MOST_IN_BLOCK for block in blocks(records))


def blocks(records: Records) -> Iterable[list[UUID]]:
    """Group persons by each reading of their names, and by what year they were born.

    A year forms a block with the year after it, so that neighbours meet.
    """
    bearers: dict[str, set[UUID]] = defaultdict(set)
    for person, claims in records.items():
        for key in _keys(claims):
            bearers[key].add(person)
    years = {person: birth_years(claims) for person, claims in records.items()}
    for each in bearers.values():
        if len(each) > 1:
            yield from _by_year(each, years)


def _by_year(
    bearers: set[UUID], years: Mapping[UUID, set[int]]
) -> Iterator[list[UUID]]:
    unknown = {person for person in bearers if not years[person]}
    born: dict[int, set[UUID]] = defaultdict(set)
    for person in bearers:
        for year in years[person]:
            born[year].add(person)
    for year, those in born.items():
        yield sorted(those | born.get(year + 1, set()) | unknown)
    if not born:
        yield sorted(unknown)


def _apart(records: Records, pair: Pair) -> bool:
    """Say whether every claimed year of one lies far from every one of the other."""
    here, there = (birth_years(records[person]) for person in pair)
    return bool(
        here and there and all(abs(one - other) > 1 for one in here for other in there)
    )


def _keys(claims: Iterable[Claim]) -> set[str]:
    return {key for c in claims if c.kind == "name" for key in names.keys(c.text)}
