"""What do the armistice of 1953 and the law of South Korea demand?"""

from datetime import date

from safeconduct.law.clocks.korea import ARMISTICE, RUN_OUT
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.korea import (
    NATIONALITY,
    NEUTRAL_COMMISSION,
    NKRA_2_3,
    NKRA_7,
    NKRA_8,
    NKRA_9,
)
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ARMISTICE,
        section="korea",
        binds=(How.CLOCK, How.PROCEDURE),
        since=date(1953, 7, 27),
        until=RUN_OUT,
    ),
    Binding(
        NEUTRAL_COMMISSION,
        section="korea",
        binds=(How.OPTION, How.CLOCK),
        also=(Mark.VERIFY,),
    ),
    Binding(
        Provision(
            "KR-CONST",
            "Constitution of the Republic of Korea Arts 2, 3, 4, 6(1), 10",
            Mark.SECONDARY,
        ),
        section="korea",
        binds=(How.PROCEDURE,),
        facts=("person.from_north",),
    ),
    Binding(
        Provision(
            "KR-SC",
            "Supreme Court of Korea, 96Nu1221, 12 November 1996; Wolman (2014)",
            Mark.SECONDARY,
        ),
        section="korea",
        binds=(How.PROCEDURE,),
        facts=("person.parent_korean", "doc.kp"),
        since=date(1996, 11, 12),
    ),
    Binding(
        NATIONALITY,
        section="korea",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("nationality.foreign_acquired", "nationality.foreign_voluntary"),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        NKRA_2_3,
        section="korea",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("wish.current", "nationality.foreign_acquired"),
    ),
    Binding(
        NKRA_7,
        section="korea",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE, How.DISCLOSURE),
        facts=("kr.application_at", "kr.application_by"),
    ),
    Binding(
        NKRA_8,
        section="korea",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("kr.decision",),
        also=(Mark.VERIFY,),
    ),
    Binding(
        NKRA_9,
        section="korea",
        binds=(How.OPTION, How.CLOCK, How.PROCEDURE),
        facts=("kr.excl_ground",),
    ),
)
