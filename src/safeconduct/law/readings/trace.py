"""Why does a condition have its truth: which parts decide it?

A true disjunction is decided by its true parts, a false conjunction by its false
parts, an unknown one by its unknown parts. The rest is left out: a reader should see
three facts, not thirty.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from safeconduct.law.expression import Operator
from safeconduct.law.readings.kleene import Truth, both, either, opposite


@dataclass(frozen=True, slots=True)
class Trace:
    """A truth with the parts that decide it; a leaf carries the name of its fact."""

    value: Truth
    operator: Operator
    parts: tuple["Trace", ...] = ()
    name: str = ""

    def facts(self) -> Iterator[str]:
        """Name the deciding facts from left to right, each as often as it stands."""
        if self.operator is Operator.FACT:
            yield self.name
        for part in self.parts:
            yield from part.facts()


class Tracing:
    """Read an expression as its truth and the reasons for it.

    Args:
        truth: Answers the truth of a fact by its name.
    """

    def __init__(self, truth: Callable[[str], Truth]) -> None:
        self._truth = truth

    def fact(self, name: str) -> Trace:
        """Look the fact up; it decides itself."""
        return Trace(self._truth(name), Operator.FACT, name=name)

    def always(self) -> Trace:
        """Hold for no reason."""
        return Trace(value=True, operator=Operator.ALWAYS)

    def never(self) -> Trace:
        """Fail for no reason."""
        return Trace(value=False, operator=Operator.NEVER)

    def all(self, parts: tuple[Trace, ...]) -> Trace:
        """Keep the parts as true as the whole."""
        return _decided(Operator.ALL, both(part.value for part in parts), parts)

    def any(self, parts: tuple[Trace, ...]) -> Trace:
        """Keep the parts as true as the whole."""
        return _decided(Operator.ANY, either(part.value for part in parts), parts)

    def no(self, part: Trace) -> Trace:
        """Keep the part."""
        return Trace(opposite(part.value), Operator.NO, (part,))

    def proven(self, part: Trace) -> Trace:
        """Keep the part, known or not."""
        return Trace(part.value is True, Operator.PROVEN, (part,))


def _decided(operator: Operator, value: Truth, parts: tuple[Trace, ...]) -> Trace:
    return Trace(value, operator, tuple(part for part in parts if part.value is value))
