"""What was found in a report, in the form in which it is kept and decided.

Each kind of item has its record. `start` and `end` are characters of the text of the
item's own report, end exclusive.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop
from pydantic import TypeAdapter, ValidationError

from safeconduct.reports.errors import BadCorrection
from safeconduct.reports.models import Item
from safeconduct.text import Figure
from safeconduct.text.periods import Period
from safeconduct.text.reason import Reason


@dataclass(frozen=True)
class FoundFigure:
    """A figure, as the reader or an analyst reads it."""

    figure: Figure

    @property
    def start(self) -> int:
        """The first character."""
        return self.figure.start

    @property
    def end(self) -> int:
        """One past the last."""
        return self.figure.end


@dataclass(frozen=True)
class Run:
    """Characters of the child and, where its text is here, those of the parent."""

    start: int
    end: int
    parent_start: int | None = None
    parent_end: int | None = None


@dataclass(frozen=True)
class FoundEdge:
    """What a report comes from. `outlet` names a source whose text is not here."""

    relation: str
    status: str  # declared or detected
    outlet: str | None
    runs: tuple[Run, ...]
    score: float
    why: Reason

    @property
    def start(self) -> int:
        """The first character that shows it; 0 where nothing in the text does."""
        return min((run.start for run in self.runs), default=0)

    @property
    def end(self) -> int:
        """One past the last character of the first run."""
        first = min(self.runs, key=lambda run: run.start, default=None)
        return 0 if first is None else first.end


@dataclass(frozen=True)
class Statement:
    """One of the statements compared, with its place."""

    publication: UUID
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class FoundDisagreement:
    """How statements on one topic stand to each other."""

    aspect: str
    topic: str
    relation: str | None
    statements: tuple[Statement, ...]
    reasons: tuple[Reason, ...]
    reconcilers: tuple[Reason, ...]
    support: int

    @property
    def start(self) -> int:
        """The first character of the first statement."""
        return self.statements[0].start

    @property
    def end(self) -> int:
        """One past the last character of the first statement."""
        return self.statements[0].end


@dataclass(frozen=True)
class FoundPassage:
    """Words that somebody wants to rely on."""

    start: int
    end: int


Found = FoundFigure | FoundEdge | FoundDisagreement | FoundPassage
_FORMS: dict[str, TypeAdapter[Any]] = {
    Item.Kind.FIGURE: TypeAdapter(FoundFigure),
    Item.Kind.LINEAGE: TypeAdapter(FoundEdge),
    Item.Kind.DISAGREEMENT: TypeAdapter(FoundDisagreement),
    Item.Kind.PASSAGE: TypeAdapter(FoundPassage),
}


def place(row: UUID) -> str:
    """Name the place a sealed part of an item or decision belongs to."""
    return f"reports/item/{row}"


def pack(kind: str, found: Found) -> bytes:
    """Turn what was found into JSON."""
    packed: bytes = _FORMS[kind].dump_json(found)
    return packed


def unpack(kind: str, kept: bytes) -> Found:
    """Take up what was kept."""
    found: Found = _FORMS[kind].validate_json(kept)
    return found


# What an analyst may set right; the place in the text and who says so are not his.
OF_A_FIGURE = (
    *("role", "low", "high", "low_open", "high_open", "approx", "additional"),
    *("unit", "currency", "base", "place", "period_start", "period_end"),
)
RELATIONS = (
    *("copy", "excerpt", "summary", "translation", "splice", "quotation"),
    *("derived-from", "cites", "published-by"),
)
OUTCOMES = (
    *("equal", "compatible", "disjoint", "arithmetic-inconsistent", "scope-unknown"),
)


def correct(found: Found, changes: dict[str, Any]) -> Found:
    """Apply what an analyst says is right.

    Args:
        found: The reading so far.
        changes: Of a figure the fields of `OF_A_FIGURE` that are wrong, with what is
            right as JSON values; of lineage and disagreements `relation`.

    Raises:
        BadCorrection: Nothing is changed, a field is not known, or a value cannot be.
    """
    match found:
        case FoundFigure():
            right: Found = FoundFigure(_figure(found.figure, changes))
        case FoundEdge():
            right = replace(found, relation=_one_of(changes, RELATIONS))
        case FoundDisagreement():
            right = replace(found, relation=_one_of(changes, OUTCOMES))
        case _:
            raise BadCorrection(
                gettext_noop(
                    "A passage is not corrected: refuse it, and mark the right words."
                )
            )
    if right == found:
        raise BadCorrection(
            gettext_noop("Nothing is corrected: change a field, or accept the reading.")
        )
    return right


def _one_of(changes: dict[str, Any], known: tuple[str, ...]) -> str:
    said = changes.get("relation")
    if said not in known or len(changes) != 1:
        raise BadCorrection(gettext_noop("Choose one of the relations on offer."))
    return str(said)


_FIGURE = TypeAdapter(Figure)
_DAY = TypeAdapter(date | None)


def _figure(figure: Figure, changes: dict[str, Any]) -> Figure:
    if not changes.keys() <= set(OF_A_FIGURE):
        raise BadCorrection(gettext_noop("One of these fields cannot be corrected."))
    plain = {k: v for k, v in changes.items() if not k.startswith("period_")}
    try:
        right = _FIGURE.validate_python({**asdict(figure), **plain})
        period = _period(figure.period, changes)
    except ValidationError as error:
        raise BadCorrection(
            gettext_noop(
                "One of the values cannot be read. Write numbers with digits and a"
                " point, and days as year, month and day."
            )
        ) from error
    _demand_order(right.low, right.high)
    return replace(right, period=period)


def _period(before: Period | None, changes: dict[str, Any]) -> Period | None:
    if not changes.keys() & {"period_start", "period_end"}:
        return before
    kept = (before.start, before.end) if before is not None else (None, None)
    start = _DAY.validate_python(changes.get("period_start", kept[0]))
    end = _DAY.validate_python(changes.get("period_end", kept[1]))
    if start is None and end is None:
        return None
    if start is not None and end is not None and end < start:
        raise BadCorrection(gettext_noop("The period ends before it begins."))
    return Period(start, end, before.text if before is not None else "")


def _demand_order(low: Decimal | None, high: Decimal | None) -> None:
    finite = all(bound is None or bound.is_finite() for bound in (low, high))
    if not finite or (low is not None and high is not None and high < low):
        raise BadCorrection(
            gettext_noop("The upper bound lies below the lower one, or is no number.")
        )
