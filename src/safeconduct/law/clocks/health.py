"""Doctors and commissions (GC III Arts 31, 109-113, 122; Annex II)."""

from safeconduct.law.clocks.captivity import CAPTURE
from safeconduct.law.clocks.clock import Clock, Limit, on
from safeconduct.law.clocks.conditions import (
    commission_again,
    commission_sends,
    serious,
)
from safeconduct.law.norm import Mark, Provision

ART_31 = Provision("GCIII-31", "GC III Art 31", Mark.TEXT)
ART_112 = Provision("GCIII-112", "GC III Arts 112-113; Annex II 9-14", Mark.TEXT)
ART_122_5 = Provision("GCIII-122-5", "GC III Art 122(5)-(6)", Mark.TEXT)

CLOCKS = (
    Clock(
        provision=ART_31,
        leg="inspection",
        limit=Limit.EVERY,
        says="A doctor examines and weighs him at least once a month.",
        binds="doctor",
        period="P1M",
        starts=(*CAPTURE, on("health.last_inspection")),
    ),
    Clock(
        provision=ART_122_5,
        leg="health",
        limit=Limit.EVERY,
        says="The Bureau is told of the health of the seriously ill, weekly if "
        "possible.",
        binds="Bureau",
        period="P1W",
        starts=(on("nib.received_at"), on("nib.notice_cta_at")),
        when=serious,
    ),
    Clock(
        provision=ART_112,
        leg="begins",
        limit=Limit.AT_MOST,
        says="The Mixed Medical Commission begins within three months of being "
        "approved.",
        binds="Mixed Medical Commission",
        period="P3M",
    ),
    Clock(
        provision=ART_112,
        leg="result",
        limit=Limit.AT_MOST,
        says="The commission tells its decision within a month of its visit.",
        binds="Mixed Medical Commission",
        period="P1M",
    ),
    Clock(
        provision=ART_112,
        leg="execution",
        limit=Limit.AT_MOST,
        says="The decision of the commission is carried out within three months.",
        binds="detaining State",
        period="P3M",
        starts=(on("mmc.decided_at"),),
        stops=(on("custody.events", "repatriated", "transferred_power"),),
        when=commission_sends,
    ),
    Clock(
        provision=ART_112,
        leg="visits",
        limit=Limit.EVERY,
        says="The commission comes again at most six months after its last visit.",
        binds="Mixed Medical Commission",
        period="P6M",
        starts=(on("mmc.decided_at"),),
        when=commission_again,
    ),
)
