"""How does a register come about, piece by piece?

Every piece has its own stream of chance, made of the seed and its number, so memory
does not grow with the register, and a piece never depends on another.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from benchmarks.registers.clerks import clerks, passports
from benchmarks.registers.lives import HABITS, Lives, lives
from benchmarks.registers.names import native
from benchmarks.registers.plan import PEOPLES, Plan
from benchmarks.registers.records import Desk, Table, allot, assign, write

Piece = tuple[pl.DataFrame, pl.DataFrame]


def register(plan: Plan) -> Piece:
    """Generate all records and all persons at once."""
    made = list(pieces(plan))
    return pl.concat([records for records, _ in made]), pl.concat([p for _, p in made])


def pieces(plan: Plan) -> Iterator[Piece]:
    """Generate records and persons, some at a time; both are numbered throughout."""
    desk = Desk(clerks(plan.seed), passports(plan.seed, HABITS))
    first_person = first_record = 0
    for number, (persons, records) in enumerate(plan.shares()):
        chance = np.random.default_rng([plan.seed, number])
        of = lives(plan, persons, chance)
        counts = allot(of, records, chance)
        who, clerk = assign(of, counts, plan.rates, chance)
        table = Table(of, who, clerk, desk, plan.rates, chance)
        ids = pl.DataFrame(
            {
                "record_id": np.arange(records) + first_record,
                "person_id": who + first_person,
            }
        )
        yield ids.hstack(write(table)), _truth(of, first_person)
        desk.forget()
        first_person += persons
        first_record += records


def _truth(of: Lives, first: int) -> pl.DataFrame:
    """Tabulate who the persons are: for judging a linkage, never for linking."""
    return pl.DataFrame(
        {
            "person_id": np.arange(len(of)) + first,
            "people": pl.Series([PEOPLES[i] for i in of.people], dtype=pl.String),
            "sex": np.where(of.woman, "F", "M"),
            "name": pl.Series([native(name) for name in of.name], dtype=pl.String),
            "birth": np.datetime_as_string(of.born),
            "false_papers": [alias is not None for alias in of.alias],
            "like": pl.Series([kind or None for kind in of.like], dtype=pl.String),
        }
    )
