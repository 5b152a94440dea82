"""Which State might receive him, and how does it treat those it received?"""

from safeconduct.law.facts.fact import RISK_DAYS, TRUTH, Fact, noted
from safeconduct.law.kinds import Moment, OneOf, States, texts

_LEGAL, _REFERRAL = "legal officer", "referral"

FACTS = (
    Fact("receiving.state", States(), "Which State might receive him?", _LEGAL),
    *(
        Fact(f"receiving.{name}[d]", TRUTH, question, _LEGAL, RISK_DAYS)
        for name, question in (
            ("party_gc3", "Is {d} a Party to the Third Convention?"),
            ("willing", "Is {d} willing to apply the Convention?"),
            ("able", "Is {d} able to apply the Convention?"),
            ("icrc_access", "Does {d} let the ICRC visit?"),
            ("accepts", "Does {d} accept him?"),
            ("death_penalty_law", "Does the law of {d} provide for the death penalty?"),
        )
    ),
    noted(
        "receiving.evidence",
        texts(),
        "What shows that the State is willing and able?",
        _LEGAL,
        RISK_DAYS,
    ),
    Fact(
        "assurance[d]",
        OneOf(("none", "general", "specific", "specific_monitored")),
        "What assurance has {d} given?",
        _LEGAL,
    ),
    noted(
        "assurance.record",
        texts(),
        "How has the State kept earlier assurances?",
        _LEGAL,
    ),
    Fact(
        "post.failure_reported",
        TRUTH,
        "Has a failure of the Power that received him been reported?",
        _LEGAL,
    ),
    noted(
        "post.recall_requested_at",
        Moment(),
        "When was his return asked of the Power that received him?",
        _LEGAL,
    ),
    noted(
        "post.redeployed",
        TRUTH,
        "Was he put on active military service again after his return?",
        _LEGAL,
    ),
    noted(
        "kr.application_at",
        Moment(),
        "When did he apply to South Korea for protection?",
        _REFERRAL,
    ),
    noted(
        "kr.application_by",
        OneOf(("himself", "relative", "other")),
        "Who applied to South Korea for him?",
        _REFERRAL,
    ),
    noted(
        "kr.decision",
        OneOf(("pending", "granted", "refused")),
        "What has South Korea decided on his application?",
        _REFERRAL,
    ),
    noted(
        "kr.excl_ground",
        OneOf(
            (
                *("international_crime", "serious_crime", "disguised_defection"),
                *("late_application", "other"),
            )
        ),
        "On which ground did South Korea refuse him?",
        _REFERRAL,
    ),
)
