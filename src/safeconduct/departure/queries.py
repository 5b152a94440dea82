"""What may be read of lists and departures."""

from django.db.models import Count, QuerySet

from safeconduct.accounts import policy
from safeconduct.accounts.models import Officer
from safeconduct.accounts.policy import Right
from safeconduct.departure.errors import NoSuchList
from safeconduct.departure.models import DepartureLine, DepartureList


def lists(officer: Officer) -> QuerySet[DepartureList]:
    """List the departure lists the officer may read, newest first."""
    rows = DepartureList.objects.order_by("-opened").annotate(length=Count("lines"))
    if not policy.allows(officer, Right.READ_LISTS):
        return rows.none()
    return rows


def list_of(list_id: object, *, officer: Officer) -> DepartureList:
    """Find one list.

    Raises:
        NoSuchList: There is none, or the officer may not read lists.
    """
    found = lists(officer).filter(pk=list_id).first()
    if found is None:
        raise NoSuchList("There is no such list, or it is not yours to read.")
    return found


def lines(departure: DepartureList) -> QuerySet[DepartureLine]:
    """List the persons on a list, with the officers who signed."""
    people = ("person", "listed_by", "approved_by", "handed_over_by", "received_by")
    return departure.lines.select_related(*people).order_by("listed_at")


def of_person(person_id: object) -> QuerySet[DepartureLine]:
    """List the departures of a person, newest first."""
    rows = DepartureLine.objects.filter(person=person_id).select_related("list")
    return rows.order_by("-listed_at")


def arriving(officer: Officer) -> QuerySet[DepartureLine]:
    """List who has been handed over to the officer's mission, or soon will be."""
    if not policy.allows(officer, Right.RECEIVE):
        return DepartureLine.objects.none()
    rows = DepartureLine.objects.filter(
        list__receiver=officer.authority,
        status__in=["approved", "handed_over", "received"],
    )
    return rows.select_related("list").order_by("-listed_at")
