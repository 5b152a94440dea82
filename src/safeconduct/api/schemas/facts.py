"""Facts as they are stated, and as they stand."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Facts, Given, Prose
from safeconduct.register.queries import Statement

if TYPE_CHECKING:
    from safeconduct.register.models import Fact

_Stated = Annotated[Facts, Field(min_length=1, max_length=100)]


class FactsIn(Given):
    """Facts to state, and why they are so."""

    facts: _Stated
    reason: Prose = Field(
        description="Why, and from what source. Sealed.",
        examples=["Monthly inspection of 1 March, both doctors present."],
    )


class FindingsIn(FactsIn):
    """Findings to state, with the passages of open reports they rest on."""

    passages: list[UUID] = Field(
        default=[],
        max_length=100,
        description="Marked passages; each supports every fact stated here.",
    )


class FactOut(Schema):
    """A fact as it was stated just now."""

    id: UUID
    name: str = Field(examples=["risk.torture[KP]"])
    value: Any = Field(examples=["T"])
    at: datetime
    valid_until: datetime | None = Field(
        description="After this it counts as unknown, until somebody states it again."
    )

    @staticmethod
    def of(fact: "Fact") -> "FactOut":
        """Show a fact without its reason."""
        return FactOut(
            id=fact.pk,
            name=fact.name,
            value=fact.value,
            at=fact.at,
            valid_until=fact.valid_until,
        )


class StatementOut(Schema):
    """A fact in force, with its reason and the passages it rests on."""

    id: UUID
    name: str = Field(examples=["risk.torture[KP]"])
    value: Any = Field(examples=["T"])
    reason: str = Field(examples=["Two independent reports agree."])
    by: str = Field(description="The officer who stated it.")
    at: datetime
    passages: list[UUID]
    sources: int | None = Field(
        description="Independent sources behind the passages: reports that come from"
        " one another count once. None to whom may not read reports."
    )

    @staticmethod
    def of(
        statement: Statement, passages: Sequence[UUID], *, sources: int | None = None
    ) -> "StatementOut":
        """Show a statement."""
        return StatementOut(
            id=statement.id,
            name=statement.name,
            value=statement.value,
            reason=statement.reason,
            by=statement.by,
            at=statement.at,
            passages=list(passages),
            sources=sources,
        )


class CommonFacts(Schema):
    """What holds for everybody: the hostilities, the will of a receiving State."""

    facts: dict[str, Any] = Field(
        examples=[{"conflict.active_hostilities": "T", "receiving.willing[KR]": "T"}]
    )
