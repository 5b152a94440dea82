"""What are the predicates of the law in every case of a register?

A predicate is found by its finder in `derive/`, once for each distinct combination of
the facts it reads: what comes out is what a single assessment finds. Some finders look
at much (where may he be passed on, and what awaits him there?). Those are handed what
was found before in place of the facts it was found from; `INPUTS` says which.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from safeconduct.law.acts import Act, Towards
from safeconduct.law.bulk.register import NOT_STATED, Column, Register, grouped
from safeconduct.law.derive.case import NOWHERE, UNNAMED, Case
from safeconduct.law.derive.predicates import FINDERS, Predicates
from safeconduct.law.facts import RISKS, SAFEGUARDS
from safeconduct.law.readings.kleene import Truth, either
from safeconduct.law.readings.planes import Mask, Plane, Words, packed
from safeconduct.law.record import declaration
from safeconduct.law.terms import PREDICATES

POWERS, RECEIVING = "status.powers", "receiving.state"
THERE = "[there]"
# How a finding is coded as a column: not stated, true, false, unknown.
FOUND: tuple[Truth, ...] = (None, True, False, None)
TRUE, FALSE, UNKNOWN = 1, 2, 3


@dataclass(frozen=True)
class Inputs:
    """What a finder reads.

    Attributes:
        facts: Names of facts; `{d}` is the State, `*` any State.
        found: Predicates that stand in for facts: name of the fact, predicate, and
            `{d}` or `*` for the State it is looked at from.
        ruled_out: Facts that are false in each case, `*` for States.
    """

    facts: tuple[str, ...] = ()
    found: tuple[tuple[str, str], ...] = ()
    ruled_out: tuple[str, ...] = ()


_ALL_RISKS = Inputs(("risk.serious_harm[{d}]", *(f"{risk}[{{d}}]" for risk in RISKS)))
_WISH = Inputs(("wish.current", POWERS))
_HARM = "harm"

INPUTS: Mapping[str, Inputs] = MappingProxyType(
    {
        "agreement.clause_is_worse": Inputs(("agreement.clause_effect",)),
        "status.retained": Inputs(("status.category",)),
        "status.surrendered_by_program": Inputs(("status.surrender",)),
        "status.power_settled": Inputs((POWERS,)),
        "person.identified": Inputs(("person.identity_confidence",)),
        "nationality.other_effective": Inputs(
            ("nationality.effective[*]",),
            (("risk.persecution[*]", "risk.persecution[there]"),),
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
            ("wish.openly_free", "wish.current"), (("hearing.valid", "hearing.valid"),)
        ),
        "wish.confirmed": Inputs(("wish.border_confirmed", "wish.reconfirmed")),
        **{f"{risk}[there]": _ALL_RISKS for risk in RISKS},
        "risk.serious_harm[there]": _ALL_RISKS,
        "risk.onward[there]": Inputs(
            (
                *("risk.onward[{d}->*]", POWERS, "conflict.parties"),
                *("detaining.state", "person.nationalities"),
            ),
            (("risk.serious_harm[*]", "risk.serious_harm[there]"),),
        ),
        # Harm there or onward stands in for serious harm, so nothing is passed on.
        "risk.harm_anywhere": Inputs(
            (POWERS,),
            (("risk.serious_harm[*]", _HARM),),
            ("risk.onward[*->*]",),
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
        self._columns: dict[tuple[str, str], Column] = {}
        # The States of the cases stay as they were, so that answers can be compared.
        self.states: tuple[str, ...] = (
            _states(register) if before is None else before.states
        )

    def plane(self, predicate: str, towards: str) -> Plane:
        """Find a predicate in every case, looked at from a State."""
        key = (predicate, towards if THERE in predicate else NOWHERE)
        if self._before is not None and not self._depends(*key):
            return self._before.plane(*key)
        if key not in self._planes:
            column = self._find(*key)
            self._planes[key] = Plane(
                packed(column.codes == TRUE), packed(column.codes == FALSE)
            )
        return self._planes[key]

    def affected(self, predicate: str, towards: str) -> bool:
        """Ask whether the changed column may change a predicate."""
        return self._before is None or self._depends(
            predicate, towards if THERE in predicate else NOWHERE
        )

    def undecided(self, fact: str) -> Mask:
        """Tell in which cases an answer to a fact may decide a predicate.

        That is where a predicate that is found from it is unknown, or where nothing
        that it is found from was recorded.
        """
        found = np.zeros(len(self.register), np.bool_)
        for predicate in PREDICATES:
            inputs = _inputs(predicate)
            for state in self.states if THERE in predicate else (NOWHERE,):
                if not _matches(fact, inputs, state):
                    continue
                found |= self._find(predicate, state).codes == UNKNOWN
                silent = np.ones(len(self.register), np.bool_)
                for name, column in self.register.columns.items():
                    if _matches(name, inputs, state):
                        silent &= column.codes == NOT_STATED
                found |= silent
        return found

    def slots(self, act: Act) -> dict[str, Words]:
        """Tell towards which States an act is computed, and in which cases."""
        if act.towards is Towards.NOWHERE:
            return {NOWHERE: packed(np.ones(len(self.register), np.bool_))}
        by_power = act.towards is Towards.POWERS
        named = self._named(POWERS) if by_power else self._spoken_of()
        nobody = np.ones(len(self.register), np.bool_)
        for mask in named.values():
            nobody &= ~mask
        slots = {**named, UNNAMED: nobody}
        return {state: packed(mask) for state, mask in slots.items() if mask.any()}

    def _named(self, fact: str) -> dict[str, Mask]:
        column = self.register.columns.get(fact)
        if column is None:
            return {}
        listed = [one if isinstance(one, tuple) else () for one in column.values]
        return {
            state: np.array([state in one for one in listed])[column.codes]
            for state in dict.fromkeys(state for one in listed for state in one)
        }

    def _spoken_of(self) -> dict[str, Mask]:
        """Tell which States are discussed as receiving in which cases."""
        found = self._named(RECEIVING)
        for name, column in self.register.columns.items():
            if name.startswith("receiving."):
                for state in declaration(name)[1]:
                    stated = column.codes != NOT_STATED
                    found[state] = found[state] | stated if state in found else stated
        return found

    def _find(self, predicate: str, towards: str) -> Column:
        key = (predicate, towards)
        if key not in self._columns:
            self._columns[key] = self._found(predicate, towards)
        return self._columns[key]

    def _found(self, predicate: str, towards: str) -> Column:
        if predicate == _HARM:
            parts = [
                self._find(name, towards)
                for name in ("risk.serious_harm[there]", "risk.onward[there]")
            ]
            return _joined(parts, either)
        inputs = _inputs(predicate)
        names = [n for n in self.register.columns if _matches(n, inputs, towards)]
        stand_ins = self._stand_ins(inputs, towards)
        if stand_ins:
            parts = [*(self.register.columns[n] for n in names), *stand_ins.values()]
            groups = grouped(parts, len(self.register))
        else:
            groups = self.register.groups(names)
        ruled_out = self._ruled_out(inputs)
        codes = np.zeros(len(groups.first), np.int64)
        for group, case in enumerate(groups.first):
            record = self.register.record(int(case), names) | ruled_out
            for name, column in stand_ins.items():
                record[name] = column.values[column.codes[case]]
            seen = Predicates(Case(record, towards))
            codes[group] = _code(seen.truth(predicate))
        return Column(FOUND, codes[groups.of])

    def _stand_ins(self, inputs: Inputs, towards: str) -> dict[str, Column]:
        found = {}
        for fact, predicate in inputs.found:
            if "*" not in fact:
                found[fact] = self._find(predicate, NOWHERE)
                continue
            for state in self.states:
                # What awaits him there himself is no part of what comes after.
                if state != towards or predicate == _HARM:
                    found[fact.replace("*", state)] = self._find(predicate, state)
        return found

    def _ruled_out(self, inputs: Inputs) -> dict[str, object]:
        return {
            name.replace("*->*", f"{one}->{other}"): False
            for name in inputs.ruled_out
            for one in self.states
            for other in self.states
        }

    def _depends(self, predicate: str, towards: str) -> bool:
        """Ask whether the changed column is among what a predicate is found from."""
        if predicate == _HARM:
            parts = ("risk.serious_harm[there]", "risk.onward[there]")
            return any(self._depends(name, towards) for name in parts)
        inputs = _inputs(predicate)
        if _matches(self._changed, inputs, towards):
            return True
        for fact, name in inputs.found:
            places = self.states if "*" in fact else (NOWHERE,)
            if any(self._depends(name, place) for place in places):
                return True
        return False


def _inputs(predicate: str) -> Inputs:
    if predicate in INPUTS:
        return INPUTS[predicate]
    if predicate in FINDERS:  # pragma: no cover - test_views has every finder
        raise LookupError(f"INPUTS does not say what {predicate} reads.")
    return Inputs((predicate,))


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


def _joined(columns: list[Column], join: Callable[[list[Truth]], Truth]) -> Column:
    groups = grouped(columns, len(columns[0].codes))
    codes = [
        _code(join([FOUND[column.codes[case]] for column in columns]))
        for case in groups.first
    ]
    return Column(FOUND, np.array(codes, np.int64)[groups.of])
