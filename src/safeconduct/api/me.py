"""`/me`: as whom the caller acts."""

from ninja import Router

from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.me import Me

router = Router(tags=["me"])


@router.get(
    "/me",
    response={200: Me, **problems()},
    operation_id="read_me",
    summary="Who am I here?",
)
def read(request: Signed) -> Me:
    """Show the officer whose token or session this is, his roles and his rights."""
    return Me.of(request.auth)
