"""The conflict, its Parties, their agreements and plans."""

from safeconduct.law.facts.fact import TRUTH, Fact, noted
from safeconduct.law.kinds import Day, Moment, OneOf, State, States, Words, texts

_LEGAL = "legal officer"

FACTS = (
    Fact("conflict.active_hostilities", TRUTH, "Are hostilities still active?", _LEGAL),
    noted(
        "conflict.ceased_at", Day(), "On which day did active hostilities end?", _LEGAL
    ),
    Fact("conflict.parties", States(), "Which States are Parties?", _LEGAL),
    noted("conflict.international", TRUTH, "Is it a conflict between States?", _LEGAL),
    Fact("detaining.state", State(), "Which State holds him?", "register"),
    noted(
        "state.recognised_by_detainer",
        TRUTH,
        "Does the State that holds him recognise the State he served?",
        _LEGAL,
    ),
    noted("agreement.id", Words(), "Which agreement is meant?", _LEGAL),
    Fact(
        "agreement.clause_effect",
        OneOf(("none", "better", "neutral", "worse")),
        "Does the agreement leave him better or worse off than the Convention?",
        _LEGAL,
    ),
    noted(
        "supervision.protecting_power",
        State(),
        "Which State is the Protecting Power?",
        _LEGAL,
    ),
    noted(
        "supervision.icrc_accepted",
        TRUTH,
        "Has the ICRC been accepted in place of a Protecting Power?",
        _LEGAL,
    ),
    noted("plan.exists", TRUTH, "Is there a plan for repatriation?", _LEGAL),
    noted(
        "plan.told_at",
        Moment(),
        "When were the prisoners told of the plan for repatriation?",
        _LEGAL,
    ),
    noted(
        "plan.delay_reason",
        texts(),
        "Why is repatriation delayed, week by week?",
        _LEGAL,
    ),
    noted(
        "neutral.offer", State(), "Which neutral State offers to take him in?", _LEGAL
    ),
    Fact(
        "neutral.agreement",
        TRUTH,
        "Is there an agreement on internment in a neutral country?",
        _LEGAL,
    ),
    Fact(
        "position.mode",
        OneOf(("risk_based", "will_based")),
        "Does his will alone bar return after hostilities, or only a risk?",
        "head of legal service",
    ),
)
