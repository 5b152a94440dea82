"""What does a proof give back?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from safeconduct.law.readings.kleene import Truth

Facts = Mapping[str, Truth]


@dataclass(frozen=True)
class Witness:
    """A case in which a claim fails.

    Attributes:
        act: The act it is about, by name.
        norms: The norms at fault, where the claim is about norms.
        facts: What is known, by predicate; what is not named does not matter or is
            unknown.
        learned: What is learned afterwards, where the claim is about learning.
    """

    act: str
    norms: tuple[str, ...] = ()
    facts: Facts = field(default_factory=lambda: MappingProxyType({}))
    learned: Facts = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Proof:
    """One claim about a pack and what speaks against it.

    Attributes:
        name: A stable name, `unknown_is_never_safe`.
        claim: The claim as a sentence.
        witnesses: Cases in which it fails; none if it holds.
    """

    name: str
    claim: str
    witnesses: tuple[Witness, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.witnesses
