"""How many protected persons does what is left of a description fit?"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from safeconduct.disclosure.counting import Levels
from safeconduct.disclosure.details.detail import COMPARED, Field
from safeconduct.disclosure.fitting import NO
from safeconduct.disclosure.register import Register

Told = tuple[Field, object]


class Meter:
    """Counts, and remembers what it compared: a search asks the same many times."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._places = {person.id: at for at, person in enumerate(register.persons)}
        self._levels: dict[Told, Levels] = {}
        self._counts: dict[tuple[str, frozenset[Told]], int] = {}

    def count(self, person: str, details: Iterable[Told]) -> int:
        """Count whom all details fit as well as they fit this person.

        Stricter than the k of a scan: somebody of whose wound the register says
        nothing could be meant, but one with that very wound is meant rather. Never
        more than the group that the text itself states. A detail that contradicts his
        own record is a mistake of the report and is left out.
        """
        key = person, frozenset(details)
        if key not in self._counts:
            self._counts[key] = self._counted(*key)
        return self._counts[key]

    def _counted(self, person: str, told: frozenset[Told]) -> int:
        place = self._places[person]
        fitting = np.ones(len(self._register), dtype=np.bool_)
        for detail in told:
            if detail[0] in COMPARED:
                column = self._compared(detail)
                fitting &= column >= max(column[place], NO)
        groups = [v for which, v in told if which is Field.GROUP and isinstance(v, int)]
        return min([int(fitting.sum()), *groups])

    def _compared(self, detail: Told) -> Levels:
        if detail not in self._levels:
            self._levels[detail] = self._register.traits.levels(*detail)
        return self._levels[detail]
