"""Which truths cannot stand together, since they are found in the same record?

The predicates of the law are not independent: who is in danger of torture is in danger
of serious harm, and nobody both refuses and asks to return. `tests/law/proofs` holds
random records against these relations.
"""

from itertools import combinations

from safeconduct.law.expression import Expression
from safeconduct.law.terms import (
    asks,
    claim_granted,
    claim_rejected,
    claim_running,
    departure_opens,
    disappearance,
    freely,
    ill_treatment,
    internment_opens,
    killing,
    persecution,
    refuge_there,
    refuses,
    serious,
    stay,
    torture,
    undecided,
    willing,
)


def _only_one(*conditions: Expression) -> tuple[Expression, ...]:
    return tuple(~(one & other) for one, other in combinations(conditions, 2))


NEVER_FALSE: tuple[Expression, ...] = (
    *_only_one(asks, refuses, stay, undecided, refuge_there),
    *_only_one(claim_running, claim_rejected, claim_granted),
    *(~(willing & other) for other in (refuses, stay, refuge_there)),
)
"""Conditions that are true or unknown in every record, never false."""

FOLLOWS: tuple[tuple[Expression, Expression], ...] = (
    *(
        (risk, serious)
        for risk in (torture, killing, ill_treatment, disappearance, persecution)
    ),
    (asks, willing),
    (willing, asks),
    (freely, asks),
    (~asks, ~freely),
)
"""Pairs: where the first is true, the second is."""

KNOWN_TOGETHER: tuple[tuple[Expression, ...], ...] = (
    (refuses, stay, undecided),
    (claim_running, claim_rejected, claim_granted),
)
"""Predicates of one recorded fact: either all of them are unknown or none is."""

KNOWN_WITH: tuple[tuple[Expression, Expression], ...] = ((asks, refuses),)
"""Pairs: where the first is known, the second is."""

ALWAYS_KNOWN: tuple[Expression, ...] = (departure_opens, internment_opens)
"""What the other acts came to; no record speaks of it."""
