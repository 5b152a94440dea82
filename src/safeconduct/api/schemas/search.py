"""Searching by name: why, what was typed, and whom it may mean."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

from django.utils.translation import get_language
from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import AuthorityOut, Given
from safeconduct.names.wording import sentence

if TYPE_CHECKING:
    from safeconduct.register.search import Found, Hit

MOST = 20


class SearchIn(Given):
    """Why somebody searches the register by name."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True)] = Field(
        max_length=500,
        description="10 characters or more; on record. Name nobody in it.",
        examples=["A family asks after a son."],
    )


class SearchOut(Schema):
    """Leave to search for a quarter of an hour."""

    id: UUID
    until: datetime


class NameIn(Given):
    """What was typed so far of a name."""

    search: UUID = Field(description="What `POST /searches` gave.")
    name: str = Field(
        max_length=200,
        description="In any script and order; the last part may be half typed.",
        examples=["paek ch"],
    )
    most: int = Field(default=MOST, ge=1, le=MOST, description="Persons at most.")


class HitOut(Schema):
    """A person who may be meant, and why."""

    case: str = Field(examples=["SC-4K7M-2QX"])
    status: str = Field(examples=["held"])
    holder: AuthorityOut
    name: str = Field(description="As it was written down.", examples=["백철수"])
    script: str = Field(description="ISO 15924.", examples=["Hang"])
    source: str = Field(examples=["stated"])
    how: Literal["whole", "begins", "error"] = Field(
        description="The whole name; its beginning, or a given name without its"
        " surname; or all of it with one letter otherwise."
    )
    reading: str = Field(description="By which it was found.", examples=["백철수"])
    weight: float | None = Field(
        description="Evidence that it is the same name, in nats; null of a part.",
        examples=[12.8],
    )
    reasons: list[str] = Field(description="What that evidence is, in words.")

    @staticmethod
    def of(hit: "Hit") -> "HitOut":
        """Show a hit, in the language that was asked for."""
        language = (get_language() or "en").partition("-")[0]
        return HitOut(
            case=hit.person.case_number,
            status=hit.person.status,
            holder=AuthorityOut.of(hit.person.holder),
            name=hit.claim.text,
            script=hit.claim.script,
            source=hit.claim.source,
            how=hit.how,
            reading=hit.key,
            weight=hit.weight,
            reasons=[sentence(why, language) for why in hit.reasons],
        )


class HitsOut(Schema):
    """Whom a name may mean, likeliest first."""

    hits: list[HitOut]
    has_more: bool

    @staticmethod
    def of(found: "Found") -> "HitsOut":
        """Show what was found."""
        hits = [HitOut.of(hit) for hit in found.hits]
        return HitsOut(hits=hits, has_more=found.has_more)
