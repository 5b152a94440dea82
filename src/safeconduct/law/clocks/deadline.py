"""How does a clock stand for one person, on one day?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key

from safeconduct.law.clocks.clock import Clock, Limit, Record, Sign, on
from safeconduct.law.clocks.conditions import found, source
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.expression import fold
from safeconduct.law.period import Period
from safeconduct.law.readings.kleene import Kleene, Truth
from safeconduct.law.readings.names import Names
from safeconduct.law.when import When, before, iso

_CAPTURE = (on("custody.events", "captured", "recaptured"),)
_END_OF_CAPTIVITY = (
    on("status.final_release_at"),
    on("death.at"),
    on(
        "custody.events",
        *("released", "repatriated", "exchanged", "transferred_power"),
        *("escaped", "died"),
    ),
)


class State(StrEnum):
    """How a clock stands."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    AT_ONCE = "at_once"
    """It must be done without delay and is not known to be done."""
    NOT_STARTED = "not_started"
    MAY_APPLY = "may_apply"
    """It is not known whether it applies."""


STANDING = (State.MISSED, State.AT_ONCE, State.RUNNING, State.MAY_APPLY)
"""The states in which something may still have to be done, most pressing first."""


@dataclass(frozen=True)
class Deadline:
    """How a clock stands.

    Attributes:
        clock: The clock.
        starts: The day or moment it counts from, or `None`.
        due: When its period is over, or `None` where it has none. For a clock that
            makes wait, the first moment at which it may be done.
        state: How it stands.
        why: The facts this rests on: what started it, what stopped it, and what would
            tell whether it applies.
        period: Its period, ISO 8601, or empty.
    """

    clock: Clock
    starts: When | None
    due: When | None
    state: State
    why: tuple[str, ...]
    period: str

    def as_json(self) -> dict[str, object]:
        """Return clock and state ready for JSON; days and times are ISO 8601, UTC."""
        provision = self.clock.provision
        return {
            "clock": self.clock.name,
            "provision": provision.id,
            "citation": provision.citation,
            "mark": provision.mark,
            "says": self.clock.says,
            "binds": self.clock.binds,
            "limit": self.clock.limit,
            "period": self.period or None,
            "starts": iso(self.starts) if self.starts else None,
            "due": iso(self.due) if self.due else None,
            "state": self.state,
            "why": list(self.why),
        }


def read(
    clocks: Iterable[Clock], record: Record, *, at: When, settings: Mapping[str, str]
) -> Iterator[Deadline]:
    """Read clocks in a checked record; one known not to apply is left out.

    Args:
        clocks: Which.
        record: As `record.check` returns it.
        at: The law day, or a moment with its time zone.
        settings: Our own periods by name.
    """
    look = Predicates(Case(record), found(record))
    over = _end_of_captivity(record, at)
    for clock in clocks:
        applies = fold(clock.when, Kleene(look.truth))
        if applies is not False:
            watch = _Watch(clock, record, look, at, over)
            deadline = watch.read(clock.length(settings), applies)
            if deadline is not None:
                yield deadline


def _end_of_captivity(record: Record, at: When) -> When | None:
    """Tell when captivity ended, the last time he was captured."""
    captured = _seen(_CAPTURE, record, until=at)
    since = captured[-1][0] if captured else None
    ended = _seen(_END_OF_CAPTIVITY, record, since=since, until=at)
    return ended[0][0] if ended else None


_Seen = list[tuple[When, str]]


def _earlier(one: tuple[When, str], other: tuple[When, str]) -> int:
    return before(other[0], one[0]) - before(one[0], other[0])


def _seen(
    signs: Iterable[Sign],
    record: Record,
    *,
    since: When | None = None,
    until: When | None = None,
) -> _Seen:
    """List when signs were seen, and in which fact, the earliest first."""
    seen = [(when, sign.fact) for sign in signs for when in sign.moments(record)]
    within = [
        (when, fact)
        for when, fact in seen
        if not (since and before(when, since)) and not (until and before(until, when))
    ]
    return sorted(within, key=cmp_to_key(_earlier))


