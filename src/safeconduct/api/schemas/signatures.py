"""What officers sign beside the law: closures, openings, decided answers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AwareDatetime, Field, StringConstraints

from safeconduct.api.schemas.base import MOST_CHARACTERS, Given, Problem, State
from safeconduct.api.schemas.lists import Kind
from safeconduct.override.actions import SHORTEST_REASON
from safeconduct.override.queries import Signed

Reason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=SHORTEST_REASON, max_length=MOST_CHARACTERS
    ),
    Field(
        description="Why. Sealed.",
        examples=["He told the doctor tonight that he is afraid of the journey."],
    ),
]
Citation = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    Field(description="The source of law it rests on.", examples=["GC III Art 12(2)"]),
]


class WayIn(Given):
    """A way out towards a State, and the officer's reason."""

    option: Kind = Field(
        description="R1 return during hostilities, R2 return after them, X exchange,"
        " T transfer to a receiving State."
    )
    towards: State
    reason: Reason


class ClosureIn(WayIn):
    """Which way out one officer closes."""

    citation: Citation
    expires: AwareDatetime | None = Field(
        default=None,
        description="When it ends by itself; without it, when two officers open it.",
    )


class OpeningIn(WayIn):
    """Which way out two officers are to open, and until when."""

    citation: Citation
    expires: AwareDatetime = Field(description="When it ends: within thirty days.")


class EndorsementIn(WayIn):
    """Which contested answer a senior officer decides."""


class SignatureOut(Schema):
    """What was signed beside the law. The law's own answer is never replaced."""

    id: UUID
    kind: Literal["closure", "opening", "endorsement"]
    option: str = Field(examples=["T"])
    towards: str = Field(examples=["KR"])
    stands: bool = Field(description="Whether it counts now.")
    waits: bool = Field(description="Whether it waits for the second officer.")
    result: str = Field(
        description="Of an opening: what the law itself answered.",
        examples=["barred"],
    )
    norms: list[str] = Field(
        description="Of an opening: the norms it goes against.",
        examples=[["GCIII-12-2"]],
    )
    reason: str
    citation: str
    officer: str
    service: str = Field(description="The authority the officer serves.")
    at: datetime
    second: str | None = Field(description="The second officer of an opening.")
    second_service: str | None
    signed: datetime | None = Field(description="When the last signature was given.")
    expires: datetime | None

    @staticmethod
    def of(signed: Signed) -> "SignatureOut":
        """Show a signature."""
        return SignatureOut.model_validate(signed)


class Hindering(Schema):
    """A norm that no signature can set aside here."""

    norm: str = Field(
        description="Its provision; empty where no norm stands in the way.",
        examples=["CAT-3-1"],
    )
    what: str = Field(
        description="What it says.",
        examples=["Nobody is sent where he would be in danger of torture."],
    )


class OpeningProblem(Problem):
    """Why it cannot be opened or signed."""

    hindrances: list[Hindering] | None = Field(
        default=None, description="Only with `may_not_open`."
    )
