"""Departure lists, the lines on them, and arrivals."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Given, Prose, State

if TYPE_CHECKING:
    from safeconduct.departure.models import DepartureLine, DepartureList

Kind = Literal["R1", "R2", "X", "T"]


class ListIn(Given):
    """A departure of one kind to one State on one day."""

    option: Kind = Field(
        description="R1 return during hostilities, R2 return after them, X exchange,"
        " T transfer to a receiving State."
    )
    towards: State
    planned: date
    receiver: UUID | None = Field(
        default=None, description="Of a transfer: the mission that will receive them."
    )


class LineIn(Given):
    """Whom to put on the list."""

    case: str = Field(max_length=40, examples=["SC-4K7M-2QX"])


class StopIn(Given):
    """Why he is taken off the list."""

    reason: Prose = Field(examples=["He asked for more time."])


class ListRow(Schema):
    """A departure list."""

    id: UUID
    option: str = Field(examples=["T"])
    option_label: str = Field(examples=["transfer to a receiving State"])
    towards: str = Field(examples=["KR"])
    planned: date
    receiver: UUID | None
    opened: datetime

    @staticmethod
    def of(departure: "DepartureList") -> "ListRow":
        """Show a list."""
        return ListRow(
            id=departure.pk,
            option=departure.option,
            option_label=departure.get_option_display(),
            towards=departure.towards,
            planned=departure.planned,
            receiver=departure.receiver_id,
            opened=departure.opened,
        )


class LineOut(Schema):
    """One person on a list, and how far he has come."""

    id: UUID
    list: UUID
    case: str = Field(examples=["SC-4K7M-2QX"])
    determination: UUID = Field(description="What it rests on.")
    status: str = Field(examples=["listed"])
    status_label: str = Field(examples=["listed"])
    listed_at: datetime
    approved_at: datetime | None
    handed_over_at: datetime | None
    received_at: datetime | None

    @staticmethod
    def of(line: "DepartureLine") -> "LineOut":
        """Show a line to the house."""
        return LineOut(
            id=line.pk,
            list=line.list_id,
            case=line.person.case_number,
            determination=line.determination_id,
            status=line.status,
            status_label=line.get_status_display(),
            listed_at=line.listed_at,
            approved_at=line.approved_at,
            handed_over_at=line.handed_over_at,
            received_at=line.received_at,
        )


class ListOut(ListRow):
    """A list with the persons on it whose cases the caller may read."""

    lines: list[LineOut]


class Arrival(Schema):
    """One person as his receiving mission knows him: by the referral."""

    id: UUID
    list: UUID
    reference: str | None = Field(examples=["RF-8T2N-4WC"])
    planned: date
    status: str = Field(examples=["handed_over"])
    status_label: str = Field(examples=["handed over"])
    handed_over_at: datetime | None
    received_at: datetime | None

    @staticmethod
    def of(line: "DepartureLine", reference: str | None) -> "Arrival":
        """Show a line to the mission."""
        return Arrival(
            id=line.pk,
            list=line.list_id,
            reference=reference,
            planned=line.list.planned,
            status=line.status,
            status_label=line.get_status_display(),
            handed_over_at=line.handed_over_at,
            received_at=line.received_at,
        )
