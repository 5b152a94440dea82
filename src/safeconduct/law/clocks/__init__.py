"""Which time limits does the law set, and how do they stand for one person?

The clocks are data, a module per source; each says what starts it, what stops it, how
long it runs and whom it binds. `deadlines` reads them in a record, on a day the caller
names: this library reads no clock of its own.
"""

from collections.abc import Iterator
from datetime import date

from safeconduct.law.clocks import captivity, health, korea, penal, product
from safeconduct.law.clocks.clock import Clock, Limit, Record
from safeconduct.law.clocks.deadline import Deadline, State, read
from safeconduct.law.clocks.settings import SETTINGS, Settings, periods
from safeconduct.law.period import Period
from safeconduct.law.record import check
from safeconduct.law.when import When, day

__all__ = [
    "CLOCKS",
    "SETTINGS",
    "Clock",
    "Deadline",
    "Limit",
    "Period",
    "State",
    "clocks",
    "deadlines",
    "follow",
]

CLOCKS: tuple[Clock, ...] = tuple(
    clock
    for source in (captivity, health, penal, korea, product)
    for clock in source.CLOCKS
)
"""Every clock, those of the past too."""


def clocks(on: date) -> tuple[Clock, ...]:
    """List the clocks of a law day."""
    return tuple(clock for clock in CLOCKS if clock.in_force(on))


def deadlines(
    facts: Record, *, on: When, settings: Settings | None = None
) -> tuple[Deadline, ...]:
    """Tell how each time limit stands for one person.

    Args:
        facts: Fact names to values, as the dictionary writes them.
        on: The law day, or a moment of it with its time zone.
        settings: Periods, ISO 8601, in place of our own ones, by their names in
            `SETTINGS`: `{"reconfirmation": "PT48H"}`.

    Returns:
        A deadline for each clock, unless it is known not to apply. A clock that
        nothing has started yet says so.

    Raises:
        FactError: A fact is misnamed, malformed, or contradicts another.
        LawError: There is no such setting, or its period is none.
    """
    return tuple(follow(check(facts), on=on, settings=settings))


def follow(
    record: Record, *, on: When, settings: Settings | None = None
) -> Iterator[Deadline]:
    """Follow the clocks of that day in a checked record; otherwise as `deadlines`."""
    chosen = periods(settings or {})
    yield from read(clocks(day(on)), record, at=on, settings=chosen)
