"""What does the European Convention on Human Rights demand?"""

from datetime import date

from safeconduct.law.norm import Mark
from safeconduct.law.norms.echr import ART_2_3, ASSURANCES
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_2_3,
        section="rights",
        binds=(How.OPTION, How.DISCLOSURE),
        facts=(
            "risk.killing",
            "risk.torture",
            "risk.ill_treatment",
            "remedy.suspensive",
            "remedy.interim_measure",
        ),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        ASSURANCES,
        section="rights",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("assurance", "assurance.record"),
        also=(Mark.VERIFY,),
        since=date(2012, 1, 17),
    ),
)
