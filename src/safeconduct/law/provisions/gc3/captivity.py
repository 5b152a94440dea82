"""What do Arts 31-79 of the Third Geneva Convention demand?

Health, moves, letters, complaints, the representative.
"""

from safeconduct.law.clocks.captivity import ART_48, ART_70, ART_71, ART_79
from safeconduct.law.clocks.health import ART_31
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.captivity import ART_33, ART_47
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_31,
        section="treatment",
        binds=(How.CLOCK, How.PROCEDURE),
        facts=("health.last_inspection",),
    ),
    Binding(
        ART_33,
        section="general",
        binds=(How.OPTION,),
        facts=("status.category", "retained.needed"),
        also=(Mark.VERIFY,),
    ),
    Binding(
        Provision("GCIII-46", "GC III Art 46", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE,),
        facts=("transfer.interest_note", "transfer.list_made_at"),
    ),
    Binding(
        ART_47,
        section="treatment",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("health.fit_to_travel",),
    ),
    Binding(
        ART_48,
        section="treatment",
        binds=(How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=("transfer.notice_given_at",),
    ),
    Binding(
        Provision("GCIII-66", "GC III Art 66(1)", Mark.TEXT),
        section="treatment",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("account.statement_at", "list66.sent"),
    ),
    Binding(
        Provision("GCIII-69", "GC III Art 69", Mark.TEXT),
        section="outside",
        binds=(How.PROCEDURE,),
        facts=("info.sheet_given_at",),
    ),
    Binding(
        ART_70,
        section="outside",
        binds=(How.CLOCK, How.PROCEDURE, How.FORM, How.DISCLOSURE),
        facts=("card.offered_at", "card.family", "card.cta"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_71,
        section="outside",
        binds=(How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=("mail.count",),
    ),
    Binding(
        Provision("GCIII-77", "GC III Art 77", Mark.TEXT),
        section="outside",
        binds=(How.PROCEDURE,),
        facts=("counsel.offered_at", "counsel.consulted"),
    ),
    Binding(
        Provision("GCIII-78", "GC III Art 78", Mark.TEXT),
        section="outside",
        binds=(How.PROCEDURE,),
        facts=("complaint.received_at", "complaint.forwarded_at"),
    ),
    Binding(
        ART_79,
        section="outside",
        binds=(How.CLOCK, How.PROCEDURE),
    ),
)
