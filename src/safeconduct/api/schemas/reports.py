"""Open reports, what was found in them, and the passages somebody relies on."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import Given
from safeconduct.reports import found
from safeconduct.reports.desk import Entry, Full, Judged
from safeconduct.reports.queries import Quoted, Report
from safeconduct.reports.reading import Span
from safeconduct.reports.topics import Topic
from safeconduct.text import Figure

if TYPE_CHECKING:
    from safeconduct.reports.actions import Batch
    from safeconduct.reports.models import Decision, Passage, Publication


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


class RefusedOut(Schema):
    """A document that was not taken in."""

    name: str = Field(
        description="Its place in what was sent.", examples=["feed.xml#3"]
    )
    why: str
    report: UUID | None = Field(description="Where it is already.")


class BatchOut(Schema):
    """What became of the documents that were sent."""

    taken: list[Imported]
    refused: list[RefusedOut]

    @staticmethod
    def of(batch: "Batch") -> "BatchOut":
        """Show what was taken in and what was not."""
        return BatchOut(
            taken=[Imported.of(publication) for publication in batch.taken],
            refused=[
                RefusedOut(name=one.name, why=str(one.why), report=one.publication)
                for one in batch.refused
            ],
        )


class Compared(Schema):
    """What a comparison came to."""

    proposed: int = Field(description="Items that were not known before.")


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
    kind: str = Field(examples=["quantity"])
    role: str
    low: str | None = Field(description="None is unbounded.", examples=["120"])
    high: str | None = Field(description="None is unbounded.", examples=["120"])
    low_open: bool = Field(description="The bound itself is not meant: more than.")
    high_open: bool
    approx: bool
    additional: bool = Field(description="On top of something.")
    unit: str | None
    currency: str | None
    base: str | None = Field(description="Of a share: the role of the whole.")
    place: str | None
    period: tuple[date | None, date | None] | None
    attribution: list[str]
    certainty: str

    @staticmethod
    def of(figure: Figure) -> "FigureOut":
        """Show a figure."""
        period = figure.period
        return FigureOut(
            start=figure.start,
            end=figure.end,
            text=figure.text,
            kind=figure.kind,
            role=figure.role,
            low=_plain(figure.low),
            high=_plain(figure.high),
            low_open=figure.low_open,
            high_open=figure.high_open,
            approx=figure.approx,
            additional=figure.additional,
            unit=figure.unit,
            currency=figure.currency,
            base=figure.base,
            place=figure.place,
            period=None if period is None else (period.start, period.end),
            attribution=[speaker.who for speaker in figure.attribution],
            certainty=figure.certainty,
        )


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number, "f")


class ReportOut(ReportRow):
    """A report as it was read. Offsets count characters of `text`."""

    sha256: str = Field(description="Of the original file.")
    address: str | None = Field(description="Where it stood.")
    declared_sources: list[str]
    text: str
    figures: list[FigureOut]
    details: list[SpanOut] = Field(description="What could tell who somebody is.")

    @staticmethod
    def whole(report: Report) -> "ReportOut":
        """Show a report with its text."""
        return ReportOut(
            **ReportRow.of(report).model_dump(),
            sha256=report.reading.sha256,
            address=report.reading.page.address,
            declared_sources=list(report.reading.declared_sources),
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
    item: UUID = Field(description="What two analysts accept before it is evidence.")
    report: UUID
    start: int
    end: int

    @staticmethod
    def of(passage: "Passage") -> "PassageMarked":
        """Show where the passage stands."""
        return PassageMarked(
            id=passage.pk,
            item=passage.item_id,
            report=passage.publication_id,
            start=passage.start,
            end=passage.end,
        )


class PassageOut(PassageMarked):
    """A marked passage with its words."""

    text: str
    state: str = Field(examples=["accepted"])
    is_evidence: bool = Field(description="Two analysts have accepted it.")

    @staticmethod
    def whole(quoted: Quoted) -> "PassageOut":
        """Show a passage."""
        return PassageOut(
            id=quoted.id,
            item=quoted.item,
            report=quoted.publication,
            start=quoted.start,
            end=quoted.end,
            text=quoted.text,
            state=quoted.state,
            is_evidence=quoted.is_evidence,
        )


class ItemRow(Schema):
    """Something found in a report, and what analysts have said of it."""

    id: UUID
    kind: str = Field(examples=["figure"])
    report: UUID
    other: UUID | None = Field(
        description="Of lineage the parent; of a disagreement the second report."
    )
    relation: str = Field(examples=["copy"])
    start: int
    end: int
    state: str = Field(examples=["proposed"])
    seconded: bool
    decisions: int = Field(description="How many there are; give it back as `seen`.")

    @staticmethod
    def of(entry: Entry) -> "ItemRow":
        """Show an item in a list."""
        return ItemRow(
            id=entry.id,
            kind=entry.kind,
            report=entry.publication,
            other=entry.other,
            relation=entry.relation,
            start=entry.start,
            end=entry.end,
            state=entry.state,
            seconded=entry.is_seconded,
            decisions=entry.decisions_made,
        )


class StatementOut(Schema):
    """One of the statements compared."""

    report: UUID
    start: int
    end: int
    text: str


class DisagreementOut(Schema):
    """How statements on one topic stand to each other."""

    aspect: str
    topic: str
    statements: list[StatementOut]
    why: str
    reconcilers: list[str]
    support: int = Field(description="Independent sources; a family counts once.")


class LineageOut(Schema):
    """What a report comes from."""

    outlet: str | None = Field(description="A source whose text is not here.")
    declared: bool
    why: str
    score: float


class DecisionOut(Schema):
    """What one analyst said."""

    verdict: str
    seconds: bool
    reason: str
    correction: dict[str, Any] | None
    officer: str
    at: datetime

    @staticmethod
    def of(judged: Judged) -> "DecisionOut":
        """Show a decision."""
        return DecisionOut(
            verdict=judged.verdict,
            seconds=judged.seconds,
            reason=judged.reason,
            correction=judged.correction,
            officer=judged.officer,
            at=judged.at,
        )


class ItemOut(ItemRow):
    """An item as it stands, with all that was said of it."""

    figure: FigureOut | None = None
    lineage: LineageOut | None = None
    disagreement: DisagreementOut | None = None
    said: list[DecisionOut]

    @staticmethod
    def whole(full: Full) -> "ItemOut":
        """Show an item."""
        return ItemOut(
            **ItemRow.of(full).model_dump(),
            **_reading(full.found),
            said=[DecisionOut.of(one) for one in full.decisions],
        )


def _reading(what: found.Found) -> dict[str, Any]:
    match what:
        case found.FoundFigure():
            return {"figure": FigureOut.of(what.figure)}
        case found.FoundEdge():
            declared = what.status == "declared"
            return {
                "lineage": LineageOut(
                    outlet=what.outlet,
                    declared=declared,
                    why=str(what.why),
                    score=what.score,
                )
            }
        case found.FoundDisagreement():
            return {"disagreement": _disagreement(what)}
        case _:
            return {}


def _disagreement(what: found.FoundDisagreement) -> DisagreementOut:
    return DisagreementOut(
        aspect=what.aspect,
        topic=what.topic,
        statements=[
            StatementOut(report=s.publication, start=s.start, end=s.end, text=s.text)
            for s in what.statements
        ],
        why=" ".join(map(str, what.reasons)),
        reconcilers=[str(sentence) for sentence in what.reconcilers],
        support=what.support,
    )


Said = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]


class DecideIn(Given):
    """What an analyst says of an item."""

    verdict: Literal["accept", "correct", "refuse"]
    reason: Said = Field(default="", description="Needed to correct and to refuse.")
    correction: dict[str, str | bool | None] | None = Field(
        default=None,
        description="With `correct`: the fields that are wrong and what is right.",
        examples=[{"low": "300", "low_open": True}],
    )
    harmless: bool = Field(
        default=False,
        description="The sentence gives nobody away and may be exported.",
    )
    seen: int = Field(ge=0, le=2**15 - 1, description="How many decisions you saw.")


class DecisionMade(Schema):
    """A decision that was made just now."""

    item: UUID
    number: int
    verdict: str
    seconds: bool

    @staticmethod
    def of(row: "Decision") -> "DecisionMade":
        """Show that it stands."""
        return DecisionMade(
            item=row.item_id,
            number=row.number,
            verdict=row.verdict,
            seconds=row.seconds,
        )


class FamilyOut(Schema):
    """Reports that count as one source."""

    reports: list[UUID]


class TopicOut(Schema):
    """What the reports say on one topic."""

    name: str = Field(examples=["captured"])
    role: str
    unit: str | None
    figures: int
    sources: int = Field(description="Families of reports that name one.")

    @staticmethod
    def of(topic: Topic) -> "TopicOut":
        """Show a topic without its figures."""
        return TopicOut(
            name=topic.name,
            role=topic.role,
            unit=topic.unit,
            figures=len(topic.points),
            sources=topic.sources,
        )


class ExampleOut(Schema):
    """A sentence, what the reader made of a figure in it, and what is right."""

    language: str | None
    text: str = Field(description="Telling details are masked, places stay.")
    start: int
    end: int
    read: dict[str, str | bool | None]
    right: dict[str, str | bool | None] | None = Field(
        description="None where it is no figure."
    )
