"""What does the guidance of UNHCR ask for?"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.unhcr import CIVILIAN
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        CIVILIAN,
        section="rights",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("renunciation.declared_at", "renunciation.verified"),
    ),
    Binding(
        Provision(
            "UNHCR-PROC",
            "UNHCR, Procedural Standards 2.1, 2.5; "
            "Handbook on Voluntary Repatriation (1996) 2.3, 4.1-4.3",
            Mark.SECONDARY,
        ),
        section="rights",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=(
            "hearing.private",
            "hearing.interpreter_independent",
            "decision.reasons",
            "appeal.other_person",
        ),
        also=(Mark.VERIFY,),
    ),
)
