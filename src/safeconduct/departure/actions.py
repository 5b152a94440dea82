"""The acts that take a person out of custody.

Each locks the person, asks the gate, and writes the line and its journal entry
in one transaction. A refusal is an act too: it is committed, then raised. Faces
call these; nothing else changes a departure.
"""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from safeconduct.accounts import policy
from safeconduct.accounts.models import Authority, Officer
from safeconduct.accounts.policy import Right
from safeconduct.departure import gate
from safeconduct.departure.errors import (
    GateClosed,
    NoSuchLine,
    NoSuchList,
    NotInTurn,
    SamePerson,
)
from safeconduct.departure.gate import Obstacle, Stage
from safeconduct.departure.models import DepartureLine, DepartureList
from safeconduct.journal.acts import Deed, act
from safeconduct.keyring import queries as keyring
from safeconduct.matching.links import Locked, lock_together
from safeconduct.register.locks import hold_common_facts
from safeconduct.register.models import CustodyEvent, Person

OPENED = "departure.list_opened"
LISTED = "departure.listed"
APPROVED = "departure.approved"
HANDED_OVER = "departure.handed_over"
RECEIVED = "departure.received"
STOPPED = "departure.stopped"
REFUSED = "departure.refused"

Status = DepartureLine.Status
_EVENT = {
    DepartureList.Option.RETURN_NOW: CustodyEvent.Kind.REPATRIATED,
    DepartureList.Option.RETURN_AFTER: CustodyEvent.Kind.REPATRIATED,
    DepartureList.Option.EXCHANGE: CustodyEvent.Kind.EXCHANGED,
    DepartureList.Option.TRANSFER: CustodyEvent.Kind.TRANSFERRED,
}


def open_list(
    option: str,
    *,
    towards: str,
    planned: date,
    receiver: UUID | None = None,
    officer: Officer,
    at: datetime,
) -> DepartureList:
    """Open a list: an exchange, a repatriation, or a transfer to a receiving State.

    Args:
        option: R1, R2, X or T (LAW.md A.1).
        towards: The State that takes them over.
        planned: The day.
        receiver: The mission that will confirm the reception; for T only.
        officer: Who opens it.
        at: When, timezone-aware.

    Raises:
        NotPermitted: As its sentence says.
        NoSuchList: No such kind, or a transfer without a mission of that State.
    """
    if option not in DepartureList.Option.values:
        raise NoSuchList(
            gettext_noop("A list is an exchange, a repatriation or a transfer.")
        )
    missions = Authority.objects.filter(kind=Authority.Kind.MISSION)
    mission = missions.filter(pk=receiver).first() if receiver is not None else None
    is_transfer = option == DepartureList.Option.TRANSFER
    if is_transfer and (mission is None or mission.state != towards):
        raise NoSuchList("A transfer needs the mission of the receiving State.")
    with act(OPENED, officer=officer, at=at) as deed:
        deed.on(keyring.OFFICE, policy.require(officer, Right.LIST))
        opened = deed.write(
            DepartureList(
                option=option,
                towards=towards,
                planned=planned,
                receiver=mission if is_transfer else None,
                opened=at,
            )
        )
        deed.say(
            list=str(opened.pk),
            option=option,
            towards=towards,
            planned=planned.isoformat(),
        )
    return opened


def add(
    list_id: UUID, person_id: UUID, *, officer: Officer, at: datetime
) -> DepartureLine:
    """Put a person on a list if nothing stands in his way.

    Raises:
        NotPermitted, NoSuchList, NoSuchCase: As their sentences say.
        NotInTurn: He stands on a list already.
        GateClosed: At least one obstacle stands; the error lists them all, and the
            attempt is on record.
    """
    with act(LISTED, officer=officer, at=at) as deed:
        leaving = lock_together(person_id)
        person = leaving.person
        deed.on(
            person.pk,
            policy.require(officer, Right.LIST, matter_of=person.holder_id),
        )
        departure = DepartureList.objects.filter(pk=list_id).first()
        if departure is None:
            raise NoSuchList(gettext_noop("There is no such list."))
        if person.departures.filter(status__in=DepartureLine.LIVE).exists():
            raise NotInTurn(gettext_noop("He stands on a list already."))
        deed.say(list=str(list_id), option=departure.option, towards=departure.towards)
        found = _ask(deed, leaving, departure, Stage.LIST)
        made = gate.resting_on(person)
        if not found and made is not None:
            return deed.write(
                DepartureLine(
                    list=departure,
                    person=person,
                    determination=made,
                    listed_by=officer,
                    listed_at=at,
                )
            )
    raise GateClosed(found)


def approve(line_id: UUID, *, officer: Officer, at: datetime) -> DepartureLine:
    """Approve a listed departure, as second officer of another authority.

    Raises:
        NoSuchLine, NotPermitted: As their sentences say.
        NotInTurn: The line is not waiting for approval.
        SamePerson: The officer listed him, or serves the same authority.
        GateClosed: At least one obstacle stands by now.
    """
    with act(APPROVED, officer=officer, at=at) as deed:
        line, leaving = _line(deed, line_id, Right.APPROVE, before=Status.LISTED)
        if officer.authority_id == line.listed_by.authority_id:
            raise SamePerson(
                gettext_noop(
                    "The second officer must serve another authority than the first."
                )
            )
        found = _ask(deed, leaving, line.list, Stage.APPROVE)
        if not found:
            deed.change(
                line, status=Status.APPROVED, approved_by=officer, approved_at=at
            )
    if found:
        raise GateClosed(found)
    return line


