"""Who the caller is here."""

from typing import TYPE_CHECKING

from ninja import Schema
from pydantic import Field

from safeconduct.accounts import policy
from safeconduct.api.schemas.base import AuthorityOut

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer


class RoleOut(Schema):
    """A role the officer holds today."""

    role: str = Field(examples=["hearing_officer"])
    label: str = Field(examples=["Hearing officer"])


class Me(Schema):
    """The officer who calls."""

    username: str = Field(examples=["o.kovalenko"])
    name: str = Field(examples=["O. Kovalenko"])
    authority: AuthorityOut
    roles: list[RoleOut]
    rights: list[str] = Field(
        description="What the roles allow, somewhere.",
        examples=[["hearing.hear", "register.read"]],
    )

    @staticmethod
    def of(officer: "Officer") -> "Me":
        """Show an officer to himself."""
        return Me(
            username=officer.username,
            name=officer.full_name,
            authority=AuthorityOut.of(officer.authority),
            roles=[
                RoleOut(role=role.value, label=str(role.label))
                for role in policy.roles(officer)
            ],
            rights=sorted(policy.rights(officer)),
        )
