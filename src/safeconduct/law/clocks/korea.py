"""Korea: the periods of 1953, which are a model, and those of the law of today.

The Republic of Korea gives the 90 days as law; that they may be extended once by 30 is
known from a proposal of 2017 only, and has to be verified.
"""

from datetime import date

from safeconduct.law.clocks.clock import Clock, Limit, on
from safeconduct.law.clocks.conditions import korea_receives
from safeconduct.law.norm import Mark, Provision

ARMISTICE = Provision("KPW-51", "Korean Armistice 1953, paragraph 51", Mark.SECONDARY)
COMMISSION = Provision(
    "KPW-NNRC", "Korean Armistice 1953, Annex, Terms of Reference", Mark.SECONDARY
)
NKRA_7 = Provision("KR-NKRA-7", "NKRA Art 7; Decree Arts 10-11", Mark.SECONDARY)
NKRA_8 = Provision("KR-NKRA-8", "NKRA Arts 7-8; Decree", Mark.SECONDARY)
NKRA_8_LONGER = Provision("KR-NKRA-8", "NKRA Arts 7-8; Decree", Mark.VERIFY)
NKRA_9 = Provision("KR-NKRA-9", "NKRA Art 9(1)", Mark.SECONDARY)

SIGNED = date(1953, 7, 27)
# The last of its periods, 30 days after day 120, ran out in February 1954.
RUN_OUT = date(1954, 3, 1)
ENTRY = (on("custody.events", "transferred_power"),)
SEOUL = "Korean authorities"


def _in_1953(
    provision: Provision, leg: str, says: str, period: str, binds: str
) -> Clock:
    """Describe a period of 1953; nothing in a record of today starts it."""
    return Clock(
        provision=provision,
        leg=leg,
        limit=Limit.AT_MOST,
        says=says,
        binds=binds,
        period=period,
        since=SIGNED,
        until=RUN_OUT,
    )


CLOCKS = (
    _in_1953(
        ARMISTICE,
        "direct",
        "Those who insist on return go home within 60 days of the armistice.",
        "P60D",
        "detaining State",
    ),
    _in_1953(
        COMMISSION,
        "handing",
        "All others are handed to the neutral commission within 60 days.",
        "P60D",
        "detaining State",
    ),
    _in_1953(
        COMMISSION,
        "explanations",
        "Their Powers may explain their rights to them for 90 days.",
        "P90D",
        "neutral commission",
    ),
    _in_1953(
        COMMISSION,
        "conference",
        "The political conference has 30 days to settle what becomes of them.",
        "P30D",
        "neutral commission",
    ),
    _in_1953(
        COMMISSION,
        "civilian",
        "On day 120 those who remain become civilians.",
        "P120D",
        "neutral commission",
    ),
    _in_1953(
        COMMISSION,
        "onward",
        "They are helped for 30 days to reach a neutral country.",
        "P30D",
        "neutral commission",
    ),
    Clock(
        provision=NKRA_7,
        leg="notice",
        limit=Limit.AT_ONCE,
        says="Whoever takes his application tells the Minister of Unification at once.",
        binds=SEOUL,
        starts=(on("kr.application_at"),),
        stops=(on("kr.decision", "granted", "refused"),),
        captive=False,
        protected=True,
    ),
    Clock(
        provision=NKRA_8,
        leg="enquiry",
        limit=Limit.AT_MOST,
        says="The enquiry ends within 90 days of his entry.",
        binds=SEOUL,
        period="P90D",
        starts=ENTRY,
        first=True,
        stops=(on("kr.decision", "granted", "refused"),),
        when=korea_receives,
        captive=False,
        protected=True,
    ),
    Clock(
        provision=NKRA_8_LONGER,
        leg="longer",
        limit=Limit.AT_MOST,
        says="Extended once, the enquiry ends within 120 days of his entry.",
        binds=SEOUL,
        period="P120D",
        starts=ENTRY,
        first=True,
        stops=(on("kr.decision", "granted", "refused"),),
        when=korea_receives,
        captive=False,
        protected=True,
    ),
    Clock(
        provision=NKRA_9,
        leg="late",
        limit=Limit.AT_MOST,
        says="He applies within three years of his entry; later he may be refused.",
        binds="the person himself",
        period="P3Y",
        starts=ENTRY,
        first=True,
        stops=(on("kr.application_at"), on("kr.decision", "granted")),
        when=korea_receives,
        captive=False,
        protected=True,
    ),
)
