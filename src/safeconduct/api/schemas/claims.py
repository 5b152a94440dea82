"""Claims to protection."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from safeconduct.api.schemas.base import Given

if TYPE_CHECKING:
    from safeconduct.determination.models import ProtectionClaim


class DecisionIn(Given):
    """To which state the claim comes."""

    status: Literal[
        "open", "rejected", "appeal", "rejected_final", "granted", "withdrawn"
    ]


class ClaimOut(Schema):
    """A claim to protection."""

    id: UUID
    status: str = Field(examples=["registered"])
    status_label: str = Field(examples=["registered"])
    lodged: datetime

    @staticmethod
    def of(claim: "ProtectionClaim") -> "ClaimOut":
        """Show a claim."""
        return ClaimOut(
            id=claim.pk,
            status=claim.status,
            status_label=claim.get_status_display(),
            lodged=claim.lodged,
        )
