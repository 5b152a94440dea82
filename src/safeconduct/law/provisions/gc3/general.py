"""What do Arts 2-11 of the Third Geneva Convention demand?

General rules: the conflict, the person, special agreements, no waiver, supervision.
"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.general import ART_5_1, ART_5_2, ART_6_1
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision("GCIII-2", "GC III Art 2", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("conflict.parties", "conflict.international"),
    ),
    Binding(
        Provision("GCIII-3", "GC III Art 3 (common)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("person.hors_de_combat",),
        also=(Mark.VERIFY,),
    ),
    Binding(
        Provision("GCIII-4A1", "GC III Art 4(A)(1)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("status.category", "status.powers", "conflict.parties"),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        Provision("GCIII-4A3", "GC III Art 4(A)(3)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("state.recognised_by_detainer",),
    ),
    Binding(
        Provision("GCIII-4A4", "GC III Art 4(A)(4); Annex IV-A", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE, How.FORM),
        facts=("status.category", "doc.iv_a_card"),
    ),
    Binding(
        ART_5_1,
        section="general",
        binds=(How.OPTION,),
        facts=("status.fell_into_power_at", "status.final_release_at"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_5_2,
        section="general",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("status.doubt", "status.tribunal_decision"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_6_1,
        section="general",
        binds=(How.OPTION,),
        facts=("agreement.id", "agreement.clause_effect"),
    ),
    Binding(
        Provision("GCIII-7", "GC III Art 7", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("consent.subject",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-8-10", "GC III Arts 8-10", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("supervision.protecting_power", "supervision.icrc_accepted"),
    ),
)
