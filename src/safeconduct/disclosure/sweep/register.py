"""How does a process of a sweep come to its register?

What is pickled is the list of persons; the automaton of their names is built in the
memory of each process that needs one, and never written anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from safeconduct.disclosure.persons import Person
from safeconduct.disclosure.register import Register
from safeconduct.disclosure.scanning import scan
from safeconduct.disclosure.sweep.looking import Look, Row
from safeconduct.disclosure.sweep.names import NamesIn
from safeconduct.disclosure.sweep.sieve import Sieve
from safeconduct.text import Page


@dataclass(frozen=True, slots=True)
class MakeRegister:
    """The persons and the threshold, ready to be sent to a process."""

    persons: tuple[Person, ...]
    threshold: int

    def __call__(self) -> Look:
        """Build the register and what looks through it."""
        return Through(Register(self.persons), self.threshold)()


@dataclass(frozen=True, slots=True)
class Through:
    """A register that is built already, shared by processes that are forked."""

    register: Register
    threshold: int

    def __call__(self) -> Look:
        """Look through the register that is there."""
        names = NamesIn(self.register.names)
        return Look(Sieve(names), Rows(self.register, self.threshold))


@dataclass(frozen=True, slots=True)
class Rows:
    """Scans a page and gives a row for each person it gives away."""

    register: Register
    threshold: int

    def __call__(self, page: Page) -> Iterator[Row]:
        """Yield rows in the order of the persons' ids."""
        found = scan(page, self.register, threshold=self.threshold)
        for exposure in sorted(found, key=lambda found: found.person):
            yield {
                "person": exposure.person,
                "k": exposure.k,
                "spans": [
                    {
                        "start": span.start,
                        "end": span.end,
                        "kind": str(span.kind),
                        "field": str(span.field),
                    }
                    for span in exposure.spans
                ],
                "k_without": json.dumps(
                    {str(key): k for key, k in exposure.k_without.items()},
                    sort_keys=True,
                ),
            }
