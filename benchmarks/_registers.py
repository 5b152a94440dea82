"""Which register is a benchmark run on? One drawn by chance, with every fact in it."""

import sys
from pathlib import Path

import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1]))

from safeconduct.law.facts import RISKS
from tests.law.records import SETS_OF_STATES, STATES, VALUES, records, table

# Shares of the cells that are empty, and in which unknown is recorded.
SILENT, UNKNOWN = 0.15, 0.1


def all_distinct(cases: int) -> pl.DataFrame:
    """Draw every fact of every case on its own; no two cases are alike."""
    chance = np.random.default_rng(0)
    columns = [_column(name, cases, chance) for name in sorted(VALUES)]
    frame = pl.DataFrame([pl.Series("id", np.arange(cases)), *columns])
    return _without_contradictions(frame)


def with_few_kinds(cases: int, kinds: int = 20_000) -> pl.DataFrame:
    """Draw cases of so many kinds; cases of one kind agree in every fact."""
    chance = np.random.default_rng(0)
    made = table(list(records(kinds)))
    frame = made[pl.Series(chance.integers(0, len(made), cases))]
    return frame.with_columns(id=pl.Series(np.arange(cases)))


def _column(name: str, cases: int, chance: np.random.Generator) -> pl.Series:
    values, drawn = VALUES[name], chance.random(cases)
    stated = pl.Series(drawn > SILENT)
    if name == "exposure.k":
        found = pl.Series(chance.integers(0, 400, cases))
    else:
        listed = [[v] if isinstance(v, str) else v for v in values]
        words = [",".join(v) for v in listed] if name in SETS_OF_STATES else values
        places = chance.integers(0, len(words), cases)
        places[drawn <= SILENT + UNKNOWN] = len(words)
        found = pl.Series([*words, "U"], dtype=pl.String)[pl.Series(places)]
    told = pl.select(pl.when(stated).then(found)).to_series().alias(name)
    return told.str.split(",") if name in SETS_OF_STATES else told


def _without_contradictions(frame: pl.DataFrame) -> pl.DataFrame:
    """Take back what contradicts another fact of the same case."""
    for state in STATES:
        whole = f"risk.serious_harm[{state}]"
        risks = [f"{risk}[{state}]" for risk in RISKS]
        onward = [f"risk.onward[{s}->{state}]" for s in STATES if s != state]
        none, some = _is(whole, "F"), _is(whole, "T")
        frame = frame.with_columns(
            pl.when(none & _is(risk, "T")).then(pl.lit("F")).otherwise(risk).alias(risk)
            for risk in risks
        )
        without = pl.all_horizontal(_is(risk, "F") for risk in risks)
        frame = frame.with_columns(
            pl.when(some & without).then(pl.lit("U")).otherwise(whole).alias(whole),
            *(
                pl.when(none & _is(o, "T")).then(pl.lit("U")).otherwise(o).alias(o)
                for o in onward
            ),
        )
    return frame


def _is(name: str, word: str) -> pl.Expr:
    return (pl.col(name) == word).fill_null(value=False)
