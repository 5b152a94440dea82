"""What awaits him, where, and has a publication made it worse?"""

from safeconduct.law.facts.fact import RISK_DAYS, TRUTH, Fact, noted
from safeconduct.law.kinds import Moment, SomeOf

_ASSESSOR = "assessor"
RISKS = (
    "risk.torture",
    "risk.killing",
    "risk.ill_treatment",
    "risk.disappearance",
    "risk.persecution",
)
"""The five risks that together make serious harm."""

FACTS = (
    *(
        Fact(
            f"risk.{name}[d]",
            TRUTH,
            f"Is he in real danger of {harm} in {{d}}?",
            _ASSESSOR,
            RISK_DAYS,
        )
        for name, harm in (
            ("torture", "torture"),
            ("killing", "being killed"),
            ("ill_treatment", "inhuman or degrading treatment"),
            ("disappearance", "being made to disappear"),
            ("persecution", "persecution"),
            ("serious_harm", "serious harm"),
        )
    ),
    Fact(
        "risk.onward[d->e]",
        TRUTH,
        "May {d} pass him on to {e}, with serious harm awaiting him there?",
        _ASSESSOR,
        RISK_DAYS,
    ),
    Fact("risk.family", TRUTH, "Are his relatives in danger?", _ASSESSOR, RISK_DAYS),
    noted(
        "risk.nexus",
        SomeOf(("race", "religion", "nationality", "group", "opinion")),
        "For which reason would he be persecuted?",
        _ASSESSOR,
        RISK_DAYS,
    ),
    noted(
        "coi.pattern[d]",
        TRUTH,
        "Are there mass violations of human rights in {d}?",
        _ASSESSOR,
        RISK_DAYS,
    ),
    noted(
        "exposure.detected_at",
        Moment(),
        "When was a publication found that identifies him?",
        "disclosure officer",
    ),
)
