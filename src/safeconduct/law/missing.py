"""Which facts would settle an open question, and how few are enough?"""

from collections.abc import Mapping

from safeconduct.law.answer import Missing, Status
from safeconduct.law.decision import Decision, decide
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.expression import all_of, fold
from safeconduct.law.readings.kleene import Truth
from safeconduct.law.readings.ways import Family, Learning, Way

MOST_FACTS = 4
MOST_SETS = 6
STATES_NAMED_BY = {"status.powers", "receiving.state", "person.nationalities"}


def missing(decision: Decision, predicates: Predicates) -> Missing:
    """Name the smallest sets of unknown facts that can settle an open question.

    An answer settles it when it opens the act or bars it. A step that is recorded as
    not done is no missing fact; it stands in the explanation. At most `MOST_FACTS`
    facts make a set and `MOST_SETS` sets are given, those that can open the act first.
    """
    if decision.status is not Status.OPEN:
        return ()
    statute = decision.statute

    def facts_of(way: Way) -> frozenset[str]:
        return frozenset(f for name, _ in way for f in predicates.find(name).facts)

    def learnable(name: str, so: bool) -> bool:  # noqa: FBT001 - an answer
        # A safeguard can always be supplied later, so a tested wish never fails.
        if name == "wish.freely[there]" and not so:
            return predicates.truth("wish.asks[there]") is None
        # Who a State is says nothing yet about what awaits him there.
        named_by = predicates.find(name).facts
        return name == "status.power_settled" or not STATES_NAMED_BY & set(named_by)

    def truth(name: str) -> Truth:
        # A step that nobody recorded counts as not done, yet it can be recorded.
        found = predicates.find(name)
        recorded = not found.facts or any(map(predicates.case.says, found.facts))
        return found.value if recorded else None

    learning = Learning(
        truth,
        learnable=learnable,
        size=lambda way: len(facts_of(way)),
        most=MOST_FACTS,
    )
    passes = all_of((~statute.bar, ~statute.wait, statute.basis))
    families: list[Family] = [
        fold(passes, learning).true,
        fold(statute.bar, learning).true,
    ]
    found: dict[frozenset[str], None] = {}
    for family in families:
        for way in family:
            if _settles(decision, predicates, dict(way)):
                found[facts_of(way)] = None
    smallest = [one for one in found if not any(other < one for other in found)]
    smallest.sort(key=len)
    return tuple(tuple(sorted(one)) for one in smallest[:MOST_SETS])


def _settles(
    decision: Decision, predicates: Predicates, learned: Mapping[str, bool]
) -> bool:
    def truth(name: str) -> bool | None:
        return learned[name] if name in learned else predicates.truth(name)

    return decide(decision.statute, truth).status is not Status.OPEN
