"""What does the European Convention on Human Rights forbid? Articles 2 and 3.

Soering, Chahal, Saadi, Al-Saadoon, Hirsi; for assurances Othman.
"""

from safeconduct.law.acts import RETURNS, T
from safeconduct.law.norm import Mark, Provision, must_not, not_until
from safeconduct.law.terms import (
    case,
    death_penalty,
    excluded,
    freely,
    ill_treatment,
    killing,
    monitored_assurance,
    onward,
    torture,
)

ART_2_3 = Provision("ECHR-2-3", "ECHR Arts 2, 3", Mark.VERIFY)
ASSURANCES = Provision(
    "ECHR-ASSUR",
    "Othman v United Kingdom (8139/09, 17 January 2012)",
    Mark.SECONDARY,
)

NORMS = (
    must_not(
        RETURNS,
        ART_2_3,
        "Nobody is handed over to a real risk of death, torture or ill-treatment.",
        when=(killing | torture | ill_treatment) & ~freely,
        absolute=True,
    ),
    not_until(
        T,
        ASSURANCES,
        "Where he might be passed on or face the death penalty, a specific and "
        "monitored assurance comes first; a general one counts as none.",
        ready=~(onward | (death_penalty & (case | excluded))) | monitored_assurance,
    ),
)
