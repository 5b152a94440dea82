"""What does GC III say in Part III: who may be kept, and who may travel?

Articles 17, 21, 33 and 47.
"""

from safeconduct.law.acts import DEPARTURES, I
from safeconduct.law.norm import Mark, Provision, may, must_not, not_until
from safeconduct.law.terms import capacity, fit, needed, over, retained

ART_17_5 = Provision("GCIII-17-5", "GC III Art 17(5)", Mark.TEXT)
ART_21 = Provision("GCIII-21", "GC III Art 21", Mark.TEXT)
ART_33 = Provision("GCIII-33", "GC III Arts 4(C), 33", Mark.TEXT)
ART_47 = Provision("GCIII-47", "GC III Art 47", Mark.TEXT)

NORMS = (
    not_until(
        DEPARTURES,
        ART_17_5,
        "Whoever cannot speak for himself goes to the doctors, not on a journey.",
        ready=capacity,
    ),
    may(
        I,
        ART_21,
        "A prisoner of war may be interned while hostilities last.",
        when=~over & ~retained,
    ),
    must_not(
        I,
        ART_33,
        "Medical and religious staff are kept only while prisoners need them.",
        when=retained & ~needed,
    ),
    may(
        I,
        ART_33,
        "Medical and religious staff may be kept while prisoners need them.",
        leg="keep",
        when=retained & needed,
    ),
    not_until(
        DEPARTURES,
        ART_47,
        "The sick and wounded travel only when they are fit to.",
        ready=fit,
    ),
)
