"""What does GC III say in Part V: who is told of him, and who not yet?

Article 122. The Convention has no clause on harm; holding back the leg to the
Power goes beyond its letter and follows GC IV Arts 137(2) and 140(2).
"""

from safeconduct.law.acts import AGENCY, N
from safeconduct.law.expression import ALWAYS
from safeconduct.law.norm import Mark, Provision, must, not_until
from safeconduct.law.terms import (
    consents_to_notice,
    family_at_risk,
    harm_if_told,
    identified,
    power_settled,
)

ART_122_3 = Provision("GCIII-122-3", "GC III Art 122(3)-(4)", Mark.TEXT)
ART_122_SAFE = Provision(
    "GCIII-122-SAFE",
    "GC III Arts 122-123 read with Art 13(2) and GC IV Arts 137(2), 140(2)",
    Mark.INFERENCE,
)

NORMS = (
    must(
        N,
        ART_122_3,
        "The Bureau tells the Power on which he depends.",
        when=ALWAYS,
    ),
    not_until(
        N,
        ART_122_SAFE,
        "The Power is told only when that harms nobody, or when he consents and his "
        "relatives are safe. Until then the Agency alone is told, with a warning.",
        ready=~harm_if_told | (consents_to_notice & ~family_at_risk),
    ),
    not_until(
        N,
        ART_122_SAFE,
        "The Power is told only when it is settled which Power that is and who he is.",
        leg="power",
        ready=power_settled & identified,
    ),
    must(
        AGENCY,
        ART_122_3,
        "The Bureau tells the Central Tracing Agency at once, of the dead and the "
        "unnamed too.",
        leg="agency",
        when=ALWAYS,
    ),
)
