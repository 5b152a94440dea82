"""The law engine: which ways out are lawful for a prisoner of war, and why.

A library without framework, database, clock or chance; usable alone:

    from datetime import date
    from safeconduct.law import assess

    assessment = assess(
        {"wish.current": "refuge:KR", "status.powers": ["KP"], "hearing.valid": "T"},
        on=date(2026, 3, 1),
    )
    assessment.options["T"].result          # "not_yet"
    assessment.options["T"].missing         # facts that would settle it
    assessment.options["R1"].destinations["KP"].explanation  # norms and facts

Truth has three values. A gate opens only where every bar is false, every wait is false
and some basis is true; what is unknown keeps it shut. `norms/` holds the law, one
module per instrument; `docs/subsystems/law.md` tells the rest.
"""

from safeconduct.law.acts import ACTS, OPTIONS, Act
from safeconduct.law.answer import Answer, Assessment, Option, Status
from safeconduct.law.assess import assess, hearing_valid, seen
from safeconduct.law.baseline import BASELINES, over_baseline
from safeconduct.law.clocks import CLOCKS, Clock, Deadline, deadlines
from safeconduct.law.derive.case import NOWHERE, UNNAMED
from safeconduct.law.errors import (
    ContradictoryFacts,
    FactError,
    LawError,
    NoLawInForce,
    PackError,
    ReadingsDiffer,
    TableError,
)
from safeconduct.law.expression import fact, fold, proven
from safeconduct.law.facts import FACTS, RISKS, SAFEGUARDS, Fact
from safeconduct.law.norm import FIRST_DAY, Mode, Norm
from safeconduct.law.pack import Pack, pack
from safeconduct.law.record import check

__all__ = [
    "ACTS",
    "BASELINES",
    "CLOCKS",
    "FACTS",
    "FIRST_DAY",
    "NOWHERE",
    "OPTIONS",
    "RISKS",
    "SAFEGUARDS",
    "UNNAMED",
    "Act",
    "Answer",
    "Assessment",
    "Clock",
    "ContradictoryFacts",
    "Deadline",
    "Fact",
    "FactError",
    "LawError",
    "Mode",
    "NoLawInForce",
    "Norm",
    "Option",
    "Pack",
    "PackError",
    "ReadingsDiffer",
    "Status",
    "TableError",
    "assess",
    "check",
    "deadlines",
    "fact",
    "fold",
    "hearing_valid",
    "over_baseline",
    "pack",
    "proven",
    "seen",
]
