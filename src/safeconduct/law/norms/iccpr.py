"""What does the Covenant on Civil and Political Rights forbid? Articles 6 and 7.

No derogation even in emergency (Art 4(2)).
"""

from safeconduct.law.acts import RETURNS
from safeconduct.law.norm import Mark, Provision, must_not
from safeconduct.law.terms import freely, ill_treatment, killing

ART_6_7 = Provision("ICCPR-6-7", "ICCPR Arts 6, 7, 4(2)", Mark.TEXT)

NORMS = (
    must_not(
        RETURNS,
        ART_6_7,
        "Nobody is sent where he would be killed arbitrarily or ill-treated.",
        when=(killing | ill_treatment) & ~freely,
        absolute=True,
    ),
)
