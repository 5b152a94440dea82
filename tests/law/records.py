"""Records of every kind, by chance but the same in each run."""

import random
from collections.abc import Iterator

import polars as pl

from safeconduct.law import FACTS, ContradictoryFacts, check
from safeconduct.law.facts import TRUTH
from safeconduct.law.kinds import OneOf
from tests.law.cases import (
    REFUSES_AFTER,
    WANTS_HOME,
    WANTS_HOME_AT_RISK,
    WANTS_KOREA,
)

STATES = ("KP", "RU", "KR")
STARTS: tuple[dict[str, object], ...] = (
    WANTS_HOME,
    WANTS_KOREA,
    WANTS_HOME_AT_RISK,
    REFUSES_AFTER,
    {},
)
WISHES = (
    *("never_asked", "undecided", "refuses", "stay", "return"),
    *("return:KP", "return:RU", "refuge:KR", "refuge:RU"),
)
SETS = (["KP"], ["RU"], ["KR"], ["KP", "RU"], ["RU", "KP", "KR"])


def _values() -> dict[str, tuple[object, ...]]:
    """List what each fact may be, by name, unknown aside."""
    found: dict[str, tuple[object, ...]] = {
        "wish.current": WISHES,
        "exposure.k": (0, 19, 20, 300),
        "status.powers": SETS,
        "conflict.parties": (["UA", "RU"], ["UA", "RU", "KP"]),
        "person.nationalities": SETS,
        "receiving.state": ("KR", "RU", ["KR", "RU"]),
        "detaining.state": ("UA", "RU"),
    }
    for fact in FACTS.values():
        if not fact.decides or fact.name in found:
            continue
        for name in _named(fact.stem, fact.parameters):
            if fact.kind is TRUTH:
                found[name] = ("T", "F")
            elif isinstance(fact.kind, OneOf):
                found[name] = fact.kind.words
    return found


def _named(stem: str, parameters: tuple[str, ...]) -> list[str]:
    match len(parameters):
        case 0:
            return [stem]
        case 1:
            plain = [stem] if stem.startswith("receiving.") else []
            return plain + [f"{stem}[{state}]" for state in STATES]
        case _:
            pairs = ((a, b) for a in STATES for b in STATES if a != b)
            return [f"{stem}[{a}->{b}]" for a, b in pairs]


VALUES = _values()


def records(how_many: int, seed: int = 0) -> Iterator[dict[str, object]]:
    """Make records: some near a case that passes, some of all facts at once."""
    chance = random.Random(seed)
    names = sorted(VALUES)
    made = 0
    while made < how_many:
        facts = dict(chance.choice(STARTS))
        changed = chance.choice((0, 1, 2, 3, 5, 8, 20, len(names)))
        for name in chance.sample(names, changed):
            facts[name] = chance.choice((*VALUES[name], "U"))
        for name in chance.sample(sorted(facts), len(facts) // 8):
            del facts[name]
        try:
            check(facts)
        except ContradictoryFacts:
            continue
        made += 1
        yield facts


SETS_OF_STATES = {
    *("status.powers", "conflict.parties", "person.nationalities", "receiving.state")
}


def table(made: list[dict[str, object]]) -> pl.DataFrame:
    """Write records as a table: a row each, a column for each fact."""
    names = sorted({name for facts in made for name in facts})
    ids = pl.Series("id", [f"case {number}" for number in range(len(made))])
    columns = [_column(name, [facts.get(name) for facts in made]) for name in names]
    return pl.DataFrame([ids, *columns])


def _column(name: str, values: list[object]) -> pl.Series:
    if name in SETS_OF_STATES:
        listed = [[v] if isinstance(v, str) else v for v in values]
        return pl.Series(name, listed, pl.List(pl.String))
    if name == "exposure.k":
        numbers = [None if value == "U" else value for value in values]
        return pl.Series(name, numbers, pl.Int64)
    return pl.Series(name, values, pl.String)
