"""Which answers does a table of cases get, as a table?"""

from collections.abc import Iterator
from datetime import date

import numpy as np
import polars as pl

from safeconduct.law.acts import ACTS, Act
from safeconduct.law.answer import BEST_FIRST
from safeconduct.law.bulk.reading import ID, read_register
from safeconduct.law.bulk.register import Register
from safeconduct.law.bulk.second import refuse_difference
from safeconduct.law.bulk.statuses import (
    NOT_ASKED,
    Evaluation,
    Statuses,
    evaluate,
)
from safeconduct.law.bulk.views import Views
from safeconduct.law.pack import pack
from safeconduct.law.readings.planes import Mask

MODE = "position.mode"
STATUS = pl.Enum([status.value for status in BEST_FIRST])
_ROW = "row"


def assess_table(
    frame: pl.DataFrame, *, on: date, position: str | None = None
) -> pl.DataFrame:
    """Answer every option for each row, as `assess` does for a record.

    Args:
        frame: `id` and a column for each fact; an empty cell was not recorded, `U` is
            recorded as unknown.
        on: The law day.
        position: As in `assess`: without it the column `position.mode` counts.

    Returns:
        A row per case, in the same order: `id`; for each option its `R1` status,
        whether its gate is open (`R1.gate`) and whether it is contested
        (`R1.contested`), of the best destination; the same for each destination
        (`R1[KP]`, empty where it is none of this case), and `remain`.

    Raises:
        LawError: As `read_register` and `pack` do, and `ReadingsDiffer` if the second
            reading gives other answers.
    """
    if position is not None or MODE not in frame.columns:
        return _assessed(frame, on, position or "risk_based")
    ours = frame.with_row_index(_ROW)
    will = pl.col(MODE).cast(pl.String) == "will_based"
    parts = [
        _assessed(part.drop(_ROW), on, mode).with_columns(part[_ROW])
        for mode, wanted in (("risk_based", False), ("will_based", True))
        if len(part := ours.filter(will.fill_null(value=False) == wanted))
    ]
    if not parts:
        return _assessed(frame, on, "risk_based")
    return pl.concat(parts, how="diagonal").sort(_ROW).drop(_ROW)


def _assessed(frame: pl.DataFrame, on: date, position: str) -> pl.DataFrame:
    answers = assess_register(read_register(frame), on=on, position=position)
    return answers.with_columns(frame[ID])


def assess_register(register: Register, *, on: date, position: str) -> pl.DataFrame:
    """Answer every option for each case of a register, as `assess_table` does.

    Raises:
        NoLawInForce: The day lies before the first pack.
        ReadingsDiffer: The second reading gives other answers.
    """
    views = Views(register)
    evaluation = evaluate(pack(on, position), views)
    refuse_difference(evaluation, views)
    return pl.DataFrame([register.ids.alias(ID)]).with_columns(
        column for act in ACTS for column in _columns(act, evaluation)
    )


def _columns(act: Act, evaluation: Evaluation) -> Iterator[pl.Series]:
    letter = act.option or act.name
    slots = {s: a for s, a in evaluation.answers.items() if s.act is act}
    if not slots:
        return
    codes = {slot: one.codes(evaluation.cases) for slot, one in slots.items()}
    best = np.minimum.reduce(list(codes.values()))
    contested = np.ones(evaluation.cases, np.bool_)
    opened = np.zeros(evaluation.cases, np.bool_)
    for slot, one in slots.items():
        # Contested only if each of the best answers is.
        contested &= evaluation.mask(one.contested) | (codes[slot] != best)
        opened |= evaluation.mask(one.gate_open)
    yield from _three(letter, best, opened, contested)
    for slot, one in slots.items():
        if slot.name != letter:
            gate, mark = map(evaluation.mask, (one.gate_open, one.contested))
            yield from _three(slot.name, codes[slot], gate, mark)


def _three(
    name: str, codes: Statuses, opened: Mask, contested: Mask
) -> Iterator[pl.Series]:
    """Write status, gate and mark; empty where the State is no destination."""
    asked = pl.col("code") < NOT_ASKED
    found = pl.DataFrame({"code": codes, "opened": opened, "contested": contested})
    told = found.select(pl.when(asked).then(one).alias(one) for one in found.columns)
    yield told["code"].cat.to(STATUS).alias(name)
    yield told["opened"].alias(f"{name}.gate")
    yield told["contested"].alias(f"{name}.contested")
