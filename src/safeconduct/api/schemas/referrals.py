"""Referrals: what a receiving State is told, asks and answers."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Given, Prose
from safeconduct.api.schemas.cases import IdentityKind
from safeconduct.referral.queries import Opened

if TYPE_CHECKING:
    from safeconduct.referral.models import Referral


class OfferIn(Given):
    """To whom he is offered, and what he lets us disclose."""

    mission: UUID = Field(description="The mission of the State he asked for.")
    disclose: list[IdentityKind] = Field(
        max_length=20,
        description="Kinds of identity claims that go into the dossier.",
        examples=[["name", "birth"]],
    )
    consents: bool = Field(description="He agreed to exactly this, in private.")


class MessageIn(Given):
    """A question of the mission, or our answer."""

    text: Prose = Field(examples=["Does he have relatives in our country?"])


class ReferralRow(Schema):
    """A referral in a list."""

    reference: str = Field(examples=["RF-8T2N-4WC"])
    mission: str = Field(examples=["Embassy of the Republic of Korea"])
    state: str = Field(examples=["KR"])
    status: str = Field(examples=["offered"])
    status_label: str = Field(examples=["offered"])
    offered: datetime

    @staticmethod
    def of(referral: "Referral") -> "ReferralRow":
        """Show a referral without its dossier."""
        return ReferralRow(
            reference=referral.reference,
            mission=referral.mission.name,
            state=referral.mission.state,
            status=referral.status,
            status_label=referral.get_status_display(),
            offered=referral.offered,
        )


class Disclosed(Schema):
    """One identity claim in the dossier."""

    kind: str = Field(examples=["name"])
    text: str = Field(examples=["홍길동"])
    source: str = Field(examples=["stated"])


class MessageOut(Schema):
    """One message of the conversation."""

    from_mission: bool
    text: str
    at: datetime


class ReferralOut(ReferralRow):
    """A referral as either side reads it. It carries no case number."""

    dossier: list[Disclosed]
    messages: list[MessageOut] = Field(description="Oldest first.")

    @staticmethod
    def whole(opened: Opened) -> "ReferralOut":
        """Show a referral with its dossier and messages."""
        return ReferralOut(
            reference=opened.reference,
            mission=opened.mission,
            state=opened.state,
            status=opened.status,
            status_label=opened.status_label,
            offered=opened.offered,
            dossier=[Disclosed(**item) for item in opened.dossier],
            messages=[
                MessageOut(from_mission=m.from_mission, text=m.text, at=m.at)
                for m in opened.messages
            ],
        )
