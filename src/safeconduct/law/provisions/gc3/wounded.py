"""What do Arts 109-117 of the Third Geneva Convention demand?

The wounded and sick, and the Mixed Medical Commission.
"""

from safeconduct.law.clocks.health import ART_112
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.ending import ART_109_1, ART_109_2, ART_109_3, ART_115
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_109_1,
        section="wounded",
        binds=(How.OPTION,),
        facts=("health.art110_1", "health.fit_to_travel", "wish.current"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_109_2,
        section="wounded",
        binds=(How.OPTION,),
        facts=("health.art110_2", "captivity.months", "neutral.offer"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_109_3,
        section="wounded",
        binds=(How.OPTION,),
        facts=("wish.current", "conflict.active_hostilities", "health.art110_1"),
    ),
    Binding(
        Provision("GCIII-110-1", "GC III Art 110(1); Annex I", Mark.TEXT),
        section="wounded",
        binds=(How.PROCEDURE, How.FORM),
        facts=("health.class", "health.art110_1"),
    ),
    Binding(
        Provision("GCIII-110-2", "GC III Art 110(2)-(3)", Mark.TEXT),
        section="wounded",
        binds=(How.PROCEDURE, How.FORM),
        facts=("health.art110_2",),
    ),
    Binding(
        Provision("GCIII-111", "GC III Art 111", Mark.TEXT),
        section="wounded",
        binds=(How.PROCEDURE,),
        facts=("neutral.agreement",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        ART_112,
        section="wounded",
        binds=(How.CLOCK, How.PROCEDURE, How.FORM),
        facts=("mmc.decision", "mmc.decided_at"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-114", "GC III Art 114", Mark.TEXT),
        section="wounded",
        binds=(How.PROCEDURE,),
        facts=("injury.self_inflicted",),
    ),
    Binding(
        ART_115,
        section="wounded",
        binds=(How.OPTION, How.PROCEDURE, How.DISCLOSURE),
        facts=(
            "penal.disciplinary",
            "penal.indictable_pending",
            "penal.release_consent",
        ),
    ),
    Binding(
        Provision("GCIII-117", "GC III Art 117", Mark.TEXT),
        section="wounded",
        binds=(How.PROCEDURE,),
        facts=("post.redeployed",),
    ),
)
