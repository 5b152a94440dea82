"""Who changes status, when the law changes, or what is known?

views = Views(read_register(frame))
for change in differences(evaluate(old, views), evaluate(new, views)):
change.slot, change.before, change.after, change.count, change.ids(views)
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np
import polars as pl

from safeconduct.law.answer import BEST_FIRST, Status
from safeconduct.law.bulk.register import Register
from safeconduct.law.bulk.statuses import Answers, Evaluation, Slot
from safeconduct.law.errors import LawError
from safeconduct.law.norm import Norm
from safeconduct.law.pack import Pack, load
from safeconduct.law.readings.planes import Words, unpacked
from safeconduct.law.record import check


@dataclass(frozen=True)
class NormChange:
    """A norm that one of two packs has not, or has otherwise; `None`: has not."""

    name: str
    before: Norm | None
    after: Norm | None


def changed_norms(old: Pack, new: Pack) -> tuple[NormChange, ...]:
    """List the norms that differ, by name."""
    before, after = _by_name(old), _by_name(new)
    names = sorted({name for name, _ in (*before, *after)})
    found: list[NormChange] = []
    for name in names:
        ours = [one for (n, _), one in before.items() if n == name]
        theirs = [one for (n, _), one in after.items() if n == name]
        gone = [one for one in ours if one not in theirs]
        come = [one for one in theirs if one not in ours]
        found += [NormChange(name, b, a) for b, a in zip_longest(gone, come)]
    return tuple(found)


def _by_name(law: Pack) -> dict[tuple[str, tuple[str, ...]], Norm]:
    # One name may stand several times, about different acts.
    return {(n.name, tuple(act.name for act in n.acts)): n for n in law.norms}


def without(law: Pack, *names: str) -> Pack:
    """Return the law as it would be without some norms, and priorities over them.

    Raises:
        LawError: There is no such norm.
        PackError: What is left makes no law.
    """
    known = {norm.name for norm in law.norms}
    for name in names:
        if name not in known:
            raise LawError(f"There is no norm {name} in this law.")
    kept = (
        replace(
            norm,
            prevails_over=tuple(n for n in norm.prevails_over if n not in names),
        )
        for norm in law.norms
        if norm.name not in names
    )
    return load(tuple(kept), law.position)


def stating(register: Register, name: str, value: object) -> tuple[Register, int]:
    """State a fact in every case, but where that contradicts what is recorded.

    Returns:
        The register, and in how many cases the fact could not be stated.

    Raises:
        FactError: The name or the value is not in the dictionary.
    """
    read = check({name: value})[name]
    changed, stated = register.answered(name, read, register.everywhere)
    return changed, len(register) - int(np.bitwise_count(stated).sum())


@dataclass(frozen=True, eq=False)
class Change:
    """The cases that go from one status to another in one slot.

    Attributes:
        slot: The act and the State.
        before, after: The statuses; `None`: the State was no destination.
        cases: A bit for each case.
    """

    slot: Slot
    before: Status | None
    after: Status | None
    cases: Words

    @property
    def count(self) -> int:
        """How many cases change so."""
        return int(np.bitwise_count(self.cases).sum())

    def ids(self, register: Register) -> pl.Series:
        """Name the cases."""
        places = np.flatnonzero(unpacked(self.cases, len(register)))
        return register.ids.gather(places)


def differences(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Find every change of status between two evaluations of the same cases."""
    for slot in dict.fromkeys((*old.answers, *new.answers)):
        before, after = old.answers.get(slot), new.answers.get(slot)
        first = _masks(before, after)
        last = _masks(after, before)
        for status, had in first.items():
            if not had.any():
                continue
            for other, has in last.items():
                if other is not status and (cases := had & has).any():
                    yield Change(slot, status, other, cases)


def _masks(one: Answers | None, other: Answers | None) -> dict[Status | None, Words]:
    if one is None:
        assert other is not None  # noqa: S101 - a slot stands in one of the two
        return {None: np.bitwise_not(np.zeros_like(other.asked))}
    found: dict[Status | None, Words] = {
        status: one.status[status] & one.asked for status in BEST_FIRST
    }
    return {**found, None: ~one.asked}
