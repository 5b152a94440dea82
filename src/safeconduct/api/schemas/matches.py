"""Pairs of records that may be one person's: what comes in, and what is shown."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import get_language
from ninja import Schema
from pydantic import Field, StringConstraints

from safeconduct.api.schemas.base import MOST_CHARACTERS, Given, Prose
from safeconduct.api.schemas.cases import Opened
from safeconduct.matching.actions import SHORTEST_REASON
from safeconduct.matching.comparing import Compared, Comparison
from safeconduct.matching.queries import Answered, Joined, Pair, Waiting
from safeconduct.names.wording import sentence

Reason = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=SHORTEST_REASON, max_length=MOST_CHARACTERS
    ),
    Field(
        description="Why. Sealed with the keys of both.",
        examples=["The same father, and a scar that both records describe."],
    ),
]
Answer = Literal["same", "different", "unsure"]
CaseNumber = Annotated[str, StringConstraints(max_length=20)]


class PairIn(Given):
    """Which two cases may be one person's."""

    first: CaseNumber = Field(examples=["SC-4K7M-2QX"])
    second: CaseNumber = Field(examples=["SC-90TR-BW3"])
    why: Prose = Field(examples=["Found when the family asked after him."])


class AnswerIn(Given):
    """What a reviewer says of a pair."""

    answer: Answer
    reason: Reason


class MergeIn(Given):
    """Which of the two records leads, and why they are joined."""

    leading: CaseNumber = Field(examples=["SC-4K7M-2QX"])
    reason: Reason


class UndoIn(Given):
    """Why two records are parted again."""

    reason: Reason


class PairRow(Schema):
    """A pair in a queue."""

    id: UUID
    first: str = Field(examples=["SC-4K7M-2QX"])
    second: str = Field(examples=["SC-90TR-BW3"])
    probability: float = Field(description="That both are one person's.")
    weight: float = Field(description="In nats.")
    round: int
    new_claims: int = Field(
        description="Of a later round: what was claimed since the answers before."
    )
    origin: str
    at: datetime

    @staticmethod
    def of(one: Waiting) -> "PairRow":
        """Show a pair of a queue."""
        return PairRow.model_validate(one)


class AnswerOut(Schema):
    """What one officer said of a pair."""

    answer: Answer
    reason: str
    officer: str
    service: str = Field(description="The authority the officer serves.")
    at: datetime
    round: int

    @staticmethod
    def of(one: Answered) -> "AnswerOut":
        """Show an answer."""
        return AnswerOut.model_validate(one)


class MergeOut(Schema):
    """Two records that are joined, or were."""

    id: UUID
    round: int
    leading: str = Field(examples=["SC-4K7M-2QX"])
    other: str = Field(examples=["SC-90TR-BW3"])
    reason: str
    officer: str
    at: datetime
    undo_reason: str
    undo_officer: str | None
    undo_service: str | None
    undo_asked: datetime | None
    undo_second: str | None
    undone: datetime | None

    @staticmethod
    def of(one: Joined) -> "MergeOut":
        """Show a merge."""
        return MergeOut.model_validate(one)


class PairOut(Schema):
    """A pair, with what may be known of it."""

    id: UUID
    first: str = Field(examples=["SC-4K7M-2QX"])
    second: str = Field(examples=["SC-90TR-BW3"])
    round: int
    origin: str
    weight: float = Field(description="In nats.")
    probability: float
    new_claims: int
    officer: str
    at: datetime
    settled: str | None = Field(description="What two officers said.")
    mine: str | None = Field(description="What the caller said in this round.")
    answers: list[AnswerOut] = Field(
        description="Of the running round only once it is settled: whoever answers does"
        " not know what others said."
    )
    merge: MergeOut | None

    @staticmethod
    def of(pair: Pair) -> "PairOut":
        """Show a pair."""
        return PairOut(
            id=pair.id,
            first=pair.first.case_number,
            second=pair.second.case_number,
            round=pair.round,
            origin=str(pair.origin),
            weight=pair.weight,
            probability=pair.probability,
            new_claims=pair.new_claims,
            officer=pair.officer,
            at=pair.at,
            settled=pair.settled,
            mine=pair.mine,
            answers=[AnswerOut.of(one) for one in pair.answers],
            merge=MergeOut.of(pair.merge) if pair.merge is not None else None,
        )


class FieldOut(Schema):
    """One field of both records, and what it says."""

    kind: str = Field(examples=["name"])
    first: list[Opened]
    second: list[Opened]
    says: Literal["agrees", "near", "contradicts", "nothing"]
    weight: float = Field(description="In nats; above zero for one person.")
    why: list[str] = Field(
        description="Of a name: the readings both share. Of a birth: `same_day`,"
        " `swapped` and the like."
    )
    reasons: list[str] = Field(description="What the names say, in words.")

    @staticmethod
    def of(one: Compared) -> "FieldOut":
        """Show a field, its reasons in the language the caller asked for."""
        language = (get_language() or "en").partition("-")[0]
        return FieldOut(
            kind=one.kind,
            first=[Opened.of(claim) for claim in one.left],
            second=[Opened.of(claim) for claim in one.right],
            says=one.says.value,
            weight=one.weight,
            why=list(one.why),
            reasons=[sentence(reason, language) for reason in one.reasons],
        )


class RecordsOut(Schema):
    """Both records side by side."""

    weight: float = Field(description="Of all fields together, in nats.")
    bearers: int | None = Field(
        description="How many other persons may bear the name they share."
    )
    compared: list[FieldOut] = Field(description="Field by field.")

    @staticmethod
    def of(found: Comparison) -> "RecordsOut":
        """Show a comparison."""
        return RecordsOut(
            weight=found.weight,
            bearers=found.bearers,
            compared=[FieldOut.of(one) for one in found.fields],
        )
