"""Which conditions of clocks are found in facts that no norm reads?

A norm may not use these words; a clock joins them with those of `terms.py`.
"""

from collections.abc import Callable, Mapping

from safeconduct.law.clocks.clock import Record
from safeconduct.law.derive.case import Case
from safeconduct.law.expression import fact
from safeconduct.law.readings.kleene import Truth

LONG = 10
"""Days from which a disciplinary punishment is a long one (GC III Art 90(4))."""

serious = fact("health.serious")
death_sentence = fact("penal.death_sentence")
long_punishment = fact("penal.long_punishment")
commission_sends = fact("mmc.sends")
commission_again = fact("mmc.again")
other_detainee = fact("status.other_detainee")
korea_receives = fact("receiving.is_korea")
wants_return = fact("wish.return")
appealable = fact("claim.rejected")


def _long_punishment(case: Case) -> Truth:
    entries = case.record.get("penal.disciplinary")
    if not isinstance(entries, tuple):
        return None
    days = [one.get("days") for one in entries]
    if any(isinstance(n, int) and n >= LONG for n in days):
        return True
    return None if None in days else False


def _korea_receives(case: Case) -> Truth:
    states = case.states("receiving.state")
    return "KR" in states if states else None


def _wants_return(case: Case) -> Truth:
    wish = case.word("wish.current")
    return None if wish is None else wish.startswith("return")


def _word(name: str, *words: str) -> Callable[[Case], Truth]:
    return lambda case: case.is_one_of(name, *words).value


_FOUND: Mapping[str, tuple[str, Callable[[Case], Truth]]] = {
    long_punishment.name: ("penal.disciplinary", _long_punishment),
    commission_sends.name: ("mmc.decision", _word("mmc.decision", "A", "B")),
    commission_again.name: ("mmc.decision", _word("mmc.decision", "NC")),
    other_detainee.name: (
        "status.category",
        _word("status.category", "civilian", "defector_not_in_power"),
    ),
    korea_receives.name: ("receiving.state", _korea_receives),
    wants_return.name: ("wish.current", _wants_return),
    appealable.name: (
        "claim.status",
        _word("claim.status", "rejected", "appeal", "rejected_final"),
    ),
}


def found(record: Record) -> dict[str, Truth]:
    """Find each of these conditions in a record."""
    case = Case(record)
    return {name: find(case) for name, (_, find) in _FOUND.items()}


def source(name: str) -> str:
    """Name the fact a condition is found in; any other name stands for itself."""
    return _FOUND[name][0] if name in _FOUND else name
