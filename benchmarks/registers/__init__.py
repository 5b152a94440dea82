"""A generator of realistic registers, for honest figures of linkage and search.

It shares nothing with `safeconduct.names`: its names, its spelling habits and its
errors are its own (tests/registers/test_independence.py holds it to that). What it
cannot show stands in docs/explanation/register-generator.md.

    from benchmarks.registers import MIXES, Plan, register

    records, persons = register(Plan(persons=50_000, records=100_000, seed=5))

Large registers come in pieces, each a pair of such tables: `for records, persons in
pieces(plan)`. The truth is `person_id`; a linkage must not be shown it.
"""

from benchmarks.registers.plan import (
    MIXES,
    NOTHING_WRONG,
    PEOPLES,
    SOURCES,
    Plan,
    Rates,
)
from benchmarks.registers.register import pieces, register

__all__ = [
    "MIXES",
    "NOTHING_WRONG",
    "PEOPLES",
    "SOURCES",
    "Plan",
    "Rates",
    "pieces",
    "register",
]
