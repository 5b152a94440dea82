"""What does customary law demand?"""

from safeconduct.law.norms.custom import RULE_128
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        RULE_128,
        section="information",
        binds=(How.OPTION,),
        facts=("conflict.active_hostilities", "penal.indictable_pending"),
    ),
)
