"""What does GC III say in Part IV: when does captivity end, and against whose will?

Articles 109, 115, 118 and 119. Two different bars stand here and are never folded into
one: for the gravely wounded the will alone bars return during hostilities (109(3)); for
everybody else it is will and risk, or risk alone (118 as read in 2020).
"""

from safeconduct.law.acts import R1, R2, RETURNS, I, T, X
from safeconduct.law.expression import proven
from safeconduct.law.norm import Mark, Provision, may, must, must_not, not_until
from safeconduct.law.terms import (
    asks,
    case,
    claim_rejected,
    claim_running,
    doubt,
    fit,
    freely,
    gravely_wounded,
    harm_anywhere,
    hearing_valid,
    hostilities,
    minor,
    neutral_agreement,
    openly_free,
    over,
    refuge_there,
    refuses,
    release_consent,
    released_from_case,
    retained,
    serious,
    undecided,
    willing,
    willing_anywhere,
    wounded,
)

ART_109_1 = Provision("GCIII-109-1", "GC III Art 109(1)", Mark.TEXT)
ART_109_2 = Provision("GCIII-109-2", "GC III Art 109(2)", Mark.TEXT)
ART_109_3 = Provision("GCIII-109-3", "GC III Art 109(3)", Mark.TEXT)
ART_115 = Provision("GCIII-115", "GC III Art 115", Mark.TEXT)
ART_118_1 = Provision("GCIII-118-1", "GC III Art 118(1)", Mark.TEXT)
ART_118_NR = Provision(
    "GCIII-118-NR", "GC III Art 118 read with non-refoulement", Mark.SECONDARY
)
ART_118_KR = Provision(
    "GCIII-118-KR",
    "Republic of Korea, declaration to GC III Art 118(1) of 16 August 1966",
    Mark.SECONDARY,
)
ART_119_5 = Provision("GCIII-119-5", "GC III Art 119(5)-(6)", Mark.TEXT)

WOUNDED_DUTY = "GCIII-109-1/duty"
RETURN_DUTY = "GCIII-118-1/duty"
UNWILLING = "GCIII-118-1/unwilling"
RETURN_OWED = (WOUNDED_DUTY, RETURN_DUTY, UNWILLING)

WOUNDED = (
    must(
        R1,
        ART_109_1,
        "The gravely wounded and sick who are fit and willing are sent home, whatever "
        "their number or rank.",
        leg="duty",
        when=gravely_wounded & fit & willing & ~over,
    ),
    must_not(
        X,
        ART_109_1,
        "The gravely wounded and sick are never bargained man for man.",
        leg="no_barter",
        when=gravely_wounded & ~over,
    ),
    must_not(
        I,
        ART_109_1,
        "Whoever must be sent home is kept only until his journey is arranged.",
        leg="overdue",
        when=proven(
            gravely_wounded
            & fit
            & willing_anywhere
            & hearing_valid
            & ~harm_anywhere
            & ~doubt
            & ~minor
            & ~over
        ),
    ),
    may(
        R1,
        ART_109_2,
        "Whoever asks to go home may be sent home during hostilities.",
        when=asks,
    ),
    may(
        T,
        ART_109_2,
        "The wounded and sick may recover in a neutral country under an agreement.",
        when=refuge_there & wounded & neutral_agreement,
    ),
    # Doubt on whether hostilities are over leaves the protection in place.
    must_not(
        (R1, X),
        ART_109_3,
        "No gravely wounded or sick prisoner is sent home against his will during "
        "hostilities. His will is enough.",
        when=gravely_wounded & ~over & ~willing,
        prevails_over=(WOUNDED_DUTY,),
    ),
)

CRIMINAL_CASE = (
    not_until(
        (R1, X),
        ART_115,
        "Whoever stands trial or serves a sentence leaves only when the State lets him "
        "go and he consents in writing.",
        ready=released_from_case,
    ),
    not_until(
        (R2, X),
        ART_119_5,
        "Whoever stands trial or serves a sentence may be kept to its end, unless the "
        "State lets him go and he consents in writing.",
        ready=released_from_case,
    ),
    not_until(
        T,
        ART_119_5,
        "Whoever stands trial or serves a sentence is transferred only when the State "
        "lets him go.",
        ready=~case | release_consent,
    ),
    may(
        I,
        ART_119_5,
        "Whoever stands trial or serves a sentence may be kept to its end.",
        when=case,
    ),
)

AFTER_HOSTILITIES = (
    must(
        R2,
        ART_118_1,
        "When hostilities have ceased, whoever asks to go home is sent home without "
        "delay.",
        leg="duty",
        when=asks,
    ),
    may(
        R2,
        ART_118_1,
        "Whoever refuses, and whose claim was finally rejected, may be returned "
        "without violence.",
        leg="unwilling",
        when=refuses & claim_rejected,
        contested=True,
    ),
    not_until(
        R2,
        ART_118_1,
        "Return under this article waits for the end of hostilities.",
        leg="ceased",
        ready=~hostilities,
    ),
    not_until(
        X,
        ART_118_1,
        "Once hostilities are over return is owed without counterpart: no exchange.",
        leg="no_barter",
        ready=hostilities,
    ),
    must_not(
        I,
        ART_118_1,
        "When hostilities are over, his claim is finally rejected and no criminal case "
        "stands, the reason to intern him has ended.",
        leg="ended",
        when=over & claim_rejected & ~case,
    ),
    not_until(
        I,
        ART_118_1,
        "After hostilities internment needs a ground of its own, or another solution "
        "within days.",
        leg="ground",
        ready=~over | proven(case) | claim_running | undecided | retained,
    ),
    must_not(
        RETURNS,
        ART_118_NR,
        "Nobody who has not freely chosen to return is sent back into serious harm.",
        when=serious & ~freely,
        prevails_over=RETURN_OWED,
    ),
    must_not(
        R2,
        ART_118_KR,
        "Nobody is returned against his openly and freely expressed will.",
        when=openly_free,
        prevails_over=(RETURN_DUTY, UNWILLING),
        position="will_based",
    ),
)

NORMS = (*WOUNDED, *CRIMINAL_CASE, *AFTER_HOSTILITIES)
