"""Which status follows from the bars, waits, duties and bases of an act?

The first that holds: out of scope, a bar, something unknown or not yet done, a duty, a
basis. A bar always wins over a duty. Unknown closes the gate without any default.
"""

from collections.abc import Callable
from dataclasses import dataclass

from safeconduct.law.answer import Status
from safeconduct.law.expression import Expression, fold
from safeconduct.law.norm import Mode
from safeconduct.law.norms.engine import UNKNOWN
from safeconduct.law.readings.kleene import Kleene, Truth
from safeconduct.law.statute import Rule, Statute


@dataclass(frozen=True)
class Decision:
    """The truths that decide an act, and the rules behind them.

    Attributes:
        scope, bar, wait, duty, basis: The truths of the statute.
        effective: The truth of each rule.
    """

    statute: Statute
    scope: Truth
    bar: Truth
    wait: Truth
    duty: Truth
    basis: Truth
    effective: dict[Rule, Truth]

    @property
    def status(self) -> Status:
        """The first status that holds; an unknown scope counts as in scope."""
        if self.scope is False:
            return Status.NO_BASIS
        if self.bar is True:
            return Status.BARRED
        if self.bar is None or self.wait is not False:
            return Status.OPEN
        if self.duty is True:
            return Status.REQUIRED
        if self.basis is True:
            return Status.PERMITTED
        return Status.OPEN if self.basis is None else Status.NO_BASIS

    @property
    def gate_open(self) -> bool:
        """Whether no bar, no wait and a basis are known to hold, within the scope."""
        closed = self.bar is not False or self.wait is not False
        return self.scope is True and not closed and self.basis is True

    @property
    def signable(self) -> bool:
        """Whether officers may open the act by their signatures: see `override.py`."""
        fixed = (r for r in self.statute.rules if r.norm.absolute or r.norm.personal)
        untouched = all(self.effective[rule] is False for rule in fixed)
        return self.scope is True and untouched

    @property
    def rests_on_unknown(self) -> bool:
        """Whether an unknown fact leaves the question open."""
        unknown = self._rules(Mode.MUST_NOT, Mode.NOT_UNTIL, being=None)
        return self.status is Status.OPEN and (bool(unknown) or self.basis is None)

    @property
    def contested(self) -> bool:
        """Whether a contested norm carries the act."""
        carrying = self._rules(Mode.MUST, Mode.MAY, being=True)
        return self.status.passes and any(rule.norm.contested for rule in carrying)

    @property
    def deciding(self) -> tuple[Rule, ...]:
        """The rules that give the status, the most weighty first."""
        match self.status:
            case Status.BARRED:
                bars = self._rules(Mode.MUST_NOT, being=True)
                return (*bars, *self._rules(Mode.NOT_UNTIL, being=True))
            case Status.OPEN:
                support = self._rules(Mode.MUST, Mode.MAY, being=None)
                return (
                    *self._rules(Mode.MUST_NOT, being=None),
                    *self._rules(Mode.NOT_UNTIL, being=True),
                    *self._rules(Mode.NOT_UNTIL, being=None),
                    *(support if self.basis is None else ()),
                )
            case Status.REQUIRED:
                duties = self._rules(Mode.MUST, being=True)
                return (*duties, *self._rules(Mode.MAY, being=True))
            case Status.PERMITTED:
                return self._rules(Mode.MAY, being=True)
            case Status.NO_BASIS:
                return ()

    def norms(self, outside: tuple[str, ...]) -> tuple[str, ...]:
        """Name the provisions that decide; `outside` names those of the scope."""
        if self.scope is False:
            return outside
        unknown = (UNKNOWN.id,) if self.rests_on_unknown else ()
        named = (rule.norm.provision.id for rule in self.deciding)
        return tuple(dict.fromkeys((*named, *unknown)))

    def _rules(self, *modes: Mode, being: Truth) -> tuple[Rule, ...]:
        rules = self.statute.of(*modes)
        return tuple(rule for rule in rules if self.effective[rule] is being)


def decide(statute: Statute, truth: Callable[[str], Truth]) -> Decision:
    """Decide an act in a case.

    Args:
        statute: The law of the act.
        truth: Answers the truth of each predicate.
    """
    memo: dict[Expression, Truth] = {}
    kleene = Kleene(truth)

    def read(expression: Expression) -> Truth:
        return fold(expression, kleene, memo)

    return Decision(
        statute=statute,
        scope=read(statute.scope),
        bar=read(statute.bar),
        wait=read(statute.wait),
        duty=read(statute.duty),
        basis=read(statute.basis),
        effective={rule: read(rule.effective) for rule in statute.rules},
    )
