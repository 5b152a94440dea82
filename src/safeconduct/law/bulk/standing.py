"""Where would each option stand if one more fact were known?

A survey asks this hundreds of times of the same register. So what was read of the law
is kept, part by part, and for each answer only those parts are read again that speak
of a predicate the answer may change.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.law.acts import ACTS, REMAIN
from safeconduct.law.bulk.statuses import (
    DEPARTURE_OPENS,
    INTERNMENT_OPENS,
    Slot,
    forecast,
    looking,
    outcomes,
    parts_of,
    spoken_of,
)
from safeconduct.law.bulk.views import Views
from safeconduct.law.expression import Expression, fold
from safeconduct.law.pack import Pack
from safeconduct.law.readings.names import Names
from safeconduct.law.readings.planes import Plane, Planes, Words
from safeconduct.law.statute import Statute

OUTCOMES = frozenset({DEPARTURE_OPENS, INTERNMENT_OPENS})


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read of one act towards one State.

    Attributes:
        asked: In which cases the State is a destination.
        open: In which of them the question is open.
        passes: In which of them the act may be done, and now.
        parts: Every part of the law that was read.
    """

    asked: Words
    open: Words
    passes: Words
    parts: Mapping[Expression, Plane]


class Standing:
    """Every act in every case of a register, read under one law.

    Args:
        law: The law.
        views: The predicates of the cases.
    """

    def __init__(self, law: Pack, views: Views) -> None:
        self._law = law
        self._names = {act.name: _names(law.statutes[act.name]) for act in ACTS}
        self._spoken_of = {act.name: spoken_of(law.statutes[act.name]) for act in ACTS}
        self._readings: dict[Slot, Reading] = {}
        # `REMAIN` is the last of the acts: it asks what came of the others.
        for act in ACTS:
            for towards, asked in views.slots(act).items():
                slot = Slot(act, towards)
                self._readings[slot] = self._read(slot, asked, views, {})

    def ended(self, later: Views) -> dict[Slot, Words]:
        """Tell in which cases a question that was open no longer is.

        Args:
            later: The views of the same cases with an answer in them. Slots that it
                cannot change are left out of what is returned.
        """
        now = dict(self._readings)
        found: dict[Slot, Words] = {}
        for slot, before in self._readings.items():
            touched = self._touched(slot, later)
            if slot.act is REMAIN and found:
                touched |= OUTCOMES
            if touched:
                names = self._names[slot.act.name]
                kept = {
                    part: plane
                    for part, plane in before.parts.items()
                    if touched.isdisjoint(names[part])
                }
                now[slot] = self._read(slot, before.asked, later, kept, now)
                found[slot] = before.open & ~now[slot].open
        return found

    def _touched(self, slot: Slot, later: Views) -> frozenset[str]:
        """Name the predicates an act speaks of that an answer may change."""
        names = self._spoken_of[slot.act.name]
        return frozenset(n for n in names if later.affected(n, slot.towards))

    def _read(
        self,
        slot: Slot,
        asked: Words,
        views: Views,
        parts: dict[Expression, Plane],
        readings: Mapping[Slot, Reading] | None = None,
    ) -> Reading:
        """Read an act in all cases, but for the parts that are there already."""
        known: dict[str, Plane] = {}
        if slot.act is REMAIN:
            others = self._readings if readings is None else readings
            known = outcomes({slot: one.passes for slot, one in others.items()})
        reading = Planes(looking(views, slot, known), len(asked))
        scope, bar, wait, duty, basis = (
            fold(part, reading, parts)
            for part in parts_of(self._law.statutes[slot.act.name])
        )
        free = asked & ~scope.false & bar.false & wait.false
        permitted = free & (duty.true | basis.true)
        closed = scope.false | bar.true | permitted | (free & basis.false)
        return Reading(
            asked,
            open=asked & ~closed,
            passes=permitted & ~forecast(views, slot),
            parts=parts,
        )


def _names(statute: Statute) -> dict[Expression, frozenset[str]]:
    """Name what each part of an act's law speaks of."""
    found: dict[Expression, frozenset[str]] = {}
    for part in parts_of(statute):
        fold(part, Names(), found)
    return found
