"""Every mistake in the law that can be noticed is noticed."""

from collections import Counter

import pytest

from safeconduct.law import Pack, check, pack
from safeconduct.law.acts import ACTS
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


def unnoticed(law: Pack, wrong: list[Mutant]) -> tuple[list[Mutant], int]:
    """List the mutants that no example of this position notices."""
    records = [one.record for one in examples() if one.position == law.position]
    cases = sample(law, records)
    known = {act: cases.signature(law.statutes[act.name]) for act in ACTS}
    left = [
        mutant
        for mutant in wrong
        if not any(
            differing(known[act], cases.signature(mutant.statute(act))).any()
            for act in mutant.norm.acts
        )
    ]
    return left, len(wrong)


def test_every_mistake_is_noticed() -> None:
    """What no example shows is refused at load, fails a proof, or is no mistake."""
    law = pack(DAY)
    left, tried = unnoticed(law, list(mutants(law)))
    killers = Counter(unseen(law, mutant) for mutant in left)
    distinguishable = tried - killers[Killer.NO_MISTAKE]

    assert killers[Killer.NOBODY] == 0
    assert distinguishable > 1000


def test_every_mistake_is_noticed_under_the_other_position() -> None:
    """The same of the norms that are in force under `will_based` alone."""
    law, usual = pack(DAY, "will_based"), pack(DAY)
    wrong = [one for one in mutants(law) if one.norm not in usual.norms]
    left, _tried = unnoticed(law, wrong)

    assert {unseen(law, mutant) for mutant in left} <= {
        Killer.LOAD,
        Killer.PROOFS,
        Killer.NO_MISTAKE,
    }


def test_told_apart() -> None:
    """A law is not told apart from itself, and is from one without a norm."""
    law = pack(DAY)
    exchange = law.statutes["exchange"]
    dropped = next(m for m in mutants(law) if m.norm.name == "GCIII-6-1")

    assert not told_apart(exchange, exchange)
    assert told_apart(exchange, dropped.statute(ACT["exchange"]))
