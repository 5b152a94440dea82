"""What awaits him in a State, and where may he be passed on from there?

Sources: CAT Art 3, ICCPR Arts 6-7, ECHR Arts 2-3, 1951 Convention Art 33(1), ENG-CHAIN.
"""

from collections.abc import Callable

from safeconduct.law.derive.case import UNNAMED, Case, Finding, any_found
from safeconduct.law.facts import RISKS


def risk(stem: str) -> Callable[[Case], Finding]:
    """Make the finder of one of the five risks there."""

    def find(case: Case) -> Finding:
        return _one_risk(case, stem)

    return find


def _one_risk(case: Case, stem: str) -> Finding:
    """Find one risk; serious harm stated alone speaks for all five."""
    if case.towards == UNNAMED:
        return case.no_such_place()
    own, whole = f"{stem}[{case.towards}]", _whole(case)
    if case.says(own):
        return case.truth(own)
    others_stated = any(case.knows(f"{one}[{case.towards}]") for one in RISKS)
    finding = case.truth(whole)
    # No serious harm means none of the five; serious harm beside a stated risk may
    # be that risk alone.
    if finding.value is False or not others_stated:
        return finding
    return case.truth(own)


def serious(case: Case) -> Finding:
    """Find whether any of the five risks awaits him there."""
    if case.towards == UNNAMED:
        return case.no_such_place()
    stated = case.stated(_whole(case))
    if stated is not None:
        return stated
    return any_found([_one_risk(case, stem) for stem in RISKS])


def onward(case: Case) -> Finding:
    """Find whether he may be passed on to serious harm in a State tied to him.

    Tied are the Powers on which he depends and the States of his nationalities; if the
    Power is unknown, every Party but the one that holds him.
    """
    if case.towards == UNNAMED:
        return case.no_such_place()
    powers = case.states("status.powers")
    origins = powers or tuple(
        state
        for state in case.states("conflict.parties")
        if state != case.word("detaining.state")
    )
    tied = dict.fromkeys((*origins, *case.states("person.nationalities")))
    steps = [_step(case, state) for state in tied if state != case.towards]
    if not origins:
        steps.append(Finding(None, ("status.powers",)))
    nationalities = "person.nationalities"
    if case.says(nationalities) and not case.knows(nationalities):
        steps.append(Finding(None, (nationalities,)))
    return any_found(steps)


def _step(case: Case, end: str) -> Finding:
    """Find one onward step; nothing awaits him where there is no serious harm."""
    finding = case.truth(f"risk.onward[{case.towards}->{end}]")
    if finding.value is None:
        harm_there = serious(Case(case.record, end))
        if harm_there.value is False:
            return harm_there
    return finding


def harm_anywhere(case: Case) -> Finding:
    """Find whether harm awaits him, there or onward, with any of his Powers."""
    powers = case.states("status.powers") or (UNNAMED,)
    cases = [Case(case.record, power) for power in powers]
    return any_found([look(one) for one in cases for look in (serious, onward)])


def _whole(case: Case) -> str:
    return f"risk.serious_harm[{case.towards}]"
