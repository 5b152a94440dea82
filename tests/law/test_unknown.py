"""Unknown never opens anything, and learning a risk never opens a departure."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.law import BASELINES, FACTS, RISKS, Assessment
from safeconduct.law.kinds import OneOf
from tests.law.cases import (
    REFUSES_AFTER,
    WANTS_HOME,
    WANTS_HOME_AT_RISK,
    WANTS_KOREA,
    told,
    vignettes,
)

TRUTHS = ("T", "F")
WHOLE = "risk.serious_harm"
WISHES = ("never_asked", "undecided", "refuses", "stay", "return:KP", "refuge:KR")
STARTS = (WANTS_HOME, WANTS_KOREA, WANTS_HOME_AT_RISK, REFUSES_AFTER)
DEPARTURES = ("R1", "R2", "X", "T")
# Refuge and internment protect: there doubt works for him, as the burden of proof on
# exclusion and on the end of hostilities does.
GUARDED = (*DEPARTURES, "P", "N")
# Not recorded means nobody has reason to ask: these count only once they are recorded.
SILENT = {
    "person.nationalities",
    "receiving.icrc_access",
    "nationality.effective",
    "wish.border_confirmed",
}


def values() -> dict[str, tuple[object, ...]]:
    """List the known values of every fact that decides something, by name."""
    found: dict[str, tuple[object, ...]] = {
        "wish.current": WISHES,
        "exposure.k": (5, 50),
    }
    for fact in FACTS.values():
        if not fact.decides or fact.stem in SILENT | {WHOLE}:
            continue
        if fact.stem.startswith("receiving.") and fact.parameters:
            names = [fact.stem]
        elif fact.parameters == ("d",):
            names = [f"{fact.stem}[{state}]" for state in ("KP", "KR")]
        elif fact.parameters:
            names = [f"{fact.stem}[KR->KP]"]
        else:
            names = [fact.name]
        if isinstance(fact.kind, OneOf) and fact.stem != "position.mode":
            found |= dict.fromkeys(names, fact.kind.words)
        elif fact.kind is FACTS["person.alive"].kind:
            found |= dict.fromkeys(names, TRUTHS)
    return found


VALUES = values()


@st.composite
def records(draw: st.DrawFn) -> dict[str, object]:
    """Draw a case near one that passes a gate, with some facts made unknown."""
    facts = _risk_by_risk(draw(st.sampled_from(STARTS)))
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=6)):
        facts[name] = draw(st.sampled_from((*VALUES[name], "U", "U")))
    return facts


def _risk_by_risk(facts: dict[str, object]) -> dict[str, object]:
    """Write serious harm as its five risks, so that one of them can be unknown."""
    whole = {name: value for name, value in facts.items() if name.startswith(WHOLE)}
    parts = {
        name.replace(WHOLE, risk): value
        for name, value in whole.items()
        for risk in RISKS
    }
    return {n: v for n, v in facts.items() if n not in whole} | parts


def gates(assessment: Assessment) -> dict[tuple[str, str], bool]:
    return {
        (letter, state): answer.gate_open
        for letter, option in assessment.options.items()
        for state, answer in option.destinations.items()
    }


@settings(max_examples=300, deadline=None)
@given(records(), st.data())
def test_a_gate_stays_open_whatever_is_learned(
    facts: dict[str, object], data: st.DataObject
) -> None:
    """No departure or disclosure passes on unknown facts that an answer could close."""
    before = gates(told(facts))
    unknown = sorted(name for name in VALUES if facts.get(name, "U") == "U")
    learned = {name: data.draw(st.sampled_from(VALUES[name])) for name in unknown}
    # What happens after the assessment is no completion of it.
    learned.pop("wish.reconfirmed", None)
    after = gates(told(facts | learned))

    for gate, is_open in before.items():
        if is_open and gate[0] in GUARDED:
            assert after[gate], gate


@settings(max_examples=300, deadline=None)
@given(records(), st.sampled_from(RISKS), st.sampled_from(["KP", "KR"]))
def test_learning_a_risk_opens_no_departure(
    facts: dict[str, object], risk: str, state: str
) -> None:
    """Whatever else is known, a risk that is found never opens a way out to it."""
    before = gates(told(facts))
    after = gates(told(facts | {f"{risk}[{state}]": "T"}))

    for gate, is_open in after.items():
        if is_open and gate[0] in DEPARTURES:
            assert before[gate]


@settings(max_examples=200, deadline=None)
@given(records())
def test_an_absolute_bar_is_never_passed(facts: dict[str, object]) -> None:
    """Where an absolute bar is true or unknown no gate opens; nothing beats it."""
    for option in told(facts).options.values():
        for answer in option.destinations.values():
            absolute = [one for one in answer.explanation if one["absolute"]]
            assert not any(one["beaten_by"] for one in absolute)
            assert not (absolute and answer.gate_open)


@settings(max_examples=200, deadline=None)
@given(records())
def test_the_gate_is_stricter_than_the_status(facts: dict[str, object]) -> None:
    """No gate opens where the status does not pass, and never on a forecast."""
    for option in told(facts).options.values():
        for answer in option.destinations.values():
            if answer.gate_open:
                assert answer.status.passes
                assert not answer.forecast


@pytest.mark.parametrize("case", [pytest.param(c, id=c["id"]) for c in vignettes()])
def test_what_is_missing_would_settle_it(case: dict[str, Any]) -> None:
    """For each set of missing facts some answer to them ends the open question."""
    facts = BASELINES["vignettes"] | case["facts"]
    for letter, option in told(facts).options.items():
        for state, answer in option.destinations.items():
            for missing in answer.missing:
                assert len(missing) <= 3
                assert _settled(facts, letter, state, missing), (letter, missing)


def _settled(
    facts: dict[str, object], letter: str, state: str, missing: tuple[str, ...]
) -> bool:
    for answers in product(*(VALUES.get(name, TRUTHS) for name in missing)):
        learned = facts | dict(zip(missing, answers, strict=True))
        answer = told(learned).options[letter].destinations.get(state)
        if answer is not None and answer.result != "not_yet":
            return True
    return False
