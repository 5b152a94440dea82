"""What does customary humanitarian law add? Rule 128(A) of the ICRC study."""

from safeconduct.law.acts import I
from safeconduct.law.norm import Mark, Provision, must_not
from safeconduct.law.terms import case, claim_rejected, over

RULE_128 = Provision(
    "CIHL-128", "ICRC study on customary law, Rule 128(A)", Mark.SECONDARY
)

NORMS = (
    must_not(
        I,
        RULE_128,
        "After hostilities nobody is held without a reason of his own, least of all as "
        "currency.",
        when=over & claim_rejected & ~case,
    ),
)
