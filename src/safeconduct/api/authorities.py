"""`/authorities`: who may hold a person, and to whom he may be offered."""

from typing import Literal

from ninja import Router

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import AuthorityOut, problems
from safeconduct.register import queries

router = Router(tags=["authorities"])


@router.get(
    "/authorities",
    response={200: list[AuthorityOut], **problems(403, 422)},
    operation_id="list_authorities",
    summary="Which camps and missions are there?",
)
def listed(
    request: Signed,
    kind: Literal["bureau", "camp", "mission", "intermediary"] = "camp",
) -> list[AuthorityOut]:
    """List the authorities of one kind, by name."""
    policy.require(request.auth, Right.READ_CASE)
    return [AuthorityOut.of(authority) for authority in queries.authorities(kind)]
