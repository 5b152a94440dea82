"""What does Additional Protocol I demand?"""

from safeconduct.law.clocks.captivity import AP_I_33
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.ap1 import ART_77
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision("API-11-5", "AP I Art 11", Mark.TEXT),
        section="information",
        binds=(How.PROCEDURE,),
        facts=("health.consent",),
    ),
    Binding(
        AP_I_33,
        section="information",
        binds=(How.CLOCK, How.PROCEDURE, How.FORM, How.DISCLOSURE),
        facts=("tracing.request",),
    ),
    Binding(
        Provision("API-44-4", "AP I Art 44(2), (4)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("status.distinguished",),
    ),
    Binding(
        Provision("API-45-1", "AP I Art 45(1)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("status.claimed_by",),
    ),
    Binding(
        Provision("API-46", "AP I Art 46", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("status.spy_alleged", "status.uniform"),
    ),
    Binding(
        Provision("API-47", "AP I Art 47(2)", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
        facts=("status.mercenary_alleged", "status.sent_on_duty_by"),
    ),
    Binding(
        Provision("API-75", "AP I Art 75", Mark.TEXT),
        section="general",
        binds=(How.PROCEDURE,),
    ),
    Binding(
        ART_77,
        section="general",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("person.birth_date", "person.is_minor", "custody.separate_quarters"),
    ),
    Binding(
        Provision("API-85-4b", "AP I Art 85(4)(b)", Mark.TEXT),
        section="ending",
        binds=(How.PROCEDURE,),
        facts=("plan.delay_reason",),
    ),
)
