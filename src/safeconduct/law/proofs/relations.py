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
    disappearance,
    freely,
    ill_treatment,
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


def _implies(one: Expression, other: Expression) -> Expression:
    return ~one | other


NEVER_FALSE: tuple[Expression, ...] = (
    *_only_one(asks, refuses, stay, undecided, refuge_there),
    *_only_one(claim_running, claim_rejected, claim_granted),
    *(~(willing & other) for other in (refuses, stay, refuge_there)),
    _implies(freely, asks),
    _implies(asks, willing),
    _implies(willing, asks),
    *(
        _implies(risk, serious)
        for risk in (torture, killing, ill_treatment, disappearance, persecution)
    ),
)
"""Conditions that are true or unknown in every record, never false."""

KNOWN_TOGETHER: tuple[tuple[Expression, ...], ...] = (
    (refuses, stay, undecided),
    (claim_running, claim_rejected, claim_granted),
)
"""Predicates of one recorded fact: either all of them are unknown or none is."""
