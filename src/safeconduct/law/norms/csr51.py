"""What does the Refugee Convention of 1951 say? Articles 1A(2), 1F and 33.

Article 33(2) lifts Article 33(1) alone; the other bars to return stay. Exclusion under
1F takes away refugee status and never unlocks return.
"""

from safeconduct.law.acts import RETURNS, A
from safeconduct.law.expression import proven
from safeconduct.law.norm import Mark, Provision, must_not, not_until
from safeconduct.law.norms.gc3.ending import RETURN_OWED
from safeconduct.law.terms import (
    claim_granted,
    danger_to_public,
    excluded,
    freely,
    other_nationality,
    persecution,
)

ART_1A2 = Provision(
    "CSR-1A2-MULTI", "1951 Convention Art 1A(2), second sentence", Mark.TEXT
)
ART_1F = Provision("CSR-1F", "1951 Convention Art 1F", Mark.TEXT)
ART_33_1 = Provision("CSR-33-1", "1951 Convention Art 33(1)", Mark.TEXT)

NORMS = (
    not_until(
        A,
        ART_1A2,
        "Whoever has another nationality that protects him needs a good reason not to "
        "use it.",
        ready=~other_nationality | claim_granted,
    ),
    must_not(
        A,
        ART_1F,
        "Whoever is shown to come under an exclusion clause is no refugee. He still "
        "may not be sent into harm.",
        when=proven(excluded),
    ),
    must_not(
        RETURNS,
        ART_33_1,
        "No refugee is sent back to persecution, in whatever manner.",
        when=persecution & ~freely,
        # Whoever relies on Art 33(2) must show it.
        unless=proven(danger_to_public),
        prevails_over=RETURN_OWED,
    ),
)
