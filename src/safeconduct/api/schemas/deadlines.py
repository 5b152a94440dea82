"""Time limits as programs read them."""

from ninja import Schema
from pydantic import Field

from safeconduct.law import Deadline


class DeadlineOut(Schema):
    """One time limit of the law, and how it stands for one person."""

    clock: str = Field(examples=["GCIII-70/week"])
    provision: str = Field(examples=["GCIII-70"])
    citation: str = Field(examples=["GC III Art 70"])
    mark: str = Field(
        description="How far its source was checked; [I] is our own inference.",
        examples=["[T]"],
    )
    says: str = Field(
        examples=["He is offered the cards within a week of arriving at a camp."]
    )
    binds: str = Field(description="Who is bound by it.", examples=["camp"])
    limit: str = Field(
        description="at_most, at_least, at_once, every or floor.", examples=["at_most"]
    )
    period: str | None = Field(description="ISO 8601.", examples=["P7D"])
    starts: str | None = Field(
        description="From when it counts: a day, or a moment in UTC.",
        examples=["2026-03-02"],
    )
    due: str | None = Field(
        description="When its period is over: a day, or a moment in UTC.",
        examples=["2026-03-09"],
    )
    state: str = Field(
        description="running, met, missed, at_once or may_apply: it is not known"
        " whether it applies.",
        examples=["running"],
    )
    why: list[str] = Field(
        description="The facts this rests on.", examples=[["custody.events"]]
    )

    @staticmethod
    def of(deadline: Deadline) -> "DeadlineOut":
        """Show a time limit."""
        return DeadlineOut.model_validate(deadline.as_json())
