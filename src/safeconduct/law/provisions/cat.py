"""What does the Convention against Torture demand?"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.cat import ART_3_1
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_3_1,
        section="rights",
        binds=(How.OPTION,),
        facts=("risk.torture",),
        also=(Mark.SECONDARY,),
    ),
    Binding(
        Provision("CAT-3-2", "Convention against Torture Art 3(2)", Mark.TEXT),
        section="rights",
        binds=(How.PROCEDURE,),
        facts=("coi.pattern",),
    ),
)
