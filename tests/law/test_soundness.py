from dataclasses import replace
from datetime import date

import pytest

from safeconduct.law import PackError, pack
from safeconduct.law.acts import R1, R2, I
from safeconduct.law.expression import ALWAYS, fact, proven
from safeconduct.law.norm import Mark, Norm, Provision, may, must, must_not, not_until
from safeconduct.law.soundness import can_hold_together, refuse_unsound
from safeconduct.law.terms import asks, capacity, fit, torture
from tests.law.cases import DAY

A, B = (Provision(name, name, Mark.TEXT) for name in ("A", "B"))


@pytest.mark.parametrize("position", ["risk_based", "will_based"])
def test_our_law(position: str) -> None:
    """The law we ship passes its own checks, and beats nothing absolute."""
    norms = pack(DAY, position).norms
    absolute = {norm.name for norm in norms if norm.absolute}

    refuse_unsound(norms)
    assert {norm.provision.id for norm in norms if norm.absolute} == {
        "CAT-3-1",
        "ICCPR-6-7",
        "ECHR-2-3",
        "ICPPED-16",
        "ENG-CHAIN",
    }
    assert not any(set(norm.prevails_over) & absolute for norm in norms)


@pytest.mark.parametrize(
    ("norms", "fault"),
    [
        ([may(R1, A, "", when=fact("a.b"))], "A: there is no predicate a.b"),
        (
            [must_not(R1, A, "", when=fit, unless=capacity)],
            "wrap it in proven",
        ),
        (
            [replace(may(R1, A, "", when=fit), absolute=True)],
            "only a bar can be absolute",
        ),
        (
            [replace(may(R1, A, "", when=fit), personal=True)],
            "only a wait can be personal",
        ),
        (
            [replace(not_until(R1, A, "", ready=fit), unless=proven(fit))],
            "a wait has no exception",
        ),
        (
            [must_not(R1, A, "", when=fit, position="none")],
            "there is no position none",
        ),
        (
            [may(R1, A, "", when=fit), may((R1, R2), A, "", when=asks)],
            "A speaks twice about return_during_hostilities",
        ),
        (
            [must_not(R1, A, "", when=fit, prevails_over=("C",))],
            "A prevails over C, which is no norm",
        ),
        (
            [
                must_not(R1, A, "", when=fit, prevails_over=("B",)),
                must_not(R1, B, "", when=torture, absolute=True),
            ],
            "A prevails over B: it is absolute",
        ),
        (
            [
                must_not(R1, A, "", when=fit, prevails_over=("B",)),
                must_not(R1, B, "", when=fit, prevails_over=("A",)),
            ],
            "Priorities run in a circle: A over B over A",
        ),
        (
            [must_not(R1, A, "", when=torture), must(R1, B, "", when=asks)],
            "A forbids and B requires return_during_hostilities at once",
        ),
    ],
)
def test_unsound(norms: list[Norm], fault: str) -> None:
    """Norms that make no law are refused, and the sentence names the fault."""
    with pytest.raises(PackError, match=fault):
        refuse_unsound(norms)


def test_duty_and_bar_that_never_meet() -> None:
    """Where both can never hold, no word on priority is needed."""
    refuse_unsound(
        [must_not(R1, A, "", when=~asks & torture), must(R1, B, "", when=asks)]
    )


def test_duty_and_absolute_bar() -> None:
    """An absolute bar wins without a word."""
    refuse_unsound(
        [must_not(R1, A, "", when=torture, absolute=True), must(R1, B, "", when=asks)]
    )


def test_hold_together() -> None:
    """Small conditions are tried out; with too many facts the answer is yes."""
    many = ALWAYS
    for number in range(20):
        many = many & fact(f"f{number}")

    assert can_hold_together(asks, torture)
    assert not can_hold_together(asks, ~asks)
    assert can_hold_together(many, ~many)


def test_closed_norm() -> None:
    """A norm closed on a day is no longer law that day."""
    closed = replace(may(I, A, "", when=fit), until=date(2026, 1, 1))

    assert closed.in_force(date(2025, 12, 31), "risk_based")
    assert not closed.in_force(date(2026, 1, 1), "risk_based")
