"""What does the law of Ukraine add?

Criminal Code Art 84-1, the state project "I want to live", Law 3671-VI on refugees.
"""

from datetime import date

from safeconduct.law.acts import RETURNS, A, X
from safeconduct.law.norm import Mark, Provision, may, must_not, not_until
from safeconduct.law.terms import (
    asks,
    claim_granted,
    released_from_case,
    surrendered_by_program,
)

CC_84_1 = Provision(
    "UA-CC84-1", "Criminal Code of Ukraine Art 84-1 (Law 2472-IX)", Mark.SECONDARY
)
WANT_TO_LIVE = Provision(
    "UA-WANTLIVE", 'State project "I want to live"', Mark.SECONDARY
)
REFUGEES = Provision("UA-REF", "Law 3671-VI Arts 1, 3, 6, 14", Mark.SECONDARY)

NORMS = (
    not_until(
        RETURNS,
        CC_84_1,
        "A convict is released for an exchange by a court, with his written consent.",
        ready=released_from_case,
        since=date(2022, 8, 19),
    ),
    must_not(
        X,
        WANT_TO_LIVE,
        "Whoever surrendered on the State's promise is exchanged only if he asks.",
        when=surrendered_by_program & ~asks,
        since=date(2022, 9, 18),
    ),
    not_until(
        A,
        REFUGEES,
        "Refuge begins when his claim is granted.",
        ready=claim_granted,
    ),
    may(
        A,
        REFUGEES,
        "Whoever is granted protection may stay.",
        leg="granted",
        when=claim_granted,
    ),
)
