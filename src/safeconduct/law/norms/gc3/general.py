"""What does GC III say in Part I: whom it protects, and what no deal may worsen?

Articles 5 and 6.
"""

from safeconduct.law.acts import RETURNS, I, X
from safeconduct.law.norm import Mark, Provision, may, must_not, not_until
from safeconduct.law.terms import asks, clause_is_worse, doubt, over, retained

ART_5_1 = Provision("GCIII-5-1", "GC III Art 5(1)", Mark.TEXT)
ART_5_2 = Provision("GCIII-5-2", "GC III Art 5(2)", Mark.TEXT)
ART_6_1 = Provision("GCIII-6-1", "GC III Art 6(1)", Mark.TEXT)

NORMS = (
    may(
        I,
        ART_5_1,
        "He stays a protected prisoner of war until he is finally released.",
        when=~over & ~retained,
    ),
    not_until(
        (*RETURNS, I),
        ART_5_2,
        "Where his status is in doubt, a tribunal decides it first.",
        ready=~doubt,
    ),
    must_not(
        X,
        ART_6_1,
        "An agreement that leaves him worse off than the Convention is not applied.",
        when=clause_is_worse,
    ),
    may(
        X,
        ART_6_1,
        "A special agreement may carry a handover for which he himself asks.",
        leg="agreement",
        when=asks,
    ),
)
