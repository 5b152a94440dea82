"""What does UNHCR ask before a combatant is received as a refugee?"""

from safeconduct.law.acts import A
from safeconduct.law.norm import Mark, Provision, not_until
from safeconduct.law.terms import claim_granted, renounced

CIVILIAN = Provision(
    "UNHCR-CIV",
    "UNHCR, civilian and humanitarian character of asylum (Guidance Note 2018)",
    Mark.SECONDARY,
)

NORMS = (
    not_until(
        A,
        CIVILIAN,
        "A combatant is received as a refugee only when he has verifiably given up "
        "military activity. He is protected against return meanwhile.",
        ready=renounced | claim_granted,
    ),
)
