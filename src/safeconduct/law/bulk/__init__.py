"""What does the law say of a whole register at once?

    from safeconduct.law.bulk import assess_register, assess_table

    answers = assess_table(pl.read_parquet("register.parquet"), on=day)

A row is a case, a column a fact as the dictionary names it, `id` names the case. An
empty cell was not recorded. The predicates are found on bit planes, 64 cases a word,
and the norms are read on them; then the norms are read a second time by Polars, and any
difference stops the run.
"""

from safeconduct.law.bulk.reading import read_ids, read_records, read_register
from safeconduct.law.bulk.register import Register
from safeconduct.law.bulk.statuses import Evaluation, Slot, evaluate
from safeconduct.law.bulk.table import assess_register, assess_table
from safeconduct.law.bulk.views import Views

__all__ = [
    "Evaluation",
    "Register",
    "Slot",
    "Views",
    "assess_register",
    "assess_table",
    "evaluate",
    "read_ids",
    "read_records",
    "read_register",
]
