"""Would it be noticed if a norm were written down wrongly?

A mutant is the law with one small mistake in it. It is *killed* if the law no longer
loads, if a proof fails, or if one of the signed examples comes out otherwise. What none
of them notices is compared with the law by the solver: if no case tells the two apart,
the mistake is none.

    for verdict in trial(pack(day), examples):
        verdict.mutant, verdict.killed_by
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import z3  # type: ignore[import-untyped]

from safeconduct.law.acts import ACTS, REMAIN, Act
from safeconduct.law.answer import Status
from safeconduct.law.assess import looks
from safeconduct.law.bulk.statuses import decide as decide_many
from safeconduct.law.errors import PackError
from safeconduct.law.examples import OUTCOMES, outcomes
from safeconduct.law.expression import (
    ALWAYS,
    NEVER,
    Expression,
    Operator,
    all_of,
    any_of,
    fold,
    proven,
)
from safeconduct.law.norm import Mode, Norm
from safeconduct.law.pack import Pack
from safeconduct.law.proofs import PROOFS, prove
from safeconduct.law.proofs.world import World, counter_example
from safeconduct.law.readings.names import Names
from safeconduct.law.readings.planes import Plane, Planes, Words, plane_of, words_for
from safeconduct.law.record import check
from safeconduct.law.soundness import refuse_unsound
from safeconduct.law.statute import Statute, statute

# What a mode is mistaken for.
CONFUSED = {
    Mode.MUST_NOT: Mode.NOT_UNTIL,
    Mode.NOT_UNTIL: Mode.MUST_NOT,
    Mode.MUST: Mode.MAY,
    Mode.MAY: Mode.MUST,
}


@dataclass(frozen=True)
class Mutant:
    """The law with one mistake.

    Attributes:
        norm: The norm that is wrong.
        mistake: What is wrong with it.
        norms: All norms, the wrong one among them.
    """

    norm: Norm
    mistake: str
    norms: tuple[Norm, ...]

    def statute(self, act: Act) -> Statute:
        """Put together what this law says about an act."""
        return statute(act, self.norms)


def mutants(law: Pack) -> Iterator[Mutant]:
    """Make every small mistake there is, one at a time."""
    for norm in law.norms:
        yield Mutant(norm, "dropped", _without(law.norms, norm))
        for wrong, mistake in _mistaken(norm):
            norms = tuple(wrong if one is norm else one for one in law.norms)
            yield Mutant(norm, mistake, norms)


def _without(norms: Iterable[Norm], dropped: Norm) -> tuple[Norm, ...]:
    kept = [norm for norm in norms if norm is not dropped]
    names = {norm.name for norm in kept}
    return tuple(
        replace(n, prevails_over=tuple(w for w in n.prevails_over if w in names))
        for n in kept
    )


def _mistaken(norm: Norm) -> Iterator[tuple[Norm, str]]:
    for when, mistake in rewritten(norm.when):
        yield replace(norm, when=when), f"when: {mistake}"
    if norm.unless is not NEVER:
        yield replace(norm, unless=NEVER), "exception dropped"
        for unless, mistake in rewritten(norm.unless):
            yield replace(norm, unless=unless), f"unless: {mistake}"
    for weaker in norm.prevails_over:
        kept = tuple(one for one in norm.prevails_over if one != weaker)
        yield replace(norm, prevails_over=kept), f"priority over {weaker} dropped"
    yield _confused(norm), f"{norm.mode} taken for {CONFUSED[norm.mode]}"


def _confused(norm: Norm) -> Norm:
    """Take the mode for another; the norm still speaks in the same cases."""
    mode = CONFUSED[norm.mode]
    turned = Mode.NOT_UNTIL in {norm.mode, mode}
    return replace(norm, mode=mode, when=~norm.when if turned else norm.when)


def rewritten(condition: Expression) -> Iterator[tuple[Expression, str]]:
    """Make every small mistake in a condition, one at a time."""
    for wrong, mistake in _here(condition):
        if wrong is not condition:
            yield wrong, mistake
    for place, part in enumerate(condition.parts):
        for wrong, mistake in rewritten(part):
            parts = list(condition.parts)
            parts[place] = wrong
            yield _of(condition.operator, parts), mistake


def _here(node: Expression) -> Iterator[tuple[Expression, str]]:
    match node.operator:
        case Operator.FACT:
            yield ~node, f"{node} negated"
            yield ALWAYS, f"{node} always true"
            yield NEVER, f"{node} never true"
            yield proven(node), f"{node} only when proven"
        case Operator.NO:
            yield node.parts[0], f"not dropped before {node.parts[0]}"
        case Operator.PROVEN:
            yield node.parts[0], f"proven dropped from {node.parts[0]}"
        case Operator.ALL | Operator.ANY:
            other = Operator.ANY if node.operator is Operator.ALL else Operator.ALL
            yield _of(other, node.parts), f"{other} instead of {node.operator}: {node}"
            for part in node.parts:
                kept = [one for one in node.parts if one is not part]
                yield _of(node.operator, kept), f"{part} dropped"
        case Operator.ALWAYS | Operator.NEVER:
            yield (NEVER if node is ALWAYS else ALWAYS), f"{node} turned over"


def _of(operator: Operator, parts: Sequence[Expression]) -> Expression:
    match operator:
        case Operator.ALL:
            return all_of(parts)
        case Operator.ANY:
            return any_of(parts)
        case Operator.NO:
            return ~parts[0]
        case _:
            return Expression(operator, tuple(parts))


@dataclass(frozen=True, eq=False)
class Sample:
    """Cases in which a law and its mutants are compared, act by act.

    Attributes:
        looks: For each act, which case each of its looks belongs to.
        planes: For each act, the predicates it may speak of.
    """

    looks: Mapping[Act, tuple[int, ...]]
    planes: Mapping[Act, Mapping[str, Plane]]

    def signature(self, of: Statute) -> dict[str, Words]:
        """Say what shows of the law of an act, a bit per look.

        The status, whether the gate is open, whether it is contested; for each norm
        where it speaks and where it may.
        """
        planes = self.planes[of.act]
        words = words_for(len(self.looks[of.act]))
        reading = Planes(planes.__getitem__, words)
        memo: dict[Expression, Plane] = {}

        def read(part: Expression) -> Plane:
            return fold(part, reading, memo)

        scope, bar, wait = read(of.scope), read(of.bar), read(of.wait)
        duty, basis = read(of.duty), read(of.basis)
        status = decide_many(scope, bar, wait, duty, basis)
        carries = any_of(
            rule.effective for rule in of.of(Mode.MUST, Mode.MAY) if rule.norm.contested
        )
        passes = status[Status.REQUIRED] | status[Status.PERMITTED]
        shown = {
            **{one.value: found for one, found in status.items()},
            "gate": scope.true & bar.false & wait.false & basis.true,
            "contested": passes & read(carries).true,
        }
        for rule in of.rules:
            effective = read(rule.effective)
            shown[f"{rule.norm.name} speaks"] = effective.true
            shown[f"{rule.norm.name} may speak"] = ~(effective.true | effective.false)
        return shown


def differing(first: Mapping[str, Words], last: Mapping[str, Words]) -> Words:
    """Tell in which looks two signatures differ."""
    nothing = np.zeros_like(first["gate"])
    found = nothing.copy()
    for name in {*first, *last}:
        found |= first.get(name, nothing) ^ last.get(name, nothing)
    return found


def sample(
    law: Pack, cases: Sequence[Mapping[str, object]], about: Sequence[Act] = ACTS
) -> Sample:
    """Look at cases as each of these acts does."""
    belongs: dict[Act, tuple[int, ...]] = {}
    planes: dict[Act, dict[str, Plane]] = {}
    records = [check(facts) for facts in cases]
    for act in about:
        seen = [
            (n, look) for n, one in enumerate(records) for look, _ in looks(act, one)
        ]
        belongs[act] = tuple(n for n, _ in seen)
        planes[act] = {
            name: plane_of(look.truth(name) for _, look in seen)
            for name in sorted(_predicates(law, act).difference(OUTCOMES))
        }
    if REMAIN in about:
        came_to = zip(*(outcomes(law, one) for one in records), strict=True)
        planes[REMAIN] |= dict(zip(OUTCOMES, map(plane_of, came_to), strict=True))
    return Sample(belongs, planes)


def _predicates(law: Pack, act: Act) -> frozenset[str]:
    norms = (norm for norm in law.norms if act in norm.acts)
    parts = [part for norm in norms for part in (norm.when, norm.unless)]
    parts.append(law.statutes[act.name].scope)
    return frozenset[str]().union(*(fold(part, Names()) for part in parts))


class Killer(StrEnum):
    """What notices a mistake."""

    EXAMPLES = "examples"
    LOAD = "load"
    PROOFS = "proofs"
    NOBODY = "nobody"
    NO_MISTAKE = "no mistake: no case tells it from the law"


@dataclass(frozen=True)
class Verdict:
    """A mutant, and what noticed it."""

    mutant: Mutant
    killed_by: Killer


def trial(law: Pack, examples: Sequence[Mapping[str, object]]) -> Iterator[Verdict]:
    """Try every mutant, first on the examples, then by load, proofs and solver."""
    cases = sample(law, examples)
    known = {act: cases.signature(law.statutes[act.name]) for act in ACTS}
    for mutant in mutants(law):
        shown = any(
            differing(known[act], cases.signature(mutant.statute(act))).any()
            for act in mutant.norm.acts
        )
        yield Verdict(mutant, Killer.EXAMPLES if shown else unseen(law, mutant))


def unseen(law: Pack, mutant: Mutant, acts: Sequence[Act] = ACTS) -> Killer:
    """Say what notices a mutant that no example shows, in these acts."""
    try:
        refuse_unsound(mutant.norms)
    except PackError:
        return Killer.LOAD
    touched = [act for act in mutant.norm.acts if act in acts]
    if not any(told_apart(law.statutes[a.name], mutant.statute(a)) for a in touched):
        return Killer.NO_MISTAKE
    statutes = {act.name: mutant.statute(act) for act in ACTS}
    wrong = Pack(mutant.norms, law.position, statutes, hash="")
    if all(proof.holds for proof in prove(wrong, tuple(PROOFS))):
        return Killer.NOBODY
    return Killer.PROOFS


def told_apart(one: Statute, other: Statute) -> bool:
    """Ask the solver whether some case shows a difference between two laws."""
    world = World()
    first, last = _shown(world, one), _shown(world, other)
    never = z3.BoolVal(val=False)
    differ = [
        first.get(name, never) != last.get(name, never) for name in {*first, *last}
    ]
    possible = [*world.possible(), *world.consistent()]
    return counter_example([z3.Or(differ)], possible) is not None


def _shown(world: World, of: Statute) -> dict[str, z3.BoolRef]:
    """Say when each thing shows that `Sample.signature` lists."""
    scope, bar, wait = (world.read(part) for part in (of.scope, of.bar, of.wait))
    duty, basis = world.read(of.duty), world.read(of.basis)
    rest = z3.And(z3.Not(scope.false), bar.false, wait.false)
    barred = z3.And(z3.Not(scope.false), bar.true)
    none = z3.And(rest, z3.Not(duty.true), basis.false)
    shown = {
        Status.BARRED.value: barred,
        Status.REQUIRED.value: z3.And(rest, duty.true),
        Status.PERMITTED.value: z3.And(rest, z3.Not(duty.true), basis.true),
        Status.NO_BASIS.value: z3.Or(scope.false, none),
        "gate": world.passes(of),
    }
    for rule in of.rules:
        effective = world.read(rule.effective)
        shown[f"{rule.norm.name} speaks"] = effective.true
        shown[f"{rule.norm.name} does not"] = effective.false
    return shown
