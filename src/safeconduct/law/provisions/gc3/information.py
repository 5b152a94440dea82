"""What do Arts 122-131 of the Third Geneva Convention demand?

Bureau, Agency, visits, grave breaches.
"""

from safeconduct.law.clocks.captivity import ART_122_1
from safeconduct.law.clocks.health import ART_122_5
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.information import ART_122_3, ART_122_SAFE
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_122_1,
        section="information",
        binds=(How.CLOCK, How.PROCEDURE),
        facts=("nib.exists", "nib.received_at"),
    ),
    Binding(
        ART_122_3,
        section="information",
        binds=(How.OPTION, How.CLOCK, How.FORM, How.DISCLOSURE),
        facts=("nib.notice_cta_at", "nib.notice_power_at", "status.powers"),
    ),
    Binding(
        ART_122_5,
        section="information",
        binds=(How.CLOCK, How.PROCEDURE, How.FORM, How.DISCLOSURE),
        facts=("custody.events",),
    ),
    Binding(
        Provision("GCIII-122-7", "GC III Art 122(7)-(9)", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE, How.FORM, How.DISCLOSURE),
        facts=("tracing.enquirer", "tracing.reply_sealed"),
    ),
    Binding(
        ART_122_SAFE,
        section="information",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE, How.FORM, How.DISCLOSURE),
        facts=("disc.harm_if_origin_learns", "disc.prisoner_view", "nib.cta_warned_at"),
        also=(Mark.TEXT, Mark.SECONDARY),
    ),
    Binding(
        Provision("GCIII-123-2", "GC III Art 123(2)", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("cta.case_no",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-124-125", "GC III Arts 124-125", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        Provision("GCIII-126", "GC III Art 126", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("visit.requested_at", "visit.allowed", "visit.private"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-129-130", "GC III Arts 129-131", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE,),
        facts=("breach.alleged",),
    ),
)
