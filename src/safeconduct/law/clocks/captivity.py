"""From capture to release: cards, notices, letters (GC III; AP I Art 33)."""

from safeconduct.law.clocks.clock import Clock, Limit, on
from safeconduct.law.clocks.conditions import other_detainee
from safeconduct.law.norm import Mark, Provision
from safeconduct.law.terms import consents_to_notice, harm_if_told

ART_48 = Provision("GCIII-48", "GC III Art 48", Mark.TEXT)
ART_70 = Provision("GCIII-70", "GC III Art 70", Mark.TEXT)
ART_71 = Provision("GCIII-71", "GC III Arts 71, 76", Mark.TEXT)
ART_79 = Provision("GCIII-79", "GC III Arts 79-81", Mark.TEXT)
ART_122_1 = Provision("GCIII-122-1", "GC III Art 122(1)-(2)", Mark.TEXT)
ART_122_3 = Provision("GCIII-122-3", "GC III Art 122(3)-(4)", Mark.TEXT)
ART_122_SAFE = Provision(
    "GCIII-122-SAFE",
    "GC III Arts 122-123 read with Art 13(2) and GC IV Arts 137(2), 140(2)",
    Mark.INFERENCE,
)
AP_I_33 = Provision("API-33", "AP I Arts 32-34", Mark.TEXT)

CAPTURE = (
    on("status.fell_into_power_at"),
    on("custody.events", "captured", "recaptured"),
)
LETTERS_AND_CARDS = 2 + 4

CLOCKS = (
    Clock(
        provision=ART_70,
        leg="capture",
        limit=Limit.AT_ONCE,
        says="He is offered a card to his family and a card to the Agency on capture.",
        binds="camp",
        starts=CAPTURE,
        stops=(on("card.offered_at"),),
    ),
    Clock(
        provision=ART_70,
        leg="week",
        limit=Limit.AT_MOST,
        says="He is offered the cards within a week of arriving at a camp.",
        binds="camp",
        period="P7D",
        starts=(on("custody.events", "arrived"),),
        first=True,
        stops=(on("card.offered_at"),),
    ),
    Clock(
        provision=ART_70,
        leg="again",
        limit=Limit.AT_MOST,
        says="He is offered the cards again, within a week, when he goes to hospital "
        "or to another camp.",
        binds="camp",
        period="P7D",
        starts=(on("custody.events", "hospital_in", "transferred_camp"),),
        stops=(on("card.offered_at"),),
    ),
    Clock(
        provision=ART_122_1,
        leg="data",
        limit=Limit.AT_ONCE,
        says="Whoever holds him gives his data to the Bureau in the shortest time.",
        binds="register",
        starts=CAPTURE,
        stops=(on("nib.received_at"),),
    ),
    Clock(
        provision=ART_122_3,
        leg="agency",
        limit=Limit.AT_ONCE,
        says="The Bureau tells the Central Agency of him immediately.",
        binds="Bureau",
        starts=(on("nib.received_at"),),
        stops=(on("nib.notice_cta_at"),),
        captive=False,
    ),
    Clock(
        provision=ART_122_3,
        leg="power",
        limit=Limit.AT_ONCE,
        says="The Bureau tells the Power he depends on immediately, unless it is held "
        "back for his safety.",
        binds="Bureau",
        starts=(on("nib.received_at"),),
        stops=(on("nib.notice_power_at"),),
        when=~harm_if_told | consents_to_notice,
        captive=False,
        protected=True,
    ),
    Clock(
        provision=ART_122_SAFE,
        leg="warning",
        limit=Limit.AT_ONCE,
        says="The Central Agency is warned that telling the Power may do harm.",
        binds="Bureau",
        starts=(on("nib.received_at"),),
        stops=(on("nib.cta_warned_at"),),
        when=harm_if_told,
        captive=False,
        protected=True,
    ),
    Clock(
        provision=ART_71,
        leg="letters",
        limit=Limit.FLOOR,
        says="He may send at least two letters and four cards a month.",
        binds="camp",
        period="P1M",
        least=LETTERS_AND_CARDS,
        starts=CAPTURE,
        stops=(on("mail.count"),),
    ),
    Clock(
        provision=ART_79,
        leg="election",
        limit=Limit.EVERY,
        says="The prisoners of a camp elect their representative every six months.",
        binds="camp",
        period="P6M",
    ),
    Clock(
        provision=AP_I_33,
        leg="record",
        limit=Limit.AT_MOST,
        says="Whoever is held more than two weeks and has no better protection is "
        "recorded.",
        binds="register",
        period="P2W",
        starts=CAPTURE,
        stops=(on("nib.received_at"),),
        when=other_detainee,
    ),
)
