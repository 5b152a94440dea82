"""`/cases`: the capture card, the case as it stands, its timeline, vault and moves."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from django.core.paginator import Paginator
from django.utils import timezone
from ninja import Router
from ninja.responses import Status
from pydantic import Field

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.hearings import confirmations_of, hearings_of
from safeconduct.api.schemas.base import problems
from safeconduct.api.schemas.cases import (
    CardIn,
    Case,
    CaseRow,
    Cases,
    CustodyOut,
    EventOut,
    IdentityIn,
    IdentityOut,
    MoveIn,
    Opened,
    OpeningIn,
    OpeningOut,
    VaultIn,
)
from safeconduct.api.schemas.claims import ClaimOut
from safeconduct.api.schemas.determinations import Newest
from safeconduct.api.schemas.facts import StatementOut
from safeconduct.determination import queries as determination
from safeconduct.determination import record
from safeconduct.journal import queries as journal
from safeconduct.keyring import queries as keyring
from safeconduct.register import actions, queries
from safeconduct.register.cards import CaptureCard
from safeconduct.reports import queries as reports

if TYPE_CHECKING:
    from safeconduct.accounts.models import Officer

router = Router(tags=["cases"])
_ON_A_PAGE = 50


@router.get(
    "/cases",
    response={200: Cases, **problems(403, 422)},
    operation_id="list_cases",
    summary="Which cases may I read?",
)
def listed(
    request: Signed,
    page: Annotated[int, Field(ge=1, le=1_000_000, description="From 1.")] = 1,
) -> Cases:
    """List the cases the caller may read, newest first, 50 on a page."""
    policy.require(request.auth, Right.READ_CASE)
    found = Paginator(queries.cases(request.auth), _ON_A_PAGE)
    rows = found.page(page).object_list if page <= found.num_pages else []
    erased = keyring.destroyed([person.pk for person in rows])
    return Cases(
        items=[CaseRow.of(one, erased=erased.get(one.pk)) for one in rows],
        count=found.count,
        page=page,
        pages=found.num_pages,
    )


@router.post(
    "/cases",
    response={201: CaseRow, **problems(403, 409, 422)},
    operation_id="register_case",
    summary="Take a person into the register.",
)
def register(request: Signed, body: CardIn) -> Status[CaseRow]:
    """Open a case from a capture card: a key of his own, a case number, first facts.

    What is said about who he is goes into the vault. The answer carries none of it.
    """
    card = CaptureCard(
        claims=[claim.claim() for claim in body.claims],
        powers=body.powers,
        taken_on=body.taken_on,
        facts=body.facts,
        source=body.source,
    )
    person = actions.register(
        card, holder=body.holder, officer=request.auth, at=timezone.now()
    )
    return Status(201, CaseRow.of(person))


@router.get(
    "/cases/{number}",
    response={200: Case, **problems(404, 410)},
    operation_id="read_case",
    summary="How does a case stand?",
)
def read(request: Signed, number: str) -> Case:
    """Show status, holder, newest results, hearings, claims, facts and custody."""
    at = timezone.now()
    person = queries.case(number, officer=request.auth)
    protection = queries.sees_protection(request.auth, person)
    listed = queries.statements(person.pk, at=at, protection=protection)
    stated = [statement for statement in listed if statement.in_force]
    resting = determination.evidence([statement.id for statement in stated])
    went = queries.custody(person.pk, protection=protection)
    basics = {
        **CaseRow.of(person).model_dump(),
        "facts": [_stated(s, resting.get(s.id, []), request.auth) for s in stated],
        "custody": [CustodyOut.of(event) for event in went],
    }
    if not protection:
        return Case(**basics, limited=True)
    newest = determination.newest(person.pk)
    return Case(
        **basics,
        determination=None
        if newest is None
        else Newest.still(newest, outdated=record.changes(newest, at=at)),
        hearings=hearings_of(person.pk, at=at),
        confirmations=confirmations_of(person.pk),
        claims=[ClaimOut.of(claim) for claim in determination.claims(person.pk)],
    )


@router.get(
    "/cases/{number}/timeline",
    response={200: list[EventOut], **problems(404, 410)},
    operation_id="read_timeline",
    summary="What has been done in this case?",
)
def timeline(request: Signed, number: str) -> list[EventOut]:
    """List every act on the case, newest first, refused departures as well."""
    person = queries.case(number, officer=request.auth)
    if queries.sees_protection(request.auth, person):
        return [EventOut.of(event) for event in journal.timeline(person.pk)]
    acts = journal.timeline(person.pk, rooms=("register", "vault"))
    return [EventOut.of(replace(event, details={})) for event in acts]


@router.post(
    "/cases/{number}/entries/{entry}/opening",
    response={200: OpeningOut, **problems(403, 404, 409, 410, 422)},
    operation_id="open_entry",
    summary="Open fields of an entry for a monitor or counsel.",
)
def open_entry(
    request: Signed, number: str, entry: UUID, body: OpeningIn
) -> OpeningOut:
    """Give the file that somebody outside checks against the public log.

    The answer is that file. Who opened which fields for whom is on record.
    """
    person = queries.case(number, officer=request.auth)
    made = actions.open_entry(
        entry,
        body.fields,
        recipient=body.recipient,
        officer=request.auth,
        at=timezone.now(),
        of=person.pk,
    )
    return OpeningOut(**made.members)


@router.post(
    "/cases/{number}/identity",
    response={201: IdentityOut, **problems(403, 404, 410, 422)},
    operation_id="claim_identity",
    summary="Put one more identity claim beside the others.",
)
def claim_identity(
    request: Signed, number: str, body: IdentityIn
) -> Status[IdentityOut]:
    """Keep what was said about who he is; nothing said before is overwritten."""
    person = queries.case(number, officer=request.auth)
    claim = actions.claim_identity(
        person.pk, body.claim(), officer=request.auth, at=timezone.now()
    )
    return Status(201, IdentityOut.of(claim))


@router.post(
    "/cases/{number}/vault",
    response={200: list[Opened], **problems(403, 404, 410, 422)},
    operation_id="open_vault",
    summary="Read who he is.",
)
def open_vault(request: Signed, number: str, body: VaultIn) -> list[Opened]:
    """Open the identity claims. The look is an act, with its reason on record."""
    person = queries.case(number, officer=request.auth)
    claims = actions.open_vault(
        person.pk, reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return [Opened.of(claim) for claim in claims]


@router.post(
    "/cases/{number}/moves",
    response={201: CustodyOut, **problems(403, 404, 409, 410, 422)},
    operation_id="move",
    summary="Record that another camp holds him.",
)
def move(request: Signed, number: str, body: MoveIn) -> Status[CustodyOut]:
    """Record a move to another camp of the same State."""
    person = queries.case(number, officer=request.auth)
    event = actions.move(
        person.pk, to=body.to, day=body.day, officer=request.auth, at=timezone.now()
    )
    return Status(201, CustodyOut.of(event))


def _stated(
    statement: queries.Statement, passages: list[UUID], officer: "Officer"
) -> StatementOut:
    """Show a fact with how many independent sources support it."""
    readable = reports.passages(officer, ids=passages) if passages else []
    sources = reports.sources(readable) if len(readable) == len(passages) else None
    return StatementOut.of(statement, passages, sources=sources)
