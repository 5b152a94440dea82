"""How does one speak to the solver of a case, and of one that comes after it?"""

from collections.abc import Iterable

import z3  # type: ignore[import-untyped]

from safeconduct.law.expression import Expression, fold
from safeconduct.law.proofs.proof import Facts
from safeconduct.law.proofs.relations import (
    ALWAYS_KNOWN,
    FOLLOWS,
    KNOWN_TOGETHER,
    KNOWN_WITH,
    NEVER_FALSE,
)
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.z3 import Z3, Rails
from safeconduct.law.statute import Statute


class World:
    """A case whose facts the solver may choose.

    Args:
        name: A name, so that two cases can stand in one question.
    """

    def __init__(self, name: str = "") -> None:
        self._reading = Z3(name)
        self._memo: dict[Expression, Rails] = {}

    def read(self, expression: Expression) -> Rails:
        """Read a condition in this case."""
        return fold(expression, self._reading, self._memo)

    def rails(self, name: str) -> Rails:
        """Return the two Booleans of a fact."""
        return self._reading.fact(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The facts read so far."""
        return tuple(self._reading.facts)

    def passes(self, statute: Statute) -> z3.BoolRef:
        """Say that the gate of an act is open; its forecasts stay aside."""
        return z3.And(
            self.read(statute.scope).true,
            self.read(statute.bar).false,
            self.read(statute.wait).false,
            self.read(statute.basis).true,
        )

    def consistent(self) -> list[z3.BoolRef]:
        """Say that no fact is both true and false."""
        return self._reading.consistent()

    def complete(self) -> list[z3.BoolRef]:
        """Say that every fact read so far is known."""
        return [self.rails(name).known for name in self.names]

    def possible(self) -> list[z3.BoolRef]:
        """Say that the facts can stand together in one record."""
        related = [z3.Not(self.read(one).false) for one in NEVER_FALSE]
        related += [self.read(one).known for one in ALWAYS_KNOWN]
        for one, other in FOLLOWS:
            related.append(z3.Implies(self.read(one).true, self.read(other).true))
        for one, other in KNOWN_WITH:
            related.append(z3.Implies(self.read(one).known, self.read(other).known))
        for group in KNOWN_TOGETHER:
            first, *others = (self.read(one).known for one in group)
            related += [first == known for known in others]
        return related

    def becomes(self, later: "World", names: Iterable[str]) -> list[z3.BoolRef]:
        """Say that what is known of these facts stays so later."""
        return [
            z3.Implies(before, after)
            for name in names
            for before, after in (
                (self.rails(name).true, later.rails(name).true),
                (self.rails(name).false, later.rails(name).false),
            )
        ]

    def found(self, model: z3.ModelRef) -> dict[str, Truth]:
        """Read the case out of the solver's answer: known facts by name."""
        facts: dict[str, Truth] = {}
        for name in sorted(self.names):
            if z3.is_true(model[self.rails(name).true]):
                facts[name] = True
            elif z3.is_true(model[self.rails(name).false]):
                facts[name] = False
        return facts


def counter_example(*claims: list[z3.BoolRef]) -> z3.ModelRef | None:
    """Ask for a case in which all these hold."""
    solver = z3.Solver()
    # The same witness each time, whatever was asked before.
    solver.set("random_seed", 0)
    for claim in claims:
        solver.add(*claim)
    answer = solver.check()
    if answer == z3.unknown:  # pragma: no cover - the questions are propositional
        raise RuntimeError(f"The solver gave up: {solver.reason_unknown()}.")
    return solver.model() if answer == z3.sat else None


def smallest(
    world: World, claims: list[z3.BoolRef], spoken_of: Iterable[str]
) -> Facts | None:
    """Find a case in which all claims hold and little is known; `None` if none does.

    Facts are forgotten one after the other as long as the claims still hold.
    """
    model = counter_example(claims)
    if model is None:
        return None
    kept = list(claims)
    for name in sorted(spoken_of):
        forgotten = [*kept, z3.Not(world.rails(name).known)]
        smaller = counter_example(forgotten)
        if smaller is not None:
            model, kept = smaller, forgotten
    return world.found(model)
