"""Each proof holds of our law, and names a witness where a fault is planted."""

from dataclasses import replace
from datetime import date

import pytest

from safeconduct.law import Norm, Pack, pack
from safeconduct.law.acts import R2, REMAIN, T, X
from safeconduct.law.expression import NEVER, Expression, proven
from safeconduct.law.norm import FIRST_DAY, Mark, Provision, may, must, must_not
from safeconduct.law.pack import load
from safeconduct.law.proofs import PROOFS, Witness, prove
from safeconduct.law.statute import statute
from safeconduct.law.terms import (
    asks,
    claim_granted,
    claim_running,
    doubt,
    neutral_agreement,
    refuses,
    serious,
    torture,
)
from tests.law.cases import DAY

HERE = Provision("TEST-1", "Test", Mark.INFERENCE)
LAW = pack(DAY)


def witnesses(claim: str, law: Pack) -> tuple[Witness, ...]:
    (proof,) = prove(law, (claim,))
    return proof.witnesses


def with_norms(*norms: Norm) -> Pack:
    """Add norms to our law."""
    return load((*LAW.norms, *norms), LAW.position)


def changed(name: str, when: Expression) -> Pack:
    """Put another condition into the norms of this name."""
    norms = (replace(n, when=when) if n.name == name else n for n in LAW.norms)
    return load(tuple(norms), LAW.position)


def without(*names: str) -> Pack:
    return load(tuple(n for n in LAW.norms if n.name not in names), LAW.position)


@pytest.mark.parametrize("day", [FIRST_DAY, DAY])
@pytest.mark.parametrize("position", ["risk_based", "will_based"])
def test_our_law(day: date, position: str) -> None:
    """Every claim is proved of the law of the first day and of today."""
    proofs = list(prove(pack(day, position)))

    assert [proof.name for proof in proofs] == list(PROOFS)
    assert all(proof.holds for proof in proofs)


def test_unknown_taken_as_safe() -> None:
    """A bar that waits for proof of torture is found, with the fact that shows it."""
    found = witnesses("unknown_is_never_safe", changed("CAT-3-1", proven(torture)))

    assert {"exchange", "return_after_hostilities"} <= {one.act for one in found}
    assert all(
        one.learned["risk.torture[there]"] for one in found if one.act != "transfer"
    )
    assert all("risk.torture[there]" not in one.facts for one in found)


def test_a_risk_that_opens() -> None:
    """A permission that rests on a danger is found."""
    norm = may(T, HERE, "He goes where danger awaits him.", when=serious | torture)
    law = load((*(n for n in LAW.norms if not {T} & set(n.acts)), norm), LAW.position)

    assert [one.act for one in witnesses("a_risk_never_opens", law)] == ["transfer"]


def test_a_duty_that_meets_a_bar() -> None:
    """The pair is named, with a case in which both speak, and no more than that."""
    bar = must_not(R2, HERE, "Nobody returns in doubt.", when=doubt)
    # The load refuses this law; the proof is asked all the same.
    norms = (*LAW.norms, bar)
    made = {**LAW.statutes, R2.name: statute(R2, norms)}
    law = Pack(norms, LAW.position, made, "")
    (found,) = witnesses("no_duty_meets_a_bar", law)

    assert found.norms == ("TEST-1", "GCIII-118-1/duty")
    assert found.facts == {"status.doubt": True, "wish.asks[there]": True}


def test_a_case_left_undecided() -> None:
    """Without the duty to return nothing supports the return of whoever asks."""
    found = witnesses("decided_when_all_is_known", without("GCIII-6-1/agreement"))

    assert [one.act for one in found] == ["exchange"]
    assert found[0].facts["wish.asks[there]"] is True


def test_nobody_is_left_without_an_outcome() -> None:
    """A bar on remaining is found, and so is a missing duty."""
    barred = with_norms(must_not(X, HERE, "Nothing.", when=NEVER))
    assert witnesses("nobody_without_an_outcome", barred) == ()

    refused = load(tuple(n for n in LAW.norms if REMAIN not in n.acts), LAW.position)
    assert [one.act for one in witnesses("nobody_without_an_outcome", refused)] == [
        "remain"
    ]


def test_a_dead_norm() -> None:
    """A norm that asks for what no record can hold is named."""
    dead = must(R2, HERE, "He asks and refuses.", when=asks & refuses)
    gone = may(X, HERE, "Both.", when=claim_granted & claim_running & neutral_agreement)
    norms = (*LAW.norms, dead, gone)
    made = {
        **LAW.statutes,
        R2.name: statute(R2, norms),
        X.name: statute(X, norms),
    }
    found = witnesses("no_dead_norm", Pack(norms, LAW.position, made, ""))

    assert {(one.act, one.norms) for one in found} == {
        ("return_after_hostilities", ("TEST-1",)),
        ("exchange", ("TEST-1",)),
    }


def test_an_act_that_is_closed_for_good() -> None:
    """An act that no case opens is named."""
    shut = with_norms(must_not(X, HERE, "No exchange.", when=~(asks & refuses)))

    assert Witness("exchange") in witnesses("no_dead_norm", shut)
