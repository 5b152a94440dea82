"""What is a clock: who must do what, how soon, counted from what?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.law.expression import ALWAYS, Expression
from safeconduct.law.norm import FIRST_DAY, Provision
from safeconduct.law.when import When, written

Record = Mapping[str, object]
"""A checked record, as `record.check` returns it."""


class Limit(StrEnum):
    """How a clock limits."""

    AT_MOST = "at_most"
    """It must be done before the period is over."""
    AT_LEAST = "at_least"
    """It must not be done before the period is over."""
    AT_ONCE = "at_once"
    """It must be done without delay; no period is given."""
    EVERY = "every"
    """It must be done again before each period is over."""
    FLOOR = "floor"
    """At least so much must be allowed in each period."""


@dataclass(frozen=True)
class Sign:
    """Something in the record that starts or stops a clock.

    Attributes:
        fact: A dated fact; a fact that holds or has one of `words`; or a list of
            records.
        words: Which words count: of the fact, or of the field `kind` of its records.
        field: Which field of its records holds the date.
    """

    fact: str
    words: tuple[str, ...] = ()
    field: str = "day"

    def moments(self, record: Record) -> Iterator[When]:
        """Tell when it was seen, as far as the record has a date."""
        value = record.get(self.fact)
        entries = value if isinstance(value, tuple) else ()
        for one in entries:
            if isinstance(one, Mapping) and self._counts(one.get("kind")):
                yield from _dated(one.get(self.field))
        yield from _dated(value)

    def holds(self, record: Record) -> bool:
        """Ask whether it was seen, though the record has no date for it."""
        value = record.get(self.fact)
        return value is True or (isinstance(value, str) and value in self.words)

    def _counts(self, word: object) -> bool:
        return not self.words or word in self.words


def _dated(value: object) -> Iterator[When]:
    when = written(value)
    if when is not None:
        yield when


def on(fact: str, *words: str, field: str = "day") -> Sign:
    """Name what starts or stops a clock."""
    return Sign(fact, words, field)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """One time limit.

    Attributes:
        provision: Where it stands, with the mark of how far that was checked.
        leg: Tells it from the other clocks of the provision.
        limit: How it limits.
        says: What must be done, in plain English.
        binds: Who is bound: an office, as in the dictionary of facts.
        period: ISO 8601; empty where none is given.
        setting: The name of our own period in place of one, or empty.
        least: How much must be allowed in a period (`FLOOR`).
        starts: What starts it: the latest of these that has come.
        first: Whether the earliest counts instead: it is not started again, and what
            was done before it started counts as done.
        stops: What stops it; the first that comes after the start.
        when: Under which condition it runs.
        captive: Whether it ends with captivity.
        protected: Whether it tells of his wish, his claim or what awaits him, which
            whoever keeps him need not know.
        since: First day in force.
        until: First day no longer in force, or `None`.
    """

    provision: Provision
    leg: str
    limit: Limit
    says: str
    binds: str
    period: str = ""
    setting: str = ""
    least: int = 0
    starts: tuple[Sign, ...] = ()
    first: bool = False
    stops: tuple[Sign, ...] = ()
    when: Expression = ALWAYS
    captive: bool = True
    protected: bool = False
    since: date = FIRST_DAY
    until: date | None = None

    @property
    def name(self) -> str:
        """The provision with the leg, `GCIII-70/week`."""
        return f"{self.provision.id}/{self.leg}"

    @property
    def recurs(self) -> bool:
        """Whether it starts again each time."""
        return self.limit in {Limit.EVERY, Limit.FLOOR} or not self.first

    def in_force(self, on: date) -> bool:
        """Ask whether it was law on that day."""
        return self.since <= on and (self.until is None or on < self.until)

    def length(self, settings: Mapping[str, str]) -> str:
        """Return its period, ISO 8601, or an empty word."""
        return settings[self.setting] if self.setting else self.period
