"""Expressions and assignments over which all readings have to agree."""

import random
from itertools import product

from hypothesis import strategies as st

from safeconduct.law.expression import (
    ALWAYS,
    NEVER,
    Expression,
    all_of,
    any_of,
    fact,
    fold,
    proven,
)
from safeconduct.law.readings.kleene import Kleene, Truth

TRUTHS: tuple[Truth, ...] = (True, False, None)


def names(count: int) -> list[str]:
    return [f"fact.{number}[there]" for number in range(count)]


def assignments(count: int) -> list[tuple[Truth, ...]]:
    """List all 3^count assignments."""
    return list(product(TRUTHS, repeat=count))


def kleene(expression: Expression, count: int) -> list[Truth]:
    """Read an expression in each assignment: what the other readings must give."""
    found = []
    for truths in assignments(count):
        case = dict(zip(names(count), truths, strict=True))
        found.append(fold(expression, Kleene(case.__getitem__)))
    return found


def laws(count: int, how_many: int) -> list[Expression]:
    """Make expressions that speak of every one of the facts; the same at each run."""
    chance = random.Random(count)
    return [_grown(names(count), chance) for _ in range(how_many)]


def _grown(spoken_of: list[str], chance: random.Random) -> Expression:
    parts = [fact(name) for name in spoken_of]
    while len(parts) > 1:
        taken = chance.sample(parts, k=min(len(parts), chance.choice((2, 2, 3))))
        parts = [one for one in parts if one not in taken]
        parts.append(_dressed(chance.choice((all_of, any_of))(taken), chance))
    return _dressed(parts[0], chance)


def _dressed(part: Expression, chance: random.Random) -> Expression:
    match chance.randrange(6):
        case 0 | 1:
            return ~part
        case 2:
            return proven(part)
        case 3:
            return ~proven(~part)
        case _:
            return part


def expressions(count: int) -> st.SearchStrategy[Expression]:
    """Draw expressions over so many facts, constants among them."""
    leaves = st.sampled_from([*map(fact, names(count)), ALWAYS, NEVER])
    return st.recursive(
        leaves,
        lambda part: st.one_of(
            part.map(lambda one: ~one),
            part.map(proven),
            st.lists(part, min_size=1, max_size=4).map(all_of),
            st.lists(part, min_size=1, max_size=4).map(any_of),
        ),
        max_leaves=12,
    )
