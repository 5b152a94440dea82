"""Every mistake in the law that can be noticed is noticed."""

from collections import Counter
from collections.abc import Iterable

import pytest

from safeconduct.law import Pack, check, pack
from safeconduct.law.acts import ACTS, R2, Act
from safeconduct.law.examples import Example, examples, shown
from safeconduct.law.expression import fact, proven
from safeconduct.law.mutation import (
    Killer,
    Mutant,
    differing,
    mutants,
    rewritten,
    sample,
    told_apart,
    unseen,
)
from tests.law.cases import DAY

A, B, C = map(fact, "ABC")
ACT = {act.name: act for act in ACTS}


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.id)
def test_example(example: Example) -> None:
    """The law gives what the example expects."""
    law = pack(DAY, example.position)

    assert shown(law, ACT[example.act], check(example.record)) == example.expected


def test_small_mistakes() -> None:
    """Each fact, each "not", each "and" and each "proven" is mistaken once."""
    found = {repr(wrong) for wrong, _ in rewritten(A & ~(B | proven(C)))}

    assert found >= {
        *("~(B | proven(C))", "A", "(A & (B | proven(C)))"),
        *("(A | ~(B | proven(C)))", "(A & ~(B & proven(C)))", "(A & ~(B | C))"),
        *("(~A & ~(B | proven(C)))", "(proven(A) & ~(B | proven(C)))"),
        *("(A & ~B)", "(A & ~proven(C))", "(A & ~(B | proven(~C)))"),
    }


def unnoticed(law: Pack, wrong: list[Mutant], about: Iterable[Act]) -> list[Mutant]:
    """List the mutants that no example of this position and these acts notices."""
    listed = [one for one in examples() if one.position == law.position]
    noticed: set[int] = set()
    for act in about:
        records = [one.record for one in listed if ACT[one.act] is act]
        cases = sample(law, records, (act,))
        known = cases.signature(law.statutes[act.name])
        noticed |= {
            id(mutant)
            for mutant in wrong
            if act in mutant.norm.acts
            and differing(known, cases.signature(mutant.statute(act))).any()
        }
    return [mutant for mutant in wrong if id(mutant) not in noticed]


def test_every_mistake_is_noticed() -> None:
    """What no example shows is refused at load, fails a proof, or is no mistake."""
    law = pack(DAY)
    wrong = list(mutants(law))
    killers = Counter(unseen(law, one) for one in unnoticed(law, wrong, ACTS))

    assert killers[Killer.NOBODY] == 0
    assert len(wrong) - killers[Killer.NO_MISTAKE] > 1000


def test_every_mistake_is_noticed_under_the_other_position() -> None:
    """The position changes the law of return after hostilities alone; there too."""
    law, usual = pack(DAY, "will_based"), pack(DAY)
    for act in set(ACTS) - {R2}:
        assert not told_apart(law.statutes[act.name], usual.statutes[act.name])
    wrong = [one for one in mutants(law) if R2 in one.norm.acts]
    left = unnoticed(law, wrong, [R2])

    # What shows in another act is shown by the examples of the usual position.
    assert not [one for one in left if unseen(law, one, acts=(R2,)) is Killer.NOBODY]


def test_told_apart() -> None:
    """A law is not told apart from itself, and is from one without a norm."""
    law = pack(DAY)
    exchange = law.statutes["exchange"]
    dropped = next(m for m in mutants(law) if m.norm.name == "GCIII-6-1")

    assert not told_apart(exchange, exchange)
    assert told_apart(exchange, dropped.statute(ACT["exchange"]))
