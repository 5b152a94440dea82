"""Cases: the capture card, custody, identity, and the case as a whole."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import (
    AuthorityOut,
    FactName,
    Facts,
    Given,
    Prose,
    State,
    Truth,
)
from safeconduct.api.schemas.claims import ClaimOut
from safeconduct.api.schemas.determinations import Newest
from safeconduct.api.schemas.facts import StatementOut
from safeconduct.api.schemas.hearings import AskedOut, HearingOut
from safeconduct.journal.queries import Event
from safeconduct.register.cards import Claim

if TYPE_CHECKING:
    from safeconduct.register.models import CustodyEvent, IdentityClaim, Person

IdentityKind = Literal[
    "name",
    "birth",
    "nationality",
    "paper",
    "rank",
    "number",
    "unit",
    "post",
    "father",
    "capture",
    "home",
    "wound",
]
Source = Literal[
    "stated",
    "card_genuine",
    "card_disputed",
    "comrade",
    "biometric",
    "family",
    "receiving_state",
    "report",
]
Precision = Literal["day", "month", "year", "age_at", "lunar"]


class IdentityIn(Given):
    """One thing said about who he is; it stands beside the others."""

    kind: IdentityKind
    source: Source
    text: str = Field(
        min_length=1,
        max_length=200,
        description="What was said, in its own script; a date of birth as 2003,"
        " 2003-05 or 2003-05-17.",
        examples=["홍길동"],
    )
    precision: Precision | None = Field(
        default=None, description="Of a date of birth only."
    )
    genuine: Truth | None = Field(default=None, description="Of a paper only.")
    issuer: str = Field(
        default="", max_length=60, description="Of a paper only: who issued it."
    )

    def claim(self) -> Claim:
        """Take it as the register does."""
        return Claim(
            kind=self.kind,
            source=self.source,
            text=self.text,
            precision=self.precision,
            genuine=self.genuine,
            issuer=self.issuer,
        )


class CardIn(Given):
    """What is known when a person enters the register (GC III Arts 17, 70)."""

    holder: UUID = Field(description="The authority that holds him now.")
    claims: list[IdentityIn] = Field(
        min_length=1, max_length=100, description="At least his name, as he gives it."
    )
    powers: list[State] = Field(
        default=[],
        max_length=20,
        description="The Powers he depends on; empty while unknown.",
        examples=[["KP"]],
    )
    taken_on: date = Field(description="The day he was captured.")
    facts: Facts = Field(default={}, max_length=100)
    source: Prose = Field(default="capture card", description="Where it comes from.")


class CaseRow(Schema):
    """A case, without anything about whom it concerns."""

    number: str = Field(examples=["SC-4K7M-2QX"])
    status: str = Field(examples=["held"])
    status_label: str = Field(examples=["in custody"])
    holder: AuthorityOut
    opened: datetime
    erased: datetime | None = Field(
        default=None, description="When his key was destroyed; all else answers 410."
    )

    @staticmethod
    def of(person: "Person", *, erased: datetime | None = None) -> "CaseRow":
        """Show a case in a list."""
        return CaseRow(
            number=person.case_number,
            status=person.status,
            status_label=person.get_status_display(),
            holder=AuthorityOut.of(person.holder),
            opened=person.opened,
            erased=erased,
        )


class Cases(Schema):
    """One page of the cases the caller may read, newest first."""

    items: list[CaseRow]
    count: int = Field(description="How many there are in all.", examples=[1])
    page: int = Field(examples=[1])
    pages: int = Field(examples=[1])


class CustodyOut(Schema):
    """Something that happened to his custody."""

    kind: str = Field(examples=["captured"])
    kind_label: str = Field(examples=["captured"])
    day: date
    holder: str | None = Field(examples=["Camp West"])

    @staticmethod
    def of(event: "CustodyEvent") -> "CustodyOut":
        """Show what happened."""
        return CustodyOut(
            kind=event.kind,
            kind_label=event.get_kind_display(),
            day=event.day,
            holder=event.holder.name if event.holder is not None else None,
        )


class Case(CaseRow):
    """A case as it stands. Who he is stays in the vault."""

    limited: bool = Field(
        default=False,
        description="True: the caller's role sees registration, custody and health,"
        " and neither wish nor ways out.",
    )
    determination: Newest | None = Field(
        default=None, description="The newest one, if any."
    )
    hearings: list[HearingOut] = Field(default=[], description="Newest first.")
    confirmations: list[AskedOut] = Field(default=[], description="Newest first.")
    claims: list[ClaimOut] = Field(default=[], description="Newest first.")
    facts: list[StatementOut] = Field(description="Those in force, about him alone.")
    custody: list[CustodyOut] = Field(description="Oldest first.")


class IdentityOut(Schema):
    """An identity claim that was put beside the others; what it says is sealed."""

    id: UUID
    kind: str = Field(examples=["name"])
    source: str = Field(examples=["stated"])

    @staticmethod
    def of(claim: "IdentityClaim") -> "IdentityOut":
        """Show that the claim is kept."""
        return IdentityOut(id=claim.pk, kind=claim.kind, source=claim.source)


class VaultIn(Given):
    """Why the caller needs to know who he is; the person can be told of it."""

    reason: Prose = Field(examples=["Preparing the hearing of 3 March."])


class Opened(Schema):
    """One identity claim, opened."""

    kind: str = Field(examples=["name"])
    source: str = Field(examples=["stated"])
    text: str = Field(examples=["홍길동"])
    script: str = Field(description="ISO 15924.", examples=["Hang"])
    precision: str | None
    genuine: str | None
    issuer: str

    @staticmethod
    def of(claim: Claim) -> "Opened":
        """Show what was said."""
        return Opened(
            kind=claim.kind,
            source=claim.source,
            text=claim.text,
            script=claim.script,
            precision=claim.precision,
            genuine=claim.genuine,
            issuer=claim.issuer,
        )


class MoveIn(Given):
    """Where he was taken, and when."""

    to: UUID = Field(description="The camp that holds him from this day.")
    day: date


class EventOut(Schema):
    """One act on the case, as the log keeps it."""

    id: UUID
    kind: str = Field(examples=["hearing.recorded"])
    at: datetime
    actor: str
    authority: str = Field(examples=["Camp West"])
    purpose: str = Field(examples=["hearing"])
    index: int | None = Field(
        description="Its place in the log; null until it has one."
    )
    details: dict[str, Any]

    @staticmethod
    def of(event: Event) -> "EventOut":
        """Show an act."""
        return EventOut(
            id=event.id,
            kind=event.kind,
            at=event.at,
            actor=event.actor,
            authority=event.authority,
            purpose=event.purpose,
            index=event.index,
            details=event.details,
        )


class OpeningIn(Given):
    """Which fields of an entry are opened, and for whom."""

    fields: list[FactName] = Field(
        min_length=1, max_length=16, examples=[["act", "at"]]
    )
    recipient: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=3, max_length=200)
    ] = Field(examples=["Counsel of the prisoner"])


class OpeningOut(Schema):
    """An opened entry: a file that is checked by `ledger open --verify`."""

    format: str = Field(examples=["safeconduct-opening/1"])
    origin: str = Field(examples=["ledger.example/log1"])
    index: int = Field(description="Its place in the log, from 0.")
    commitment: str = Field(description="The public entry in hexadecimal.")
    openings: list[str] = Field(description="One for each field, in base64.")
    proof: str = Field(description="That it is in the log (C2SP tlog-proof).")