def hand_over(line_id: UUID, *, officer: Officer, at: datetime) -> DepartureLine:
    """Sign, for the side that lets him go, that he has crossed.

    Raises:
        NoSuchLine, NotPermitted: As their sentences say.
        NotInTurn: The departure has not been approved.
        GateClosed: He has not said yes at the crossing, or something changed.
    """
    with act(HANDED_OVER, officer=officer, at=at) as deed:
        line, leaving = _line(deed, line_id, Right.HAND_OVER, before=Status.APPROVED)
        found = _ask(deed, leaving, line.list, Stage.HAND_OVER, line=line)
        if not found:
            deed.change(
                line,
                status=Status.HANDED_OVER,
                handed_over_by=officer,
                handed_over_at=at,
            )
            if line.list.receiver_id is None:
                _depart(deed, leaving, line.list, at)
    if found:
        raise GateClosed(found)
    return line


def receive(line_id: UUID, *, officer: Officer, at: datetime) -> DepartureLine:
    """Sign, for the receiving State, that he has arrived. His captivity here ends.

    Raises:
        NoSuchLine: None, or not addressed to the officer's mission.
        NotInTurn: He has not been handed over.
    """
    with act(RECEIVED, officer=officer, at=at) as deed:
        line, leaving = _line(
            deed, line_id, Right.RECEIVE, before=Status.HANDED_OVER, by_receiver=True
        )
        deed.change(line, status=Status.RECEIVED, received_by=officer, received_at=at)
        _depart(deed, leaving, line.list, at)
    return line


def stop(
    line_id: UUID, *, reason: str, officer: Officer, at: datetime
) -> DepartureLine:
    """Take a person off a list: always possible until he has crossed.

    Raises:
        NoSuchLine, NotPermitted: As their sentences say.
        NotInTurn: He has left, or was taken off already.
    """
    with act(STOPPED, officer=officer, at=at) as deed:
        line, _ = _line(
            deed, line_id, Right.LIST, before=(Status.LISTED, Status.APPROVED)
        )
        deed.change(line, status=Status.STOPPED)
        deed.say(reason=reason.strip())
    return line


def _ask(
    deed: Deed,
    leaving: Locked,
    departure: DepartureList,
    stage: Stage,
    *,
    line: DepartureLine | None = None,
) -> list[Obstacle]:
    """Ask the gate; if it is closed the act becomes a refusal with all grounds.

    The grounds of another record stand in that record, for those who may read it; here
    it is said that there are more. The officer is told what he may read.
    """
    hold_common_facts()
    found = gate.obstacles(leaving, departure, stage=stage, at=deed.at, line=line)
    if found:
        deed.kind = REFUSED
        here = [one for one in found if one.elsewhere is None]
        _explain(deed, stage, here if len(here) == len(found) else [*here, gate.MORE])
        for other in leaving.others:
            there = [one for one in found if one.elsewhere == other]
            if there:
                _explain(deed.beside(other.pk), stage, there)
    return gate.told(found, deed.officer)


def _explain(deed: Deed, stage: Stage, found: list[Obstacle]) -> None:
    missing = {fact for obstacle in found for fact in obstacle.missing}
    deed.say(
        tried=stage.name.lower(),
        grounds=[str(obstacle) for obstacle in found],
        norms=sorted({obstacle.norm for obstacle in found}),
        missing=sorted(missing),
    )


def _line(
    deed: Deed,
    line_id: UUID,
    right: Right,
    *,
    before: str | tuple[str, ...],
    by_receiver: bool = False,
) -> tuple[DepartureLine, Locked]:
    """Lock the person of a line with all records of his, and find the line.

    Raises:
        NotInTurn: It is not at the step before this act.
    """
    rows = DepartureLine.objects.select_related("list", "listed_by")
    found = rows.filter(pk=line_id).first()
    if found is None:
        raise NoSuchLine(gettext_noop("There is no such line."))
    leaving = lock_together(found.person_id)
    person = leaving.person
    place = found.list.receiver_id if by_receiver else person.holder_id
    if by_receiver and place != deed.officer.authority_id:
        raise NoSuchLine(gettext_noop("There is no such line."))
    deed.on(person.pk, policy.require(deed.officer, right, matter_of=place))
    line = rows.get(pk=line_id)
    if line.status not in ((before,) if isinstance(before, str) else before):
        raise NotInTurn(
            gettext("The line is %(status)s.") % {"status": line.get_status_display()}
        )
    deed.say(line=str(line_id), list=str(line.list_id), towards=line.list.towards)
    return line, leaving


def _depart(
    deed: Deed, leaving: Locked, departure: DepartureList, at: datetime
) -> None:
    """Close his captivity here, in every record of his: he has left."""
    _close(deed, leaving.person, departure, at)
    for other in leaving.others:
        if other.status == Person.Status.HELD:
            _close(deed.beside(other.pk), other, departure, at)


def _close(deed: Deed, person: Person, departure: DepartureList, at: datetime) -> None:
    deed.change(person, status=Person.Status.DEPARTED)
    deed.write(
        CustodyEvent(
            person=person,
            kind=_EVENT[DepartureList.Option(departure.option)],
            day=at.date(),
            holder=departure.receiver,
        )
    )
