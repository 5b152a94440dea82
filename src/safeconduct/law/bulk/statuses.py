"""Which status has each act in each case of a register, towards each State?

The whole law is read on bit planes, in pieces small enough for the cache. This file
says on words what `decision.py` says on one case.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from safeconduct.law.acts import ACTS, DEPARTURES, R2, REMAIN, Act, I
from safeconduct.law.answer import BEST_FIRST, Status
from safeconduct.law.assess import HOSTILITIES
from safeconduct.law.bulk.views import Views
from safeconduct.law.derive.case import NOWHERE
from safeconduct.law.expression import Expression, any_of, fold
from safeconduct.law.norm import Mode
from safeconduct.law.pack import Pack
from safeconduct.law.readings.names import Names
from safeconduct.law.readings.planes import Mask, Plane, Planes, Words, unpacked
from safeconduct.law.statute import Statute

DEPARTURE_OPENS, INTERNMENT_OPENS = "outcome.departure", "outcome.internment"
# Words in a piece: 64 times as many cases. The planes of a piece stay in the cache.
PIECE = 1024
Lookup = Callable[[str], Plane]
Statuses = npt.NDArray[np.uint8]
# What stands in a cell towards a State that is no destination of the case.
NOT_ASKED = len(BEST_FIRST)


@dataclass(frozen=True)
class Slot:
    """An act towards one State (`-`: towards none, `?`: one that nobody named)."""

    act: Act
    towards: str

    @property
    def name(self) -> str:
        """The option with its State, `R1[KP]`, as columns are named."""
        letter = self.act.option or self.act.name
        return letter if self.towards == NOWHERE else f"{letter}[{self.towards}]"


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers of one slot, a bit per case.

    Attributes:
        asked: Whether the State is a destination of the case.
        status: The cases that have each status, asked or not.
        gate_open: Whether the gate is open.
        contested: Whether a contested norm carries the act.
        forecast: Whether the answer is for a time that has not come.
    """

    asked: Words
    status: Mapping[Status, Words]
    gate_open: Words
    contested: Words
    forecast: Words

    @property
    def passes(self) -> Words:
        """The cases in which the act may be done and is no forecast."""
        permitted = self.status[Status.REQUIRED] | self.status[Status.PERMITTED]
        passing: Words = permitted & self.asked & ~self.forecast
        return passing

    def codes(self, cases: int) -> Statuses:
        """Return the place of each case's status in `BEST_FIRST`, or `NOT_ASKED`."""
        found = np.full(cases, NOT_ASKED, np.uint8)
        for code, status in enumerate(BEST_FIRST):
            found[unpacked(self.status[status] & self.asked, cases)] = code
        return found


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The answers of a register under one pack."""

    law: Pack
    cases: int
    answers: Mapping[Slot, Answers]

    def mask(self, words: Words) -> Mask:
        """Read one bit per case."""
        return unpacked(words, self.cases)


def evaluate(law: Pack, views: Views) -> Evaluation:
    """Answer every act in every case towards every State it is asked about."""
    answers: dict[Slot, Answers] = {}
    for act in ACTS:
        if act is not REMAIN:
            answers.update(_of_act(law, act, views))
    answers.update(_of_act(law, REMAIN, views, outcomes_of(answers)))
    return Evaluation(law, len(views.register), answers)


def spoken_of(statute: Statute) -> frozenset[str]:
    """Name every predicate an act's norms read."""
    parts = (fold(part, Names()) for part in parts_of(statute))
    return frozenset[str]().union(*parts)


def parts_of(statute: Statute) -> tuple[Expression, ...]:
    """List what decides an act: scope, bar, wait, duty and basis."""
    return statute.scope, statute.bar, statute.wait, statute.duty, statute.basis


def outcomes_of(answers: Mapping[Slot, Answers]) -> dict[str, Plane]:
    """Tell of answers what `outcomes` tells."""
    return outcomes({slot: one.passes for slot, one in answers.items()})


