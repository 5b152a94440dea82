"""What does the Fourth Geneva Convention add?

Protected civilians, among them a former prisoner who was released.
"""

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision("GCIV-45-4", "GC IV Art 45(4)", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE,),
        facts=("status.now",),
    ),
    Binding(
        Provision("GCIV-137-2", "GC IV Arts 137(2), 140(2)", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("disc.harm_if_origin_learns",),
    ),
)
