"""What is known of the State that may receive him?

Sources: GC III Arts 12(2), 126; Othman (ECHR-ASSUR).
"""

from collections.abc import Callable

from safeconduct.law.derive.case import UNNAMED, Case, Finding, all_found


def receiving(stem: str) -> Callable[[Case], Finding]:
    """Make the finder of a fact about the receiving State."""

    def find(case: Case) -> Finding:
        return _about(case, stem)

    return find


def willing_to_apply(case: Case) -> Finding:
    """Is the State willing to apply the Convention?

    A Power that refuses visits of the ICRC is not willing (GC III Arts 12(2), 126).
    """
    willing = _about(case, "receiving.willing")
    access = _about(case, "receiving.icrc_access")
    if case.towards != UNNAMED and case.says(*access.facts):
        return all_found([willing, access])
    return willing


def is_korea(case: Case) -> Finding:
    """Is it the Republic of Korea?"""
    if case.towards == UNNAMED:
        return case.no_such_place()
    return Finding(case.towards == "KR", ("receiving.state",))


def monitored_assurance(case: Case) -> Finding:
    """Is there an assurance that counts: specific, and monitored?"""
    if case.towards == UNNAMED:
        return case.no_such_place()
    return case.is_one_of(f"assurance[{case.towards}]", "specific_monitored")


def _about(case: Case, stem: str) -> Finding:
    """Look the fact up under the State's name, then plain.

    A plain fact speaks of the State in `receiving.state`; if several stand there, of
    the first. It never vouches for another State.
    """
    if case.towards == UNNAMED:
        return case.no_such_place()
    named = f"{stem}[{case.towards}]"
    if not case.says(named) and case.towards in case.states("receiving.state")[:1]:
        return case.truth(stem)
    return case.truth(named)
