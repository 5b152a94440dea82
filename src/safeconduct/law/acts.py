"""What may be done with a prisoner, and when does the question arise at all?"""

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.law.expression import Expression
from safeconduct.law.terms import alive, hostilities


class Towards(StrEnum):
    """Which States an act is computed for."""

    POWERS = "powers"
    RECEIVING = "receiving"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Scope:
    """A condition without which an act does not arise, and where that is written."""

    condition: Expression
    provision: str


@dataclass(frozen=True)
class Act:
    """One act that the law permits or forbids.

    Attributes:
        name: A stable name for code and hashes.
        option: The letter by which officers know it; empty for what is always due.
        wording: What is done, in plain words.
        towards: The States it is computed for.
        scope: Conditions that must hold for the question to arise.
    """

    name: str
    option: str
    wording: str
    towards: Towards = Towards.NOWHERE
    scope: tuple[Scope, ...] = ()


# The dead cannot depart (GC III Art 120); once hostilities have ceased, return is owed
# under Art 118(1) and the other act is asked for.
LIVING = Scope(alive, "GCIII-120")
STILL_FIGHTING = Scope(hostilities, "GCIII-118-1")

R1 = Act(
    "return_during_hostilities",
    "R1",
    "return during hostilities",
    Towards.POWERS,
    (LIVING, STILL_FIGHTING),
)
R2 = Act(
    "return_after_hostilities",
    "R2",
    "return after hostilities",
    Towards.POWERS,
    (LIVING,),
)
X = Act(
    "exchange",
    "X",
    "handing over in an exchange with the adverse Power",
    Towards.POWERS,
    (LIVING,),
)
T = Act("transfer", "T", "transfer to a receiving State", Towards.RECEIVING, (LIVING,))
A = Act("refuge", "A", "refuge in the detaining State", scope=(LIVING,))
I = Act("internment", "I", "continued internment", scope=(LIVING,))  # noqa: E741
P = Act("publication", "P", "publication of material about him")
N = Act("notification", "N", "notification to the Power of origin", Towards.POWERS)
AGENCY = Act("agency_notification", "", "notification to the Central Tracing Agency")
REMAIN = Act("remain", "", "staying where he is", scope=(LIVING,))

RETURNS = (R1, R2, X)
DEPARTURES = (R1, R2, X, T)
OPTIONS = (R1, R2, X, T, A, I, P, N)
"""The eight options an officer compares, in the order in which they are shown."""
ACTS = (*OPTIONS, AGENCY, REMAIN)
