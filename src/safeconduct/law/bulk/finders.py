"""How are the predicates that look at much found in all cases at once?

The finders of `derive/` answer one case. Most of them read so few facts that a table
of all their values is soon written (`views.py`). These read many: the safeguards of a
hearing alone take millions of values together. So they are said once more, of all
cases at once, and `second.py` holds them against those of `derive/` in each run.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from types import MappingProxyType

import numpy as np

from safeconduct.law.bulk.register import Register
from safeconduct.law.derive.case import UNNAMED
from safeconduct.law.derive.wish import WISH
from safeconduct.law.facts import RISKS, SAFEGUARDS
from safeconduct.law.readings.planes import Plane, Words, nowhere

POWERS, RECEIVING = "status.powers", "receiving.state"
NATIONALITIES = "person.nationalities"
EFFECTIVE = "nationality.effective"
SERIOUS, ONWARD = "risk.serious_harm[there]", "risk.onward[there]"


@dataclass(frozen=True)
class Look:
    """All cases of a register, looked at from one State.

    Attributes:
        register: The cases.
        towards: The State, `UNNAMED` or `NOWHERE`.
        states: Every State the cases speak of.
        find: Finds another predicate, looked at from a State.
    """

    register: Register
    towards: str
    states: tuple[str, ...]
    find: Callable[[str, str], Plane]

    def truth(self, name: str) -> Plane:
        """Tell the truth of a fact in each case."""
        return self.register.truth(name)

    def stated(self, name: str) -> Words:
        """Tell in which cases a fact is stated."""
        return self.register.stated(name)

    def names(self, fact: str, state: str) -> Words:
        """Tell in which cases a set of States has this one."""
        return self.register.column(fact).where(
            lambda value: isinstance(value, tuple) and state in value
        )

    def unknown(self) -> Plane:
        """Know nothing of any case."""
        none = nowhere(len(self.register.everywhere))
        return Plane(none, none)


PlaneFinder = Callable[[Look], Plane]


def hearing_valid(look: Look) -> Plane:
    """Find where the hearing was valid, as `derive.wish.hearing_valid`."""
    kept = [
        look.truth(name) if wanted else ~look.truth(name)
        for name, wanted in SAFEGUARDS.items()
    ]
    adult = ~look.truth("person.is_minor") | look.truth("person.guardian")
    valid = reduce(and_, (*kept, look.truth("health.capacity"), adult))
    return look.truth("hearing.valid").otherwise(valid)


def openly_free(look: Look) -> Plane:
    """Find where his will against return is open and free, as `derive.wish`."""
    column = look.register.column(WISH)
    against = column.where(_against_return)
    told = column.where(lambda wish: isinstance(wish, str))
    free = look.find("hearing.valid", look.towards) & Plane(against, told & ~against)
    return look.truth("wish.openly_free").otherwise(free)


def _against_return(wish: object) -> bool:
    return isinstance(wish, str) and (
        wish in {"refuses", "stay"} or wish.startswith("refuge:")
    )


def risk(stem: str) -> PlaneFinder:
    """Make the finder of one of the five risks, as `derive.risk.risk`."""

    def find(look: Look) -> Plane:
        return _one_risk(look, stem)

    return find


def _one_risk(look: Look, stem: str) -> Plane:
    if look.towards == UNNAMED:
        return look.unknown()
    own = f"{stem}[{look.towards}]"
    some = (look.truth(f"{one}[{look.towards}]").known for one in RISKS)
    others_stated = reduce(or_, some)
    whole = look.truth(f"risk.serious_harm[{look.towards}]")
    # No serious harm means none of the five; serious harm beside a stated risk may
    # be that risk alone.
    for_all = Plane(whole.true & ~others_stated, whole.false)
    return look.truth(own).otherwise(for_all.within(~look.stated(own)))


def serious(look: Look) -> Plane:
    """Find where serious harm awaits him, as `derive.risk.serious`."""
    if look.towards == UNNAMED:
        return look.unknown()
    risks = (look.find(f"{stem}[there]", look.towards) for stem in RISKS)
    whole = look.truth(f"risk.serious_harm[{look.towards}]")
    return whole.otherwise(reduce(or_, risks))


def onward(look: Look) -> Plane:
    """Find where he may be passed on to serious harm, as `derive.risk.onward`."""
    if look.towards == UNNAMED:
        return look.unknown()
    origins = dict(_origins(look))
    tied = {
        state: cases | look.names(NATIONALITIES, state)
        for state, cases in origins.items()
    }
    true, doubt = _nothing(look), ~reduce(or_, origins.values(), _nothing(look))
    for state, cases in tied.items():
        if state != look.towards:
            step = _step(look, state)
            true |= cases & step.true
            doubt |= cases & ~step.known
    states = look.register.column(NATIONALITIES)
    doubt |= states.where(lambda value: value is None)
    return _some(look, true, doubt)


def _origins(look: Look) -> Iterator[tuple[str, Words]]:
    """Tell for each State in which cases it may be the Power he depends on."""
    no_power = ~look.register.known(POWERS)
    for state in look.states:
        holds_him = look.register.column("detaining.state").where(
            lambda value, state=state: value == state  # type: ignore[misc]
        )
        adverse = look.names("conflict.parties", state) & ~holds_him
        yield state, look.names(POWERS, state) | (adverse & no_power)


def _step(look: Look, end: str) -> Plane:
    """Find one onward step; nothing awaits him where there is no serious harm."""
    none = look.find(SERIOUS, end).false
    step = look.truth(f"risk.onward[{look.towards}->{end}]")
    return step.otherwise(Plane(_nothing(look), none))


def harm_anywhere(look: Look) -> Plane:
    """Find where harm awaits him with any Power, as `derive.risk.harm_anywhere`."""
    true, doubt = _nothing(look), ~look.register.known(POWERS)
    for state in look.states:
        cases = look.names(POWERS, state)
        if cases.any():
            harm = look.find(SERIOUS, state) | look.find(ONWARD, state)
            true |= cases & harm.true
            doubt |= cases & ~harm.known
    return _some(look, true, doubt)


def other_nationality(look: Look) -> Plane:
    """Find where another State protects him, as `derive.status.other_nationality`."""
    true, doubt = _nothing(look), _nothing(look)
    for state in look.states:
        protects = look.truth(f"{EFFECTIVE}[{state}]").true
        if protects.any():
            feared = look.find("risk.persecution[there]", state)
            true |= protects & feared.false
            doubt |= protects & ~feared.known
    return _some(look, true, doubt)


def receiving(stem: str) -> PlaneFinder:
    """Make the finder of a fact about the State, as `derive.receiving.receiving`."""

    def find(look: Look) -> Plane:
        return _about(look, stem)[0]

    return find


def willing_to_apply(look: Look) -> Plane:
    """Find where the State would apply the Convention, as `derive.receiving`."""
    willing, _ = _about(look, "receiving.willing")
    access, stated = _about(look, "receiving.icrc_access")
    # Where nobody spoke of visits, they are held against nobody.
    return willing & (access | Plane(~stated, stated))


def _about(look: Look, stem: str) -> tuple[Plane, Words]:
    """Look a fact up under the State's name, then plain; tell where it is stated."""
    if look.towards == UNNAMED:
        return look.unknown(), _nothing(look)
    named = f"{stem}[{look.towards}]"
    first = look.register.column(RECEIVING).where(
        lambda value: isinstance(value, tuple) and value[:1] == (look.towards,)
    )
    plain = first & ~look.stated(named)
    found = look.truth(named).otherwise(look.truth(stem).within(plain))
    return found, look.stated(named) | (plain & look.stated(stem))


def _nothing(look: Look) -> Words:
    return nowhere(len(look.register.everywhere))


def _some(look: Look, true: Words, doubt: Words) -> Plane:
    """Be true where something is, and false where nothing is in doubt either."""
    false: Words = look.register.everywhere & np.bitwise_not(true | doubt)
    return Plane(true, false)


PLANE_FINDERS: Mapping[str, PlaneFinder] = MappingProxyType(
    {
        "hearing.valid": hearing_valid,
        "wish.openly_free": openly_free,
        **{f"{stem}[there]": risk(stem) for stem in RISKS},
        SERIOUS: serious,
        ONWARD: onward,
        "risk.harm_anywhere": harm_anywhere,
        "nationality.other_effective": other_nationality,
        **{
            f"receiving.{name}[there]": receiving(f"receiving.{name}")
            for name in ("party_gc3", "able", "accepts", "death_penalty_law")
        },
        "receiving.willing[there]": willing_to_apply,
    }
)
"""The finders that are said of all cases at once."""
