"""What does the law of Ukraine demand?"""

from datetime import date

from safeconduct.law.norm import Mark, Provision
from safeconduct.law.norms.ukraine import CC_84_1, REFUGEES, WANT_TO_LIVE
from safeconduct.law.provisions.binding import Binding, How

BINDINGS = (
    Binding(
        Provision(
            "UA-HQ",
            "Cabinet Resolution 257 of 11 March 2022 (amended 208/2024, 1284/2024)",
            Mark.SECONDARY,
        ),
        section="ukraine",
        binds=(How.PROCEDURE,),
        since=date(2022, 3, 11),
    ),
    Binding(
        Provision(
            "UA-NIB",
            "National Information Bureau, 17 March 2022 "
            "(Ukrainian National Centre for Peacebuilding)",
            Mark.SECONDARY,
        ),
        section="ukraine",
        binds=(How.PROCEDURE,),
        since=date(2022, 3, 17),
    ),
    Binding(
        Provision(
            "UA-413",
            "Cabinet Resolution 413 of 5 April 2022 (amended 789 of 2 July 2025)",
            Mark.SECONDARY,
        ),
        section="ukraine",
        binds=(How.PROCEDURE, How.DISCLOSURE),
        facts=("custody.holder", "custody.events"),
        since=date(2022, 4, 5),
    ),
    Binding(
        Provision(
            "UA-721",
            "Cabinet Resolution 721 of 17 June 2022; Order 15/12 of 8 January 2024",
            Mark.SECONDARY,
        ),
        section="ukraine",
        binds=(How.PROCEDURE,),
        facts=("custody.holder", "custody.events"),
        since=date(2022, 6, 17),
    ),
    Binding(
        CC_84_1,
        section="ukraine",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("penal.convicted", "exchange.written_consent"),
        also=(Mark.VERIFY,),
        since=date(2022, 8, 19),
    ),
    Binding(
        WANT_TO_LIVE,
        section="ukraine",
        binds=(How.OPTION,),
        facts=("status.surrender",),
        since=date(2022, 9, 18),
    ),
    Binding(
        REFUGEES,
        section="ukraine",
        binds=(How.OPTION, How.PROCEDURE),
        facts=("claim.status",),
        since=date(2011, 7, 8),
    ),
)
