"""Which rules are the product's own? All are inferences, for approval by counsel."""

from safeconduct.law.acts import DEPARTURES, R1, R2, REMAIN, RETURNS, A, I, T, X
from safeconduct.law.expression import ALWAYS
from safeconduct.law.norm import Mark, Provision, may, must, must_not, not_until
from safeconduct.law.terms import (
    adult_or_cared_for,
    asks,
    claim_granted,
    claim_rejected,
    claim_running,
    confirmed,
    departure_opens,
    freely,
    guardian,
    harm,
    hearing_valid,
    identified,
    internment_opens,
    minor,
    onward,
    refuge_there,
    refuses,
    serious,
    stay,
)

CHAIN = Provision(
    "ENG-CHAIN",
    "Rule of this register (1951 Convention Art 33(1) 'in any manner'; ECHR)",
    Mark.INFERENCE,
)
GATE = Provision("ENG-GATE", "Rule of this register (ECHR Art 13)", Mark.INFERENCE)
MINOR = Provision("ENG-MINOR", "Rule of this register (AP I Art 77)", Mark.INFERENCE)
RECONFIRM = Provision(
    "ENG-RECONFIRM", "Rule of this register (practice of March 1991)", Mark.INFERENCE
)
STAY = Provision("ENG-REMAIN", "Rule of this register", Mark.INFERENCE)
UNKNOWN = Provision("ENG-UNKNOWN", "Rule of this register", Mark.INFERENCE)
VOLUNTARY = Provision("ENG-VOLRET", "Rule of this register", Mark.INFERENCE)
WISH = Provision(
    "ENG-WISH",
    "Rule of this register (GC III Art 126; practice of the ICRC)",
    Mark.INFERENCE,
)

UNKNOWN_WORDING = "A fact the answer needs is unknown. Unknown never opens anything."

PASSED_ON = (
    must_not(
        RETURNS,
        CHAIN,
        "Handing him to a State counts as handing him wherever it may pass him on.",
        when=onward & ~freely,
        absolute=True,
    ),
    must_not(
        X,
        CHAIN,
        "An exchange counts as return to the Power he depends on.",
        leg="exchange",
        when=serious & ~freely,
        absolute=True,
    ),
    must_not(
        T,
        CHAIN,
        "Nobody is transferred to a State that may pass him on to serious harm.",
        when=onward,
        absolute=True,
    ),
)

CLAIMS = (
    not_until(
        (*RETURNS, A),
        GATE,
        "While a claim of his is open or under appeal, nobody hands him over.",
        ready=~claim_running,
        personal=True,
    ),
    not_until(
        T,
        GATE,
        "While a claim of his is open, he goes only to the State he asks for.",
        ready=~claim_running | refuge_there,
        personal=True,
    ),
    may(
        I,
        GATE,
        "While a claim of his is pursued with diligence he may be kept.",
        when=claim_running,
    ),
)

WISHES = (
    not_until(
        (*DEPARTURES, A),
        WISH,
        "A wish counts only after a valid hearing.",
        leg="hearing",
        ready=hearing_valid,
        personal=True,
    ),
    not_until(
        (R1, X),
        WISH,
        "Nobody is sent who has not asked to go there.",
        leg="asked",
        ready=asks,
        personal=True,
    ),
    not_until(
        R2,
        WISH,
        "Nobody is sent who has not asked to go there, or refused and been finally "
        "rejected.",
        leg="asked",
        ready=asks | (refuses & claim_rejected),
        personal=True,
    ),
    not_until(
        T,
        WISH,
        "Nobody is transferred who has not asked to go there.",
        leg="asked",
        ready=refuge_there,
        personal=True,
    ),
    not_until(
        A,
        WISH,
        "Refuge here is for whoever wants to stay.",
        leg="asked",
        ready=stay | claim_granted,
        personal=True,
    ),
    not_until(
        RETURNS,
        VOLUNTARY,
        "Whoever asks to return into harm is sent only when his wish has passed all "
        "six safeguards.",
        ready=~(asks & harm) | freely,
        personal=True,
    ),
    may(
        RETURNS,
        VOLUNTARY,
        "Whoever asks to return, and whose wish has passed all six safeguards, may go.",
        leg="chosen",
        when=asks & freely,
        contested=True,
    ),
    not_until(
        DEPARTURES,
        RECONFIRM,
        "He is asked again before he leaves. A no at any point stops the handover.",
        ready=confirmed,
        personal=True,
    ),
)

CARE = (
    not_until(
        DEPARTURES,
        MINOR,
        "A child leaves only with a guardian and a decision in its best interests.",
        ready=adult_or_cared_for,
    ),
    not_until(
        A,
        MINOR,
        "A child's claim is heard with a guardian.",
        ready=~minor | guardian,
    ),
    not_until(
        RETURNS,
        UNKNOWN,
        "Nobody leaves under a doubtful name.",
        leg="identity",
        ready=identified,
    ),
    must(
        REMAIN,
        STAY,
        "Whoever has no way out and no ground of internment remains: nobody is without "
        "a lawful outcome.",
        leg="no_way_out",
        when=~departure_opens & ~internment_opens,
    ),
    may(REMAIN, STAY, "Everybody may remain.", when=ALWAYS),
)

NORMS = (*PASSED_ON, *CLAIMS, *WISHES, *CARE)
