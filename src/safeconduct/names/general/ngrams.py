"""How likely is a sequence of signs, each seen after the ones before it?

Absolute discounting, interpolated with the shorter context, as Kneser and Ney (ICASSP
1995): what a short context has seen is counted once per longer context, not by how
often. Signs are letters, or the pieces of the channel.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["END", "START", "Counts", "Grams", "count"]

START, END = "^", "$"
DISCOUNT = 0.7

Context = tuple[str, ...]
# For each context as long as the model looks back: how often each sign followed.
Counts = Mapping[Context, Mapping[str, float]]


def count(
    sequences: Iterable[tuple[Sequence[str], float]], back: int
) -> dict[Context, dict[str, float]]:
    """Count what follows what, `back` signs of context; each sequence has a weight."""
    found: defaultdict[Context, defaultdict[str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for signs, often in sequences:
        context: Context = (START,) * back
        for sign in (*signs, END):
            found[context][sign] += often
            context = (*context, sign)[1:]
    return {context: dict(signs) for context, signs in found.items()}


@dataclass(frozen=True, slots=True)
class _Level:
    """What is known after contexts of one length: share of the rest, and of each."""

    rest: dict[Context, float]
    seen: dict[Context, dict[str, float]]


@dataclass(frozen=True)
class Grams:
    """The probabilities of one kind of sequence.

    Attributes:
        back: How many signs of context are looked at.
        blank: The probability of a sign never seen at all.
    """

    back: int
    blank: float
    levels: tuple[_Level, ...] = field(repr=False)

    @classmethod
    def of(cls, counts: Counts) -> "Grams":
        """Make the probabilities out of counts; all contexts have one length."""
        back = len(next(iter(counts)))
        tables = [counts]
        for _ in range(back):
            tables.insert(0, _shorter(tables[0]))
        signs = len(tables[0][()]) if () in tables[0] else 1
        made = cls(back, 1.0 / (signs + 1) ** 2, ())
        for table in tables:
            made = cls(back, made.blank, (*made.levels, made.level(table)))
        return made

    def level(self, table: Counts) -> _Level:
        """Discount the counts of one context length, over the shorter ones."""
        rest: dict[Context, float] = {}
        seen: dict[Context, dict[str, float]] = {}
        for context, signs in table.items():
            total = sum(signs.values())
            spare = sum(min(DISCOUNT, often) for often in signs.values()) / total
            rest[context] = spare
            seen[context] = {
                sign: max(0.0, often - DISCOUNT) / total
                + spare * self.probability(context[1:], sign)
                for sign, often in signs.items()
            }
        return _Level(rest, seen)

    def probability(self, context: Context, sign: str) -> float:
        """Return P(sign | context); the context may be longer, or shorter."""
        share = 1.0
        for length in range(min(len(self.levels) - 1, len(context)), -1, -1):
            level = self.levels[length]
            tail = context[len(context) - length :]
            if tail in level.seen:
                found = level.seen[tail].get(sign)
                if found is not None:
                    return share * found
                share *= level.rest[tail]
        return share * self.blank

    def log(self, signs: Sequence[str]) -> float:
        """Return the log probability of a whole sequence, its end included, in nats."""
        return sum(self.steps(signs))

    def steps(self, signs: Sequence[str]) -> Iterator[float]:
        """Give the log probability of each sign, and of the end."""
        context: Context = (START,) * self.back
        for sign in (*signs, END):
            yield math.log(self.probability(context, sign))
            context = (*context, sign)[1:]


def _shorter(counts: Counts) -> dict[Context, dict[str, float]]:
    found: defaultdict[Context, defaultdict[str, float]] = defaultdict(
        lambda: defaultdict(float)
    )
    for context, signs in counts.items():
        for sign in signs:
            found[context[1:]][sign] += 1.0
    return {context: dict(signs) for context, signs in found.items()}
