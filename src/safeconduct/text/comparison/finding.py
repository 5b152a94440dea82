"""What does a comparison of reports find?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeconduct.text.comparison.interval import Interval
from safeconduct.text.figure import Figure
from safeconduct.text.periods import Period
from safeconduct.text.reason import Reason


class Relation(StrEnum):
    """How the statements of a finding stand to each other.

    Unknown is never agreement: where base, period, place or scope is not
    established, the relation is SCOPE_UNKNOWN, not EQUAL.
    """

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DISJOINT = "disjoint"
    ARITHMETIC = "arithmetic-inconsistent"
    SCOPE_UNKNOWN = "scope-unknown"


class Aspect(StrEnum):
    """What is compared."""

    QUANTITY = "quantity"
    ARITHMETIC = "arithmetic"
    SCOPE = "scope"
    TIME = "time"
    PLACE = "place"
    WISHES = "count-of-wishes"
    OVERGENERALISATION = "overgeneralisation"
    HEADLINE = "headline"
    LEGAL = "legal"
    CONDUCT = "conduct"


ALARMS = frozenset({Relation.DISJOINT, Relation.ARITHMETIC})
"""Relations in which two statements cannot both be right as printed."""
QUESTIONS = frozenset(
    {Aspect.OVERGENERALISATION, Aspect.HEADLINE, Aspect.LEGAL, Aspect.CONDUCT}
)
"""Aspects that are reported whatever the relation."""


ASKED = frozenset(Aspect) - {Aspect.QUANTITY}
"""Aspects in which an unknown scope is a question to the text; that two texts may
count different things is none."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement compared: characters `start` to `end` of page number `page`."""

    page: int
    start: int
    end: int
    text: str
    figure: Figure | None = None
    period: Period | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """How statements on one topic stand to each other.

    `relation` is None where no values are compared (legal, conduct, headlines
    without a number). `numbers` are the intervals computed, by name; `reconcilers`
    are readings under which a disagreement would vanish. `support` counts the
    independent sources behind the items: a family of copies is one, and so are two
    families that end with the same speaker. `uneven` statements can all be true, yet
    say one thing differently: "at least one" and "one".
    """

    aspect: Aspect
    topic: str
    relation: Relation | None
    items: tuple[Item, ...]
    reasons: tuple[Reason, ...]
    numbers: tuple[tuple[str, Interval], ...] = ()
    reconcilers: tuple[Reason, ...] = ()
    support: int = 1
    uneven: bool = False

    @property
    def disagrees(self) -> bool:
        """Whether the statements cannot all be right as printed."""
        return self.relation in ALARMS

    @property
    def is_reported(self) -> bool:
        """Whether an analyst should look: agreement that is even needs nobody."""
        return (
            self.disagrees
            or (self.relation is Relation.SCOPE_UNKNOWN and self.aspect in ASKED)
            or self.aspect in QUESTIONS
            or self.uneven
        )

    @property
    def within(self) -> bool:
        """Whether all statements stand in one page."""
        return len({item.page for item in self.items}) == 1

    @property
    def why(self) -> str:
        """The reasons as one passage of English."""
        return " ".join(str(part) for part in self.reasons)
