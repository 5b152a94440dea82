"""Open reports and the passages somebody relies on."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Given
from safeconduct.reports.queries import Quoted, Report
from safeconduct.reports.reading import Number, Span

if TYPE_CHECKING:
    from safeconduct.reports.models import Passage, Publication


class Imported(Schema):
    """A report that was taken in just now."""

    id: UUID
    published: date | None
    imported: datetime

    @staticmethod
    def of(publication: "Publication") -> "Imported":
        """Show that the report is kept."""
        return Imported(
            id=publication.pk,
            published=publication.published,
            imported=publication.imported,
        )


class ReportRow(Schema):
    """A report in a list."""

    id: UUID
    title: str = Field(examples=["Report on detention, spring 2026"])
    publisher: str | None = Field(examples=["An Invented Institute"])
    language: str | None = Field(examples=["en"])
    published: date | None
    imported: datetime

    @staticmethod
    def of(report: Report) -> "ReportRow":
        """Show a report without its text."""
        return ReportRow(
            id=report.id,
            title=report.title,
            publisher=report.reading.publisher,
            language=report.reading.language,
            published=report.reading.published,
            imported=report.imported,
        )


class SpanOut(Schema):
    """Some characters of the text, end exclusive, and what they are."""

    start: int
    end: int
    kind: str
    text: str

    @staticmethod
    def of(span: Span) -> "SpanOut":
        """Show a span."""
        return SpanOut(start=span.start, end=span.end, kind=span.kind, text=span.text)


class FigureOut(Schema):
    """A figure as the text gives it; bounds are decimal numbers written out."""

    start: int
    end: int
    text: str = Field(examples=["some 120 prisoners"])
    role: str
    low: str | None = Field(examples=["120"])
    high: str | None = Field(examples=["120"])
    approx: bool
    unit: str | None
    attribution: list[str]
    certainty: str

    @staticmethod
    def of(number: Number) -> "FigureOut":
        """Show a figure."""
        return FigureOut(
            start=number.start,
            end=number.end,
            text=number.text,
            role=number.role,
            low=number.low,
            high=number.high,
            approx=number.approx,
            unit=number.unit,
            attribution=list(number.attribution),
            certainty=number.certainty,
        )


class ReportOut(ReportRow):
    """A report as it was read. Offsets count characters of `text`."""

    sha256: str = Field(description="Of the original file.")
    text: str
    figures: list[FigureOut]
    details: list[SpanOut] = Field(description="What could tell who somebody is.")

    @staticmethod
    def whole(report: Report) -> "ReportOut":
        """Show a report with its text."""
        return ReportOut(
            **ReportRow.of(report).model_dump(),
            sha256=report.reading.sha256,
            text=report.text,
            figures=[FigureOut.of(figure) for figure in report.reading.figures],
            details=[SpanOut.of(detail) for detail in report.reading.details],
        )


class QuoteIn(Given):
    """The words a finding is to rest on."""

    start: int = Field(ge=0, le=2**31 - 1, description="The first character.")
    end: int = Field(ge=1, le=2**31 - 1, description="One past the last.")


class PassageMarked(Schema):
    """A passage that was marked just now."""

    id: UUID
    report: UUID
    start: int
    end: int

    @staticmethod
    def of(passage: "Passage") -> "PassageMarked":
        """Show where the passage stands."""
        return PassageMarked(
            id=passage.pk,
            report=passage.publication_id,
            start=passage.start,
            end=passage.end,
        )


class PassageOut(PassageMarked):
    """A marked passage with its words."""

    text: str

    @staticmethod
    def whole(quoted: Quoted) -> "PassageOut":
        """Show a passage."""
        return PassageOut(
            id=quoted.id,
            report=quoted.publication,
            start=quoted.start,
            end=quoted.end,
            text=quoted.text,
        )
