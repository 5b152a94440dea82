"""`/facts` and `/cases/{number}/facts`: facts, and findings with their evidence."""

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.facts import CommonFacts, FactOut, FactsIn, FindingsIn
from safeconduct.determination import actions as determination
from safeconduct.register import actions, queries
from safeconduct.reports import queries as reports
from safeconduct.reports.errors import NoSuchPassage

router = Router(tags=["facts"])


@router.get(
    "/facts",
    response={200: CommonFacts, **problems(403)},
    operation_id="read_common_facts",
    summary="What holds for everybody?",
)
def read_common(request: Signed) -> CommonFacts:
    """Show the facts of the whole house in force now."""
    policy.require(request.auth, Right.STATE_LAW)
    return CommonFacts(facts=dict(queries.common_facts(at=timezone.now())))


@router.post(
    "/facts",
    response={201: list[FactOut], **problems(403, 422)},
    operation_id="state_common_facts",
    summary="State facts that hold for everybody.",
)
def state_common(request: Signed, body: FactsIn) -> Status[list[FactOut]]:
    """State facts of the whole house. Determinations that rest on them expire."""
    rows = actions.state_common_facts(
        body.facts, reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return Status(201, [FactOut.of(row) for row in rows])


@router.post(
    "/cases/{number}/facts",
    response={201: list[FactOut], **problems(403, 404, 410, 422)},
    operation_id="state_facts",
    summary="State facts about a person.",
)
def state(request: Signed, number: str, body: FactsIn) -> Status[list[FactOut]]:
    """State facts; each kind needs the right of its service."""
    person = queries.case(number, officer=request.auth)
    rows = actions.state_facts(
        person.pk,
        body.facts,
        reason=body.reason,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, [FactOut.of(row) for row in rows])


@router.post(
    "/cases/{number}/findings",
    response={201: list[FactOut], **problems(403, 404, 410, 422)},
    operation_id="find",
    summary="State findings and the passages they rest on.",
)
def find(request: Signed, number: str, body: FindingsIn) -> Status[list[FactOut]]:
    """State findings about a person, each supported by the same marked passages."""
    person = queries.case(number, officer=request.auth)
    passages = list(dict.fromkeys(body.passages))
    if len(reports.passages(request.auth, ids=passages)) < len(passages):
        raise NoSuchPassage("A passage named here does not exist, or is not yours.")
    rows = determination.find(
        person.pk,
        body.facts,
        reason=body.reason,
        passages=passages,
        officer=request.auth,
        at=timezone.now(),
    )
    return Status(201, [FactOut.of(row) for row in rows])
