"""How does everyone in custody stand under the law of a day, and who stands otherwise?

Nothing is written: whoever stands otherwise than his newest determination says has to
be determined again, by an officer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import islice

import polars as pl
from django.conf import settings

from safeconduct.determination.everyone import Known, Made, everyone
from safeconduct.law import NOWHERE, pack
from safeconduct.law.acts import OPTIONS, Towards
from safeconduct.law.answer import Status
from safeconduct.law.bulk import assess_register, read_records
from safeconduct.law.record import declaration

# Persons who are assessed at a time.
PERSONS = 20_000


class Reason(StrEnum):
    """What has changed since a determination that says otherwise."""

    LAW = "law"
    FACTS = "facts"
    BOTH = "law and facts"
    NEITHER = "neither"


@dataclass
class Counts:
    """How everyone in custody stands.

    Attributes:
        cases: How many there are.
        undetermined: How many have no determination.
        results: How many have each result, by option.
        otherwise: How many stand otherwise than their newest determination says.
    """

    cases: int = 0
    undetermined: int = 0
    results: dict[str, Counter[str]] = field(default_factory=dict)
    otherwise: Counter[Reason] = field(default_factory=Counter)


def reassess(
    *, on: date, at: datetime, counts: Counts, position: str | None = None
) -> Iterator[pl.DataFrame]:
    """Ask the law of a day about everyone in custody, a part at a time.

    Args:
        on: The law day.
        at: The moment whose facts count, timezone-aware.
        counts: What is counted is added here.
        position: As in `assess`; the position of this house if left out.

    Returns:
        The answers as `assess_table` gives them; `id` is the case number.

    Raises:
        LawError: There is no law for the day, a fact on record is none of the
            dictionary, or two readings differ.
    """
    stance = position or settings.POSITION
    law_hash = pack(on, stance).hash
    for persons in _parts(everyone(at=at)):
        register = read_records({one.case_number: _deciding(one) for one in persons})
        answers = assess_register(register, on=on, position=stance)
        _count(counts, persons, answers, law_hash)
        yield answers


def _parts(persons: Iterator[Known]) -> Iterator[list[Known]]:
    while part := list(islice(persons, PERSONS)):
        yield part


def _deciding(known: Known) -> dict[str, object]:
    """Leave out what no norm reads."""
    return {name: value for name, value in known.facts.items() if _decides(name)}


@cache
def _decides(name: str) -> bool:
    return declaration(name)[0].decides


def _count(
    counts: Counts, persons: list[Known], answers: pl.DataFrame, law_hash: str
) -> None:
    counts.cases += len(persons)
    for act in OPTIONS:
        found = counts.results.setdefault(act.option, Counter())
        for status, cases in answers[act.option].value_counts().iter_rows():
            found[Status(status).result] += cases
    for known, now in zip(persons, statuses(answers), strict=True):
        if known.made is None:
            counts.undetermined += 1
        elif now != dict(_flat(known.made)):
            counts.otherwise[_reason(known, known.made, law_hash)] += 1


def statuses(answers: pl.DataFrame) -> Iterator[dict[str, str]]:
    """Write the statuses of each case by option and State, `R1[KP]`."""
    names = [name for name in answers.columns if _is_slot(name)]
    for row in answers.select(pl.col(names).cast(pl.String)).iter_rows():
        yield {n: told for n, told in zip(names, row, strict=True) if told is not None}


def _is_slot(column: str) -> bool:
    """Ask whether a column has the statuses of an option towards one State."""
    letter, bracket, _ = column.partition("[")
    act = next((act for act in OPTIONS if act.option == letter), None)
    if act is None or "." in column:
        return False
    return bool(bracket) or act.towards is Towards.NOWHERE


def _flat(made: Made) -> Iterable[tuple[str, str]]:
    for option, destinations in made.statuses.items():
        for state, status in destinations.items():
            yield option if state == NOWHERE else f"{option}[{state}]", status


def _reason(known: Known, made: Made, law_hash: str) -> Reason:
    law, facts = made.law_hash != law_hash, _differ(made.facts, known.facts)
    if law:
        return Reason.BOTH if facts else Reason.LAW
    return Reason.FACTS if facts else Reason.NEITHER


def _differ(then: Mapping[str, object], now: Mapping[str, object]) -> bool:
    return any(then.get(name) != now.get(name) for name in {*then, *now})
