"""What does the law say about one act, all its norms taken together?

    applies   = when and not unless
    effective = applies and no norm that prevails over it is effective
    bar       = some effective must_not
    wait      = some effective not_until whose step is missing
    duty      = some effective must
    basis     = some effective must or may
    absolute  = some effective must_not that is absolute
    personal  = some effective not_until that waits for his own act or claim

All of these are expressions, so every reading reads the whole law as it reads one norm.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from safeconduct.law.acts import Act
from safeconduct.law.expression import Expression, all_of, any_of
from safeconduct.law.norm import Mode, Norm


@dataclass(frozen=True, eq=False)
class Rule:
    """A norm as it works on one act.

    Attributes:
        norm: The norm.
        effective: When it speaks and nothing stronger does.
        weaker_than: The rules that prevail over it.
    """

    norm: Norm
    effective: Expression
    weaker_than: tuple["Rule", ...]


@dataclass(frozen=True, eq=False)
class Statute:
    """The law of one act."""

    act: Act
    rules: tuple[Rule, ...]
    scope: Expression
    bar: Expression
    wait: Expression
    duty: Expression
    basis: Expression
    absolute: Expression
    personal: Expression

    def of(self, *modes: Mode) -> tuple[Rule, ...]:
        """Return the rules of these modes."""
        return tuple(rule for rule in self.rules if rule.norm.mode in modes)


def statute(act: Act, norms: Iterable[Norm]) -> Statute:
    """Put together what the norms say about an act; priorities must be acyclic.

    The absolute ones come first, then all by name: in which order they were written
    down is no part of the law, so no answer depends on it.
    """
    own = sorted(
        (norm for norm in norms if act in norm.acts),
        key=lambda norm: (not norm.absolute, norm.name),
    )
    made: dict[str, Rule] = {}

    def rule(norm: Norm) -> Rule:
        if norm.name not in made:
            stronger = tuple(rule(one) for one in own if norm.name in one.prevails_over)
            beaten = any_of(one.effective for one in stronger)
            effective = norm.applies & ~beaten if stronger else norm.applies
            made[norm.name] = Rule(norm, effective, stronger)
        return made[norm.name]

    rules = tuple(rule(norm) for norm in own)

    def some(*modes: Mode) -> Expression:
        return any_of(rule.effective for rule in rules if rule.norm.mode in modes)

    return Statute(
        act=act,
        rules=rules,
        scope=all_of(scope.condition for scope in act.scope),
        bar=some(Mode.MUST_NOT),
        wait=some(Mode.NOT_UNTIL),
        duty=some(Mode.MUST),
        basis=some(Mode.MUST, Mode.MAY),
        absolute=any_of(rule.effective for rule in rules if rule.norm.absolute),
        personal=any_of(rule.effective for rule in rules if rule.norm.personal),
    )
