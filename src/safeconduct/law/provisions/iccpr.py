"""What does the International Covenant on Civil and Political Rights demand?"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.iccpr import ART_6_7
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_6_7,
        section="rights",
        binds=(How.OPTION,),
        facts=("risk.killing", "risk.ill_treatment"),
        also=(Mark.VERIFY,),
    ),
    Binding(
        Provision("ICCPR-13", "ICCPR Art 13", Mark.TEXT),
        section="rights",
        binds=(How.PROCEDURE,),
        facts=("decision.reasons", "decision.review_available"),
    ),
)
