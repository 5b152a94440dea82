"""What does GC III say in Part II: to whom he may be passed, and who may see him?

Articles 12 and 13.
"""

from safeconduct.law.acts import A, I, P, T
from safeconduct.law.expression import proven
from safeconduct.law.norm import Mark, Provision, may, must_not, not_until
from safeconduct.law.terms import (
    accepts,
    can_apply_gc3,
    failure_reported,
    party_to_gc3,
    refuge_there,
    safe_to_publish,
    will_apply_gc3,
)

ART_12_2 = Provision("GCIII-12-2", "GC III Art 12(2)", Mark.TEXT)
ART_12_3 = Provision("GCIII-12-3", "GC III Art 12(3)", Mark.TEXT)
ART_13_2 = Provision("GCIII-13-2b", "GC III Art 13(2)", Mark.TEXT)

NORMS = (
    must_not(
        T,
        ART_12_2,
        "He may be transferred only to a Party that is willing and able to apply the "
        "Convention, whatever he wants himself.",
        when=~(party_to_gc3 & will_apply_gc3 & can_apply_gc3),
    ),
    not_until(
        T,
        ART_12_2,
        "The receiving State accepts him first.",
        leg="accepts",
        ready=accepts,
    ),
    may(
        T,
        ART_12_2,
        "He may be transferred to a State that accepts him and where he wants to go.",
        leg="transfer",
        when=refuge_there & accepts,
    ),
    not_until(
        (T, A, I),
        ART_12_3,
        "If a Power he was passed to fails him, that is corrected, or he is recalled, "
        "first.",
        ready=~failure_reported,
    ),
    # Consent and an earlier leak change nothing (GC III Art 7): no norm reads them.
    must_not(
        P,
        ART_13_2,
        "Nothing is published that exposes him to insults or public curiosity. Whoever "
        "publishes must show that the material is safe; his consent does not.",
        when=~proven(safe_to_publish),
    ),
    may(
        P,
        ART_13_2,
        "Material may be published that does not betray him, or that a compelling "
        "public interest asks for, in its least revealing form and without harm.",
        leg="anonymised",
        when=safe_to_publish,
    ),
)
