"""`/searches`, `/search`: looking for a person by name, as it is typed."""

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.search import HitsOut, NameIn, SearchIn, SearchOut
from safeconduct.register import actions
from safeconduct.register import search as register

router = Router(tags=["search"])


@router.post(
    "/searches",
    response={201: SearchOut, **problems(403, 422)},
    operation_id="open_search",
    summary="Say why you search by name.",
)
def open_search(request: Signed, body: SearchIn) -> Status[SearchOut]:
    """Let the caller search for a quarter of an hour. The reason is on record."""
    made = actions.open_search(
        reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return Status(201, SearchOut(id=made.pk, until=made.until))


@router.post(
    "/search",
    response={200: HitsOut, **problems(403, 409, 422)},
    operation_id="search_names",
    summary="Whom may this name mean?",
)
def search(request: Signed, body: NameIn) -> HitsOut:
    """Find persons by a name, or by its beginning. What is asked is kept nowhere."""
    found = register.search(
        body.name,
        search=body.search,
        officer=request.auth,
        at=timezone.now(),
        most=body.most,
    )
    return HitsOut.of(found)
