"""Which formula of a solver stands for a condition?

A fact has two Booleans, "is true" and "is false", and never both (`consistent`). A
condition is read as the formula of its truth and the formula of its falsehood, so that
one query can speak of what is unknown, known, or learned later.
"""

from dataclasses import dataclass

import z3  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Rails:
    """When it is true, and when it is false; neither is unknown."""

    true: z3.BoolRef
    false: z3.BoolRef

    @property
    def known(self) -> z3.BoolRef:
        """That it is true or false."""
        return z3.Or(self.true, self.false)


class Z3:
    """Read an expression as two formulas.

    Args:
        world: A name for this assignment; two readings with different names speak of
            two assignments, as before and after something is learned.
    """

    def __init__(self, world: str = "") -> None:
        self._world = world
        self.facts: dict[str, Rails] = {}

    def fact(self, name: str) -> Rails:
        """Make the two Booleans of the fact, or take those made before."""
        if name not in self.facts:
            true = z3.Bool(f"{self._world}{name} is true")
            false = z3.Bool(f"{self._world}{name} is false")
            self.facts[name] = Rails(true, false)
        return self.facts[name]

    def always(self) -> Rails:
        """Hold."""
        return Rails(z3.BoolVal(val=True), z3.BoolVal(val=False))

    def never(self) -> Rails:
        """Fail."""
        return Rails(z3.BoolVal(val=False), z3.BoolVal(val=True))

    def all(self, parts: tuple[Rails, ...]) -> Rails:
        """Be true if all are, false if some part is."""
        return Rails(
            z3.And([part.true for part in parts]), z3.Or([part.false for part in parts])
        )

    def any(self, parts: tuple[Rails, ...]) -> Rails:
        """Be true if some part is, false if all are."""
        return Rails(
            z3.Or([part.true for part in parts]), z3.And([part.false for part in parts])
        )

    def no(self, part: Rails) -> Rails:
        """Swap."""
        return Rails(part.false, part.true)

    def proven(self, part: Rails) -> Rails:
        """Be false if it is not true."""
        return Rails(part.true, z3.Not(part.true))

    def consistent(self) -> list[z3.BoolRef]:
        """Say that no fact read so far is both true and false."""
        return [z3.Not(z3.And(one.true, one.false)) for one in self.facts.values()]
