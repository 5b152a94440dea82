"""What does the practice and law of Korea add?

The armistice of 1953 with its neutral commission, the North Korean Refugees Protection
and Settlement Support Act (NKRA) and the Nationality Act.
"""

from safeconduct.law.acts import I, T
from safeconduct.law.norm import Mark, Provision, may, not_until
from safeconduct.law.terms import (
    accepts,
    foreign_nationality,
    is_korea,
    refuge_there,
    undecided,
)

NEUTRAL_COMMISSION = Provision(
    "KPW-NNRC", "Korean Armistice 1953, Annex, Terms of Reference", Mark.SECONDARY
)
NATIONALITY = Provision("KR-NAT", "KR Nationality Act Arts 2(1), 15(1)", Mark.VERIFY)
NKRA_2_3 = Provision("KR-NKRA-2-3", "NKRA Arts 2(1), 3, 4", Mark.SECONDARY)
NKRA_7 = Provision("KR-NKRA-7", "NKRA Art 7; Decree Arts 10-11", Mark.SECONDARY)
NKRA_8 = Provision("KR-NKRA-8", "NKRA Arts 7-8; Decree", Mark.SECONDARY)
NKRA_9 = Provision("KR-NKRA-9", "NKRA Art 9(1)", Mark.SECONDARY)

NORMS = (
    may(
        I,
        NEUTRAL_COMMISSION,
        "While he is undecided and his options are explained, he may be kept.",
        when=undecided,
    ),
    not_until(
        T,
        NKRA_2_3,
        "Korea receives under this Act whoever has asked for its protection himself.",
        ready=~is_korea | refuge_there,
    ),
    not_until(
        T,
        NKRA_7,
        "His application to Korea is made first.",
        ready=~is_korea | accepts,
    ),
    not_until(
        T,
        NKRA_8,
        "Korea decides on his application first.",
        ready=~is_korea | accepts,
    ),
    not_until(
        T,
        NKRA_9,
        "Korea decides first whether a ground to refuse him stands.",
        ready=~is_korea | accepts,
    ),
    not_until(
        T,
        NATIONALITY,
        "If he acquired a foreign nationality, Korea decides first what that means.",
        ready=~is_korea | ~foreign_nationality | accepts,
    ),
)
