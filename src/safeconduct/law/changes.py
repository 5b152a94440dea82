"""What would have to be otherwise for another answer?

A counterfactual is for those who decide, to see what an answer hangs on. It is never
shown to the person: it would invite statements made to fit (ENGINE.md section 9).

The search changes one fact at a time, and only facts that matter: whoever wants the
gate open must change every bar that is not false, every wait, and the basis if there is
none; so it looks at what the condition with the fewest such facts has read, tries each
other value, and goes on from there. What no condition has read cannot change it, hence
no smaller set is overlooked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from safeconduct.law.acts import OPTIONS
from safeconduct.law.assess import destinations
from safeconduct.law.derive.case import Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.derive.status import K_THRESHOLD
from safeconduct.law.errors import ContradictoryFacts, LawError
from safeconduct.law.expression import Expression, fold
from safeconduct.law.kinds import STATE, Count, OneOf, Truth, Wish
from safeconduct.law.norm import Mode
from safeconduct.law.pack import pack
from safeconduct.law.readings.kleene import Kleene
from safeconduct.law.readings.kleene import Truth as Value
from safeconduct.law.readings.names import Names
from safeconduct.law.record import check, declaration, written
from safeconduct.law.statute import Statute

MOST_CHANGES = 3
# Nobody can change who he is, or which law counts; that a person lives is not asked.
FIXED = frozenset(
    {
        *("person.alive", "person.is_minor", "status.category", "status.surrender"),
        *("nationality.effective", "position.mode"),
    }
)
Change = frozenset[tuple[str, object]]


class Wanted(StrEnum):
    """The answer that is asked for; shut is everything that is not open."""

    OPEN = "open"
    SHUT = "shut"
    BARRED = "barred"


@dataclass(frozen=True)
class Goal:
    """A condition, and the truths that would do."""

    condition: Expression
    wanted: tuple[Value, ...]


class Reading(dict[str, object]):
    """A record that notes which facts were looked at."""

    def __init__(self, record: Mapping[str, object]) -> None:
        super().__init__(record)
        self.looked_at: set[str] = set()

    def get(self, name: str, default: object = None) -> object:
        """Look a fact up."""
        self.looked_at.add(name)
        return super().get(name, default)

    def __contains__(self, name: object) -> bool:
        self.looked_at.add(str(name))
        return super().__contains__(name)


def changes(
    facts: Mapping[str, object],
    *,
    on: date,
    option: str,
    towards: str,
    wanted: Wanted,
    position: str | None = None,
    most: int = MOST_CHANGES,
) -> tuple[dict[str, object], ...]:
    """Find the smallest sets of facts that would have to be otherwise.

    Args:
        facts: As for `assess`.
        on: The law day.
        option: The option, `X`.
        towards: The State it is asked about, or `NOWHERE`.
        wanted: Which answer is asked for.
        position: As for `assess`.
        most: How many facts may be changed together.

    Returns:
        Values by fact as the dictionary writes them, the smallest sets first; nothing
        if the answer is given already or no such set exists.

    Raises:
        FactError, NoLawInForce: As for `assess`.
        LawError: The option is not asked about this State.
    """
    record = check(facts)
    act = next((one for one in OPTIONS if one.option == option), None)
    states, unnamed_by = destinations(act, record) if act is not None else ((), "")
    if act is None or towards not in states:
        known = ", ".join(states) or ", ".join(one.option for one in OPTIONS)
        raise LawError(f"{option} is not asked about {towards}; there is {known}.")
    stated = record.get("position.mode")
    law = pack(on, position or (stated if isinstance(stated, str) else "risk_based"))
    search = _Search(record, towards, unnamed_by, most)
    found: set[Change] = set()
    for goals in _ways_to(law.statutes[act.name], wanted):
        search.towards(goals, found)
        if frozenset() in found:
            return ()
    smallest = [one for one in found if not any(other < one for other in found)]
    smallest.sort(key=lambda one: (len(one), sorted(name for name, _ in one)))
    told = ({name: written(value) for name, value in sorted(one)} for one in smallest)
    return tuple(one for one in told if one and _agrees(facts, one))


def _ways_to(statute: Statute, wanted: Wanted) -> Iterator[tuple[Goal, ...]]:
    """List what must hold together; any of the lists will do."""
    scope = statute.scope
    bars = [rule.effective for rule in statute.of(Mode.MUST_NOT)]
    if wanted is Wanted.BARRED:
        for bar in bars:
            yield Goal(scope, (True, None)), Goal(bar, (True,))
        return
    waits = [rule.effective for rule in statute.of(Mode.NOT_UNTIL)]
    if wanted is Wanted.SHUT:
        yield (Goal(scope, (False, None)),)
        yield (Goal(statute.basis, (False, None)),)
        for one in (*bars, *waits):
            yield (Goal(one, (True, None)),)
        return
    yield (
        Goal(scope, (True,)),
        *(Goal(one, (False,)) for one in (*bars, *waits)),
        Goal(statute.basis, (True,)),
    )


def _agrees(facts: Mapping[str, object], changed: Mapping[str, object]) -> bool:
    try:
        check({**facts, **changed})
    except ContradictoryFacts:
        return False
    return True


class _Search:
    """Looks for the smallest changes of a record that reach some goals."""

    def __init__(
        self, record: Mapping[str, object], towards: str, unnamed_by: str, most: int
    ) -> None:
        self._record = record
        self._there = towards
        self._unnamed_by = unnamed_by
        self._most = most
        self._seen: dict[tuple[str, Change], tuple[Value, frozenset[str]]] = {}
        self._readers: dict[str, set[str]] = {}

    def towards(self, goals: Sequence[Goal], found: set[Change]) -> None:
        """Add the smallest changes that reach all goals to those found before."""
        level: set[Change] = {frozenset()}
        for size in range(self._most + 1):
            further: set[Change] = set()
            for change in level:
                if any(one <= change for one in found):
                    continue
                missed = self._missed(goals, change)
                if missed is None:
                    found.add(change)
                elif size < self._most:
                    further.update(self._next(change, missed))
            level = further

    def _missed(self, goals: Sequence[Goal], change: Change) -> frozenset[str] | None:
        """Return what the goal with the fewest facts has read; `None`: all are met."""
        fewest: frozenset[str] | None = None
        kleene = Kleene(lambda name: self._find(name, change)[0])
        memo: dict[Expression, Value] = {}
        for goal in goals:
            if fold(goal.condition, kleene, memo) in goal.wanted:
                continue
            read = self._read(goal.condition, change)
            if fewest is None or len(read) < len(fewest):
                fewest = read
        return fewest

    def _read(self, condition: Expression, change: Change) -> frozenset[str]:
        names = fold(condition, Names())
        every = (self._find(name, change)[1] for name in names)
        return frozenset[str]().union(*every)

    def _find(self, predicate: str, change: Change) -> tuple[Value, frozenset[str]]:
        """Find a predicate in the changed record, and which facts it was read from."""
        # Only changed facts that the predicate has ever read can make a difference.
        known = self._readers.get(predicate)
        relevant = change if known is None else _among(change, known)
        key = (predicate, relevant)
        if key not in self._seen:
            reading = Reading({**self._record, **dict(change)})
            case = Case(reading, self._there, self._unnamed_by)
            value = Predicates(case).truth(predicate)
            read = self._readers.setdefault(predicate, set())
            if not reading.looked_at <= read:
                read |= reading.looked_at
            self._seen[predicate, _among(change, read)] = (
                value,
                frozenset(reading.looked_at),
            )
            return value, frozenset(reading.looked_at)
        return self._seen[key]

    def _next(self, change: Change, read: frozenset[str]) -> Iterator[Change]:
        changed = {name for name, _ in change}
        for name in read - changed:
            for value in self._others(name):
                yield change | {(name, value)}

    def _others(self, name: str) -> Iterator[object]:
        """List the other values a fact could have, unknown aside."""
        fact, _ = declaration(name)
        if fact.stem in FIXED:
            return
        now = self._record.get(name)
        for value in self._values(fact.kind):
            if value != now:
                yield value

    def _values(self, kind: object) -> tuple[object, ...]:
        match kind:
            case Truth():
                return (True, False)
            case OneOf(words):
                return words
            case Count():
                return (K_THRESHOLD - 1, K_THRESHOLD)
            case Wish():
                if not STATE.fullmatch(self._there):
                    return ("stay", "refuses")
                there = (f"return:{self._there}", f"refuge:{self._there}")
                return (*there, "stay", "refuses")
            case _:
                return ()


def _among(change: Change, names: set[str]) -> Change:
    return frozenset(one for one in change if one[0] in names)
