"""What do our own rules demand?

Every one of them is an inference, for approval by counsel.
"""

from safeconduct.law.clocks.product import EXPOSED
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.engine import (
    CHAIN,
    GATE,
    MINOR,
    RECONFIRM,
    UNKNOWN,
    VOLUNTARY,
    WISH,
)
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        UNKNOWN,
        section="ours",
        binds=(How.OPTION, How.PROCEDURE),
    ),
    Binding(
        GATE,
        section="ours",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("claim.status",),
    ),
    Binding(
        WISH,
        section="ours",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=(
            "hearing.valid",
            "hearing.private",
            "hearing.interpreter_independent",
            "hearing.understood",
            "hearing.informed",
            "hearing.inducement",
            "hearing.coercion",
            "hearing.family_pressure",
            "hearing.counsel_offered",
        ),
    ),
    Binding(
        RECONFIRM,
        section="ours",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("wish.reconfirmed_at", "wish.border_confirmed_at"),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        VOLUNTARY,
        section="ours",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("vol.return_valid",),
    ),
    Binding(
        CHAIN,
        section="ours",
        binds=(How.OPTION, How.DISCLOSURE),
        facts=("risk.onward",),
    ),
    Binding(
        Provision("ENG-4EYES", "Rule of this register", Mark.INFERENCE),
        section="ours",
        binds=(How.PROCEDURE,),
        facts=("gate.signatures",),
    ),
    Binding(
        EXPOSED,
        section="ours",
        binds=(How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=("exposure.detected_at",),
    ),
    Binding(
        MINOR,
        section="ours",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("person.is_minor", "person.guardian", "person.best_interests"),
    ),
    Binding(
        Provision("ENG-FAMILY", "Rule of this register", Mark.INFERENCE),
        section="ours",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("risk.family",),
    ),
)
