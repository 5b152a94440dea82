"""Our own periods. No source gives them; counsel may set others (`settings.py`)."""

from safeconduct.law.clocks.captivity import ART_48
from safeconduct.law.clocks.clock import Clock, Limit, on
from safeconduct.law.clocks.conditions import appealable, wants_return
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.terms import doubt, harm_anywhere

OURS = Mark.INFERENCE
ART_5_2 = Provision("GCIII-5-2", "GC III Art 5(2)", OURS)
ART_48_OURS = Provision(ART_48.id, ART_48.citation, OURS)
WISH = Provision(
    "ENG-WISH", "Rule of this register (GC III Art 126; practice of the ICRC)", OURS
)
GATE = Provision("ENG-GATE", "Rule of this register (ECHR Art 13)", OURS)
RECONFIRM = Provision(
    "ENG-RECONFIRM", "Rule of this register (practice of March 1991)", OURS
)
VOLUNTARY = Provision("ENG-VOLRET", "Rule of this register", OURS)
EXPOSED = Provision("ENG-EXPOSE", "Rule of this register", OURS)

DEPARTURE = on("custody.events", "repatriated", "exchanged", "transferred_power")

CLOCKS = (
    Clock(
        provision=ART_5_2,
        leg="review",
        limit=Limit.AT_MOST,
        says="The tribunal decides about a status that is in doubt.",
        binds="tribunal",
        setting="status_review",
        starts=(on("status.fell_into_power_at"), on("custody.events", "captured")),
        first=True,
        stops=(
            on("custody.events", "tribunal"),
            on("status.tribunal_decision", "pow", "not_pow"),
        ),
        when=doubt,
    ),
    Clock(
        provision=ART_48_OURS,
        leg="notice",
        limit=Limit.AT_LEAST,
        says="He is moved only some time after being told of the move.",
        binds="camp",
        setting="transfer_notice",
        starts=(on("transfer.notice_given_at"),),
        stops=(on("custody.events", "transferred_camp"),),
    ),
    Clock(
        provision=WISH,
        leg="first",
        limit=Limit.AT_MOST,
        says="He is heard for the first time after his arrival.",
        binds="hearing officer",
        setting="first_hearing",
        starts=(on("custody.events", "arrived"),),
        first=True,
        stops=(on("hearing.first_held_at"),),
        protected=True,
    ),
    Clock(
        provision=GATE,
        leg="risk",
        limit=Limit.AT_MOST,
        says="His risk is assessed after his claim.",
        binds="assessor",
        setting="risk_assessment",
        starts=(on("claim.filed_at"),),
        stops=(on("determination.made_at"),),
        protected=True,
    ),
    Clock(
        provision=GATE,
        leg="appeal",
        limit=Limit.AT_MOST,
        says="He may appeal after being told the decision on his claim.",
        binds="the person himself",
        setting="appeal",
        starts=(on("decision.told_at"),),
        stops=(on("claim.status", "appeal", "rejected_final"),),
        when=appealable,
        protected=True,
    ),
    Clock(
        provision=VOLUNTARY,
        leg="spacing",
        limit=Limit.AT_LEAST,
        says="Who asks to return despite the risk is heard a second time.",
        binds="hearing officer",
        setting="hearing_spacing",
        starts=(on("hearing.first_held_at"),),
        stops=(on("hearing.again_at"),),
        when=wants_return & harm_anywhere,
        protected=True,
    ),
    Clock(
        provision=RECONFIRM,
        leg="window",
        limit=Limit.AT_MOST,
        says="He leaves soon after confirming his wish; later he is asked again.",
        binds="neutral intermediary",
        setting="reconfirmation",
        starts=(on("wish.reconfirmed_at"),),
        stops=(DEPARTURE,),
        protected=True,
    ),
    Clock(
        provision=EXPOSED,
        leg="again",
        limit=Limit.AT_MOST,
        says="His ways out are determined again after a publication that identifies "
        "him.",
        binds="assessor",
        setting="exposure_review",
        starts=(on("exposure.detected_at"),),
        stops=(on("determination.made_at"),),
        protected=True,
    ),
)
