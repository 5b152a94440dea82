"""What does the Convention against Enforced Disappearance demand?"""

from safeconduct.law.norms.icpped import ART_16
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        ART_16,
        section="rights",
        binds=(How.OPTION,),
        facts=("risk.disappearance",),
    ),
)
