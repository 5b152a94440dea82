"""Who a report may give away, and what is done about it."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import MOST_CHARACTERS, Given
from safeconduct.exposure.actions import SHORTEST_REASON
from safeconduct.exposure.queries import Happened, Letter, Row, Seen
from safeconduct.reports.queries import Report

Reason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=SHORTEST_REASON, max_length=MOST_CHARACTERS
    ),
    Field(
        description="Sealed with his key.",
        examples=["Name, age and wound stand in one sentence; nobody else fits."],
    ),
]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Language = Literal["en", "ko", "uk", "ru"]
Class = Literal["direct", "quasi", "wish"]


class JudgeIn(Given):
    """Whether a report gives somebody away, and why."""

    answer: Literal["confirmed", "refused"]
    reason: Reason
    address: Line = Field("", description="Where the report stands, if confirmed.")


class OutsideIn(Given):
    """A publication that is not among the reports."""

    publisher: Line = Field(examples=["An Invented Channel"])
    title: Line = ""
    address: Line = ""
    language: Language
    published: date | None = None
    classes: list[Class] = Field(min_length=1, max_length=3)
    k: int = Field(
        ge=1, le=1_000_000, description="How many people it may be about, at most."
    )
    quotes: list[Line] = Field([], max_length=50, description="Word for word.")
    reason: Reason


class LetterIn(Given):
    """What a letter to the publisher says."""

    to: Line = Field(min_length=1)
    reply_to: Line = Field(min_length=1)
    language: Language
    quotes: list[Annotated[str, StringConstraints(max_length=1000)]] = Field(
        min_length=1, max_length=50, description="Word for word as it was printed."
    )


class AnswerIn(Given):
    """What a publisher did."""

    answer: Literal["taken_down", "changed", "refused", "none"]
    note: Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)] = ""


class FamilyIn(Given):
    """Whether his family was warned."""

    done: bool
    words: Reason


class CloseIn(Given):
    """How an incident ended."""

    reason: Reason


class ScanOut(Schema):
    """A report was searched."""

    report: UUID
    found: int = Field(description="How many persons it may give away.")
    at: datetime


class ExposureRow(Schema):
    """A sighting or an incident in a list, the most dangerous first."""

    id: UUID
    case: str = Field(examples=["SC-4K7M-2QX"])
    k: int = Field(description="How many people it may be about.")
    classes: list[Class]
    state: str
    round: int
    is_determined: bool = Field(
        description="Of an incident: his ways out were determined again since."
    )
    at: datetime

    @staticmethod
    def of(row: Row) -> "ExposureRow":
        """Show a row."""
        return ExposureRow.model_validate(
            {
                "id": row.id,
                "case": row.case_number,
                "k": row.k,
                "classes": row.classes,
                "state": row.state,
                "round": row.round,
                "is_determined": row.is_determined,
                "at": row.at,
            }
        )


class FoundOut(Schema):
    """Some characters of the report's text, end exclusive, and what they tell."""

    start: int
    end: int
    kind: Class
    field: str = Field(examples=["age"])


class JudgementOut(Schema):
    """What an officer said of a sighting."""

    answer: str
    reason: str
    officer: str
    at: datetime
    round: int


class SightingOut(Schema):
    """A sighting: a case number and places in a text, and no identity."""

    id: UUID
    report: UUID
    case: str
    round: int
    state: str
    k: int
    k_without: dict[str, int] = Field(description="k without each detail.")
    classes: list[Class]
    spans: list[FoundOut]
    judgements: list[JudgementOut]
    incident: UUID | None
    at: datetime

    @staticmethod
    def of(seen: Seen) -> "SightingOut":
        """Show a sighting."""
        return SightingOut.model_validate(
            {
                "id": seen.id,
                "report": seen.publication,
                "case": seen.case_number,
                "round": seen.round,
                "state": seen.state,
                "k": seen.k,
                "k_without": dict(seen.k_without),
                "classes": seen.classes,
                "spans": [FoundOut.model_validate(one) for one in seen.spans],
                "judgements": [JudgementOut.model_validate(x) for x in seen.judgements],
                "incident": seen.incident,
                "at": seen.at,
            }
        )


class WordsOut(Schema):
    """What the spans of a sighting say."""

    text: str
    start: int
    end: int

    @staticmethod
    def all_of(seen: Seen, report: Report) -> "list[WordsOut]":
        """Show the words of every span."""
        return [
            WordsOut(
                text=report.text[one.start : one.end], start=one.start, end=one.end
            )
            for one in seen.spans
        ]


class JudgedOut(Schema):
    """A sighting was judged; an incident begins if it was confirmed."""

    answer: Literal["confirmed", "refused"]
    incident: UUID | None


class LetterOut(Schema):
    """A letter, and what came of it."""

    id: UUID
    language: Language
    to: str
    quotes: list[str]
    officer: str
    service: str
    at: datetime
    answer: str = Field(description="Empty as long as there is none.")
    answered: datetime | None
    note: str

    @staticmethod
    def of(one: Letter) -> "LetterOut":
        """Show a letter."""
        return LetterOut.model_validate(one)


class WarningOut(Schema):
    """His family was warned, or why not."""

    done: bool
    words: str
    officer: str
    at: datetime


class IncidentOut(Schema):
    """An incident with all that was done."""

    id: UUID
    case: str
    report: UUID | None
    sighting: UUID | None
    publisher: str
    title: str
    address: str
    language: Language
    published: date | None
    k: int
    classes: list[Class]
    reason: str
    status: Literal["open", "asked", "answered", "closed"]
    officer: str
    at: datetime
    is_determined: bool
    letters: list[LetterOut]
    warnings: list[WarningOut]
    ended: datetime | None
    end_reason: str

    @staticmethod
    def of(found: Happened) -> "IncidentOut":
        """Show an incident."""
        return IncidentOut(
            id=found.id,
            case=found.case_number,
            report=found.publication,
            sighting=found.sighting,
            publisher=found.publisher,
            title=found.title,
            address=found.address,
            language=found.language,  # type: ignore[arg-type]  # the model's choices
            published=found.published,
            k=found.k,
            classes=list(found.classes),  # type: ignore[arg-type]
            reason=found.reason,
            status=found.status,  # type: ignore[arg-type]
            officer=found.officer,
            at=found.at,
            is_determined=found.is_determined,
            letters=[LetterOut.of(one) for one in found.letters],
            warnings=[WarningOut.model_validate(one) for one in found.warnings],
            ended=found.ended,
            end_reason=found.end_reason,
        )
