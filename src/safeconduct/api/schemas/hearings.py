"""Hearings, and the last questions before a departure."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field, StringConstraints

from safeconduct.api.schemas.base import Given, Truth
from safeconduct.hearing.queries import Heard
from safeconduct.ledger import base45

if TYPE_CHECKING:
    from safeconduct.hearing.models import Hearing, Reconfirmation
    from safeconduct.journal.receipts import Standing

_LONGEST_WORDS = 20_000


class Safeguards(Given):
    """How the hearing was held; what is not named is unknown."""

    private: Truth = "U"
    interpreter_independent: Truth = "U"
    understood: Truth = "U"
    informed: Truth = "U"
    counsel_offered: Truth = "U"
    recorded: Truth = "U"
    inducement: Truth = "U"
    coercion: Truth = "U"
    family_pressure: Truth = "U"


class HearingIn(Given):
    """An interview as the hearing officer took it down."""

    held_at: AwareDatetime = Field(
        description="When it took place, with its time zone.",
        examples=["2026-03-01T09:30:00Z"],
    )
    language: str = Field(
        min_length=2,
        max_length=8,
        description="What he spoke, as an ISO 639 code.",
        examples=["ko"],
    )
    wish: Annotated[
        str,
        StringConstraints(
            pattern=r"^(never_asked|undecided|refuses|stay|return"
            r"|(return|refuge):[A-Z]{2})$"
        ),
    ] = Field(description="What he wants.", examples=["refuge:KR"])
    words: str = Field(
        min_length=1,
        max_length=_LONGEST_WORDS,
        description="His wish in his own words and language. Sealed.",
        examples=["집으로 돌아가고 싶지 않습니다."],
    )
    safeguards: Safeguards = Field(
        default=Safeguards(), examples=[{"private": "T", "coercion": "F"}]
    )


class HearingRecorded(Schema):
    """A hearing that was recorded just now."""

    id: UUID
    held_at: datetime
    language: str
    wish: str

    @staticmethod
    def of(hearing: "Hearing") -> "HearingRecorded":
        """Show the hearing without his words."""
        return HearingRecorded(
            id=hearing.pk,
            held_at=hearing.held_at,
            language=hearing.language,
            wish=hearing.wish,
        )


class HearingOut(Schema):
    """A hearing, with whether it counts by the law of today."""

    id: UUID
    held_at: datetime
    language: str = Field(examples=["ko"])
    wish: str = Field(examples=["refuge:KR"])
    words: str
    officer: str
    safeguards: dict[str, Truth]
    valid: Truth = Field(description="Computed from the safeguards, never stored.")

    @staticmethod
    def of(heard: Heard, *, valid: bool | None) -> "HearingOut":
        """Show a hearing; a validity of `None` is unknown."""
        truths: dict[bool | None, Truth] = {True: "T", False: "F", None: "U"}
        return HearingOut.model_validate(
            {
                "id": heard.id,
                "held_at": heard.held_at,
                "language": heard.language,
                "wish": heard.wish,
                "words": heard.words,
                "officer": heard.officer,
                "safeguards": heard.safeguards,
                "valid": truths[valid],
            }
        )


class AskedIn(Given):
    """What he answered when he was asked once more."""

    stage: Literal["camp", "border"] = Field(
        description="Before he leaves the camp, or at the crossing."
    )
    answer: Literal["yes", "no", "delay"]


class AskedOut(Schema):
    """An answer to the last question."""

    id: UUID
    hearing: UUID = Field(description="The hearing whose wish was confirmed.")
    stage: str = Field(examples=["camp"])
    answer: str = Field(examples=["yes"])
    asked_at: datetime

    @staticmethod
    def of(asked: "Reconfirmation") -> "AskedOut":
        """Show an answer."""
        return AskedOut(
            id=asked.pk,
            hearing=asked.hearing_id,
            stage=asked.stage,
            answer=asked.answer,
            asked_at=asked.asked_at,
        )


class ReceiptOut(Schema):
    """What a slip carries: never the wish, never a salt."""

    index: int = Field(description="Place of the interview's entry in the public log.")
    locator: str = Field(description="Text of code 1, in base45 (RFC 9285).")
    proof: str | None = Field(
        description="Text of code 2, in base45; null until a cosigned checkpoint covers"
        " the entry. The locator can be exchanged for it later."
    )

    @staticmethod
    def of(standing: "Standing") -> "ReceiptOut":
        """Show how far a receipt is."""
        proof = standing.receipt
        return ReceiptOut(
            index=standing.locator.index,
            locator=base45.encode(standing.locator.to_bytes()),
            proof=base45.encode(proof.to_bytes()) if proof is not None else None,
        )
