"""What does the Convention against Enforced Disappearance forbid? Article 16."""

from safeconduct.law.acts import RETURNS
from safeconduct.law.norm import Mark, Provision, must_not
from safeconduct.law.terms import disappearance, freely

ART_16 = Provision(
    "ICPPED-16", "Convention against Enforced Disappearance Art 16", Mark.VERIFY
)

NORMS = (
    must_not(
        RETURNS,
        ART_16,
        "Nobody is sent to a State where he would be made to disappear.",
        when=disappearance & ~freely,
        absolute=True,
    ),
)
