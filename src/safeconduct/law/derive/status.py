"""Who is he, where does his claim stand, and what may be told about him?"""

from safeconduct.law.derive.case import Case, Finding, any_found, not_found
from safeconduct.law.derive.risk import risk

K_THRESHOLD = 20
"""The smallest group in which he may be hidden; a setting, for approval by counsel."""

_persecution = risk("risk.persecution")


def power_settled(case: Case) -> Finding:
    """Is it settled on which one Power he depends?

    With two Powers under discussion the wrong one might be told (GCIII-122-SAFE).
    """
    powers = case.states("status.powers")
    return Finding(len(powers) == 1 if powers else None, ("status.powers",))


def other_nationality(case: Case) -> Finding:
    """Does a State he need not fear protect him as its national?

    An effectiveness that is unknown does not count against him (1951 Convention
    Art 1A(2), second sentence).
    """
    effective = [
        name
        for name in sorted(case.record)
        if name.startswith("nationality.effective[") and case.record[name] is True
    ]
    unfeared = [
        not_found(
            _persecution(Case(case.record, name[len("nationality.effective[") : -1]))
        )
        for name in effective
    ]
    return any_found(unfeared)


def k_at_threshold(case: Case) -> Finding:
    """Do enough people share what the material tells?"""
    k = case.number("exposure.k")
    return Finding(None if k is None else k >= K_THRESHOLD, ("exposure.k",))
