"""What do Arts 82-107 of the Third Geneva Convention demand?

Discipline and trial.
"""

from safeconduct.law.clocks.penal import ART_90, ART_101, ART_103
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision("GCIII-82-84", "GC III Arts 82-84", Mark.TEXT),
        section="penal",
        binds=(How.PROCEDURE,),
        facts=("penal.court",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-85", "GC III Art 85", Mark.TEXT),
        section="penal",
        binds=(How.PROCEDURE,),
        facts=("penal.pre_capture_charge",),
        also=(Mark.COMMENTARY,),
    ),
    Binding(
        Provision("GCIII-86-87", "GC III Arts 86-88", Mark.TEXT),
        section="penal",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        ART_90,
        section="penal",
        binds=(How.CLOCK, How.PROCEDURE),
        facts=("penal.disciplinary",),
    ),
    Binding(
        Provision("GCIII-99", "GC III Art 99", Mark.TEXT),
        section="penal",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        ART_101,
        section="penal",
        binds=(How.CLOCK, How.PROCEDURE),
        facts=("penal.death_sentence",),
        also=(Mark.VERIFY,),
    ),
    Binding(
        ART_103,
        section="penal",
        binds=(How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=("penal.notice_at", "penal.trial_at", "penal.confined_since"),
    ),
)