@dataclass(frozen=True)
class _Watch:
    """A clock over a record at a moment; `over` is when captivity ended."""

    clock: Clock
    record: Record
    look: Predicates
    at: When
    over: When | None

    def read(self, length: str, applies: Truth) -> Deadline | None:
        """Tell how it stands; `None` if it ended with captivity."""
        started = self._started()
        if self.clock.limit is Limit.FLOOR:
            return self._floor(started, length)
        if started is None:
            return self._not_started(length)
        starts, fact = started
        due = Period.read(length).after(starts, waiting=self._waits) if length else None
        state, *why = self._state(starts, due or starts)
        if state is None:
            return None
        if applies is None and state is not State.MET:
            state, why = State.MAY_APPLY, [*why, *self._unknown()]
        names = _once((fact, *why))
        return Deadline(self.clock, starts, due or starts, state, names, length)

    @property
    def _waits(self) -> bool:
        return self.clock.limit is Limit.AT_LEAST

    @property
    def _ended(self) -> When | None:
        return self.over if self.clock.captive else None

    def _started(self) -> tuple[When, str] | None:
        seen = _seen(self.clock.starts, self.record, until=self.at)
        if not seen:
            return None
        return seen[0] if self.clock.first else seen[-1]

    def _not_started(self, length: str) -> Deadline:
        coming = _seen(self.clock.starts, self.record)
        starts = coming[0][0] if coming else None
        why = _once(sign.fact for sign in self.clock.starts)
        return Deadline(self.clock, starts, None, State.NOT_STARTED, why, length)

    def _state(self, starts: When, due: When) -> tuple[State | None, *tuple[str, ...]]:
        """Tell the state, and the fact that stopped it."""
        since = None if self.clock.first else starts
        # What is planned before its time is too early already now.
        until = None if self._waits else self.at
        stopped = _seen(self.clock.stops, self.record, since=since, until=until)
        if stopped:
            when, fact = stopped[0]
            return self._stopped(when, due), fact
        for sign in self.clock.stops:
            if sign.holds(self.record):
                return State.MET, sign.fact
        return (self._unstopped(due),)

    def _stopped(self, when: When, due: When) -> State:
        match self.clock.limit:
            case Limit.AT_LEAST:
                wrong = before(when, due)
            case Limit.AT_ONCE:  # no time is given that it could be held against
                wrong = False
            case _:
                wrong = before(due, when)
        return State.MISSED if wrong else State.MET

    def _unstopped(self, due: When) -> State | None:
        now = self._ended or self.at
        match self.clock.limit:
            case Limit.AT_LEAST:
                state = State.RUNNING if before(now, due) else State.MET
            case Limit.AT_ONCE:
                state = State.AT_ONCE
            case _:
                state = State.MISSED if before(due, now) else State.RUNNING
        return None if self._ended and state is not State.MISSED else state

    def _floor(self, started: tuple[When, str] | None, length: str) -> Deadline | None:
        """Tell whether so much was allowed; less is no fault if he wanted no more."""
        if self._ended:
            return None
        counted = [sign.fact for sign in self.clock.stops]
        numbers = [self.record.get(name) for name in counted]
        known = [number for number in numbers if isinstance(number, int)]
        state = State.RUNNING if started or known else State.NOT_STARTED
        if known and sum(known) >= self.clock.least:
            state = State.MET
        starts, fact = started or (None, "")
        names = _once((*counted, *([fact] if fact else [])))
        return Deadline(self.clock, starts, None, state, names, length)

    def _unknown(self) -> Iterator[str]:
        """Name the facts its condition is found in and that are not known."""
        names: frozenset[str] = fold(self.clock.when, Names())
        for name in sorted(names):
            for fact in map(source, self.look.find(name).facts):
                if self.record.get(fact) is None:
                    yield fact


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
