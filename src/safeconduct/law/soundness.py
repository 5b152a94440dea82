"""Do these norms make a law? The checks that need no solver, made at every load."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from safeconduct.law.acts import ACTS
from safeconduct.law.errors import PackError
from safeconduct.law.expression import NEVER, Expression, Operator, fold
from safeconduct.law.norm import Mode, Norm
from safeconduct.law.readings.kleene import Kleene
from safeconduct.law.readings.names import Names
from safeconduct.law.terms import PREDICATES

POSITIONS = ("risk_based", "will_based")
# Above this many facts two conditions are taken to be able to hold together.
MOST_ENUMERATED = 12


def refuse_unsound(norms: Sequence[Norm]) -> None:
    """Refuse norms that do not make a law.

    Raises:
        PackError: The sentence names the norm, or the pair, at fault.
    """
    for norm in norms:
        for fault in _faults(norm):
            raise PackError(f"{norm.name}: {fault}.")
    by_name = {norm.name: norm for norm in norms}
    _refuse_twins(norms)
    _refuse_bad_priorities(norms, by_name)
    _refuse_cycles(norms)
    _refuse_undecided_pairs(norms)


def _faults(norm: Norm) -> Iterator[str]:
    for condition in (norm.when, norm.unless):
        names = fold(condition, Names())
        for name in sorted(names - PREDICATES.keys()):
            yield f"there is no predicate {name}"
    shown = norm.unless is NEVER or norm.unless.operator is Operator.PROVEN
    if norm.mode is Mode.MUST_NOT and not shown:
        yield "the exception of a bar counts only when shown, so wrap it in proven()"
    if norm.mode is Mode.NOT_UNTIL and norm.unless is not NEVER:
        yield "a wait has no exception, write it into the step"
    if norm.absolute and norm.mode is not Mode.MUST_NOT:
        yield "only a bar can be absolute"
    if norm.personal and norm.mode is not Mode.NOT_UNTIL:
        yield "only a wait can be personal"
    if norm.position not in {"", *POSITIONS}:
        yield f"there is no position {norm.position}"


def _refuse_twins(norms: Sequence[Norm]) -> None:
    seen: set[tuple[str, str]] = set()
    for norm in norms:
        for act in norm.acts:
            if (act.name, norm.name) in seen:
                raise PackError(f"{norm.name} speaks twice about {act.name}.")
            seen.add((act.name, norm.name))


def _refuse_bad_priorities(norms: Sequence[Norm], by_name: Mapping[str, Norm]) -> None:
    absolute = {norm.name for norm in norms if norm.absolute}
    for norm in norms:
        for weaker in norm.prevails_over:
            if weaker not in by_name:
                raise PackError(
                    f"{norm.name} prevails over {weaker}, which is no norm."
                )
            if weaker in absolute:
                raise PackError(f"{norm.name} prevails over {weaker}: it is absolute.")


def _refuse_cycles(norms: Sequence[Norm]) -> None:
    weaker = {norm.name: set[str]() for norm in norms}
    for norm in norms:
        weaker[norm.name].update(norm.prevails_over)

    def walk(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            circle = " over ".join((*path[path.index(name) :], name))
            raise PackError(f"Priorities run in a circle: {circle}.")
        for next_name in weaker[name]:
            walk(next_name, (*path, name))

    for name in weaker:
        walk(name, ())


def _refuse_undecided_pairs(norms: Sequence[Norm]) -> None:
    """Refuse a duty and a bar that can hold together with no word on which prevails."""
    for act in ACTS:
        own = [norm for norm in norms if act in norm.acts]
        duties = [norm for norm in own if norm.mode is Mode.MUST]
        bars = [n for n in own if n.mode is Mode.MUST_NOT and not n.absolute]
        for bar, duty in product(bars, duties):
            decided = duty.name in bar.prevails_over or bar.name in duty.prevails_over
            if not decided and can_hold_together(bar.applies, duty.applies):
                raise PackError(
                    f"{bar.name} forbids and {duty.name} requires {act.name} at once: "
                    "say which prevails."
                )


def can_hold_together(one: Expression, other: Expression) -> bool:
    """Ask whether both conditions can be true in one case, all facts known.

    With too many facts to try them all the answer is yes.
    """
    joint = one & other
    spoken_of = fold(joint, Names())
    names = sorted(spoken_of)
    if len(names) > MOST_ENUMERATED:
        return True
    for truths in product((True, False), repeat=len(names)):
        case = dict(zip(names, truths, strict=True))
        if fold(joint, Kleene(case.__getitem__)) is True:
            return True
    return False
