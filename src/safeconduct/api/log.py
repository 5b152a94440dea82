"""`/log`: how far the public log has grown."""

from django.utils.translation import gettext as _
from ninja import Router
from ninja.errors import HttpError

from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.log import CheckpointOut, Size
from safeconduct.journal import queries

router = Router(tags=["log"])


@router.get(
    "/log",
    response={200: Size, **problems()},
    operation_id="read_log",
    summary="How large is the log?",
)
def read(request: Signed) -> Size:  # noqa: ARG001  the same for every officer
    """Count the entries of the log, and the acts that wait for their place in it."""
    return Size(size=queries.size(), waiting=queries.waiting())


@router.get(
    "/log/checkpoint",
    response={200: CheckpointOut, **problems(404)},
    operation_id="read_checkpoint",
    summary="What is the newest signed tree head?",
)
def checkpoint(request: Signed) -> CheckpointOut:  # noqa: ARG001
    """Show the newest checkpoint. The tiles it signs are published under `/log/`."""
    newest = queries.latest_checkpoint()
    if newest is None:
        raise HttpError(404, _("Nothing has been signed yet. Try again later."))
    return CheckpointOut(size=newest.size, note=newest.note, at=newest.at)
