"""What does the Refugee Convention of 1951 demand?"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.csr51 import ART_1A2, ART_1F, ART_33_1
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision(
            "CSR-1A2", "1951 Convention Art 1A(2), with the 1967 Protocol", Mark.TEXT
        ),
        section="rights",
        binds=(How.PROCEDURE,),
        facts=("risk.persecution", "risk.nexus", "claim.filed_at"),
    ),
    Binding(
        ART_1A2,
        section="rights",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("person.nationalities", "nationality.effective"),
    ),
    Binding(
        ART_1F,
        section="rights",
        binds=(How.OPTION,),
        facts=("excl.1F", "excl.basis"),
    ),
    Binding(
        ART_33_1,
        section="rights",
        binds=(How.OPTION,),
        facts=("risk.persecution", "risk.onward"),
    ),
    Binding(
        Provision("CSR-33-2", "1951 Convention Art 33(2)", Mark.TEXT),
        section="rights",
        binds=(How.PROCEDURE,),
        facts=("excl.33_2",),
    ),
)
