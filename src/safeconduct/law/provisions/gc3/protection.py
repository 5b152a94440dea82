"""What do Arts 12-23 of the Third Geneva Convention demand?

Responsibility, transfer, humane treatment, questioning, evacuation.
"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.captivity import ART_17_5, ART_21
from safeconduct.law.norms.gc3.protection import ART_12_2, ART_12_3, ART_13_2
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision("GCIII-12-1", "GC III Art 12(1)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("custody.holder",),
    ),
    Binding(
        ART_12_2,
        section="treatment",
        binds=(How.OPTION, How.PROCEDURE, How.DISCLOSURE),
        facts=(
            "receiving.party_gc3",
            "receiving.willing",
            "receiving.able",
            "receiving.evidence",
        ),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_12_3,
        section="treatment",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("post.failure_reported", "post.recall_requested_at"),
    ),
    Binding(
        Provision("GCIII-13-1", "GC III Art 13(1)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("treatment.incident",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-13-2a", "GC III Art 13(2)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("safety.threat_from", "custody.separated"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_13_2,
        section="treatment",
        binds=(How.OPTION, How.DISCLOSURE),
        facts=(
            "image.identifiable",
            "image.humiliating",
            "image.compelling_interest",
            "image.least_revealing",
            "image.anonymised",
            "exposure.k",
        ),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        Provision("GCIII-13-3", "GC III Art 13(3)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        Provision("GCIII-14-1", "GC III Art 14(1)-(2)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("person.sex",),
    ),
    Binding(
        Provision("GCIII-14-3", "GC III Art 14(3)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("legal_act.kind",),
    ),
    Binding(
        Provision("GCIII-15-30", "GC III Arts 15, 30", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("health.serious", "health.certificate_requested"),
    ),
    Binding(
        Provision("GCIII-16", "GC III Art 16", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        Provision("GCIII-17-1", "GC III Art 17(1)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.FORM),
        facts=("id.claimed",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-17-2", "GC III Art 17(2)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("id.false_statement",),
    ),
    Binding(
        Provision("GCIII-17-3", "GC III Art 17(3)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.FORM),
        facts=("doc.identity_card", "person.false_papers"),
    ),
    Binding(
        Provision("GCIII-17-4", "GC III Art 17(4)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("questioning.coercion",),
    ),
    Binding(
        ART_17_5,
        section="treatment",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("health.capacity", "id.method"),
    ),
    Binding(
        Provision("GCIII-17-6", "GC III Art 17(6)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("questioning.language", "questioning.understood"),
    ),
    Binding(
        Provision("GCIII-18", "GC III Art 18", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("effects.items",),
    ),
    Binding(
        Provision("GCIII-19-20", "GC III Arts 19-20", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("evac.list_made_at",),
    ),
    Binding(
        ART_21,
        section="treatment",
        binds=(How.OPTION,),
        facts=("custody.mode",),
    ),
    Binding(
        Provision("GCIII-22-3", "GC III Art 22(3)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("custody.separated", "custody.separation_consent"),
    ),
    Binding(
        Provision("GCIII-23-1", "GC III Art 23(1)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
    ),
)
