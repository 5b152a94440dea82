"""What are the predicates of the law in every case of a register?

A predicate that reads few facts is found by its finder in `derive/`, once for each
combination of their values: the answers make a table, and the table is read in all
cases by joining the planes of the values. Those that read much are found by
`finders.py`. `INPUTS` says what each of them reads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from safeconduct.law.acts import Act, Towards
from safeconduct.law.bulk.column import NOT_STATED, Column
from safeconduct.law.bulk.finders import PLANE_FINDERS, POWERS, RECEIVING, Look
from safeconduct.law.bulk.register import Register
from safeconduct.law.derive.case import NOWHERE, UNNAMED, Case
from safeconduct.law.derive.predicates import FINDERS, Predicates
from safeconduct.law.facts import RISKS, SAFEGUARDS
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.planes import Plane, Words, nowhere
from safeconduct.law.record import declaration
from safeconduct.law.terms import PREDICATES

THERE = "[there]"
# How a truth is coded in a table.
TRUE, FALSE, UNKNOWN = 1, 2, 3
Table = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Inputs:
    """What a finder reads.

    Attributes:
        facts: Names of facts; `{d}` is the State, `*` any State.
        found: Predicates it is found from; those with `[there]` from any State.
    """

    facts: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


_ALL_RISKS = Inputs(("risk.serious_harm[{d}]", *(f"{risk}[{{d}}]" for risk in RISKS)))
_WISH = Inputs(("wish.current", POWERS))

INPUTS: Mapping[str, Inputs] = MappingProxyType(
    {
        "agreement.clause_is_worse": Inputs(("agreement.clause_effect",)),
        "status.retained": Inputs(("status.category",)),
        "status.surrendered_by_program": Inputs(("status.surrender",)),
        "status.power_settled": Inputs((POWERS,)),
        "person.identified": Inputs(("person.identity_confidence",)),
        "nationality.other_effective": Inputs(
            ("nationality.effective[*]",),
            ("risk.persecution[there]",),
        ),
        "hearing.valid": Inputs(
            (
                "hearing.valid",
                *SAFEGUARDS,
                *("health.capacity", "person.is_minor", "person.guardian"),
            )
        ),
        "wish.asks[there]": _WISH,
        "wish.willing[there]": _WISH,
        "wish.willing_anywhere": _WISH,
        "wish.refuge[there]": _WISH,
        "wish.freely[there]": Inputs((*_WISH.facts, "vol.return_valid")),
        "wish.refuses": _WISH,
        "wish.stay": _WISH,
        "wish.undecided": _WISH,
        "wish.openly_free": Inputs(
            ("wish.openly_free", "wish.current"), ("hearing.valid",)
        ),
        "wish.confirmed": Inputs(("wish.border_confirmed", "wish.reconfirmed")),
        **{f"{risk}[there]": _ALL_RISKS for risk in RISKS},
        "risk.serious_harm[there]": _ALL_RISKS,
        "risk.onward[there]": Inputs(
            (
                *("risk.onward[{d}->*]", POWERS, "conflict.parties"),
                *("detaining.state", "person.nationalities"),
            ),
            ("risk.serious_harm[there]",),
        ),
        "risk.harm_anywhere": Inputs(
            (POWERS,), ("risk.serious_harm[there]", "risk.onward[there]")
        ),
        "claim.running": Inputs(("claim.status",)),
        "claim.finally_rejected": Inputs(("claim.status",)),
        "claim.granted": Inputs(("claim.status",)),
        **{
            f"receiving.{name}[there]": Inputs(
                (f"receiving.{name}", f"receiving.{name}[{{d}}]", RECEIVING)
            )
            for name in ("party_gc3", "able", "accepts", "death_penalty_law")
        },
        "receiving.willing[there]": Inputs(
            (
                *("receiving.willing", "receiving.willing[{d}]", RECEIVING),
                *("receiving.icrc_access", "receiving.icrc_access[{d}]"),
            )
        ),
        "receiving.is_korea[there]": Inputs(),
        "assurance.monitored[there]": Inputs(("assurance[{d}]",)),
        "disc.consents": Inputs(("disc.prisoner_view",)),
        "exposure.k_at_threshold": Inputs(("exposure.k",)),
    }
)
"""What each finder reads; a predicate that is simply a fact reads that fact."""


class Views:
    """The predicates of a register, seen from each State, each found when asked for.

    Args:
        register: The cases.
        before: Views of the same cases that differ in one column alone; what does not
            depend on it is taken from them.
        changed: The name of that column.
    """

    def __init__(
        self, register: Register, before: "Views | None" = None, changed: str = ""
    ) -> None:
        self.register = register
        self._before = before
        self._changed = changed
        self._planes: dict[tuple[str, str], Plane] = {}
        # Tables say nothing of cases, so views of other answers may read them too.
        self._tables: dict[tuple[object, ...], Table] = (
            {} if before is None else before._tables  # noqa: SLF001 - one of its own
        )
        # The States of the cases stay as they were, so that answers can be compared.
        self.states: tuple[str, ...] = (
            _states(register) if before is None else before.states
        )

    def plane(self, predicate: str, towards: str) -> Plane:
        """Find a predicate in every case, looked at from a State."""
        key = (predicate, towards if THERE in predicate else NOWHERE)
        if self._before is not None and not self.affected(predicate, towards):
            return self._before.plane(*key)
        if key not in self._planes:
            self._planes[key] = self._find(*key)
        return self._planes[key]

    def affected(self, predicate: str, towards: str) -> bool:
        """Ask whether the changed column may change a predicate."""
        if self._before is None:
            return True
        place = towards if THERE in predicate else NOWHERE
        return rests_on(predicate, place, self._changed, self.states)

    def undecided(self, fact: str) -> Words:
        """Tell in which cases an answer to a fact may decide a predicate.

        That is where a predicate that is found from it is unknown, or where nothing
        that it is found from was recorded.
        """
        found = nowhere(len(self.register.everywhere))
        for predicate in PREDICATES:
            inputs = _inputs(predicate)
            for state in self.states if THERE in predicate else (NOWHERE,):
                if _matches(fact, inputs, state):
                    found |= ~self.plane(predicate, state).known
                    found |= ~self._spoken(inputs, state)
        undecided: Words = found & self.register.everywhere
        return undecided

    def _spoken(self, inputs: Inputs, state: str) -> Words:
        """Tell in which cases something is recorded of what a predicate reads."""
        found = nowhere(len(self.register.everywhere))
        for name, column in self.register.columns.items():
            if _matches(name, inputs, state):
                found |= column.stated
        return found

    def slots(self, act: Act) -> dict[str, Words]:
        """Tell towards which States an act is computed, and in which cases."""
        if act.towards is Towards.NOWHERE:
            return {NOWHERE: self.register.everywhere}
        by_power = act.towards is Towards.POWERS
        named = self._named(POWERS) if by_power else self._spoken_of()
        nobody = self.register.everywhere.copy()
        for cases in named.values():
            nobody &= ~cases
        slots = {**named, UNNAMED: nobody}
        return {state: cases for state, cases in slots.items() if cases.any()}

    def _named(self, fact: str) -> dict[str, Words]:
        column = self.register.column(fact)
        listed = [one if isinstance(one, tuple) else () for one in column.values]
        return {
            state: column.among([c for c, one in enumerate(listed) if state in one])
            for state in dict.fromkeys(state for one in listed for state in one)
        }

    def _spoken_of(self) -> dict[str, Words]:
        """Tell which States are discussed as receiving in which cases."""
        found = self._named(RECEIVING)
        for name, column in self.register.columns.items():
            if name.startswith("receiving."):
                for state in declaration(name)[1]:
                    stated = column.stated
                    found[state] = found[state] | stated if state in found else stated
        return found

    def _find(self, predicate: str, towards: str) -> Plane:
        if predicate in PLANE_FINDERS:
            look = Look(self.register, towards, self.states, self.plane)
            return PLANE_FINDERS[predicate](look)
        inputs = _inputs(predicate)
        names = [n for n in self.register.columns if _matches(n, inputs, towards)]
        columns = [self.register.columns[name] for name in names]
        key = (predicate, towards, *names, *(column.values for column in columns))
        if key not in self._tables:
            self._tables[key] = _tabulated(predicate, towards, names, columns)
        table = self._tables[key]
        return Plane(
            _where(table == TRUE, columns, self.register.everywhere),
            _where(table == FALSE, columns, self.register.everywhere),
        )


@cache
def rests_on(predicate: str, towards: str, fact: str, states: tuple[str, ...]) -> bool:
    """Ask whether a fact is among what a predicate is found from, near or far."""
    inputs = _inputs(predicate)
    if _matches(fact, inputs, towards):
        return True
    return any(
        rests_on(name, place, fact, states)
        for name in inputs.found
        for place in (states if THERE in name else (NOWHERE,))
    )


def _tabulated(
    predicate: str, towards: str, names: Sequence[str], columns: Sequence[Column]
) -> Table:
    """Find a predicate for each combination of values, an axis for each column."""
    table = np.zeros([len(column.values) for column in columns], np.uint8)
    for place in product(*(range(size) for size in table.shape)):
        record = {
            name: column.values[code]
            for name, column, code in zip(names, columns, place, strict=True)
            if code != NOT_STATED
        }
        table[place] = _code(Predicates(Case(record, towards)).truth(predicate))
    return table


def _where(
    table: npt.NDArray[np.bool_], columns: Sequence[Column], everywhere: Words
) -> Words:
    """Tell in which cases a table holds; values with equal tables are one."""
    if not table.any():
        return nowhere(len(everywhere))
    if table.all():
        return everywhere
    alike: dict[bytes, list[int]] = {}
    for code, part in enumerate(table):
        if part.any():
            alike.setdefault(part.tobytes(), []).append(code)
    found = nowhere(len(everywhere))
    for codes in alike.values():
        rest = _where(table[codes[0]], columns[1:], everywhere)
        found |= columns[0].among(codes) & rest
    return found


def _inputs(predicate: str) -> Inputs:
    if predicate in INPUTS:
        return INPUTS[predicate]
    if predicate in FINDERS:  # pragma: no cover - test_views has every finder
        raise LookupError(f"INPUTS does not say what {predicate} reads.")
    return Inputs((predicate,))


@cache
def _matches(name: str, inputs: Inputs, towards: str) -> bool:
    for pattern in inputs.facts:
        wanted = pattern.replace("{d}", towards)
        head, star, tail = wanted.partition("*")
        if name == wanted or (star and name.startswith(head) and name.endswith(tail)):
            return True
    return False


def _states(register: Register) -> tuple[str, ...]:
    """List every State a register speaks of."""
    found: dict[str, None] = {}
    for name, column in register.columns.items():
        found.update(dict.fromkeys(declaration(name)[1]))
        if name in {POWERS, RECEIVING, "conflict.parties", "person.nationalities"}:
            for value in column.values:
                found.update(dict.fromkeys(value if isinstance(value, tuple) else ()))
    return tuple(found)


def _code(truth: Truth) -> int:
    return UNKNOWN if truth is None else TRUE if truth else FALSE
