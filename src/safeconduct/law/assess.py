"""What may be done with this person, on what is known, under the law of that day?"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from safeconduct.law import acts
from safeconduct.law.acts import Act, Towards
from safeconduct.law.answer import Answer, Assessment, Option
from safeconduct.law.clocks import follow
from safeconduct.law.decision import decide
from safeconduct.law.derive import wish
from safeconduct.law.derive.case import NOWHERE, UNNAMED, Case
from safeconduct.law.derive.predicates import Predicates
from safeconduct.law.explanation import explain
from safeconduct.law.expression import fold
from safeconduct.law.missing import missing
from safeconduct.law.pack import Pack, pack
from safeconduct.law.readings.kleene import Kleene, Truth
from safeconduct.law.record import check, declaration
from safeconduct.law.statute import Statute
from safeconduct.law.terms import PREDICATES

HOSTILITIES = "conflict.active_hostilities"
CEASED: Mapping[str, Truth] = MappingProxyType({HOSTILITIES: False})
AS_IT_IS: Mapping[str, Truth] = MappingProxyType({})
# What comes of the other acts is no part of the record.
_OF_THE_RECORD = tuple(name for name in PREDICATES if not name.startswith("outcome."))


def assess(
    facts: Mapping[str, object], *, on: date, position: str | None = None
) -> Assessment:
    """Answer every option for one person.

    Args:
        facts: Fact names to values, as the dictionary writes them. What is not named
            is unknown.
        on: The law day.
        position: `risk_based` or `will_based`. Without it `position.mode` among the
            facts counts, and without that `risk_based`.

    Raises:
        FactError: A fact is misnamed, malformed, or contradicts another.
        NoLawInForce: The day lies before the first pack.
    """
    record = check(facts)
    stated = record.get("position.mode")
    law = pack(on, position or (stated if isinstance(stated, str) else "risk_based"))
    options = {act.option: _option(act, law, record) for act in acts.OPTIONS}
    outcomes = {
        "outcome.departure": any(
            answer.status.passes and not answer.forecast
            for act in acts.DEPARTURES
            for answer in options[act.option].destinations.values()
        ),
        "outcome.internment": options[acts.I.option].status.passes,
    }
    return Assessment(
        law=law.hash,
        on=on,
        position=law.position,
        options=MappingProxyType(options),
        agency=_answer(law.statutes[acts.AGENCY.name], Predicates(Case(record))),
        remain=_answer(
            law.statutes[acts.REMAIN.name], Predicates(Case(record), outcomes)
        ),
        deadlines=tuple(follow(record, on=on)),
    )


def seen(letter: str, facts: Mapping[str, object]) -> dict[str, dict[str, bool]]:
    """Find what the norms of an option see in a record, by State.

    This is what `gate_sql.gate_functions` is asked about: each predicate that is
    known, true or false. What is unknown is left out. Forecasts are included.

    Args:
        letter: The option, `X`.
        facts: Fact names to values, as for `assess`.

    Raises:
        FactError: A fact is misnamed, malformed, or contradicts another.
    """
    record = check(facts)
    act = next(one for one in acts.OPTIONS if one.option == letter)
    found: dict[str, dict[str, bool]] = {}
    for look, _forecast in looks(act, record):
        truths = {name: look.truth(name) for name in _OF_THE_RECORD}
        known = {name: truth for name, truth in truths.items() if truth is not None}
        found[look.case.towards] = known
    return found


def hearing_valid(facts: Mapping[str, object]) -> Truth:
    """Answer whether a hearing counts: `True`, `False` or, for unknown, `None`.

    Raises:
        FactError: A fact is misnamed, malformed, or contradicts another.
    """
    return wish.hearing_valid(Case(check(facts))).value


def _option(act: Act, law: Pack, record: Mapping[str, object]) -> Option:
    statute = law.statutes[act.name]
    return Option(
        MappingProxyType(
            {
                look.case.towards: _answer(statute, look, forecast=forecast)
                for look, forecast in looks(act, record)
            }
        )
    )


def looks(act: Act, record: Mapping[str, object]) -> Iterator[tuple[Predicates, bool]]:
    """Look at a checked record from each State an act is computed for.

    With each look it is told whether the answer is a forecast.
    """
    states, unnamed_by = destinations(act, record)
    # While hostilities are active, return after them is computed as if they had ceased.
    # Where it is unknown whether they are, it stays unknown, and so does the answer.
    ahead = act is acts.R2 and record.get(HOSTILITIES) is not False
    assumed = CEASED if ahead and record.get(HOSTILITIES) is True else AS_IT_IS
    for state in states:
        yield Predicates(Case(record, state, unnamed_by), assumed), ahead


def destinations(act: Act, record: Mapping[str, object]) -> tuple[tuple[str, ...], str]:
    """List the States an act is computed for, and the fact that names them."""
    case = Case(record)
    match act.towards:
        case Towards.NOWHERE:
            return (NOWHERE,), ""
        case Towards.POWERS:
            named_by = "status.powers"
            return case.states(named_by) or (UNNAMED,), named_by
        case Towards.RECEIVING:
            named_by = "receiving.state"
            spoken_of = (
                state
                for name in record
                if name.startswith("receiving.")
                for state in declaration(name)[1]
            )
            # Sorted, so that a record kept elsewhere in another order answers the same.
            states = dict.fromkeys((*case.states(named_by), *sorted(spoken_of)))
            return tuple(states) or (UNNAMED,), named_by


def _answer(
    statute: Statute, predicates: Predicates, *, forecast: bool = False
) -> Answer:
    decision = decide(statute, predicates.truth)
    kleene = Kleene(predicates.truth)
    outside = tuple(
        scope.provision
        for scope in statute.act.scope
        if fold(scope.condition, kleene) is False
    )
    return Answer(
        status=decision.status,
        contested=decision.contested,
        forecast=forecast,
        gate_open=decision.gate_open and not forecast,
        in_scope=decision.scope is True,
        norms=decision.norms(outside),
        missing=missing(decision, predicates),
        explanation=explain(decision, predicates),
    )
