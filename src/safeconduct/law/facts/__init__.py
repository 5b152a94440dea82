"""Which facts does the law ask for, who establishes them, and in which words?

Each fact is declared once, in the module of its part of the dictionary. `[d]` in a name
stands for a State, `[d->e]` for "passed on by d to e". Most facts are kept for people
and clocks; those that some norm reads say so (`decides`). The questions are plain data,
so that faces can translate them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from safeconduct.law.facts import (
    claims,
    conflict,
    custody,
    health,
    hearing,
    information,
    person,
    receiving,
    risk,
    status,
)
from safeconduct.law.facts.fact import (
    HEALTH_DAYS,
    RISK_DAYS,
    TRUTH,
    UNNAMED_STATE,
    WISH_DAYS,
    Fact,
)
from safeconduct.law.facts.hearing import SAFEGUARDS
from safeconduct.law.facts.risk import RISKS

__all__ = [
    "FACTS",
    "HEALTH_DAYS",
    "RISKS",
    "RISK_DAYS",
    "SAFEGUARDS",
    "TRUTH",
    "UNNAMED_STATE",
    "WISH_DAYS",
    "Fact",
]

FACTS: Mapping[str, Fact] = MappingProxyType(
    {
        fact.stem: fact
        for part in (
            *(conflict, status, person, custody, health),
            *(hearing, risk, claims, receiving, information),
        )
        for fact in part.FACTS
    }
)
"""Every fact by its stem, `risk.torture` for `risk.torture[d]`."""
