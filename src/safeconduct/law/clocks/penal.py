"""Discipline and trial (GC III Arts 90, 95, 101, 103-105)."""

from safeconduct.law.clocks.clock import Clock, Limit, Sign, on
from safeconduct.law.clocks.conditions import death_sentence, long_punishment
from safeconduct.law.norm import Mark, Provision

ART_90 = Provision("GCIII-89-96", "GC III Arts 90, 95", Mark.TEXT)
ART_101 = Provision("GCIII-100-101", "GC III Arts 100-101", Mark.TEXT)
ART_103 = Provision("GCIII-103-107", "GC III Arts 103-107", Mark.TEXT)

COURT, DETAINER = "court", "detaining State"


def _discipline(field: str) -> tuple[Sign, ...]:
    return (on("penal.disciplinary", field=field),)


CLOCKS = (
    Clock(
        provision=ART_90,
        leg="punishment",
        limit=Limit.AT_MOST,
        says="A disciplinary punishment ends after 30 days at most.",
        binds="camp",
        period="P30D",
        starts=_discipline("begun"),
        stops=_discipline("ended"),
    ),
    Clock(
        provision=ART_90,
        leg="awaiting",
        limit=Limit.AT_MOST,
        says="Confinement to await disciplinary punishment ends after 14 days at most.",
        binds="camp",
        period="P14D",
        starts=_discipline("confined"),
        stops=(*_discipline("pronounced"), *_discipline("begun")),
    ),
    Clock(
        provision=ART_90,
        leg="execution",
        limit=Limit.AT_MOST,
        says="A disciplinary punishment begins within a month of being pronounced.",
        binds="camp",
        period="P1M",
        starts=_discipline("pronounced"),
        stops=_discipline("begun"),
    ),
    Clock(
        provision=ART_90,
        leg="interval",
        limit=Limit.AT_LEAST,
        says="Three days lie between two punishments if one of them lasts ten days or "
        "more.",
        binds="camp",
        period="P3D",
        starts=_discipline("ended"),
        stops=_discipline("begun"),
        when=long_punishment,
    ),
    Clock(
        provision=ART_103,
        leg="confinement",
        limit=Limit.AT_MOST,
        says="Confinement before trial lasts three months at most.",
        binds=COURT,
        period="P3M",
        starts=(on("penal.confined_since"),),
        stops=(on("penal.trial_at"),),
    ),
    Clock(
        provision=ART_103,
        leg="notice",
        limit=Limit.AT_LEAST,
        says="The trial opens three weeks after the Protecting Power was told, at the "
        "earliest.",
        binds=COURT,
        period="P3W",
        starts=(on("penal.notice_at"),),
        stops=(on("penal.trial_at"),),
    ),
    Clock(
        provision=ART_103,
        leg="counsel",
        limit=Limit.AT_LEAST,
        says="The Protecting Power has a week at least to find counsel for him.",
        binds=COURT,
        period="P1W",
        starts=(on("penal.notice_at"),),
        stops=(on("penal.trial_at"),),
    ),
    Clock(
        provision=ART_103,
        leg="preparation",
        limit=Limit.AT_LEAST,
        says="Counsel has two weeks at least before the trial to prepare the defence.",
        binds=COURT,
        period="P2W",
        starts=(on("counsel.offered_at"),),
        stops=(on("penal.trial_at"),),
    ),
    Clock(
        provision=ART_101,
        leg="execution",
        limit=Limit.AT_LEAST,
        says="No sentence of death is carried out for six months after the notice.",
        binds=DETAINER,
        period="P6M",
        starts=(on("penal.notice_at"),),
        stops=(on("death.at"),),
        when=death_sentence,
    ),
)