def outcomes(passes: Mapping[Slot, Words]) -> dict[str, Plane]:
    """Tell where some departure passes and where internment does."""
    nowhere = np.zeros_like(next(iter(passes.values())))
    departs, stays = nowhere.copy(), nowhere.copy()
    for slot, cases in passes.items():
        if slot.act in DEPARTURES:
            departs |= cases
        if slot.act is I:
            stays |= cases
    return {
        DEPARTURE_OPENS: Plane(departs, ~departs),
        INTERNMENT_OPENS: Plane(stays, ~stays),
    }


def _of_act(
    law: Pack, act: Act, views: Views, known: Mapping[str, Plane] | None = None
) -> Iterator[tuple[Slot, Answers]]:
    statute = law.statutes[act.name]
    for towards, asked in views.slots(act).items():
        slot = Slot(act, towards)
        lookup, later = looking(views, slot, known), forecast(views, slot)
        yield slot, read_planes(statute, lookup, asked, later)


def forecast(views: Views, slot: Slot) -> Words:
    """Tell where the answer is for a time that has not come."""
    hostilities = views.plane(HOSTILITIES, slot.towards)
    over: Words = hostilities.false
    return ~over if slot.act is R2 else np.zeros_like(over)


def looking(
    views: Views, slot: Slot, known: Mapping[str, Plane] | None = None
) -> Lookup:
    """Find the predicates as an act towards a State sees them; some are known."""

    def plane(name: str) -> Plane:
        if known and name in known:
            return known[name]
        found = views.plane(name, slot.towards)
        if slot.act is R2 and name == HOSTILITIES:
            return _ceased(found)
        return found

    return plane


def _ceased(hostilities: Plane) -> Plane:
    """Assume that hostilities that last have ceased; unknown stays unknown."""
    known = hostilities.true | hostilities.false
    return Plane(np.zeros_like(known), known)


def read_planes(
    statute: Statute, lookup: Lookup, asked: Words, forecast: Words
) -> Answers:
    """Answer one act on prepared planes, where it is asked."""
    planes = {name: lookup(name) for name in spoken_of(statute)}
    status = {one: np.empty_like(asked) for one in BEST_FIRST}
    gate_open, contested = np.empty_like(asked), np.empty_like(asked)
    doubted = any_of(
        rule.effective
        for rule in statute.of(Mode.MUST, Mode.MAY)
        if rule.norm.contested
    )
    for start in range(0, len(asked), PIECE):
        piece = slice(start, start + PIECE)
        few = {name: plane.part(piece) for name, plane in planes.items()}
        reading = Planes(few.__getitem__, len(asked[piece]))
        memo: dict[Expression, Plane] = {}
        scope, bar, wait, duty, basis = (
            fold(part, reading, memo) for part in parts_of(statute)
        )
        gate_open[piece] = scope.true & bar.false & wait.false & basis.true
        decided = decide(scope, bar, wait, duty, basis)
        for one, words in decided.items():
            status[one][piece] = words
        carried = decided[Status.REQUIRED] | decided[Status.PERMITTED]
        contested[piece] = carried & fold(doubted, reading, memo).true
    gate_open &= ~forecast & asked
    return Answers(asked, status, gate_open, contested & asked, forecast)


def decide(
    scope: Plane, bar: Plane, wait: Plane, duty: Plane, basis: Plane
) -> dict[Status, Words]:
    """Give each case the first status that holds, as `Decision.status` does."""
    inside = ~scope.false
    barred = inside & bar.true
    rest = inside & bar.false & wait.false
    required = rest & duty.true
    rest = rest & ~duty.true
    permitted = rest & basis.true
    none = rest & basis.false
    return {
        Status.REQUIRED: required,
        Status.PERMITTED: permitted,
        Status.OPEN: inside & ~(barred | required | permitted | none),
        Status.BARRED: barred,
        Status.NO_BASIS: none | ~inside,
    }
