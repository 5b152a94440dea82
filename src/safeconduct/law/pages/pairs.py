"""Which single fact, otherwise answered, changes the answer?

A minimal pair is two cases that differ in one fact and in the result. One of the two
is an example; the other is the example with that fact answered otherwise. A pair
belongs to a norm when the fact changes both whether the norm speaks and the result.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from safeconduct.law.acts import Act
from safeconduct.law.answer import Status
from safeconduct.law.baseline import over_baseline
from safeconduct.law.errors import LawError
from safeconduct.law.examples import Example, Look, examples, looked
from safeconduct.law.facts import FACTS
from safeconduct.law.kinds import Count, OneOf, States, Truth, Wish
from safeconduct.law.norm import Mode
from safeconduct.law.pack import Pack
from safeconduct.law.pages.cases import AT_WORK, Kind, Seen, Shown, all_shown
from safeconduct.law.record import check, written
from safeconduct.law.statute import Rule

# So many pairs stand under a norm, each about another fact.
MOST = 3
# So many examples of each kind are tried for one norm.
TRIED = 8
WISHES = ("return", "refuses", "stay", "refuge:KR", "undecided", "never_asked")
# Counts on both sides of the threshold for anonymity.
COUNTS = (5, 30)
SETS = (("KP",), ("KR",), ("RU",), ("KP", "RU"))
UNKNOWN = "U"


@dataclass(frozen=True)
class Pair:
    """Two cases that differ in one fact and in the result.

    Attributes:
        seen: The example.
        fact: The name of the fact.
        here, there: Its answer in the example, and in the other case.
        result, otherwise: The statuses of the two.
        at_work: Whether the result is the norm's own where it speaks.
    """

    seen: Seen
    fact: str
    here: object
    there: object
    result: Status
    otherwise: Status
    at_work: bool

    @property
    def blur(self) -> int:
        """How hard it is to read: unknown answers, results that another norm gives."""
        unknown = [self.here, self.there].count(UNKNOWN)
        open_ = [self.result, self.otherwise].count(Status.OPEN)
        return 3 * unknown + 2 * (not self.at_work) + open_


def pairs(
    law: Pack, name: str, acts: Sequence[Act], first: Sequence[Shown] = ()
) -> tuple[Pair, ...]:
    """Find the minimal pairs of a norm, at most `MOST`, the clearest first.

    Args:
        law: The law.
        name: The name of the norm.
        acts: The acts in question.
        first: The examples to be tried first: those the reader has before him.
    """
    found: dict[str, Pair] = {}
    for one in _tried(law, name, acts, first):
        for pair in _of(law, one):
            known = found.get(pair.fact)
            if known is None or pair.blur < known.blur:
                found[pair.fact] = pair
    return tuple(sorted(found.values(), key=lambda pair: pair.blur)[:MOST])


def _tried(
    law: Pack, name: str, acts: Sequence[Act], first: Sequence[Shown]
) -> Iterator[Shown]:
    """Yield the examples the reader sees, then those in which the norm speaks."""
    shown = {(one.seen.example.id, one.seen.look.towards) for one in first}
    others = sorted(all_shown(law, name, acts), key=_promise)
    yield from first
    for kind in Kind:
        for one in [one for one in others if one.kind is kind][:TRIED]:
            if (one.seen.example.id, one.seen.look.towards) not in shown:
                yield one


def _promise(one: Shown) -> tuple[bool, int]:
    """Sort first what gives a clear pair: an act that passes, or the norm at work."""
    status = one.seen.look.decision.status
    holds_back = one.rule.norm.mode in {Mode.MUST_NOT, Mode.NOT_UNTIL}
    missed = holds_back and one.kind is Kind.MISSED
    clear = status.passes if missed else status is AT_WORK[one.rule.norm.mode]
    return not clear, len(one.seen.example.facts)


def _of(law: Pack, one: Shown) -> Iterator[Pair]:
    here, seen = one.seen.look, one.seen
    for fact, recorded in one.facts.items():
        value = written(recorded)
        for other in values(fact):
            if written(other) == value:
                continue
            there = otherwise(law, seen.act, seen.example.id, fact, other).get(
                here.towards
            )
            if there is not None and _differs(one.rule, here, there):
                yield Pair(
                    seen=seen,
                    fact=fact,
                    here=value,
                    there=written(other),
                    result=here.decision.status,
                    otherwise=there.decision.status,
                    at_work=any(_at_work(one.rule, look) for look in (here, there)),
                )


def _differs(rule: Rule, here: Look, there: Look) -> bool:
    if here.decision.status is there.decision.status:
        return False
    return here.decision.effective[rule] is not there.decision.effective[rule]


def _at_work(rule: Rule, look: Look) -> bool:
    speaks = look.decision.effective[rule] is True
    return speaks and look.decision.status is AT_WORK[rule.norm.mode]


@cache
def otherwise(
    law: Pack, act: Act, example: str, fact: str, value: object
) -> dict[str, Look]:
    """Decide an example with one fact answered otherwise, by State.

    An answer that contradicts what else is recorded gives nothing.
    """
    told = _by_id()[example]
    facts = {**told.facts, fact: list(value) if isinstance(value, tuple) else value}
    try:
        record = check(over_baseline(facts) if told.on_baseline else facts)
    except LawError:
        return {}
    return {look.towards: look for look in looked(law, act, record)}


@cache
def _by_id() -> dict[str, Example]:
    return {one.id: one for one in examples()}


def values(name: str) -> Sequence[object]:
    """List what a fact may be, unknown last; nothing for what has no few answers."""
    match FACTS[name.partition("[")[0]].kind:
        case Truth():
            return ("T", "F", UNKNOWN)
        case OneOf(words):
            return (*words, UNKNOWN)
        case Wish():
            return (*WISHES, UNKNOWN)
        case Count():
            return (*COUNTS, UNKNOWN)
        case States():
            return (*SETS, UNKNOWN)
        case _:
            return ()
