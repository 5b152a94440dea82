"""Erasures: asking for one, confirming it, what a program reads of it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import MOST_CHARACTERS, Given
from safeconduct.erasure.actions import SHORTEST_REASON
from safeconduct.erasure.queries import Asked


class ErasureIn(Given):
    """Why a person is to be erased."""

    reason: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True,
            min_length=SHORTEST_REASON,
            max_length=MOST_CHARACTERS,
        ),
    ] = Field(
        description="Why. Sealed for the office, so it outlives his key: no name.",
        examples=["He arrived, the case is closed, and the time of keeping is over."],
    )


class ConfirmationIn(Given):
    """The case number once more."""

    case_number: Annotated[str, StringConstraints(max_length=40)] = Field(
        description="Typed by the second officer.", examples=["SC-4K7M-2QX"]
    )


class ErasureOut(Schema):
    """An erasure that was asked for, or done."""

    id: UUID
    case: str = Field(examples=["SC-4K7M-2QX"])
    reason: str
    officer: str
    service: str = Field(description="The authority the first officer serves.")
    at: datetime
    second: str | None = Field(description="The second officer, once it is done.")
    done: datetime | None = Field(description="When the key was destroyed.")

    @staticmethod
    def of(asked: Asked, *, case: str) -> "ErasureOut":
        """Show an erasure."""
        return ErasureOut(
            id=asked.id,
            case=case,
            reason=asked.reason,
            officer=asked.officer,
            service=asked.service,
            at=asked.at,
            second=asked.second,
            done=asked.done,
        )
