"""Does a second reading of the same norms, by Polars, give the same answers?

Two programs that share nothing but the norms and the predicates: a mistake in one shows
as a difference, and a difference stops the run. The predicates that `finders.py` finds
in all cases at once are found again by `derive/` in some cases, one by one.
"""

from collections.abc import Mapping

import numpy as np
import polars as pl

from safeconduct.law.acts import R2, REMAIN
from safeconduct.law.answer import BEST_FIRST, Status
from safeconduct.law.assess import HOSTILITIES
from safeconduct.law.bulk.finders import PLANE_FINDERS
from safeconduct.law.bulk.statuses import (
    Evaluation,
    Slot,
    outcomes_of,
    spoken_of,
)
from safeconduct.law.bulk.views import THERE, Views
from safeconduct.law.derive.case import NOWHERE, Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.errors import ReadingsDiffer
from safeconduct.law.expression import Expression, fold
from safeconduct.law.readings.planes import Plane, unpacked
from safeconduct.law.readings.polars import PolarsReading
from safeconduct.law.statute import Statute

MOST_NAMED = 10
# In so many cases, evenly spread, predicates are found again one by one.
SAMPLE = 200


def refuse_difference(evaluation: Evaluation, views: Views) -> None:
    """Find predicates again one by one, and read the law again by Polars.

    Raises:
        ReadingsDiffer: Some case has another predicate or status; the ids are named.
    """
    _refuse_other_findings(evaluation, views)
    known = outcomes_of(evaluation.answers)
    for slot, answers in evaluation.answers.items():
        statute = evaluation.law.statutes[slot.act.name]
        read = statuses(statute, _columns(statute, slot, views, known))
        first = answers.codes(evaluation.cases)
        asked = evaluation.mask(answers.asked)
        differ = asked & (read.to_numpy() != first)
        if differ.any():
            ids = views.register.ids.filter(pl.Series(differ))
            named = tuple(ids.head(MOST_NAMED))
            raise ReadingsDiffer(
                f"Two readings of {slot.name} differ in {len(ids)} cases, "
                f"first {', '.join(named)}. Nothing was written.",
                ids=named,
            )


def _refuse_other_findings(evaluation: Evaluation, views: Views) -> None:
    cases = range(0, evaluation.cases, max(1, evaluation.cases // SAMPLE))
    records = {
        case: views.register.record(case, views.register.columns) for case in cases
    }
    for predicate, towards in _found_at_once(evaluation):
        plane = views.plane(predicate, towards)
        true = unpacked(plane.true, evaluation.cases)
        false = unpacked(plane.false, evaluation.cases)
        for case, record in records.items():
            alone = Predicates(Case(record, towards)).truth(predicate)
            if (true[case], false[case]) != (alone is True, alone is False):
                id_ = views.register.ids[case]
                raise ReadingsDiffer(
                    f"{predicate}, looked at from {towards}, is found otherwise in the "
                    f"table than alone in {id_}. Nothing was written.",
                    ids=(id_,),
                )


def _found_at_once(evaluation: Evaluation) -> set[tuple[str, str]]:
    """List the predicates the answers rest on that are found in all cases at once."""
    return {
        (name, slot.towards if THERE in name else NOWHERE)
        for slot in evaluation.answers
        for name in spoken_of(evaluation.law.statutes[slot.act.name])
        if name in PLANE_FINDERS
    }


def statuses(statute: Statute, columns: pl.DataFrame) -> pl.Series:
    """Read the status of an act in each row: its place in `BEST_FIRST`."""
    reading = PolarsReading()

    def read(part: Expression) -> pl.Expr:
        return fold(part, reading)

    place = {one: pl.lit(BEST_FIRST.index(one), pl.UInt8) for one in Status}
    names = ("scope", "bar", "wait", "duty", "basis")
    parts = [getattr(statute, name) for name in names]
    truths = columns.with_columns(
        **{f"_{n}": read(p) for n, p in zip(names, parts, strict=True)}
    )
    bar, wait, basis = pl.col("_bar"), pl.col("_wait"), pl.col("_basis")
    return truths.select(
        status=pl.when(pl.col("_scope").not_().fill_null(value=False))
        .then(place[Status.NO_BASIS])
        .when(bar.fill_null(value=False))
        .then(place[Status.BARRED])
        .when(bar.is_null() | wait.fill_null(value=True))
        .then(place[Status.OPEN])
        .when(pl.col("_duty").fill_null(value=False))
        .then(place[Status.REQUIRED])
        .when(basis.fill_null(value=False))
        .then(place[Status.PERMITTED])
        .when(basis.is_null())
        .then(place[Status.OPEN])
        .otherwise(place[Status.NO_BASIS])
    )["status"]


def _columns(
    statute: Statute, slot: Slot, views: Views, known: Mapping[str, Plane]
) -> pl.DataFrame:
    """Write the predicates an act speaks of as Boolean columns."""
    cases = len(views.register)
    # A column of its own, for acts that speak of nothing.
    found = {"row": pl.Series("row", np.zeros(cases, np.bool_))}
    for name in sorted(spoken_of(statute)):
        if slot.act is REMAIN and name in known:
            plane = known[name]
        else:
            plane = views.plane(name, slot.towards)
        column = boolean(name, plane, cases)
        if slot.act is R2 and name == HOSTILITIES:
            # While they last the answer is for the day on which they will have ceased.
            column = column & False
            column = (
                pl.select(
                    pl.when(boolean(name, plane, cases).is_null())
                    .then(None)
                    .otherwise(column)
                )
                .to_series()
                .alias(name)
            )
        found[name] = column
    return pl.DataFrame(found)


def boolean(name: str, plane: Plane, cases: int) -> pl.Series:
    """Write a plane as a nullable Boolean column."""
    true = pl.Series(unpacked(plane.true, cases))
    known = pl.Series(unpacked(plane.true | plane.false, cases))
    return pl.select(pl.when(known).then(true)).to_series().alias(name)
