"""What does the record say, looked at from the State an act is about?"""

from collections.abc import Mapping
from dataclasses import dataclass

from safeconduct.law.facts import FACTS, TRUTH
from safeconduct.law.readings.kleene import Truth, both, either, opposite

UNNAMED = "?"
"""A destination that nobody has named yet; every risk there is unknown."""
NOWHERE = "-"
"""The destination of an act that leads to no State."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The truth of a predicate, with the recorded facts that decide it."""

    value: Truth
    facts: tuple[str, ...]


def all_found(findings: list[Finding]) -> Finding:
    """Join by "and", keeping the facts that decide."""
    return _decided(both(one.value for one in findings), findings)


def any_found(findings: list[Finding]) -> Finding:
    """Join by "or", keeping the facts that decide."""
    return _decided(either(one.value for one in findings), findings)


def not_found(finding: Finding) -> Finding:
    """Turn a finding over."""
    return Finding(opposite(finding.value), finding.facts)


def _decided(value: Truth, findings: list[Finding]) -> Finding:
    facts = (fact for one in findings if one.value is value for fact in one.facts)
    return Finding(value, tuple(dict.fromkeys(facts)))


@dataclass(frozen=True)
class Case:
    """A checked record and the State an act is about.

    Attributes:
        record: As `record.check` returns it.
        towards: A State, `UNNAMED` or `NOWHERE`.
        unnamed_by: The fact that would name the State if it is unnamed.
    """

    record: Mapping[str, object]
    towards: str = NOWHERE
    unnamed_by: str = "status.powers"

    def truth(self, name: str) -> Finding:
        """Look up a true-or-false fact."""
        value = self.record.get(name)
        return Finding(value if isinstance(value, bool) else None, (name,))

    def word(self, name: str) -> str | None:
        """Look up a word; `None` is unknown."""
        value = self.record.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        """Look up a number; `None` is unknown."""
        value = self.record.get(name)
        return value if isinstance(value, int) else None

    def states(self, name: str) -> tuple[str, ...]:
        """Look up a set of States; an empty one is unknown."""
        value = self.record.get(name)
        return value if isinstance(value, tuple) else ()

    def is_one_of(self, name: str, *words: str) -> Finding:
        """Ask whether a fact has one of these values."""
        word = self.word(name)
        return Finding(None if word is None else word in words, (name,))

    def says(self, name: str) -> bool:
        """Ask whether the record speaks of a fact, be it to call it unknown."""
        return name in self.record

    def stated(self, name: str) -> Finding | None:
        """Look up a derived fact that somebody stated; a stated value wins."""
        finding = self.truth(name)
        return None if finding.value is None else finding

    def no_such_place(self) -> Finding:
        """Answer any question about a State that nobody has named."""
        return Finding(None, (self.unnamed_by,))

    def knows(self, name: str) -> bool:
        """Ask whether a fact has a value that is not unknown."""
        return self.record.get(name) is not None


def declared(name: str) -> bool:
    """Ask whether a recorded fact of this name is itself true, false or unknown."""
    return name in FACTS and FACTS[name].kind is TRUTH
