"""Shapes that several groups share: what comes in, and what a refusal says."""

from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

if TYPE_CHECKING:
    from safeconduct.accounts.models import Authority

MOST_CHARACTERS = 4000

State = Annotated[
    str,
    Field(
        pattern=r"^[A-Z]{2}$",
        description="A State by its ISO 3166-1 code.",
        examples=["KR"],
    ),
]
Truth = Annotated[
    Literal["T", "F", "U"], Field(description="Yes, no, or unknown.", examples=["T"])
]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_CHARACTERS),
]
FactName = Annotated[str, StringConstraints(min_length=1, max_length=80)]
FactValue = (
    bool
    | int
    | Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)]
    | list[Annotated[str, StringConstraints(max_length=80)]]
    | None
)
Facts = Annotated[
    dict[FactName, FactValue],
    Field(
        description="Values by the names of the law's facts.",
        examples=[{"health.fit_to_travel": "T", "risk.torture[KP]": "U"}],
    ),
]


class Given(Schema):
    """Something a caller sends; a field we do not know is refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class Problem(Schema):
    """Why a request was refused."""

    error: str = Field(
        description="A code that never changes.", examples=["not_permitted"]
    )
    message: str = Field(
        description="What happened and what to do next, for people.",
        examples=["Your roles do not include this. Ask an officer whose role does."],
    )


class InputProblem(Problem):
    """Why what was sent cannot be taken."""

    fields: dict[str, str] | None = Field(
        default=None,
        description="What is wrong with each field, by its path.",
        examples=[{"claims.0.kind": "Write one of 'name', 'birth' or 'rank'."}],
    )


class Ground(Schema):
    """One thing that stands in the way of a departure."""

    norm: str = Field(description="The norm that bars it.", examples=["CAT-3-1"])
    what: str = Field(
        description="What it says.",
        examples=["There are substantial grounds for believing he would be tortured."],
    )
    missing: list[str] = Field(
        description="Facts nobody has established and that it needs.",
        examples=[["risk.torture[KP]"]],
    )
    elsewhere: bool = Field(
        default=False,
        description="It stands in another record of the same person.",
    )


class GateProblem(Problem):
    """Why a step cannot be taken now; the gate names all of its grounds."""

    obstacles: list[Ground] | None = Field(
        default=None, description="Only with `gate_closed`."
    )


_PROBLEMS: dict[int, Any] = {
    401: Problem,
    403: Problem,
    404: Problem,
    409: Problem,
    410: Problem,
    413: Problem,
    422: InputProblem,
}


def problems(*statuses: int) -> dict[int, Any]:
    """Document how a route may refuse; every route needs a known caller."""
    return {status: _PROBLEMS[status] for status in (401, *statuses)}


class AuthorityOut(Schema):
    """A service, camp, mission, monitor or press office."""

    id: UUID
    name: str = Field(examples=["Camp West"])
    kind: str = Field(examples=["camp"])
    kind_label: str = Field(examples=["Camp"])
    state: str = Field(
        description="The State it belongs to; empty for none.", examples=["UA"]
    )

    @staticmethod
    def of(authority: "Authority") -> "AuthorityOut":
        """Show an authority."""
        return AuthorityOut(
            id=authority.pk,
            name=authority.name,
            kind=authority.kind,
            kind_label=authority.get_kind_display(),
            state=authority.state,
        )
