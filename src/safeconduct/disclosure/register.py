"""The protected persons, ready to be looked for."""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import attrgetter

import numpy as np

from safeconduct.disclosure.automaton import NameIndex
from safeconduct.disclosure.counting import Traits
from safeconduct.disclosure.details import COMPARED, Field
from safeconduct.disclosure.fitting import NEAR, NO
from safeconduct.disclosure.persons import Person


@contextmanager
def _nothing_is_garbage() -> Iterator[None]:
    """Do not look for cycles: it took a quarter of the time, and there are none."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


class Register:
    """Names in one automaton, details in columns.

    It holds identities: keep it in memory, build it anew when a record is erased.
    """

    def __init__(self, persons: Iterable[Person]) -> None:
        # Sorted, so that no result depends on the order of the list.
        self.persons = tuple(sorted(persons, key=lambda person: person.id))
        with _nothing_is_garbage():
            self.names = NameIndex(self.persons)
            self.traits = Traits(self.persons)

    def __len__(self) -> int:
        """Return the number of persons."""
        return len(self.persons)

    def index(self, id_: str) -> int:
        """Return where the person of an id stands; of two by one id the first.

        Raises:
            KeyError: nobody has it.
        """
        at = bisect_left(self.persons, id_, key=attrgetter("id"))
        if at == len(self) or self.persons[at].id != id_:
            raise KeyError(id_)
        return at

    def person(self, id_: str) -> Person:
        """Return the person of an id; of two by one id the first.

        Raises:
            KeyError: nobody has it.
        """
        return self.persons[self.index(id_)]

    def has_name(self, text: str) -> bool:
        """Whether a protected name may stand in a text; alone it tells little."""
        return bool(self.names.find(text))

    def may_be(self, person: int, field: Field, value: object) -> bool:
        """Whether what is told of a field does not contradict a person's record."""
        return field not in COMPARED or self.traits.level(field, value, person) > NO

    def count(self, told: Iterable[tuple[Field, object]]) -> int:
        """Count the persons whom all of these details fit.

        A value is what `details` read from a text, for a name the name as written.
        Fields the register does not keep are left out.
        """
        fitting = np.ones(len(self), dtype=np.bool_)
        for field, value in told:
            if field is Field.NAME:
                owners = [hit.owners for hit in self.names.find(str(value))]
                named = np.zeros(len(self), dtype=np.bool_)
                for each in owners:
                    named[each] = True
                fitting &= named
            elif field in COMPARED:
                column = self.traits.levels(field, value)
                fitting &= (column > NO) & (column != NEAR)
        return int(fitting.sum())
