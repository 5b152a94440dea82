"""What the law answered, and who signed for it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Given, Prose
from safeconduct.determination.queries import Made

if TYPE_CHECKING:
    from safeconduct.determination.models import Determination


class DetermineIn(Given):
    """The officer's own reasons; a computed answer alone is no decision."""

    reasons: Prose = Field(
        description="Sealed.",
        examples=["He was heard in private and fears punishment on return."],
    )


class Results(Schema):
    """A determination in short: one word for each option."""

    id: UUID
    at: datetime
    law_day: date
    results: dict[str, str] = Field(
        description="By option (R1, R2, X, T, A, I, P, N): permitted, not_yet, barred"
        " or not_applicable.",
        examples=[{"R1": "barred", "X": "barred", "T": "not_yet", "I": "permitted"}],
    )
    reviewed: datetime | None = Field(description="When a second officer signed.")

    @staticmethod
    def of(made: "Determination") -> "Results":
        """Show a determination in short."""
        return Results(
            id=made.pk,
            at=made.at,
            law_day=made.law_day,
            results={name: there["result"] for name, there in made.answers.items()},
            reviewed=made.reviewed,
        )


class DeterminationOut(Schema):
    """A determination with everything needed to question it or to replay it."""

    id: UUID
    at: datetime
    law: str = Field(description="SHA-256 of the law that was applied.")
    facts_hash: str = Field(description="SHA-256 over the canonical JSON of `facts`.")
    facts: dict[str, Any] = Field(description="What was known, as the law was asked.")
    answers: dict[str, Any] = Field(
        description="By option: result, duty, norms, missing facts, and the same for"
        " each State it could lead to.",
    )
    explanation: dict[str, Any] = Field(
        description="By option and State: the norms that decide or could, what each"
        " says, the facts it rests on, and what beat it.",
    )
    reasons: str
    officer: str
    reviewer: str | None
    reviewed: datetime | None
    outdated: list[str] = Field(
        description="What has changed since; empty while it holds."
    )

    @staticmethod
    def of(made: Made) -> "DeterminationOut":
        """Show a determination whole."""
        return DeterminationOut(
            id=made.id,
            at=made.at,
            law=made.law_hash,
            facts_hash=made.facts_hash,
            facts=made.facts,
            answers=made.answers,
            explanation=made.explanation,
            reasons=made.reasons,
            officer=made.officer,
            reviewer=made.reviewer,
            reviewed=made.reviewed,
            outdated=made.outdated,
        )


class Newest(Results):
    """The newest determination of a case, and whether it still holds."""

    outdated: list[str] = Field(
        description="What has changed since; empty while it holds."
    )

    @staticmethod
    def still(made: "Determination", *, outdated: Sequence[str]) -> "Newest":
        """Show a determination in short, with what has changed since."""
        return Newest(**Results.of(made).model_dump(), outdated=list(outdated))
