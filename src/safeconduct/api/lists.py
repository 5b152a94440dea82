"""`/lists`, `/lines` and `/arrivals`: the steps of a departure."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router
from ninja.responses import Status

from safeconduct.accounts import policy
from safeconduct.accounts.policy import Right
from safeconduct.api.authentication import Signed
from safeconduct.api.errors import answering
from safeconduct.api.schemas.base import GateProblem, problems
from safeconduct.api.schemas.lists import (
    Arrival,
    LineIn,
    LineOut,
    ListIn,
    ListOut,
    ListRow,
    StopIn,
)
from safeconduct.departure import actions, queries
from safeconduct.departure.errors import NoSuchLine, NoSuchList
from safeconduct.register import queries as register

router = Router(tags=["departures"])
# Each step of a line may be refused by the gate, with all of its grounds.
_GATE: dict[int, Any] = {**problems(403, 404, 410, 422), 409: GateProblem}


@router.get(
    "/lists",
    response={200: list[ListRow], **problems(403)},
    operation_id="list_lists",
    summary="Which departures are planned?",
)
def listed(request: Signed) -> list[ListRow]:
    """List the departure lists, newest first."""
    policy.require(request.auth, Right.READ_LISTS)
    return [ListRow.of(departure) for departure in queries.lists(request.auth)]


@router.post(
    "/lists",
    response={201: ListRow, **problems(403, 422)},
    operation_id="open_list",
    summary="Open a list.",
)
def open_list(request: Signed, body: ListIn) -> Status[ListRow]:
    """Open a list: an exchange, a repatriation, or a transfer with its mission."""
    with answering(422, NoSuchList):  # not looked for: it cannot be opened like this
        opened = actions.open_list(
            body.option,
            towards=body.towards,
            planned=body.planned,
            receiver=body.receiver,
            officer=request.auth,
            at=timezone.now(),
        )
    return Status(201, ListRow.of(opened))


@router.get(
    "/lists/{list_id}",
    response={200: ListOut, **problems(404, 422)},
    operation_id="read_list",
    summary="Who is on a list, and how far?",
)
def read(request: Signed, list_id: UUID) -> ListOut:
    """Show a list with the persons on it whose cases the caller may read."""
    found = queries.list_of(list_id, officer=request.auth)
    lines = queries.lines(request.auth).filter(list=found)
    return ListOut(
        **ListRow.of(found).model_dump(), lines=[LineOut.of(line) for line in lines]
    )


@router.post(
    "/lists/{list_id}/lines",
    response={201: LineOut, **_GATE},
    operation_id="add_to_list",
    summary="Put a person on a list if nothing stands in his way.",
)
def add(request: Signed, list_id: UUID, body: LineIn) -> Status[LineOut]:
    """Ask the gate, and list him if it finds nothing.

    A closed gate names every ground, and the attempt stays on record.
    """
    departure = queries.list_of(list_id, officer=request.auth)
    person = register.case(body.case, officer=request.auth)
    line = actions.add(departure.pk, person.pk, officer=request.auth, at=timezone.now())
    return Status(201, LineOut.of(line))


@router.post(
    "/lines/{line_id}/approve",
    response={200: LineOut, **_GATE},
    operation_id="approve_departure",
    summary="Approve a departure as second officer.",
)
def approve(request: Signed, line_id: UUID) -> LineOut:
    """Approve it, as an officer of another authority; the gate is asked again."""
    line = queries.line(line_id, officer=request.auth)
    done = actions.approve(line.pk, officer=request.auth, at=timezone.now())
    return LineOut.of(done)


@router.post(
    "/lines/{line_id}/hand-over",
    response={200: LineOut, **_GATE},
    operation_id="hand_over",
    summary="Sign that he has crossed.",
)
def hand_over(request: Signed, line_id: UUID) -> LineOut:
    """Sign for the side that lets him go, once he has said yes at the crossing."""
    line = queries.line(line_id, officer=request.auth)
    done = actions.hand_over(line.pk, officer=request.auth, at=timezone.now())
    return LineOut.of(done)


@router.post(
    "/lines/{line_id}/stop",
    response={200: LineOut, **problems(403, 404, 409, 410, 422)},
    operation_id="stop_departure",
    summary="Take a person off a list.",
)
def stop(request: Signed, line_id: UUID, body: StopIn) -> LineOut:
    """Stop a departure: always possible until he has crossed."""
    line = queries.line(line_id, officer=request.auth)
    done = actions.stop(
        line.pk, reason=body.reason, officer=request.auth, at=timezone.now()
    )
    return LineOut.of(done)


@router.get(
    "/arrivals",
    response={200: list[Arrival], **problems(403)},
    operation_id="list_arrivals",
    summary="Who comes to my mission?",
)
def arrivals(request: Signed) -> list[Arrival]:
    """List who has been handed over to the caller's mission, or soon will be."""
    policy.require(request.auth, Right.RECEIVE)
    found = queries.arriving(request.auth)
    return [Arrival.of(line, _reference(line)) for line in found]


@router.post(
    "/lines/{line_id}/receive",
    response={200: Arrival, **problems(403, 404, 409, 410, 422)},
    operation_id="receive",
    summary="Sign, for the receiving State, that he has arrived.",
)
def receive(request: Signed, line_id: UUID) -> Arrival:
    """Sign the arrival at the caller's mission. His captivity here ends."""
    policy.require(request.auth, Right.RECEIVE)
    arriving = queries.arriving(request.auth).filter(pk=line_id).first()
    if arriving is None:
        raise NoSuchLine
    done = actions.receive(line_id, officer=request.auth, at=timezone.now())
    return Arrival.of(done, _reference(arriving))


def _reference(line: object) -> str | None:
    """Take up what `arriving` adds to a line: the reference its mission knows."""
    return getattr(line, "reference", None)
