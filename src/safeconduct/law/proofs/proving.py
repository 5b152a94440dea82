"""Which claims are proved of every pack, and how?

The first two are proved with the predicates taken as independent of each other, which
is more than needed: each norm has to be safe by itself. The protective acts (refuge,
internment, remaining) are exempt from them: there doubt and risk work for him.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from types import MappingProxyType

import z3  # type: ignore[import-untyped]

from safeconduct.law.acts import ACTS, AGENCY, DEPARTURES, REMAIN, A, N, P
from safeconduct.law.expression import fold
from safeconduct.law.norm import Mode
from safeconduct.law.pack import Pack
from safeconduct.law.proofs.proof import Facts, Proof, Witness
from safeconduct.law.proofs.world import World, counter_example, smallest
from safeconduct.law.readings.names import Names
from safeconduct.law.statute import Statute
from safeconduct.law.terms import departure_opens, excluded, internment_opens

GUARDED = (*DEPARTURES, P, N, AGENCY)
"""Acts that may harm him: departures and what is told about him."""
# Exclusion must be shown by the State (1951 Convention Art 1F): the one unknown that
# does not close refuge.
SHOWN_BY_THE_STATE = {A: (excluded.name,)}
RISKS = (
    "risk.torture[there]",
    "risk.killing[there]",
    "risk.ill_treatment[there]",
    "risk.disappearance[there]",
    "risk.persecution[there]",
    "risk.serious_harm[there]",
    "risk.onward[there]",
    "risk.harm_anywhere",
    "risk.family",
    "disc.harm_if_origin_learns",
    "receiving.death_penalty_law[there]",
)
"""Predicates that tell of a danger to him or his relatives."""


def unknown_is_never_safe(pack: Pack) -> Iterator[Witness]:
    """A gate that opens with something unknown opens whatever is learned later."""
    for act in (*GUARDED, A):
        statute = pack.statutes[act.name]
        before, after = World("before "), World("after ")
        opened, closed = before.passes(statute), z3.Not(after.passes(statute))
        known = [before.rails(n).known for n in SHOWN_BY_THE_STATE.get(act, ())]
        claims = [
            *(opened, closed, *known),
            *(*before.consistent(), *after.consistent(), *after.complete()),
            *before.becomes(after, before.names),
        ]
        model = counter_example(claims)
        if model is not None:
            first, last = before.found(model), after.found(model)
            learned = {n: v for n, v in last.items() if n not in first}
            yield Witness(act.name, facts=first, learned=_deciding(statute, learned))


def a_risk_never_opens(pack: Pack) -> Iterator[Witness]:
    """Learning of a risk never opens an act that may harm him."""
    for act in GUARDED:
        statute = pack.statutes[act.name]
        before, after = World("before "), World("after ")
        closed, opened = z3.Not(before.passes(statute)), after.passes(statute)
        risks = [name for name in before.names if name in RISKS]
        others = [name for name in before.names if name not in RISKS]
        grows = [
            grown
            for name in risks
            for grown in (
                z3.Implies(before.rails(name).true, after.rails(name).true),
                z3.Implies(after.rails(name).false, before.rails(name).false),
            )
        ]
        claims = [
            *(closed, opened, *grows),
            *(*before.consistent(), *after.consistent()),
            *(*before.becomes(after, others), *after.becomes(before, others)),
        ]
        model = counter_example(claims)
        if model is not None:
            first, last = before.found(model), after.found(model)
            learned = {n: v for n, v in last.items() if first.get(n) is not v}
            yield Witness(act.name, facts=first, learned=learned)


def no_duty_meets_a_bar(pack: Pack) -> Iterator[Witness]:
    """No duty and bar stand together without a word on which prevails."""
    for statute in pack.statutes.values():
        bars = [one for one in statute.of(Mode.MUST_NOT) if not one.norm.absolute]
        for bar, duty in product(bars, statute.of(Mode.MUST)):
            one, other = bar.norm, duty.norm
            if other.name in one.prevails_over or one.name in other.prevails_over:
                continue
            world = World()
            both = world.read(one.applies & other.applies).true
            facts = smallest(world, [both, *world.consistent()], world.names)
            if facts is not None:
                norms = (one.name, other.name)
                yield Witness(statute.act.name, norms=norms, facts=facts)


def decided_when_all_is_known(pack: Pack) -> Iterator[Witness]:
    """With all facts known and all steps done an act is barred or has a basis."""
    for statute in pack.statutes.values():
        world = World()
        bar, basis = world.read(statute.bar), world.read(statute.basis)
        undecided = z3.Or(z3.Not(bar.known), z3.And(bar.false, z3.Not(basis.true)))
        claims = [
            *(world.read(statute.scope).true, undecided),
            world.read(statute.wait).false,
            *world.possible(),
            *world.consistent(),
            *world.complete(),
        ]
        model = counter_example(claims)
        if model is not None:
            facts = _deciding(statute, world.found(model))
            yield Witness(statute.act.name, facts=facts)


def nobody_without_an_outcome(pack: Pack) -> Iterator[Witness]:
    """Whoever lives may remain, and must be let remain where nothing else is lawful."""
    statute = pack.statutes[REMAIN.name]
    world = World()
    in_scope = z3.Not(world.read(statute.scope).false)
    answered = z3.And(
        world.read(statute.bar).false,
        world.read(statute.wait).false,
        world.read(statute.basis).true,
    )
    nothing_else = z3.And(
        world.read(departure_opens).false, world.read(internment_opens).false
    )
    owed = z3.Implies(nothing_else, world.read(statute.duty).true)
    claims = [in_scope, z3.Not(z3.And(answered, owed)), *world.consistent()]
    facts = smallest(world, claims, world.names)
    if facts is not None:
        yield Witness(REMAIN.name, facts=facts)


def no_dead_norm(pack: Pack) -> Iterator[Witness]:
    """Every norm speaks in some case, and every act is lawful in some case."""
    for act in ACTS:
        statute = pack.statutes[act.name]
        world = World()
        scope = world.read(statute.scope).true
        speaks = {rule: world.read(rule.effective).true for rule in statute.rules}
        passes = world.passes(statute)
        real = [*world.possible(), *world.consistent(), *world.complete()]
        for rule, said in speaks.items():
            if counter_example([scope, said, *real]) is None:
                yield Witness(act.name, norms=(rule.norm.name,))
        if counter_example([passes, *real]) is None:
            yield Witness(act.name)


def _deciding(statute: Statute, facts: Facts) -> Facts:
    """Keep the facts of which the act speaks."""
    parts = (statute.scope, statute.bar, statute.wait, statute.basis)
    names = frozenset[str]().union(*(fold(part, Names()) for part in parts))
    return {name: value for name, value in facts.items() if name in names}


Claim = Callable[[Pack], Iterator[Witness]]

PROOFS: Mapping[str, Claim] = MappingProxyType(
    {
        claim.__name__: claim
        for claim in (
            unknown_is_never_safe,
            a_risk_never_opens,
            no_duty_meets_a_bar,
            decided_when_all_is_known,
            nobody_without_an_outcome,
            no_dead_norm,
        )
    }
)
"""Every claim by name; its sentence is its docstring."""


def prove(pack: Pack, names: tuple[str, ...] = tuple(PROOFS)) -> Iterator[Proof]:
    """Prove the claims of these names, one after the other."""
    for name in names:
        claim = PROOFS[name]
        yield Proof(name, str(claim.__doc__), tuple(claim(pack)))
