"""Which examples show best what a norm does?

A norm is shown where it speaks, where its exception holds, where a stronger one
prevails, where nobody knows whether it speaks, and where it only just does not. Of each
kind the plainest example is chosen; the rest is counted.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from safeconduct.law.acts import ACTS, Act
from safeconduct.law.answer import Status
from safeconduct.law.examples import Example, Look, examples, looked
from safeconduct.law.expression import NEVER, Expression, Operator, fold
from safeconduct.law.norm import Mode
from safeconduct.law.pack import Pack
from safeconduct.law.pages.answers import is_recorded
from safeconduct.law.readings.kleene import Kleene
from safeconduct.law.readings.trace import Trace, Tracing
from safeconduct.law.record import check
from safeconduct.law.statute import Rule

# So many examples stand under a norm; who wants all reads `examples.json`.
MOST = 4
ACT_BY_NAME: Mapping[str, Act] = {act.name: act for act in ACTS}
# The status that shows a norm of each mode at work.
AT_WORK = {
    Mode.MUST_NOT: Status.BARRED,
    Mode.NOT_UNTIL: Status.OPEN,
    Mode.MUST: Status.REQUIRED,
    Mode.MAY: Status.PERMITTED,
}


class Kind(StrEnum):
    """What an example shows of a norm; the order is that of the page."""

    SPEAKS = "speaks"
    EXCEPTED = "excepted"
    BEATEN = "beaten"
    UNKNOWN = "unknown"
    MISSED = "missed"


@dataclass(frozen=True, eq=False)
class Seen:
    """One example, seen from one State.

    Attributes:
        example: The example.
        act: What it is about.
        look: What the law decides there.
    """

    example: Example
    act: Act
    look: Look

    def rule(self, name: str) -> Rule | None:
        """Find the rule of this act that comes from the norm of a name."""
        rules = self.look.decision.statute.rules
        return next((rule for rule in rules if rule.norm.name == name), None)


@dataclass(frozen=True, eq=False)
class Shown:
    """An example and what it shows of a norm.

    Attributes:
        seen: The example.
        rule: The norm as it works on the act.
        kind: What is shown.
    """

    seen: Seen
    rule: Rule
    kind: Kind

    @property
    def decisive(self) -> tuple[str, ...]:
        """The predicates that decide whether the norm speaks, each once."""
        norm = self.rule.norm
        parts = [norm.applies]
        if self.kind is Kind.EXCEPTED:
            parts = [norm.when, norm.unless]
        found = (name for part in parts for name in self._trace(part).facts())
        return tuple(dict.fromkeys(found))

    @property
    def facts(self) -> dict[str, object]:
        """The recorded facts behind these predicates, with their answers."""
        look = self.seen.look.seen
        found: dict[str, object] = {}
        for predicate in self.decisive:
            finding = look.find(predicate)
            for name in filter(is_recorded, finding.facts):
                # What nobody recorded may be known: a step not recorded is not done.
                found[name] = look.case.record.get(name, finding.value)
        return found

    def _trace(self, part: Expression) -> Trace:
        return fold(part, Tracing(self.seen.look.seen.truth))


@cache
def seen(law: Pack, act: Act) -> tuple[Seen, ...]:
    """Look at every example about an act, as this law decides it."""
    about = [one for one in examples() if one.act == act.name]
    # The position changes the law of few acts; the examples of the others hold under
    # each position, and are decided here anew.
    own = [one for one in about if one.position == law.position] or about
    return tuple(
        Seen(one, act, look)
        for one in own
        for look in looked(law, act, check(one.record))
    )


def all_shown(law: Pack, name: str, acts: Sequence[Act]) -> Iterator[Shown]:
    """Tell of every example about these acts what it shows of a norm."""
    for act in acts:
        for one in seen(law, act):
            rule = one.rule(name)
            if rule is not None:
                yield Shown(one, rule, kind_of(one.look, rule))


def kind_of(look: Look, rule: Rule) -> Kind:
    """Say what a look shows of a norm."""
    effective = look.decision.effective[rule]
    if effective is not False:
        return Kind.SPEAKS if effective else Kind.UNKNOWN
    kleene, norm = Kleene(look.seen.truth), rule.norm
    if fold(norm.applies, kleene) is not False:
        return Kind.BEATEN
    excepted = norm.unless is not NEVER and fold(norm.unless, kleene) is True
    if excepted and fold(norm.when, kleene) is True:
        return Kind.EXCEPTED
    return Kind.MISSED


def chosen(
    law: Pack, name: str, acts: Sequence[Act], every: Sequence[Act] = ()
) -> tuple[tuple[Shown, ...], int]:
    """Choose the examples that stand under a norm.

    Args:
        law: The law.
        name: The name of the norm.
        acts: The acts in question.
        every: All acts the norm is about: where it speaks in no example about those in
            question, one about another act shows how it does.

    Returns:
        At most `MOST`, and how many more there are in which it speaks or may speak.
    """
    near = sorted(filter(_is_near, all_shown(law, name, acts)), key=_plainness)
    picked = [one for kind in Kind for one in near if one.kind is kind]
    first = [next(o for o in picked if o.kind is kind) for kind in _kinds(picked)]
    if Kind.SPEAKS not in _kinds(first):
        others = [act for act in every if act not in acts]
        elsewhere = sorted(all_shown(law, name, others), key=_plainness)
        first = [*[o for o in elsewhere if o.kind is Kind.SPEAKS][:1], *first]
    spare = [o for o in picked if o.kind is Kind.SPEAKS and o not in first]
    found = [*first, *spare[: max(0, MOST - len(first))]][:MOST]
    found.sort(key=lambda one: list(Kind).index(one.kind))
    counted = [one for one in near if one.kind is not Kind.MISSED]
    return tuple(found), sum(one not in found for one in counted)


def _kinds(shown: Iterable[Shown]) -> list[Kind]:
    """List the kinds that occur, in the order of the page."""
    occurring = {one.kind for one in shown}
    return [kind for kind in Kind if kind in occurring]


def _is_near(one: Shown) -> bool:
    """Whether the example says something: of those it misses, only by one part."""
    return one.kind is not Kind.MISSED or _distance(one) == 1


def _distance(one: Shown) -> int:
    """Count the parts of the condition that do not hold."""
    applies = one.rule.norm.applies
    parts = applies.parts if applies.operator is Operator.ALL else (applies,)
    kleene = Kleene(one.seen.look.seen.truth)
    return sum(fold(part, kleene) is not True for part in parts)


def _plainness(one: Shown) -> tuple[bool, int, int, str]:
    """Sort first what shows the norm at work, and takes few words."""
    at_work = one.seen.look.decision.status is AT_WORK[one.rule.norm.mode]
    if one.kind in {Kind.EXCEPTED, Kind.MISSED, Kind.BEATEN}:
        at_work = one.seen.look.decision.status is not AT_WORK[one.rule.norm.mode]
    stated = len(one.seen.example.facts)
    return not at_work, len(one.facts) + stated, stated, one.seen.example.id
