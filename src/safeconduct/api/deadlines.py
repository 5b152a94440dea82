"""`/cases/{number}/deadlines`: how the time limits of the law stand."""

from django.utils import timezone
from ninja import Router

from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.deadlines import DeadlineOut
from safeconduct.determination import record
from safeconduct.register import queries

router = Router(tags=["cases"])


@router.get(
    "/cases/{number}/deadlines",
    response={200: list[DeadlineOut], **problems(404, 410)},
    operation_id="list_deadlines",
    summary="What is due in this case, and what was missed?",
)
def listed(request: Signed, number: str) -> list[DeadlineOut]:
    """List each time limit that has started, and how it stands now.

    Whose role does not show wish and ways out gets none that would tell of them.
    """
    person = queries.case(number, officer=request.auth)
    protection = queries.sees_protection(request.auth, person)
    found = record.deadlines(person.pk, at=timezone.now(), protection=protection)
    return [DeadlineOut.of(one) for one in found]
