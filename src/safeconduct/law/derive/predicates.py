"""How is each predicate of the law found in a record?"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from safeconduct.law.derive import receiving, risk, status, wish
from safeconduct.law.derive.case import Case, Finding, declared
from safeconduct.law.errors import PackError
from safeconduct.law.facts import RISKS
from safeconduct.law.readings.kleene import Truth

Finder = Callable[[Case], Finding]


def _word(name: str, *words: str) -> Finder:
    return lambda case: case.is_one_of(name, *words)


FINDERS: Mapping[str, Finder] = MappingProxyType(
    {
        "agreement.clause_is_worse": _word("agreement.clause_effect", "worse"),
        "status.retained": _word("status.category", "retained"),
        "status.surrendered_by_program": _word("status.surrender", "program"),
        "status.power_settled": status.power_settled,
        "person.identified": _word(
            "person.identity_confidence", "corroborated", "verified"
        ),
        "nationality.other_effective": status.other_nationality,
        "hearing.valid": wish.hearing_valid,
        "wish.asks[there]": wish.asks,
        "wish.freely[there]": wish.freely,
        "wish.willing[there]": wish.willing,
        "wish.willing_anywhere": wish.willing_anywhere,
        "wish.refuses": _word(wish.WISH, "refuses"),
        "wish.refuge[there]": wish.refuge_there,
        "wish.stay": _word(wish.WISH, "stay"),
        "wish.undecided": _word(wish.WISH, "undecided"),
        "wish.openly_free": wish.openly_free,
        "wish.confirmed": wish.confirmed,
        **{f"{stem}[there]": risk.risk(stem) for stem in RISKS},
        "risk.serious_harm[there]": risk.serious,
        "risk.onward[there]": risk.onward,
        "risk.harm_anywhere": risk.harm_anywhere,
        # Rejected with the time for appeal still open is running (ENG-GATE).
        "claim.running": _word(
            "claim.status", "registered", "open", "rejected", "appeal"
        ),
        "claim.finally_rejected": _word("claim.status", "rejected_final"),
        "claim.granted": _word("claim.status", "granted"),
        **{
            f"receiving.{name}[there]": receiving.receiving(f"receiving.{name}")
            for name in ("party_gc3", "able", "accepts", "death_penalty_law")
        },
        "receiving.willing[there]": receiving.willing_to_apply,
        "receiving.is_korea[there]": receiving.is_korea,
        "assurance.monitored[there]": receiving.monitored_assurance,
        "disc.consents": _word("disc.prisoner_view", "consents"),
        "exposure.k_at_threshold": status.k_at_threshold,
    }
)
"""The predicates that are not simply a recorded fact."""


class Predicates:
    """The predicates of one case, each found when first asked for.

    Args:
        case: The record, seen from one State.
        assumed: Truths that stand in for what the record says, by predicate: a
            forecast assumes that hostilities have ceased.
    """

    def __init__(
        self, case: Case, assumed: Mapping[str, Truth] = MappingProxyType({})
    ) -> None:
        self.case = case
        self._found = {name: Finding(value, (name,)) for name, value in assumed.items()}

    def find(self, predicate: str) -> Finding:
        """Find a predicate with the recorded facts that decide it."""
        found = self._found.get(predicate)
        if found is None:
            found = self._found[predicate] = self._look(predicate)
        return found

    def truth(self, predicate: str) -> Truth:
        """Find the truth of a predicate."""
        return self.find(predicate).value

    def _look(self, predicate: str) -> Finding:
        finder = FINDERS.get(predicate)
        if finder is not None:
            return finder(self.case)
        if declared(predicate):
            return self.case.truth(predicate)
        raise PackError(f"No finder is written for the predicate {predicate}.")
