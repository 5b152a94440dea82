"""What do Arts 118-121 of the Third Geneva Convention demand?

The end of captivity, and death.
"""

from datetime import date

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.gc3.ending import (
    ART_118_1,
    ART_118_KR,
    ART_118_NR,
    ART_119_5,
)
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_118_1,
        section="ending",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("conflict.active_hostilities", "conflict.ceased_at"),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-118-2", "GC III Art 118(2)-(3)", Mark.TEXT),
        section="ending",
        binds=(How.PROCEDURE,),
        facts=("plan.exists", "plan.told_at"),
    ),
    Binding(
        ART_118_NR,
        section="ending",
        binds=(How.OPTION,),
        facts=("wish.current", "risk.serious_harm"),
    ),
    Binding(
        ART_118_KR,
        section="ending",
        binds=(How.OPTION,),
        facts=("wish.openly_free", "position.mode"),
        also=(Mark.COMMENTARY,),
        since=date(1966, 8, 16),
    ),
    Binding(
        Provision("GCIII-119", "GC III Art 119(1)-(4), (7)", Mark.TEXT),
        section="ending",
        binds=(How.PROCEDURE,),
        facts=("effects.returned_at",),
    ),
    Binding(
        ART_119_5,
        section="ending",
        binds=(How.OPTION, How.PROCEDURE, How.DISCLOSURE),
        facts=(
            "penal.indictable_pending",
            "penal.convicted",
            "penal.names_communicated",
        ),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        Provision("GCIII-120", "GC III Art 120", Mark.TEXT),
        section="ending",
        binds=(How.PROCEDURE, How.FORM),
        facts=(
            "death.at",
            "death.place",
            "death.cause",
            "death.burial_at",
            "death.grave",
            "will.exists",
        ),
    ),
    Binding(
        Provision("GCIII-121", "GC III Art 121", Mark.TEXT),
        section="ending",
        binds=(How.PROCEDURE, How.FORM),
        facts=("death.cause_known", "enquiry.opened_at"),
    ),
)
